#pragma once

#include "search/query.h"

#include <QDate>
#include <QString>

#include <optional>
#include <variant>

// The operators and what may stand behind them.
namespace search::terms {

// "by:", "is:unread" … in the order they are offered in.
QStringList operators();

// How many characters at the beginning of the text are an operator and its colon; 0 for none.
qsizetype operatorLength(QStringView text);

// The condition that an operator ("by", without its colon) and its value make, or what is wrong
// with the value.
std::variant<Term, Problem::Kind> termOf(const QString &name, const QString &value,
                                         const QDate &today);

} // namespace search::terms
