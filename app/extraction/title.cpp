#include "extraction/title.h"

#include "extraction/limits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype longestWritten = 4 * limits::titleLength;

struct Split
{
    QString before;
    QString after;
    bool strong = false; // A bar or a dash between spaces: a colon is more often the title's own.
};

// Every place where a separator parts a title in two.
QList<Split> splits(const QString &title)
{
    static const QRegularExpression separator(
        u"\\s*[|•·»«›‹–—]+\\s+|\\s+[|•·»«›‹–—]+\\s*|\\s+[-~:/]+\\s+|\\s*::\\s*|:\\s+|[｜_|]|\\s*[-–—]{2,}\\s*|(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}！？。）」』》…])\\s*[-–—_]\\s*"_s);
    QList<Split> found;
    for (auto match = separator.globalMatch(title); match.hasNext() && found.size() < 16;) {
        const auto at = match.next();
        const auto before = title.left(at.capturedStart()).trimmed();
        const auto after = title.mid(at.capturedEnd()).trimmed();
        if (!before.isEmpty() && !after.isEmpty())
            found.append({before, after, !at.captured().contains(u':')});
    }
    return found;
}

// "example-times.co.uk" says "exampletimes".
bool namesHost(const QString &piece, const QString &host)
{
    const auto name = titleKey(piece);
    if (name.size() < 3 || host.isEmpty())
        return false;
    const auto whole = titleKey(host);
    if (whole == name || whole == u"www"_s + name)
        return true;
    auto labels = host.split(u'.', Qt::SkipEmptyParts);
    if (labels.size() < 2)
        return false;
    labels.removeLast();
    for (const auto &label : labels) {
        const auto bare = titleKey(label);
        if (bare.size() >= 3
            && (bare == name || u"the"_s + bare == name || bare == u"the"_s + name))
            return true;
    }
    return titleKey(labels.join(u'.')) == name || titleKey(labels.last() + u"com"_s) == name;
}

bool namesOutlet(const QString &piece, const QString &site, const QString &host)
{
    const auto name = titleKey(piece);
    if (name.isEmpty())
        return true;
    const auto outlet = titleKey(site);
    if (!outlet.isEmpty()
        && (name == outlet || u"the"_s + name == outlet || name == u"the"_s + outlet))
        return true;
    return namesHost(piece, host);
}

QStringList wordsOf(const QString &title)
{
    static const QRegularExpression notWord(u"[^\\p{L}\\p{N}]+"_s);
    auto found = title.toCaseFolded().split(notWord, Qt::SkipEmptyParts);
    found.erase(std::remove_if(found.begin(), found.end(),
                               [](const QString &word) { return word.size() < 2; }),
                found.end());
    return found;
}

// Names that are more than the address says: "Old Gazette Online" at oldgazette.example.
bool resemblesOutlet(const QString &piece, const QString &site, const QString &host)
{
    const auto outlet = titleKey(site) + u' ' + titleKey(host);
    int known = 0;
    const auto all = wordsOf(piece);
    for (const auto &word : all)
        known += word.size() >= 3 && outlet.contains(word) ? 1 : 0;
    return known > 0 && known * 2 >= all.size();
}

// The outlet beside a title, also where its name is longer than what is known of it.
bool isOutletBeside(const QString &piece, const QString &title, const Split &split,
                    const QString &site, const QString &host)
{
    if (namesOutlet(piece, site, host))
        return true;
    return split.strong && wordsOf(title).size() >= 3 && resemblesOutlet(piece, site, host)
        && !resemblesOutlet(title, site, host);
}

int words(const QString &text)
{
    return int(text.split(u' ', Qt::SkipEmptyParts).size());
}

// Written without spaces between words.
bool isWide(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) {
        return letter.unicode() >= 0x2E80 && letter.unicode() < 0xFB00;
    });
}

bool agrees(const QString &title, const QStringList &others)
{
    const auto mine = titleKey(title);
    return !mine.isEmpty() && std::any_of(others.begin(), others.end(), [&](const QString &other) {
        return titleKey(other) == mine;
    });
}

// With nothing to confirm it, a last piece after a bar or dash is cut when it is short beside the
// rest: the way most sites write their name.
QString withoutTail(const QString &title)
{
    static const QRegularExpression strong(u"\\s+[|–—»·•-]\\s+|\\s*[｜|]\\s*"_s);
    qsizetype start = -1;
    qsizetype end = -1;
    for (auto match = strong.globalMatch(title); match.hasNext();) {
        const auto at = match.next();
        start = at.capturedStart();
        end = at.capturedEnd();
    }
    if (start <= 0)
        return title;
    const auto before = title.left(start).trimmed();
    const auto after = title.mid(end).trimmed();
    const auto isLong = words(before) >= 3 || (isWide(before) && before.size() >= 6);
    if (words(after) <= 4 && isLong && before.size() > after.size())
        return before;
    return title;
}

// How much of the shorter of two titles the other one has, 0 to 1.
double likeness(const QString &a, const QString &b)
{
    auto shorter = wordsOf(a);
    auto longer = wordsOf(b);
    if (shorter.size() > longer.size())
        shorter.swap(longer);
    if (shorter.isEmpty())
        return 0;
    if (isWide(a) && isWide(b))
        return titleKey(a).contains(titleKey(b)) || titleKey(b).contains(titleKey(a)) ? 1 : 0;
    const auto shared = std::count_if(shorter.begin(), shorter.end(),
                                      [&](const QString &word) { return longer.contains(word); });
    return double(shared) / double(shorter.size());
}

// The sources of a headline, each without the outlet's name.
class Choice
{
public:
    explicit Choice(const TitleSources &sources)
        : m_sources(sources)
    {
        auto confirmed = sources.headings + sources.others;
        m_structured = bare(sources.structured, confirmed);
        confirmed.append(sources.structured);
        m_openGraph = bare(sources.openGraph, confirmed);
        confirmed.append(sources.openGraph);
        m_twitter = bare(sources.twitter, confirmed);
        confirmed.append(sources.twitter);
        confirmed.removeAll(QString());
        m_page = bare(sources.pageTitle, confirmed);
        for (const auto &other : sources.others)
            m_others.append(withoutOutlet(other, sources.site, sources.host));
    }

    [[nodiscard]] QString title() const
    {
        auto found = heading();
        return found.isEmpty() ? stated() : withoutKicker(found);
    }

private:
    [[nodiscard]] bool namesSite(const QString &title) const
    {
        return namesOutlet(title, m_sources.site, m_sources.host);
    }

    [[nodiscard]] QString bare(const QString &title, const QStringList &confirmed) const
    {
        auto cut = withoutOutlet(title, m_sources.site, m_sources.host, confirmed);
        if (cut == text::simplified(title) && !agrees(cut, m_sources.headings + m_sources.others))
            cut = withoutTail(cut);
        return namesSite(cut) ? QString() : cut;
    }

    // Headings nobody sees repeat the page's title as it is.
    [[nodiscard]] QString bareHeading(const QString &written) const
    {
        auto cut = withoutOutlet(written, m_sources.site, m_sources.host);
        if (cut.contains(" | "_L1) && titleKey(cut) == titleKey(m_sources.pageTitle))
            cut = withoutTail(withoutTail(cut));
        return cut;
    }

    [[nodiscard]] QStringList statements() const
    {
        auto all = QStringList{m_structured, m_openGraph, m_page, m_twitter} + m_others;
        all.removeAll(QString());
        return all;
    }

    // What readers see above the story outranks what search engines are told, if both speak of the
    // same story.
    [[nodiscard]] QString heading() const
    {
        const auto said = statements();
        QString best;
        QString agreed;
        double most = 0;
        for (const auto &written : m_sources.headings) {
            const auto cut = bareHeading(written);
            if (cut.size() > longestHeading || titleKey(cut).isEmpty() || namesSite(cut))
                continue;
            // Of several, the longest: a section's name may stand in the title too.
            if ((agrees(cut, said) || agrees(written, said)) && cut.size() > agreed.size())
                agreed = cut;
            const auto support = std::min(supportOf(cut, said), enoughSupport);
            if (support > most) {
                most = support;
                best = cut;
            }
        }
        if (!agreed.isEmpty())
            return agreed;
        return most >= leastSupport || said.isEmpty() ? best : QString();
    }

    [[nodiscard]] double supportOf(const QString &heading, const QStringList &said) const
    {
        if (resemblesOutlet(heading, m_sources.site, m_sources.host))
            return 0;
        // A page with one <h1> has its headline there; with several, one may be the masthead.
        const auto alone = m_sources.headings.size() == 1 && words(heading) >= 3;
        auto support = alone ? leastSupport : 0.0;
        for (const auto &other : said)
            support = std::max(support, likeness(heading, other));
        return support;
    }

    // "Column Why the goats are back": a line above the headline in the same element.
    [[nodiscard]] QString withoutKicker(const QString &title) const
    {
        static const QRegularExpression aside(u"^\\s*(?:[|•(]|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})"_s);
        const auto whole = titleKey(title);
        for (const auto &other : {m_structured, m_openGraph, m_twitter}) {
            const auto part = titleKey(other);
            if (words(other) < 3 || part.size() * 2 <= whole.size() || part.size() >= whole.size())
                continue;
            const auto before = title.chopped(std::min(other.size(), title.size())).trimmed();
            if (whole.endsWith(part) && isKicker(before, other))
                return other;
            // A date or a category behind it.
            if (whole.startsWith(part) && aside.match(title.mid(other.size())).hasMatch())
                return other;
        }
        return title;
    }

    // "The" is none; "Blog:" is one where more than one source says the title without it.
    [[nodiscard]] bool isKicker(const QString &before, const QString &title) const
    {
        constexpr qsizetype shortest = 5;
        if (before.size() < shortest)
            return false;
        if (before.back().isLetterOrNumber())
            return true;
        const auto said = statements();
        const auto mine = titleKey(title);
        return before.endsWith(u':') && !before.contains(u' ')
            && std::count_if(said.begin(), said.end(),
                             [&](const QString &other) { return titleKey(other) == mine; })
            > 1;
    }

    // Without a heading: what two sources say, or the first of them.
    [[nodiscard]] QString stated() const
    {
        const auto said = statements();
        for (const auto &title : said) {
            const auto mine = titleKey(title);
            const auto votes = std::count_if(said.begin(), said.end(), [&](const QString &other) {
                return titleKey(other) == mine;
            });
            if (votes > 1 && title.size() <= limits::titleLength)
                return title;
        }
        for (const auto &title : said) {
            if (title.size() <= limits::titleLength)
                return title;
        }
        return {};
    }

    static constexpr double leastSupport = 0.4;
    static constexpr double enoughSupport = 0.5; // The first of those with this much is it.
    static constexpr qsizetype longestHeading = 200; // Longer ones are sentences.

    const TitleSources &m_sources;
    QString m_structured;
    QString m_openGraph;
    QString m_twitter;
    QString m_page;
    QStringList m_others;
};

} // namespace

QString titleKey(QStringView title)
{
    QString bare;
    for (const auto letter : title) {
        if (letter.isLetterOrNumber())
            bare += letter.toCaseFolded();
    }
    return bare;
}

QString withoutOutlet(const QString &title, const QString &site, const QString &host,
                      const QStringList &confirmed)
{
    // A hostile title may be nothing but separators.
    auto rest = text::simplified(title.left(longestWritten));
    if (agrees(rest, confirmed) && splits(rest).isEmpty())
        return rest;
    // The longest part that another source says, wherever it stands between separators.
    QString best;
    for (const auto &split : splits(rest)) {
        for (const auto &part : {split.before, split.after}) {
            if (part.size() > best.size() && agrees(part, confirmed))
                best = part;
        }
    }
    if (!best.isEmpty() && !agrees(rest, confirmed))
        return best;
    for (bool cut = true; cut;) {
        cut = false;
        for (const auto &split : splits(rest)) {
            if (isOutletBeside(split.after, split.before, split, site, host)) {
                rest = split.before;
                cut = true;
                break;
            }
            if (isOutletBeside(split.before, split.after, split, site, host)) {
                rest = split.after;
                cut = true;
                break;
            }
        }
    }
    return rest;
}

QStringList titleParts(const QString &title)
{
    QStringList parts{text::simplified(title.left(longestWritten))};
    for (const auto &split : splits(parts.first()))
        parts += {split.before, split.after};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return parts;
}

QString headline(const TitleSources &sources)
{
    const auto title = Choice(sources).title();
    return title.isEmpty() ? text::simplified(sources.pageTitle.left(longestWritten)) : title;
}

} // namespace extraction
