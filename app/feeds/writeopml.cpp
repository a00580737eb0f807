#include "feeds/limits.h"
#include "feeds/opml.h"
#include "feeds/opmlsettings.h"
#include "feeds/outline.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
namespace limits = feeds::limits;

namespace {

QString escaped(const QString &text)
{
    QString written;
    written.reserve(text.size());
    for (const auto c : text) {
        switch (c.unicode()) {
        case u'&':
            written += "&amp;"_L1;
            break;
        case u'<':
            written += "&lt;"_L1;
            break;
        case u'>':
            written += "&gt;"_L1;
            break;
        case u'"':
            written += "&quot;"_L1;
            break;
        // They would become spaces (XML §3.3.3).
        case u'\t':
        case u'\n':
        case u'\r':
            written += u"&#%1;"_s.arg(int(c.unicode()));
            break;
        default:
            // No other control can be in XML (§2.2).
            if (c.unicode() >= 0x20 && c.unicode() < 0xFFFE)
                written += c;
        }
    }
    return written;
}

QString attribute(const QString &name, const QString &value)
{
    return u' ' + name + "=\""_L1 + escaped(value) + u'"';
}

// A title that would be read as something else is escaped once more.
QString titleFor(const QString &title)
{
    return feeds::plainTitle(title) == title ? title : title.toHtmlEscaped();
}

// RFC 822, as OPML asks for; in English whatever the desktop speaks.
QString dateFor(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s) + " GMT"_L1;
}

// A folder with what is in it, in the order of the list.
struct Folder
{
    struct Child
    {
        const NewFeed *feed = nullptr; // Or else a folder.
        size_t folder = 0;
    };

    QString title;
    std::vector<Child> children;
};

class OpmlWriting
{
public:
    explicit OpmlWriting(const QList<NewFeed> &list)
    {
        const auto isSet = [](const auto &feed) { return feed.settings != FeedSettings(); };
        if (std::ranges::any_of(list, isSet))
            declare(feeds::xmlns + feeds::ownPrefix, feeds::ownNamespace);
        for (const auto &feed : list) {
            m_folders[folderFor(feed.folder)].children.push_back({.feed = &feed});
            for (const auto &[name, value] : feed.foreign) {
                if (feeds::isDeclaration(name, value))
                    declare(name, value);
            }
        }
    }

    [[nodiscard]] QString namespaces() const
    {
        QString written;
        for (const auto &[name, uri] : m_declared)
            written += attribute(name, uri);
        return written;
    }

    QString outlines()
    {
        write(m_folders.front(), 2);
        return std::move(m_written);
    }

private:
    // The folder's place among m_folders; makes those that are missing.
    size_t folderFor(const QStringList &path)
    {
        size_t folder = 0;
        for (const auto &title : path.first(std::min(path.size(), limits::folderDepth))) {
            const auto key = QString::number(folder) + u'/' + title;
            auto known = m_known.find(key);
            if (known == m_known.end()) {
                known = m_known.insert(key, m_folders.size());
                m_folders[folder].children.push_back({.folder = m_folders.size()});
                m_folders.push_back({.title = title});
            }
            folder = *known;
        }
        return folder;
    }

    // Namespaces are declared once for all feeds, as far as their prefixes mean the same.
    // Namespaces are declared once for all feeds, as far as their prefixes mean the same.
    void declare(const QString &name, const QString &uri)
    {
        if (!m_uris.contains(name)) {
            m_uris.insert(name, uri);
            m_declared.append({name, uri});
        }
    }

    void write(const Folder &folder, int depth)
    {
        for (const auto &[feed, inner] : folder.children) {
            m_written += QString(2 * depth, u' ');
            if (feed) {
                write(*feed);
                continue;
            }
            const auto &child = m_folders[inner];
            m_written += "<outline"_L1 + attribute(u"text"_s, titleFor(child.title))
                + attribute(u"title"_s, titleFor(child.title)) + ">\n"_L1;
            write(child, depth + 1);
            m_written += QString(2 * depth, u' ') + "</outline>\n"_L1;
        }
    }

    void write(const NewFeed &feed)
    {
        const auto address = feed.url.toString(QUrl::FullyEncoded);
        // Every outline has a text; the address says that there is no title.
        const auto title = feed.title.isEmpty() ? address : titleFor(feed.title);
        m_written += "<outline"_L1 + attribute(u"type"_s, u"rss"_s) + attribute(u"text"_s, title)
            + attribute(u"title"_s, title) + attribute(u"xmlUrl"_s, address);
        if (!feed.site.isEmpty())
            m_written += attribute(u"htmlUrl"_s, feed.site.toString(QUrl::FullyEncoded));
        for (const auto &[name, value] : feed.foreign) {
            if (feeds::isDeclaration(name, value) ? m_uris.value(name) != value
                                                  : feeds::isKept(name, value))
                m_written += attribute(name, value);
        }
        for (const auto &[name, value] : feeds::writtenSettings(feed.settings))
            m_written += attribute(feeds::ownPrefix + u':' + name, value);
        m_written += "/>\n"_L1;
    }

    std::vector<Folder> m_folders{Folder()}; // The first is the list itself.
    QHash<QString, size_t> m_known;
    QHash<QString, QString> m_uris; // Of the namespaces declared for all.
    ForeignAttributes m_declared; // The same in order.
    QString m_written;
};

} // namespace

QByteArray feeds::writeOpml(const QList<NewFeed> &feeds, const QString &title,
                            const QDateTime &created)
{
    OpmlWriting writing(feeds);
    auto head = "    <title>"_L1 + escaped(title) + "</title>\n"_L1;
    if (created.isValid())
        head += "    <dateCreated>"_L1 + dateFor(created) + "</dateCreated>\n"_L1;
    const auto document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\""_L1
        + writing.namespaces() + ">\n  <head>\n"_L1 + head + "  </head>\n  <body>\n"_L1
        + writing.outlines() + "  </body>\n</opml>\n"_L1;
    return document.toUtf8();
}
