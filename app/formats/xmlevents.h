#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace formats {

// An element's attributes by their names without a prefix ("role" for opf:role), in order.
class XmlAttributes
{
public:
    void append(const QString &name, const QString &value) { m_list.append({name, value}); }

    // Empty when it is missing.
    [[nodiscard]] QString value(QStringView name) const
    {
        for (const auto &[key, value] : m_list) {
            if (key == name)
                return value;
        }
        return {};
    }

    bool operator==(const XmlAttributes &) const = default;

private:
    QList<std::pair<QString, QString>> m_list;
};

// Takes an XML document as it is read, so that a large one need not be held in memory twice.
class XmlEvents
{
public:
    virtual ~XmlEvents() = default;

    // Names come without a prefix.
    virtual void startElement(const QString &name, const XmlAttributes &attributes) = 0;
    virtual void endElement(const QString &name) = 0;
    virtual void text(QByteArrayView utf8) = 0; // In pieces; CDATA too.
    // True when the rest need not be read.
    [[nodiscard]] virtual bool isDone() const { return false; }
};

// Reads untrusted XML and says what was wrong with it; nothing for a flawless document. What is
// broken is read as far as it can be. Nothing is fetched or opened: external subsets and entities
// are left alone. Entities that the document declares stand for nothing, so that it cannot grow;
// those of XML and the commonest of HTML stand for their characters.
QString readXml(const QByteArray &bytes, XmlEvents &events);

} // namespace formats
