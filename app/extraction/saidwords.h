#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace extraction {

// The words of a story, to find those in them that are quoted from it.
class SaidWords
{
public:
    explicit SaidWords(const QStringList &paragraphs);

    // How much of a quotation must be the story's own: editors leave out who said it and mend the
    // beginning of what they set large.
    enum class Likeness { EveryWord, NearlyAll };
    // Whether its words stand in the story in their order, in runs that little comes between.
    [[nodiscard]] bool hold(const QString &quotation, Likeness likeness) const;

private:
    [[nodiscard]] bool goesOn(const std::vector<int> &quoted, size_t at, size_t from,
                              size_t skips) const;
    [[nodiscard]] size_t nextRun(const std::vector<int> &quoted, size_t at, size_t from) const;

    QHash<QString, int> m_numbers; // Of words; all others are alike in that none of them is here.
    std::vector<int> m_words;
};

} // namespace extraction
