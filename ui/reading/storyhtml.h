#pragma once

#include "reading/storyview.h"

// What stands inside the page's <article> for what is shown; empty for nothing.
QString storyHtml(const Shown &shown);
