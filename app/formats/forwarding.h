#pragma once

#include <QString>

namespace formats {

// What a mail program puts above a mail that it passes on inside the text: "---- Forwarded message
// ----", "From:", "Date:", "Subject:", in the languages of ours.
struct Forwarding
{
    QString rest = {}; // The text or markup without that head and the note above it.
    QString note = {}; // What the one who passed it on wrote above.
    QString from = {};
    QString date = {};
    QString subject = {};

    [[nodiscard]] bool isEmpty() const { return rest.isEmpty(); }
};

enum class Markup { None, Html };

// Empty when the text has no such head near its beginning. Of HTML only text is taken away, never
// tags.
Forwarding forwarding(const QString &text, Markup markup);

} // namespace formats
