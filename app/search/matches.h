#pragma once

#include "search/query.h"

#include <QList>
#include <QString>

#include <string>

// Where the words of a search stand in a text, found as the index finds them: case and diacritics
// folded, Chinese and Thai anywhere in a sentence.
namespace search {

class Matches
{
public:
    struct Range
    {
        qsizetype at = 0;
        qsizetype length = 0;

        bool operator==(const Range &) const = default;
    };

    Matches() = default; // None.
    // What must not occur is not looked for. `kinds` are the operators whose words count beside
    // plain ones (Term::Kind::Title in a headline, By in a byline …).
    explicit Matches(const Query &query, const QList<Term::Kind> &kinds = {});

    [[nodiscard]] bool isEmpty() const { return m_sought.isEmpty(); }
    // In their order, none touching another. Takes time in proportion to the text, whatever is in
    // it.
    [[nodiscard]] QList<Range> in(const QString &text) const;
    // About `length` characters around the first matches, beginning and ending between words, with
    // "…" where text was left out; empty when nothing matches.
    [[nodiscard]] QString passage(const QString &text, qsizetype length) const;

    bool operator==(const Matches &) const = default;

private:
    QList<std::u32string> m_sought; // As folded() writes text.
};

} // namespace search
