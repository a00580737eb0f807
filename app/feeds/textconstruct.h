#pragma once

#include <QByteArrayView>
#include <QString>

namespace feeds {

// What the characters of an element mean, once XML is read.
enum class TextKind {
    Plain,
    Html, // Markup to be parsed.
    Guessed, // HTML if it looks like it, as RSS does not say: "R&D", "<b>R&amp;D</b>".
    Binary // Base64 of something else.
};

// By type and mode of Atom (RFC 4287 §3.1 and §4.1.3; Atom 0.3 §3.1).
TextKind textKind(QByteArrayView type, bool isAtom03);

// The text as HTML. Without loss: plain text is escaped.
QString toHtml(const QString &text, TextKind kind);

// The text as one line of plain text.
QString toPlain(const QString &text, TextKind kind);

// Base64, decoded; empty when it is no text.
QString fromBase64(QByteArrayView encoded);

// True when it has an element or a character reference of HTML in it.
bool looksLikeHtml(QStringView text);

} // namespace feeds
