#pragma once

#include <QStringView>

namespace formats {

// What sites and programs put around every story, in the languages of ours. All of them are short
// lines; a sentence of a story is never one.

// "Print | Share this article".
bool isShareLine(QStringView line);
// "Please enable JavaScript to watch this video."
bool isScriptNotice(QStringView line);
// "Sign up for our morning newsletter".
bool isNewsletterHeading(QStringView line);
// "The five stories of the day, in your inbox before breakfast."
bool isNewsletterLine(QStringView line);
// "Most read": a list of links that have nothing to do with the story follows.
bool isRankingHeading(QStringView line);
// "3 min read", "Lesezeit: 4 Minuten".
bool isReadingTime(QStringView line);
// "gazette.example": nothing but a host's name.
bool isHostName(QStringView line);

// "Comments (12)": what readers wrote follows.
bool isCommentsHeading(QStringView line);
// "© 2025 The Example Times. All rights reserved."
bool isCopyrightLine(QStringView line);
// "ADVERTISEMENT", alone or run into what it advertises.
bool isAdvertLine(QStringView line);
// "Filed under: Sport, Harbour".
bool isTagsLine(QStringView line);
// "We and our partners use cookies …", "Accept all".
bool isConsentLine(QStringView line);
// "Skip to content".
bool isSkipLine(QStringView line);
// "Home > World".
bool isBreadcrumb(QStringView line);
// A button or an empty field, as lynx and w3m write them.
bool isControlLine(QStringView line);

} // namespace formats
