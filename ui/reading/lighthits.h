#pragma once

#include <QColor>
#include <QList>
#include <QTextCursor>

class QTextDocument;

// The words of a search in a document made from page::lightStory(): what stands on their colour.
namespace lighthits {

// In their order.
QList<QTextCursor> in(QTextDocument &document, const QColor &ground);

} // namespace lighthits
