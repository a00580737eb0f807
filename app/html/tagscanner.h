#pragma once

#include <QByteArrayView>

#include <vector>

namespace html {

// A start or end tag as it stands in markup; positions are from the beginning of the markup.
struct ScannedTag
{
    struct Value
    {
        qsizetype begin = 0; // Behind the quote.
        qsizetype end = 0; // At the quote.
        char quote = 0;
    };

    bool isEnd = false;
    bool isSelfClosing = false;
    QByteArrayView name = {}; // As written.
    qsizetype end = 0; // Behind the ">"; or the markup's end, when there is none.
    bool isClosed = false; // There is a ">".
    qsizetype attributesEnd = 0; // Behind the last attribute within limits.
    bool isCut = false; // There are more attributes.
    std::vector<Value> longValues = {}; // Those in quotes that the parser need not see.
};

// True where a tag begins: "<a", "</a".
bool isTagAt(QByteArrayView markup, qsizetype at);

// Reads the tag that begins at `at` (HTML §13.2.5.8 and after). The tag is reused, since pages have
// thousands of them.
void scanTag(QByteArrayView markup, qsizetype at, ScannedTag &tag);

// Where the text of an element like <script>, which begins at `at`, ends: at its end tag, or at the
// markup's end.
qsizetype endOfRawText(QByteArrayView markup, qsizetype at, QByteArrayView name);

// The position behind the comment or declaration that begins at `at` with "<!", "<?" or "</".
qsizetype endOfComment(QByteArrayView markup, qsizetype at);

} // namespace html
