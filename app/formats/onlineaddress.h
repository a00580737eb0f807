#pragma once

#include <QString>
#include <QUrl>

namespace formats {

// Where a mail says that it can be read on the web: the address behind "View this e-mail in your
// browser" and the like, in the languages of ours. Empty when it does not say so.
QUrl onlineAddress(const QString &html);

// The same in a plain text: "View this post on the web at https://…".
QUrl onlineAddressInText(const QString &text);

// True for a line that says so, with or without the address.
bool invitesOnline(const QString &line);

} // namespace formats
