#pragma once

#include "formats/mimemessage.h"
#include "model/article.h"

namespace formats {

// What kind of mail it is decides what its header says of a story.
enum class MailKind {
    Letter, // From a person; "From" wrote it.
    Circular, // To many: "From" is the outlet.
    Forwarded, // Somebody passed it on: sender and date are not the story's.
    FeedItem // Thunderbird's form of a feed's entry: "From" is the entry's author.
};

struct MailFields
{
    MailKind kind = MailKind::Letter;
    Article stated = {}; // Beyond doubt.
    QList<Author> presumedAuthors = {}; // When the mail's text names nobody.
};

// `charset` is what unlabelled bytes in the header may be in.
MailFields mailFields(const MimePart &message, const QByteArray &charset);

// Takes over what the head of a mail says that was passed on inside the text: "From" as it is
// written, the date.
void takeForwarded(MailFields &fields, const QString &from, const QString &date);

// True when a text tells how to be sent no more of its kind.
bool offersUnsubscribing(const QString &text);

// What is known when the text says that the letter went to many.
void becomeCircular(MailFields &fields);

} // namespace formats
