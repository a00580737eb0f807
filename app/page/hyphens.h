#pragma once

#include <QHash>
#include <QString>

#include <memory>

struct _HyphenDict;

namespace page {

// Where the words of a language may break, by Liang's patterns. Whoever has them may use them in
// any thread.
class Patterns
{
public:
    // Those of a language, as BCP 47 names it; empty where the machine has none. Reads a file: no
    // work for the thread that draws.
    static Patterns load(const QString &language, const QString &folder = usualFolder());
    static QString usualFolder();

    [[nodiscard]] bool isEmpty() const { return !m_dictionary; }
    // Where a word may break, in characters from its beginning, in order. Never near its ends, nor
    // at all in short words, names in capitals and words that hold anything but letters.
    [[nodiscard]] QList<qsizetype> breaks(QStringView word) const;

private:
    std::shared_ptr<_HyphenDict> m_dictionary;
};

// A story as story() made it, marked or not, with a soft hyphen wherever a word of its running text
// may break. Headlines, captions, tables and code have none: they are seldom justified and often
// looked at.
QString hyphenated(const QString &story, const Patterns &patterns);

inline constexpr QChar softHyphen(0x00ad);

} // namespace page
