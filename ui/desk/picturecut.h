#pragma once

#include "model/article.h"

#include <QSize>

namespace pictures {

// A picture cut and made small to fill a frame of so many pixels, so that a page with many of them
// costs no more than it shows. As it is where it cannot be read. Slow: for the pool.
Picture cut(const Picture &picture, QSize frame);

} // namespace pictures
