#pragma once

#include "formats/block.h"
#include "model/savedpage.h"

namespace formats {

// How a story came to be written down. In plain text headings, captions and paragraphs that a page
// break has parted must be told from the words; Markdown says most of it.
enum class Writing { PlainText, Markdown };

// What the story is wrapped in: nothing, a letter somebody passed it on with, or the whole page it
// stood on.
enum class Wrapping { None, Letter, Page };

// What the passes that recognise a story hand from one to the next.
struct Draft
{
    Blocks blocks = {}; // What has not found its role yet.
    Article stated = {}; // What is known so far; each pass fills what is still empty.
    Writing writing = Writing::PlainText;
    Wrapping wrapping = Wrapping::None;
};

// The story in a text's blocks: headline, byline, date, lead picture, caption, related stories and
// source get their fields, the rest is its body. `stated` is what the file said outside its text;
// it is never overruled. What is not understood stays in the body.
SavedPage recogniseStory(Draft draft);

// The passes, in their order.

// Takes the head and the signature of a letter; its subject is the story's headline.
void takeLetter(Draft &draft);

// Takes the source's address and notes of the saving tool from the end of a story.
void takeFooter(Draft &draft);
// Takes away menus and notices above the headline of a whole page, and what stands below the story.
void takeSurroundings(Draft &draft);
// Takes away what sites put around every story: share lines, newsletter boxes, lists of links.
void takeChrome(Draft &draft);
// Takes headline, standfirst, byline, date and the lead picture from its beginning.
void takeHead(Draft &draft);
// Takes the author from a note at its end.
void takeAuthorNote(Draft &draft);
// Turns what is left into the body's HTML; fills `figures` and `related`.
QString takeBody(Draft &draft);

// A caption that follows a picture, and how many blocks it takes: none, one, or two when the credit
// stands by itself.
struct FoundCaption
{
    QString caption = {};
    QString credit = {};
    qsizetype blocks = 0;
};

enum class CaptionPlace { AfterPicture, PictureLost };
FoundCaption captionAt(const Blocks &blocks, qsizetype at, CaptionPlace place);
// "[Photo: A crane. / Ann Example]", as people write where a picture was.
FoundCaption bracketedCaption(const QString &text);

// The address that makes up all of a block, mended; empty when there is other text too.
QString soleAddress(const Block &block);

// The date in a text; where only the day's order is in doubt, the story's address decides.
Timestamp storyDate(QStringView written, const QUrl &address);

} // namespace formats
