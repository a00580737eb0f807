#pragma once

#include <QFlags>
#include <QString>
#include <QStringView>

namespace extraction {

// What an element's class, id and roles say it is. Words that sites of all languages use: no site
// has a rule of its own.
enum class Hint : quint32 {
    Body = 1U << 0, // "article-body", "entry-content", itemprop articleBody
    Headline = 1U << 1,
    Byline = 1U << 2,
    Date = 1U << 3,
    Standfirst = 1U << 4,
    Caption = 1U << 5,
    Credit = 1U << 6,
    Tags = 1U << 7,
    PullQuote = 1U << 8,
    Comments = 1U << 9,
    Sharing = 1U << 10,
    Related = 1U << 11,
    Newsletter = 1U << 12,
    Advertisement = 1U << 13,
    Navigation = 1U << 14,
    Sidebar = 1U << 15,
    Footer = 1U << 16,
    Consent = 1U << 17,
    AboutAuthor = 1U << 18,
    Hidden = 1U << 19,
    Notice = 1U << 20,
    Video = 1U << 21,
    Gallery = 1U << 22,
    Avatar = 1U << 23,
    Lead = 1U << 24, // "lead", "hero", "featured", of a picture.
    Post = 1U << 25, // One post of a thread, one comment.
    Inline = 1U << 26, // Says that it stands in the text: "inline".
    ScreenReader = 1U << 27,
    Action = 1U << 29, // Asks the reader to do something: "cta".
    Poster = 1U << 28 // Who wrote a post of a thread: rank, counts, signature, votes.
};
Q_DECLARE_FLAGS(Evidence, Hint)
Q_DECLARE_OPERATORS_FOR_FLAGS(Evidence)

// What a class or id attribute says.
Evidence evidenceIn(QStringView classOrId);

} // namespace extraction
