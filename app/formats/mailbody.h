#pragma once

#include "formats/mimemessage.h"

#include <QStringView>

namespace formats {

// What of a mail is there to be read.
struct MailBody
{
    QList<MimePart> texts = {}; // HTML or plain, one after another.
    QList<MimePart> alternatives = {}; // The same in plain text, where HTML was chosen.
    QList<MimePart> messages = {}; // Mails in the mail: forwarded ones, digests.
    bool encrypted = false; // A part of it cannot be read.

    [[nodiscard]] bool hasHtml() const;
};

// False for a page that shows nothing but pictures: its text is elsewhere in the mail.
bool hasWords(QStringView html);

// Chooses among alternatives the richest that can be shown (RFC 2046 §5.1.4), and the root among
// related parts (RFC 2387). Attached texts count only when there is no other.
MailBody mailBody(const MimePart &message);

} // namespace formats
