#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <utility>

namespace feeds {

// A tag of an outline document.
struct OutlineTag
{
    bool isEnd = false; // </outline>
    bool isEmpty = false; // <outline/>
    QString name = {}; // As written, as the attributes' names.
    QList<std::pair<QString, QString>> attributes = {}; // References replaced.

    // By its name in any case; empty when it is missing.
    [[nodiscard]] QString value(QLatin1StringView wanted) const;
};

// Reads the tags of an outline document one by one. All that OPML says stands in attributes, and
// there it is broken: bare ampersands and quotes, "<", names without a declaration. An XML parser
// loses such values, so tags are read by HTML's rules (HTML §13.2.5), which never fail. Comments,
// CDATA and declarations are passed over; an entity that the document declares stands for nothing
// but its own name.
class OutlineTags
{
public:
    explicit OutlineTags(const QString &text)
        : m_text(text)
    {
    }

    // False at the end.
    bool next();
    [[nodiscard]] const OutlineTag &tag() const { return m_tag; }

private:
    [[nodiscard]] QChar at(qsizetype index) const;
    [[nodiscard]] bool isAt(QLatin1StringView what) const;
    void skipPast(QLatin1StringView end);
    void skipDeclaration();
    void skipSpace();
    void readTag();
    void readAttribute();
    QStringView readName();
    QStringView readValue();
    QStringView readQuoted(QChar quote);
    [[nodiscard]] bool endsValue(qsizetype quoteAt) const;

    QStringView m_text;
    qsizetype m_at = 0;
    OutlineTag m_tag;
};

} // namespace feeds
