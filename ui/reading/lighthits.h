#pragma once

#include "reading/galley.h"

#include <QColor>
#include <QList>

class QTextDocument;

// The words of a search in a document made from page::lightStory(): what stands on their colour.
namespace lighthits {

// In their order.
QList<Passage> in(const QTextDocument &document, const QColor &ground);

} // namespace lighthits
