#pragma once

#include "reading/storyview.h"

// What stands inside the page's <article> for what is shown; empty for nothing.
QString storyHtml(const Shown &shown);

// The same for the light view.
QString lightHtml(const Shown &shown);
