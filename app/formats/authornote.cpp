#include "formats/bylineline.h"
#include "formats/story.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// "Ann Example writes about towns. Her book …": where nothing else names the author, the note in
// italics at the end does. It stays in the story.
void formats::takeAuthorNote(Draft &draft)
{
    static const QRegularExpression note(
        uR"(^((?:\p{Lu}[\p{L}\p{M}’'.-]+ ){1,3}\p{Lu}[\p{L}\p{M}’'-]+) (?:is|was|writes|covers|reports|teaches|edits|ist|schreibt|arbeitet|berichtet|est|écrit|enseigne|es|escribe|trabaja|dirige|пишет|работает|является)\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (!draft.stated.authors.isEmpty() || draft.blocks.isEmpty())
        return;
    const auto &last = draft.blocks.last();
    if (last.kind != Block::Kind::Paragraph || !last.emphasised || last.text.size() > 600)
        return;
    const auto match = note.match(last.text);
    if (match.hasMatch() && looksLikeNames(match.captured(1)))
        draft.stated.authors.append({.name = match.captured(1)});
}
