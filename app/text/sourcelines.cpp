#include "text/credits.h"
#include "text/limits.h"
#include "text/linelabels.h"
#include "text/lineshape.h"

#include <QUrl>

namespace text {

std::optional<SourceLine> sourceLine(QStringView line)
{
    const auto clean = bareLine(line);
    if (clean.size() > limits::labelledLineCharacters)
        return std::nullopt;
    const auto [label, rest, marked] = labelledLine(clean);
    if (!isSourceLabel(label) || !marked)
        return std::nullopt;
    // "Source: Reuters" names no page; "Original url: 'https://…" does, as does a label alone.
    const auto lower = rest.left(8).toString().toLower();
    const bool begins = rest.isEmpty() || lower.startsWith(u"http") || lower.startsWith(u"www.")
        || lower.startsWith(u"<http") || lower.startsWith(u"[") || lower.startsWith(u"(http")
        || QStringView(u"https://").startsWith(lower);
    if (!begins)
        return std::nullopt;
    return SourceLine{.rest = rest.toString()};
}

QString mendedAddress(QStringView written)
{
    QString address;
    for (const QChar character : written.left(limits::addressCharacters)) {
        if (!character.isSpace() && character.unicode() != 0x00AD && character.unicode() != 0x200B
            && character.unicode() != 0xFEFF)
            address += character;
    }
    const auto start = address.indexOf(u"http", 0, Qt::CaseInsensitive);
    if (start < 0)
        return {};
    const bool opened = start > 0 && QStringView(u"<([\"'").contains(address.at(start - 1));
    address = address.sliced(start);
    while (!address.isEmpty() && QStringView(u">\"'*.,;").contains(address.back()))
        address.chop(1);
    while (opened && (address.endsWith(u')') || address.endsWith(u']')))
        address.chop(1);
    const QUrl url(address, QUrl::TolerantMode);
    const auto scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"http" && scheme != u"https"))
        return {};
    return address;
}

} // namespace text
