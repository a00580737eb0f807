#include "formats/enml.h"

#include "formats/xhtml.h"
#include "html/escaping.h"

using namespace Qt::StringLiterals;

namespace {

class Converter
{
public:
    explicit Converter(QByteArrayList unplaced)
        : m_unplaced(std::move(unplaced))
    {
    }

    QByteArray whole(const html::Node &body)
    {
        for (const auto &media : body.descendants(u"en-media"))
            m_unplaced.removeAll(media.attribute("hash").toLower().toUtf8());
        auto html = run(body);
        while (!m_unplaced.isEmpty())
            html += unplacedPicture();
        return html;
    }

    QByteArray run(const html::Node &body)
    {
        return formats::innerHtml(body, [this](const html::Node &node) { return change(node); });
    }

    [[nodiscard]] QStringList warnings() const
    {
        QStringList warnings;
        if (m_locked > 0)
            warnings.append(u"%1 encrypted passages of the note are not shown"_s.arg(m_locked));
        if (m_files > 0)
            warnings.append(u"%1 attached files of the note are not shown"_s.arg(m_files));
        return warnings;
    }

private:
    formats::ElementChange change(const html::Node &node)
    {
        const auto name = node.name();
        if (name == "en-note"_L1)
            return {.instead = run(node)};
        // What closes itself in Evernote may hold the text that follows it when it does not.
        if (name == "en-media"_L1)
            return {.instead = media(node) + run(node)};
        if (name == "en-todo"_L1)
            return {.instead
                    = (node.attribute("checked") == "true"_L1 ? "\u2611 " : "\u2610 ") + run(node)};
        if (name == "en-crypt"_L1) {
            ++m_locked;
            return {.instead = QByteArray()};
        }
        if (name == "div"_L1 && node.firstChild().isNull() && !m_unplaced.isEmpty())
            return {.instead = unplacedPicture()};
        return {};
    }

    QByteArray media(const html::Node &node)
    {
        if (!node.attribute("type").startsWith("image/"_L1)) {
            ++m_files;
            return {};
        }
        QByteArray image = "<img src=\"";
        image += enexAddress(node.attribute("hash"));
        for (const auto *const name : {"alt", "title", "width", "height"}) {
            if (node.hasAttribute(name)) {
                image += QByteArray("\" ") + name + "=\"";
                html::appendEscaped(image, node.attribute(name).toUtf8());
            }
        }
        return image + "\">";
    }

    QByteArray unplacedPicture()
    {
        return "<div><img src=\"" + enexAddress(QString::fromLatin1(m_unplaced.takeFirst()))
            + "\"></div>";
    }

    static QByteArray enexAddress(const QString &hash)
    {
        QByteArray address = formats::enexMedia;
        html::appendEscaped(address, hash.toLower().toUtf8());
        return address;
    }

    QByteArrayList m_unplaced;
    int m_locked = 0;
    int m_files = 0;
};

} // namespace

formats::EnmlBody formats::htmlFromEnml(const QByteArray &enml, QByteArrayList pictures)
{
    const auto document = html::Document::parse(htmlFromXhtml(enml));
    if (!document)
        return {.warnings = {document.error().detail}};
    Converter converter(std::move(pictures));
    auto html = converter.whole(document->body());
    return {.html = std::move(html), .warnings = converter.warnings()};
}
