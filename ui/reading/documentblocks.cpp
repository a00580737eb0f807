#include "reading/documentblocks.h"

#include "page/light.h"
#include "page/lightgallery.h"

#include <QAbstractTextDocumentLayout>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

using namespace Qt::StringLiterals;

int documentblocks::placeNamed(const QTextDocument &document, const QString &name)
{
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(name))
                return it.fragment().position();
        }
    }
    return -1;
}

QTextBlock documentblocks::named(const QTextDocument &document, const QString &name)
{
    const auto place = placeNamed(document, name);
    return place < 0 ? QTextBlock() : document.findBlock(place);
}

// The first block of the story's body; its blocks are counted from there.
QTextBlock documentblocks::firstOfBody(const QTextDocument &document)
{
    const auto first = named(document, u"body"_s);
    return first.isValid() ? first : document.begin();
}

bool documentblocks::goesOn(const QTextBlock &block)
{
    return !block.begin().atEnd()
        && block.begin().fragment().charFormat().anchorNames().contains(page::goesOnName);
}

QString documentblocks::pictureOf(const QTextCharFormat &format)
{
    auto name = format.isImageFormat() ? format.toImageFormat().name() : QString();
    return name.remove(page::cutMark);
}

QString documentblocks::textOf(const QTextCursor &selection)
{
    auto text = selection.selectedText();
    const auto start = selection.selectionStart();
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        if (text.at(at) != QChar::ParagraphSeparator)
            continue;
        // What is cut in two has lost the white space it was cut at; Chinese has none.
        constexpr char16_t firstOfChinese = 0x2e80;
        if (!goesOn(selection.document()->findBlock(start + int(at) + 1)))
            text[at] = u'\n';
        else if (at > 0 && !text.at(at - 1).isSpace() && text.at(at - 1).unicode() < firstOfChinese)
            text[at] = u' ';
        else
            text.remove(at, 1);
    }
    return text;
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
