#include "reading/documentblocks.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QTextLayout>

using namespace Qt::StringLiterals;

QTextBlock documentblocks::named(const QTextDocument &document, const QString &name)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(name))
                return block;
        }
    }
    return {};
}

// The first block of the story's body; its blocks are counted from there.
QTextBlock documentblocks::firstOfBody(const QTextDocument &document)
{
    const auto first = named(document, u"body"_s);
    return first.isValid() ? first : document.begin();
}

QTextBlock documentblocks::at(const QTextDocument &document, double height)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        const auto area = document.documentLayout()->blockBoundingRect(block);
        if (area.bottom() > height + document.defaultFont().pixelSize() * 0.75)
            return block;
    }
    return document.lastBlock();
}

double documentblocks::lineTop(const QTextBlock &block, int character)
{
    const auto top = block.document()->documentLayout()->blockBoundingRect(block).top();
    const auto line = block.layout()->lineForTextPosition(character);
    return top + (line.isValid() ? line.y() : 0);
}
