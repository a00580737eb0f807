#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace page {

// How readily a word is broken: lines of one length need that, while in others the gap at their end
// disturbs less than a hyphen, so that only long words break there, and not near their ends.
enum class Division { Ready, Reluctant };

// Where the words of a language may break, by Liang's patterns ("Word Hy-phen-a-tion by
// Com-put-er", 1983), read from the files that LibreOffice and Firefox use, too. Whoever has them
// may use them in any thread.
class Patterns
{
public:
    // Those of a language, as BCP 47 names it; empty where the machine has none. Reads a file: no
    // work for the thread that draws.
    static Patterns load(const QString &language, const QString &folder = usualFolder());
    static QString usualFolder();
    // Which file load() reads; empty where there is none. Looks into the folder.
    static QString fileOf(const QString &language, const QString &folder = usualFolder());

    [[nodiscard]] bool isEmpty() const { return !m_rules; }
    // Where a word may break, in characters from its beginning, in order. Never near its ends, nor
    // at all in short words, names in capitals and words that hold anything but letters.
    [[nodiscard]] QList<qsizetype> breaks(QStringView word,
                                          Division division = Division::Ready) const;

private:
    struct Rules;

    std::shared_ptr<const Rules> m_rules;
};

} // namespace page
