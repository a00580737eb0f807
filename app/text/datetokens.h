#pragma once

#include "text/datewords.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace text {

// A number, a word or a mark of a line in which a date is looked for.
struct DateToken
{
    enum class Kind { Number, Word, Mark };

    Kind kind = Kind::Mark;
    qint64 value = 0; // Of a number.
    int digits = 0;
    QString folded = {}; // Of a word.
    DateWord meaning = {};
    QChar mark = {};
    bool capitals = false; // The word was written in capitals only.
    bool spaceBefore = false;

    [[nodiscard]] bool isNumber(int leastDigits, int mostDigits) const
    {
        return kind == Kind::Number && digits >= leastDigits && digits <= mostDigits;
    }
    [[nodiscard]] bool isMark(QStringView anyOf) const
    {
        return kind == Kind::Mark && anyOf.contains(mark);
    }
    [[nodiscard]] bool isWord() const { return kind == Kind::Word; }
};

// Digits and letters part words also without a space ("8h15", "3rd", "2025年4月"). Chinese and
// Japanese are cut into the words that matter for dates and single characters.
QList<DateToken> dateTokens(QStringView text);

} // namespace text
