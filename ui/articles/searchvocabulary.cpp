#include "articles/searchvocabulary.h"

#include "articles/limits.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int staysFresh = 60'000; // Milliseconds.

// Counts names, and lists them by that.
class Names
{
public:
    void add(const QString &name)
    {
        const auto plain = name.simplified();
        if (!plain.isEmpty())
            ++m_counts[plain];
    }

    [[nodiscard]] QStringList byFrequency() const
    {
        auto list = m_counts.keys();
        std::ranges::sort(list, [this](const QString &one, const QString &other) {
            const auto first = m_counts.value(one);
            const auto second = m_counts.value(other);
            return first != second ? first > second : one.localeAwareCompare(other) < 0;
        });
        return list;
    }

private:
    QHash<QString, int> m_counts;
};

Result<suggestions::Known> knownTo(Library &library)
{
    const auto headlines = library.headlines({}, limits::headlinesForValues);
    if (!headlines)
        return headlines.error();
    const auto tree = library.feeds().tree();
    Names authors;
    Names outlets;
    Names languages;
    static const QRegularExpression between(u"\\s*(?:,|;| and | & )\\s*"_s);
    for (const auto &headline : *headlines) {
        const auto names = headline.byline.split(between, Qt::SkipEmptyParts);
        for (const auto &name : names)
            authors.add(name);
        outlets.add(headline.site);
        languages.add(headline.language.section(u'-', 0, 0).toLower());
    }
    if (tree) {
        for (const auto &feed : tree->feeds)
            outlets.add(feed.title);
    }
    return suggestions::Known{.authors = authors.byFrequency(),
                              .outlets = outlets.byFrequency(),
                              .languages = languages.byFrequency()};
}

} // namespace

SearchVocabulary::SearchVocabulary(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
}

void SearchVocabulary::renew()
{
    if (m_asked.isValid() && m_asked.elapsed() < staysFresh)
        return;
    m_asked.start();
    m_library.read(knownTo, this, [this](const Result<suggestions::Known> &known) {
        if (!known || *known == m_known)
            return;
        m_known = *known;
        emit changed();
    });
}
