#include "formats/webarchivereader.h"

#include "formats/archivedpage.h"
#include "formats/limits.h"
#include "formats/pageparts.h"
#include "formats/propertylist.h"
#include "formats/webplace.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;
using formats::PropertyList;

// Within this, a list in XML says what it is.
constexpr qsizetype prologReach = 2048;

// The pages of an archive and the files for them.
class Contents
{
public:
    explicit Contents(const PropertyList &list)
        : m_list(list)
    {
        take(list.root(), 0);
    }

    // The page itself first, then those in its frames.
    [[nodiscard]] const QList<formats::ArchivedFile> &pages() const { return m_pages; }

    [[nodiscard]] std::optional<Resource> find(const QString &address) const
    {
        const auto place = formats::webPlace(address);
        const auto value = m_files.value(place.isEmpty() ? address : place, PropertyList::none);
        const auto bytes = data(value);
        if (bytes.isEmpty())
            return {};
        return Resource{.mimeType = text(value, "WebResourceMIMEType"),
                        .bytes = QByteArray(bytes.constData(), bytes.size())};
    }

private:
    void take(PropertyList::Value archive, int depth)
    {
        if (depth > limits::frameDepth || m_pages.size() >= limits::frames)
            return;
        const auto main = m_list.entry(archive, "WebMainResource");
        if (const auto bytes = data(main); !bytes.isEmpty() && isText(main)) {
            m_pages.append({.address = text(main, "WebResourceURL"),
                            .charset = text(main, "WebResourceTextEncodingName").toLatin1(),
                            .bytes = bytes});
        }
        for (const auto file : m_list.items(m_list.entry(archive, "WebSubresources"))) {
            const auto address = text(file, "WebResourceURL").left(limits::addressLength);
            const auto place = formats::webPlace(address);
            m_files.insert(place.isEmpty() ? address : place, file);
        }
        for (const auto frame : m_list.items(m_list.entry(archive, "WebSubframeArchives")))
            take(frame, depth + 1);
    }

    [[nodiscard]] bool isText(PropertyList::Value resource) const
    {
        const auto type = text(resource, "WebResourceMIMEType").toLower();
        return type.isEmpty() || type.startsWith("text/"_L1) || type.contains("html"_L1);
    }

    [[nodiscard]] QString text(PropertyList::Value resource, const QByteArray &name) const
    {
        return m_list.string(m_list.entry(resource, name));
    }

    [[nodiscard]] QByteArray data(PropertyList::Value resource) const
    {
        return m_list.data(m_list.entry(resource, "WebResourceData"));
    }

    const PropertyList &m_list;
    QList<formats::ArchivedFile> m_pages;
    QHash<QString, PropertyList::Value> m_files;
};

Article statedOf(const formats::ArchivedFile &page)
{
    Article stated{.provenance = {.format = u"webarchive"_s, .savedBy = u"Safari"_s}};
    if (!formats::webPlace(page.address).isEmpty())
        stated.url = QUrl(page.address);
    return stated;
}

// The first page among the bytes of a binary archive whose table of contents, which stands at its
// end, is lost. Data is stored as it is behind its length.
formats::ArchivedFile pageInCut(const QByteArray &bytes)
{
    for (const auto *const opening : {"<!", "<html", "<HTML", "<head"}) {
        for (auto at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
            // 0x4f, then 0x10, 0x11 or 0x12 and a length of one, two or four bytes.
            for (const qsizetype width : {1, 2, 4}) {
                const auto mark = at - width - 2;
                if (mark < 0 || quint8(bytes.at(mark)) != 0x4f
                    || quint8(bytes.at(mark + 1))
                        != (width == 1       ? 0x10
                                : width == 2 ? 0x11
                                             : 0x12))
                    continue;
                qsizetype length = 0;
                for (auto i = mark + 2; i < at; ++i)
                    length = length * 256 + quint8(bytes.at(i));
                if (auto page = bytes.mid(at, length); formats::beginsAsPage(page))
                    return {.bytes = page};
            }
        }
    }
    return {};
}

Result<QList<SavedPage>> readCut(const QByteArray &bytes, const Error &problem)
{
    const auto main = pageInCut(bytes);
    if (main.bytes.isEmpty())
        return problem;
    auto stated = statedOf(main);
    stated.warnings.append(u"the file is cut: its address and its pictures are lost"_s);
    const auto page = formats::archivedPage(
        main, [](const QString &) { return std::nullopt; }, stated);
    return page ? Result<QList<SavedPage>>(QList{*page}) : page.error();
}

} // namespace

bool WebArchiveReader::recognises(const SavedFile &file) const
{
    const auto prolog = file.bytes.left(prologReach).trimmed();
    const auto isXml = prolog.contains("<plist")
        && (prolog.startsWith('<') || prolog.startsWith("\xEF\xBB\xBF<"))
        && !prolog.contains("<html");
    return (isXml || prolog.startsWith("bplist0")) && file.bytes.contains("WebMainResource");
}

Result<QList<SavedPage>> WebArchiveReader::read(const SavedFile &file) const
{
    const auto list = PropertyList::parse(file.bytes);
    if (!list)
        return readCut(file.bytes, list.error());
    const Contents contents(*list);
    if (contents.pages().isEmpty())
        return Error{Error::Kind::Malformed, u"the page in it is missing"_s};
    // A page that is nothing but a division into frames has its text in them.
    auto pages = contents.pages().first(1);
    if (contents.pages().size() > 1 && formats::isFrameset(pages.first().bytes))
        pages = contents.pages().sliced(1);
    QList<SavedPage> saved;
    std::optional<Error> problem;
    for (const auto &page : pages) {
        auto stated = statedOf(page);
        if (!list->isWhole())
            stated.warnings.append(u"the file is cut: its last part is missing"_s);
        auto read = formats::archivedPage(
            page, [&](const QString &address) { return contents.find(address); },
            std::move(stated));
        if (read)
            saved.append(*std::move(read));
        else
            problem = problem.value_or(read.error());
    }
    if (saved.isEmpty())
        return *problem;
    return saved;
}
