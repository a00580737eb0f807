#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

// What people write around a story, in the languages of ours: who wrote it, who took the picture,
// what the next line is about.
namespace text {

// The names in a byline ("By A and B in Kyiv" → A, B): without "By", places, job titles, dates,
// social handles. Empty when the text is not a byline. `BylineKind::Certain` is text known to be a
// byline (a field, a class name), which needs no "By".
enum class BylineKind { Unknown, Certain };
QStringList bylineNames(QStringView line, BylineKind kind = BylineKind::Unknown);

struct Caption
{
    QString caption;
    QString credit;

    bool operator==(const Caption &) const = default;
};

// Parts a caption from its credit: "… . **Name/AGENCY**", "… (Name)", "… Photo: Name / Agency",
// "… © Name", "… (AP Photo/Name)", "Foto: …", "Фото: …". Markdown emphasis is understood and gone.
Caption splitCaption(QStringView written);

// True for a line that names who took a picture and says so: "Photo: Name", "… (Foto: Name)".
bool endsInCredit(QStringView line);

// A credit without "Photo:", "Foto:", "©", "Photograph by" and the like.
QString bareCredit(QStringView written);

// The title in "Related article: TITLE" ("Related:", "Read also:", "Lesen Sie auch:", "À lire
// aussi :", "Читайте также:", "اقرأ أيضاً:", "相关阅读：" …); empty when the line is none.
QString relatedTitle(QStringView line);

// True for a line that only announces such titles: "More on this story", "Related articles:".
bool isRelatedHeading(QStringView line);

struct SourceLine
{
    QString rest; // What follows the label: an address, its beginning, or nothing yet.
};

// "Original url:", "Source: https://…", "Quelle:", "URL:" … at the start of a line.
std::optional<SourceLine> sourceLine(QStringView line);

// Mends an address that wrapping has broken: spaces and line breaks inside it are removed. Empty
// when it is no http(s) address even so.
QString mendedAddress(QStringView written);

} // namespace text
