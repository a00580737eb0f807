#include "extraction/title.h"

#include "extraction/limits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr qsizetype longestWritten = 4 * limits::titleLength;

// Letters and digits alone: typographic quotes and dashes differ between a page's own titles.
QString key(QStringView title)
{
    QString bare;
    for (const auto letter : title) {
        if (letter.isLetterOrNumber())
            bare += letter.toCaseFolded();
    }
    return bare;
}

struct Split
{
    QString before;
    QString after;
};

// Every place where a separator parts a title in two.
QList<Split> splits(const QString &title)
{
    static const QRegularExpression separator(
        u"\\s*[|•·»«›‹–—]+\\s+|\\s+[|•·»«›‹–—]+\\s*|\\s+[-~:/]+\\s+|\\s*::\\s*|:\\s+|[｜_|]|\\s*[-–—]{2,}\\s*|(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}])\\s*[-–—_]\\s*"_s);
    QList<Split> found;
    for (auto match = separator.globalMatch(title); match.hasNext() && found.size() < 16;) {
        const auto at = match.next();
        const auto before = title.left(at.capturedStart()).trimmed();
        const auto after = title.mid(at.capturedEnd()).trimmed();
        if (!before.isEmpty() && !after.isEmpty())
            found.append({before, after});
    }
    return found;
}

// "example-times.co.uk" says "exampletimes".
bool namesHost(const QString &piece, const QString &host)
{
    const auto name = key(piece);
    if (name.size() < 3 || host.isEmpty())
        return false;
    const auto whole = key(host);
    if (whole == name || whole == u"www"_s + name)
        return true;
    auto labels = host.split(u'.', Qt::SkipEmptyParts);
    if (labels.size() < 2)
        return false;
    labels.removeLast();
    for (const auto &label : labels) {
        const auto bare = key(label);
        if (bare.size() >= 3
            && (bare == name || u"the"_s + bare == name || bare == u"the"_s + name))
            return true;
    }
    return key(labels.join(u'.')) == name || key(labels.last() + u"com"_s) == name;
}

bool namesOutlet(const QString &piece, const QString &site, const QString &host)
{
    const auto name = key(piece);
    if (name.isEmpty())
        return true;
    const auto outlet = key(site);
    if (!outlet.isEmpty()
        && (name == outlet || u"the"_s + name == outlet || name == u"the"_s + outlet))
        return true;
    return namesHost(piece, host);
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
    const auto mine = key(title);
    return !mine.isEmpty() && std::any_of(others.begin(), others.end(), [&](const QString &other) {
        return key(other) == mine;
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

struct Candidate
{
    QString title;
    int votes = 0;
    int rank = 0; // Lower is trusted more.
};

class Election
{
public:
    void propose(const QString &title, int weight)
    {
        const auto name = key(title);
        if (name.isEmpty() || title.size() > limits::titleLength)
            return;
        for (auto &candidate : m_candidates) {
            if (key(candidate.title) == name) {
                candidate.votes += weight;
                return;
            }
        }
        m_candidates.append({.title = title, .votes = weight, .rank = int(m_candidates.size())});
    }

    [[nodiscard]] QString winner() const
    {
        const Candidate *best = nullptr;
        for (const auto &candidate : m_candidates) {
            if (!best || candidate.votes > best->votes)
                best = &candidate;
        }
        return best ? best->title : QString();
    }

private:
    QList<Candidate> m_candidates;
};

} // namespace

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
            if (namesOutlet(split.after, site, host)) {
                rest = split.before;
                cut = true;
                break;
            }
            if (namesOutlet(split.before, site, host)) {
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
    const auto cut = [&](const QString &title, const QStringList &confirmed) {
        return withoutOutlet(title, sources.site, sources.host, confirmed);
    };
    QStringList shortForms = sources.headings;
    shortForms += {sources.structured, sources.openGraph, sources.twitter};
    shortForms += sources.others;
    shortForms.removeAll(QString());

    Election election;
    const auto structured = cut(sources.structured, sources.headings);
    const auto openGraph
        = cut(sources.openGraph, sources.headings + QStringList{sources.structured});
    auto page = cut(sources.pageTitle, shortForms);
    if (page == text::simplified(sources.pageTitle) && !agrees(page, shortForms))
        page = withoutTail(page);
    const auto siteOnly
        = [&](const QString &title) { return namesOutlet(title, sources.site, sources.host); };
    // A page with one <h1> has its headline there; with several, the first may be the masthead.
    int weight = sources.headings.size() == 1 ? 5 : 4;
    for (const auto &heading : sources.headings) {
        if (!siteOnly(heading)) {
            election.propose(cut(heading, {}), weight);
            weight = 1;
        }
    }
    if (!siteOnly(structured))
        election.propose(structured, 3);
    if (!siteOnly(openGraph))
        election.propose(openGraph, 3);
    if (!siteOnly(page))
        election.propose(page, 3);
    const auto twitter = cut(sources.twitter, shortForms);
    if (!siteOnly(twitter))
        election.propose(twitter, 1);
    for (const auto &other : sources.others)
        election.propose(cut(other, {}), 2);
    const auto winner = election.winner();
    return winner.isEmpty() ? text::simplified(page) : winner;
}

} // namespace extraction
