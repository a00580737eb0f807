#pragma once

#include "model/article.h"

#include <QString>

#include <functional>

// Asks for a picture by its name; the answer may come later, on the main thread, and is an empty
// one where there is none; it may never come where whoever was asked is gone.
using PictureSource
    = std::function<void(const QString &name, std::function<void(const Picture &)> answer)>;
