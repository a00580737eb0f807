#include "formats/epubentry.h"

#include "formats/clipfields.h"
#include "text/dates.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

QUrl webAddress(const QString &written)
{
    const QUrl url(written.trimmed());
    const auto isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

// The address a list of terms gives: a link whose words are its address.
QUrl shownAddress(const html::Node &node)
{
    for (const auto &link : node.descendants(u"a")) {
        const auto url = webAddress(link.attribute("href"));
        if (!url.isEmpty() && webAddress(html::textOf(link)) == url)
            return url;
    }
    return {};
}

bool isDay(const QString &text)
{
    static const QRegularExpression day(uR"(^\d{4}-\d\d-\d\d$)"_s);
    return day.match(text).hasMatch();
}

// The terms' names are in the language of their server; their order is not: author, days of
// publication and of saving (or only this), reading time, address, addresses of the server, tags.
Article statedByTerms(const html::Node &list)
{
    Article stated;
    QStringList days;
    QString first;
    QString afterAddress;
    for (const auto &term : list.descendants(u"dd")) {
        const auto text = html::textOf(term);
        if (first.isNull())
            first = text;
        if (isDay(text))
            days.append(text);
        if (const auto url = shownAddress(term); !url.isEmpty()) {
            if (stated.url.isEmpty())
                stated.url = url;
            afterAddress.clear();
        } else if (!stated.url.isEmpty()) {
            afterAddress = text;
        }
    }
    const auto isSite = first == stated.url.host() || "www."_L1 + first == stated.url.host();
    const auto isUnknown = list.descendants(u"dd").size() > 1
        && html::textOf(list.descendants(u"dd").at(1)) == first;
    if (!isSite && !isUnknown && !isDay(first))
        stated.authors = authorsFrom({first});
    if (days.size() > 1)
        stated.published = Timestamp::fromIso(days.first());
    if (!days.isEmpty())
        stated.provenance.savedAt = Timestamp::fromIso(days.last());
    for (const auto &tag : afterAddress.split(u',', Qt::SkipEmptyParts))
        stated.tags.append(tag.trimmed());
    stated.provenance.savedBy = u"wallabag"_s;
    return stated;
}

std::optional<FoundEntry> findTerms(const html::Node &body)
{
    const auto list = body.firstDescendant(u"dl");
    if (list.isNull() || shownAddress(list).isEmpty())
        return {};
    FoundEntry found{.entry = {.stated = statedByTerms(list)}, .nodes = {list}};
    // Stands above the list: "(2/7) Headline".
    if (const auto heading = body.firstDescendant(u"h1"); !heading.isNull()) {
        static const QRegularExpression number(uR"(^\(\d+/\d+\)\s*)"_s);
        found.entry.stated.title = html::textOf(heading).remove(number);
        found.nodes.append(heading);
    }
    return found;
}

// True for the link behind "downloaded by calibre from", whatever the words are in.
bool isCalibreLink(const html::Node &link)
{
    if (link.attribute("rel").contains("calibre-downloaded-from"_L1))
        return true;
    auto before = link.previousSibling();
    while (!before.isNull() && !before.isElement())
        before = before.previousSibling();
    return !before.isNull() && before.isElement() && html::textOf(before) == "calibre"_L1;
}

std::optional<FoundEntry> findCalibreLine(const html::Node &body)
{
    for (const auto &link : body.descendants(u"a")) {
        const auto url = webAddress(link.attribute("href"));
        if (url.isEmpty() || !isCalibreLink(link))
            continue;
        Article stated{.url = url};
        stated.provenance.savedBy = u"calibre"_s;
        auto line = link.parent();
        if (line == body)
            line = link;
        return FoundEntry{.entry = {.stated = stated}, .nodes = {line}};
    }
    return {};
}

} // namespace

std::optional<FoundEntry> formats::findEpubEntry(const html::Node &body)
{
    if (auto found = findTerms(body))
        return found;
    return findCalibreLine(body);
}
