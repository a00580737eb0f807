#include "formats/enexreader.h"

#include "formats/archivedpage.h"
#include "formats/clipfields.h"
#include "formats/enml.h"
#include "formats/limits.h"
#include "html/escaping.h"
#include "html/picturekind.h"
#include "text/whitespace.h"
#include "xml/encoding.h"
#include "xml/reader.h"

#include <QCryptographicHash>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

// In pixels, either way. Clippers attach a page's icons as well.
constexpr int smallestPicture = 100;

struct Note
{
    Article stated = {};
    QStringList authors = {};
    QString source = {}; // "web.clip7", "mobile.android", …
    QByteArray enml = {};
    QHash<QByteArray, QByteArray> pictures = {}; // By their MD5 in hex.
    QByteArrayList largePictures = {}; // The MD5s of those that are no icons, in order.
};

// "20261121T200000Z"
Timestamp moment(const QString &written)
{
    auto moment = QDateTime::fromString(written.left(15), u"yyyyMMddThhmmss"_s);
    moment.setTimeSpec(Qt::UTC);
    return moment.isValid() ? Timestamp::fromDateTime(moment) : Timestamp();
}

QUrl webAddress(const QString &written)
{
    const QUrl url(written, QUrl::TolerantMode);
    const auto isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

// What Evernote calls notes that nobody gave a name.
bool isUntitled(const QString &title)
{
    return title.compare("Untitled"_L1, Qt::CaseInsensitive) == 0
        || title.compare("Untitled note"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<SavedPage> pageOf(const Note &note)
{
    auto body = formats::htmlFromEnml(note.enml, note.largePictures);
    auto stated = note.stated;
    stated.authors = formats::authorsFrom(note.authors);
    stated.warnings += body.warnings;
    if (body.html.trimmed().isEmpty() && stated.title.isEmpty())
        return {};
    const auto isClip = !stated.url.isEmpty() || note.source.startsWith("web."_L1);
    QByteArray title;
    html::appendEscaped(title, stated.title.toUtf8());
    QByteArray html = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body>";
    // A clip leaves the headline to the note, and a story is looked for below one.
    if (isClip && !title.isEmpty())
        html += "<h1>" + title + "</h1>";
    html += body.html + "</body></html>";
    const auto find = [&](const QString &address) -> std::optional<Resource> {
        const auto picture = note.pictures.constFind(
            address.mid(qsizetype(qstrlen(formats::enexMedia))).toLatin1());
        if (picture == note.pictures.end())
            return {};
        return Resource{.mimeType = {}, .bytes = *picture};
    };
    auto page = formats::archivedPage({.charset = "utf-8", .bytes = html}, find, stated);
    if (!page)
        return {};
    page->content = isClip ? SavedPage::Content::Page : SavedPage::Content::Story;
    return *std::move(page);
}

// Makes a page of each note when it ends, so that a note's pictures are held once at a time.
class Notes final : public xml::Events
{
public:
    void startElement(const xml::Name &name, xml::Attributes attributes) override
    {
        m_text.clear();
        if (name.local == "en-export")
            m_application = QString::fromUtf8(xml::valueOf(attributes, "application"));
        else if (name.local == "note")
            m_note = {};
        else if (name.local == "resource")
            m_inResource = true;
    }

    void endElement(const xml::Name &element) override
    {
        const auto text = std::exchange(m_text, {});
        const auto name = element.local;
        if (name == "note")
            finishNote();
        else if (name == "resource")
            m_inResource = false;
        else if (m_inResource && name == "data")
            addPicture(text);
        else if (!m_inResource)
            take(name, text);
    }

    void text(QByteArrayView utf8) override { m_text.append(utf8.data(), utf8.size()); }

    [[nodiscard]] bool isDone() const override
    {
        return pages.size() >= formats::limits::storiesPerFile;
    }

    QList<SavedPage> pages;

private:
    void take(QByteArrayView name, const QByteArray &text)
    {
        if (name == "content") {
            m_note.enml = text;
            return;
        }
        const auto value = text::simplified(QString::fromUtf8(text));
        auto &stated = m_note.stated;
        if (name == "title")
            stated.title = isUntitled(value) ? QString() : value;
        else if (name == "created")
            stated.provenance.savedAt = moment(value);
        else if (name == "tag" && !value.isEmpty())
            stated.tags.append(value);
        else if (name == "author" && !value.isEmpty())
            m_note.authors.append(value);
        else if (name == "source")
            m_note.source = value;
        else if (name == "source-url")
            stated.url = webAddress(value);
    }

    void addPicture(const QByteArray &base64)
    {
        const auto bytes = QByteArray::fromBase64(base64);
        const auto kind = html::pictureKind(bytes);
        if (kind.mimeType.isEmpty())
            return;
        const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
        if (std::min(kind.size.width(), kind.size.height()) >= smallestPicture
            && !m_note.pictures.contains(hash))
            m_note.largePictures.append(hash);
        m_note.pictures.insert(hash, bytes);
    }

    void finishNote()
    {
        m_note.stated.provenance.format = u"enex"_s;
        m_note.stated.provenance.savedBy = m_application;
        if (auto page = pageOf(std::exchange(m_note, {})))
            pages.append(*std::move(page));
    }

    QString m_application;
    Note m_note;
    QByteArray m_text;
    bool m_inResource = false;
};

// Evernote writes "]]>" inside CDATA as if it could end and begin again there.
QByteArray mended(const QByteArray &bytes)
{
    constexpr auto broken = "<![CDATA[>]]>";
    if (!bytes.contains(broken))
        return bytes;
    return QByteArray(bytes).replace(broken, "&gt;");
}

} // namespace

bool EnexReader::recognises(const SavedFile &file) const
{
    auto top = file.bytes.left(formats::limits::sampleBytes);
    if (top.startsWith("\xEF\xBB\xBF"))
        top.remove(0, 3);
    top = top.trimmed();
    const auto isMarkup = top.startsWith("<?xml") || top.startsWith("<!DOCTYPE en-export")
        || top.startsWith("<en-export");
    return isMarkup && top.contains("<en-export");
}

Result<QList<SavedPage>> EnexReader::read(const SavedFile &file) const
{
    Notes notes;
    const auto problem = xml::read(xml::inUtf8(mended(file.bytes)), notes);
    if (notes.pages.isEmpty() && !problem.isEmpty())
        return Error{Error::Kind::Malformed, problem};
    if (notes.pages.isEmpty())
        return Error{Error::Kind::Empty, u"no notes in the file"_s};
    auto &last = notes.pages.last().stated.warnings;
    if (notes.isDone())
        last.append(u"there are more than %1 notes in the file; the others are left out"_s.arg(
            formats::limits::storiesPerFile));
    else if (!problem.isEmpty())
        last.append(u"the file is damaged: %1"_s.arg(problem));
    return notes.pages;
}
