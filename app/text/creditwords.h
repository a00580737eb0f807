#pragma once

#include <QString>

namespace text {

// Words of picture credits, looked up as folded() gives them.

// "photo", "Foto", "Фото": a colon and a name follow.
bool isCreditLabel(const QString &folded);

// "photo by", "photograph by", "Foto von": a name follows.
bool isCreditPhrase(const QString &folded);

// "submitted photo": says where a picture comes from without a name.
bool isCreditNotice(const QString &folded);

// Lower-case words met between the names of a credit: "for", "via", "archive".
bool isCreditCompany(const QString &folded);

// "left", "Mitte", "يمين": a parenthesis that says where somebody stands.
bool isDirection(const QString &folded);

} // namespace text
