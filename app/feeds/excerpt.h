#pragma once

#include <QStringView>

namespace feeds {

// True for a text that ends as excerpts end: "[…]", "Read more", "Continue reading …".
bool endsAsExcerpt(QStringView text);

} // namespace feeds
