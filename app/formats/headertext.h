#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace formats {

// The text of a header field: encoded words in any charset (RFC 2047), also where they part a
// character; bytes that are not labelled are read as UTF-8, as `charset`, or as what they look
// like. White space is simplified.
QString headerText(const QByteArray &value, const QByteArray &charset = {});

struct Mailbox
{
    QString name = {}; // The display name, or a comment behind the address; may be empty.
    QString address = {}; // What stands in "<>", or alone.

    bool operator==(const Mailbox &) const = default;
};

// The mailboxes of a From field (RFC 5322 §3.4), at most limits::mailboxes.
QList<Mailbox> mailboxes(const QByteArray &value, const QByteArray &charset = {});

} // namespace formats
