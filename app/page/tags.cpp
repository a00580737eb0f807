#include "page/tags.h"

using namespace Qt::StringLiterals;

namespace {

qsizetype skipWhile(QStringView text, qsizetype at, auto condition)
{
    while (at < text.size() && condition(text[at]))
        ++at;
    return at;
}

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u':';
}

// Behind the ">" that ends a tag; one inside a quoted value does not.
qsizetype tagEnd(QStringView html, qsizetype at)
{
    QChar quote;
    for (; at < html.size(); ++at) {
        const auto c = html[at];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'>') {
            return at + 1;
        }
    }
    return -1;
}

} // namespace

std::optional<page::Tag> page::nextTag(QStringView html, qsizetype from)
{
    for (auto start = html.indexOf(u'<', from); start >= 0; start = html.indexOf(u'<', start + 1)) {
        const bool closing = start + 1 < html.size() && html[start + 1] == u'/';
        const auto nameStart = start + (closing ? 2 : 1);
        const auto nameEnd = skipWhile(html, nameStart, isNamePart);
        if (nameEnd == nameStart)
            continue;
        const auto end = tagEnd(html, nameEnd);
        if (end < 0)
            return std::nullopt;
        return Tag{.kind = closing ? Tag::Kind::Closing : Tag::Kind::Opening,
                   .name = html.sliced(nameStart, nameEnd - nameStart),
                   .attributes = html.sliced(nameEnd, end - 1 - nameEnd),
                   .start = start,
                   .end = end};
    }
    return std::nullopt;
}

std::optional<page::Tag> page::closingTag(QStringView html, const Tag &opening)
{
    int depth = 1;
    for (auto tag = nextTag(html, opening.end); tag; tag = nextTag(html, tag->end)) {
        if (tag->name != opening.name)
            continue;
        depth += tag->kind == Tag::Kind::Closing ? -1 : 1;
        if (depth == 0)
            return tag;
    }
    return std::nullopt;
}

QString page::attribute(const Tag &tag, QLatin1StringView name)
{
    const auto all = tag.attributes;
    qsizetype at = 0;
    while (at < all.size()) {
        at = skipWhile(all, at, [](QChar c) { return !isNamePart(c); });
        const auto nameEnd = skipWhile(all, at, isNamePart);
        const auto found = all.sliced(at, nameEnd - at);
        at = nameEnd;
        QStringView value = u"";
        if (at + 1 < all.size() && all[at] == u'=' && all[at + 1] == u'"') {
            auto end = all.indexOf(u'"', at + 2);
            if (end < 0)
                end = all.size();
            value = all.sliced(at + 2, end - at - 2);
            at = end + 1;
        }
        if (found == name)
            return unescaped(value);
    }
    return {};
}

QString page::textOf(QStringView html)
{
    QString text;
    qsizetype at = 0;
    for (auto tag = nextTag(html, 0); tag; tag = nextTag(html, at)) {
        // Blocks are not told from words in bold: a space more does no harm, simplified() mends it.
        text += html.sliced(at, tag->start - at);
        text += u' ';
        at = tag->end;
    }
    text += html.sliced(at);
    return unescaped(text).simplified();
}

QString page::unescaped(QStringView text)
{
    auto plain = text.toString();
    if (!plain.contains(u'&'))
        return plain;
    plain.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    plain.replace("&quot;"_L1, "\""_L1).replace("&#39;"_L1, "'"_L1);
    plain.replace("&nbsp;"_L1, u"\u00a0"_s);
    return plain.replace("&amp;"_L1, "&"_L1);
}
