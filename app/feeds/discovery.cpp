#include "feeds/discovery.h"

#include "feeds/addresses.h"
#include "feeds/knownsites.h"
#include "feeds/limits.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
namespace limits = feeds::limits;

namespace {

// What people write around an address.
constexpr auto openingMarks = u"<>\"'`([{«»“”„‘’‹›*|";
constexpr auto closingMarks = u"<>\"'`]}«»“”„‘’‹›*|.,;:!?…";

// Where sites have their feed, the commonest first.
constexpr std::array placesOfSite{"feed/"_L1,     "rss.xml"_L1,    "atom.xml"_L1,
                                  "feed.xml"_L1,  "index.xml"_L1,  "rss/"_L1,
                                  "feed.json"_L1, "?feed=rss2"_L1, "feeds/posts/default"_L1,
                                  "feed.atom"_L1, "index.rdf"_L1,  "feed.rss"_L1};
// The same in a folder of a site: a blog beside other things.
constexpr std::array placesOfFolder{"feed/"_L1, "rss.xml"_L1, "atom.xml"_L1, "index.xml"_L1};
// Of the guesses, some are left for the root.
constexpr qsizetype deepestFolder = 2;

QString withoutMarks(QStringView word)
{
    while (!word.isEmpty() && QStringView(openingMarks).contains(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty()) {
        const auto last = word.back();
        // A parenthesis that was opened in the address belongs to it.
        const auto closes = last == u')' && word.count(u')') > word.count(u'(');
        if (!closes && !QStringView(closingMarks).contains(last))
            break;
        word.chop(1);
    }
    return word.toString();
}

// "@ada@social.example", "r/news": names of places that have an address.
QUrl addressOfName(const QString &word)
{
    static const QRegularExpression profile(
        u"^(?:acct:|@)([\\w.-]+)@([\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?)$"_s);
    static const QRegularExpression forum(u"^/?(r|u|user)/([\\w-]+)/?$"_s);
    if (const auto match = profile.match(word); match.hasMatch())
        return feeds::addressOfWord(u"https://%1/@%2"_s.arg(match.captured(2), match.captured(1)));
    if (const auto match = forum.match(word); match.hasMatch()) {
        const auto kind = match.captured(1) == "r"_L1 ? "r"_L1 : "user"_L1;
        return QUrl(u"https://www.reddit.com/%1/%2/"_s.arg(kind, match.captured(2)));
    }
    return {};
}

// The first address with a scheme in a text: markup and punctuation may stand right beside it.
QUrl addressWithin(const QString &text)
{
    static const QRegularExpression address(
        u"(?:(?:feeds?:|rss:|podcast:|pcast:|itpc:|view-source:)+(?://)?|https?://|file:///)[^\\s<>\"`]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = address.match(text);
    return match.hasMatch() ? feeds::addressOfWord(withoutMarks(match.capturedView())) : QUrl();
}

QUrl addressAmong(const QStringList &words)
{
    for (const auto &word : words) {
        const auto plain = withoutMarks(word);
        const auto url
            = addressOfName(plain).isEmpty() ? feeds::addressOfWord(plain) : addressOfName(plain);
        if (url.scheme().startsWith("http"_L1))
            return url;
    }
    return {};
}

QUrl within(const QUrl &folder, QLatin1StringView place)
{
    return folder.resolved(QUrl(place));
}

// "/blog/2024/05/title" lies in "/blog/"; folders named by numbers are dates.
QStringList foldersOf(const QUrl &url)
{
    static const QRegularExpression number(u"^\\d+$"_s);
    auto names = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    // "/blog" is most likely a folder, "/blog/title" a page in one.
    const auto isPage = !url.path().endsWith(u'/') && !names.isEmpty()
        && (names.size() > 1 || names.last().contains(u'.'));
    if (isPage)
        names.removeLast();
    QStringList folders;
    QString folder = u"/"_s;
    for (const auto &name : names) {
        if (folders.size() >= deepestFolder || number.match(name).hasMatch())
            break;
        folder += name + u'/';
        folders.prepend(folder);
    }
    return folders;
}

} // namespace

QUrl feeds::addressFrom(const QString &typed)
{
    const auto text = typed.left(limits::pastedLength).trimmed();
    const auto words = text.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    if (words.size() == 1) {
        const auto word = withoutMarks(text);
        if (const auto named = addressOfName(word); !named.isEmpty())
            return named;
        const auto url = addressOfWord(word);
        return url.isEmpty() ? addressWithin(text) : url;
    }
    // "https:// example.org", "example .org"
    if (words.size() == 2
        && (words.at(0).endsWith(u'/') || words.at(0).endsWith(u':') || words.at(0).endsWith(u'.')
            || words.at(1).startsWith(u'.') || words.at(1).startsWith(u'/')))
        return addressFrom(words.join(QString()));
    // A file's name may have spaces.
    if (text.startsWith(u'/') || text.startsWith("file:"_L1))
        return addressOfWord(text);
    const auto url = addressWithin(text);
    return url.isEmpty() ? addressAmong(words) : url;
}

QList<feeds::Candidate> feeds::knownPlaces(const QUrl &url)
{
    QList<Candidate> places;
    if (!url.scheme().startsWith("http"_L1))
        return places;
    for (const auto &feed : knownFeeds(url)) {
        const QUrl place(feed);
        // What is a feed's address already fits the form of its page.
        if (place.isValid() && addressKey(place) != addressKey(url))
            places.append({.url = place});
    }
    return places;
}

QList<feeds::Candidate> feeds::commonPlaces(const QUrl &url)
{
    QList<Candidate> places;
    if (!url.scheme().startsWith("http"_L1))
        return places;
    const auto site = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    const auto append = [&](const QUrl &place) {
        const auto isKnown
            = std::ranges::any_of(places, [&](const auto &each) { return each.url == place; });
        if (!isKnown && place != url && places.size() < limits::guesses)
            places.append({.url = place});
    };
    for (const auto &folder : foldersOf(url)) {
        for (const auto place : placesOfFolder)
            append(within(site.resolved(QUrl(folder)), place));
    }
    for (const auto place : placesOfSite)
        append(within(site.resolved(QUrl(u"/"_s)), place));
    return places;
}
