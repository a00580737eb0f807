#pragma once

#include <QString>

namespace text {

// Words met around names, looked up as folded() gives them.

enum class Lead {
    None,
    By, // Nothing but a name follows: "by", "written by", "بقلم".
    Preposition, // Many other things may follow: "von", "di", "por".
    Label // A colon must follow: "author", "автор", "文".
};

// What a beginning of one to four words leads to.
Lead leadOf(const QString &folded);

// "fotos", "interview": work on a story that is named beside its text ("Text und Fotos: …").
bool isWorkWord(const QString &folded);

// A news agency or picture agency: "AFP", "Getty Images", "新华社". The short ones are words as
// well ("pa", "tt"), so the writing is looked at too.
bool isAgency(QStringView written);

// "editor", "Redakteurin", "корреспондент"; adjectives that only go with them ("senior").
bool isJobWord(const QString &folded);

// "and", "und", "、".
bool isAnd(const QString &folded);

// "in Kyiv", "aus Berlin", "for The Example Times": what follows is no name.
bool isCutWord(const QString &folded);

// "van", "de", "bin": the lower-case words of names.
bool isParticle(const QString &folded);

// Cities of two words, which stand after a name like a second name.
bool isLongPlace(const QString &folded);

} // namespace text
