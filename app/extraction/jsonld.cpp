#include "extraction/jsonld.h"

#include "extraction/limits.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// JSON-LD strings often carry HTML entities, sometimes twice.
QString unescaped(QString text)
{
    if (text.contains(u'&') || text.contains(u'<')) {
        const auto document = html::Document::parse(text);
        if (document)
            text = html::textOf(document->body());
        if (text.contains(u'&') && text.contains(u';')) {
            const auto again = html::Document::parse(text);
            if (again)
                text = html::textOf(again->body());
        }
    }
    return text::simplified(text);
}

QJsonValue first(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().first() : value;
}

// The text of a value that may be a string, a list of them or an object with @value or name.
QString textOf(const QJsonValue &value)
{
    const auto one = first(value);
    if (one.isString())
        return unescaped(one.toString());
    const auto object = one.toObject();
    const auto written = object.value("@value"_L1);
    return unescaped((written.isString() ? written : object.value("name"_L1)).toString());
}

bool hasType(const QJsonObject &object, auto test)
{
    const auto type = object.value("@type"_L1);
    if (type.isString())
        return test(type.toString());
    const auto types = type.toArray();
    return std::any_of(types.begin(), types.end(),
                       [&](const auto &value) { return test(value.toString()); });
}

bool isArticle(const QString &type)
{
    return type.endsWith("Article"_L1) || type.endsWith("BlogPosting"_L1) || type == "Report"_L1
        || type == "ReportageNewsArticle"_L1 || type == "LiveBlogPosting"_L1
        || type == "DiscussionForumPosting"_L1 || type == "SocialMediaPosting"_L1
        || type == "Recipe"_L1 || type == "Review"_L1 || type == "HowTo"_L1;
}

bool isPage(const QString &type)
{
    return type.endsWith("WebPage"_L1) || type == "ItemPage"_L1 || type == "QAPage"_L1;
}

bool isOrganisation(const QString &type)
{
    return type.endsWith("Organization"_L1) || type == "Corporation"_L1 || type == "WebSite"_L1;
}

class Graph
{
public:
    void add(const QJsonValue &root)
    {
        // Breadth first, with a bound: a hostile script may be nothing but brackets.
        QList<QJsonValue> waiting{root};
        for (qsizetype at = 0; at < waiting.size() && at < limits::jsonLdObjects; ++at) {
            const auto value = waiting.at(at);
            if (value.isArray()) {
                const auto list = value.toArray();
                for (const auto &entry : list)
                    waiting.append(entry);
                continue;
            }
            const auto object = value.toObject();
            if (object.isEmpty())
                continue;
            m_objects.append(object);
            const auto id = object.value("@id"_L1).toString();
            if (!id.isEmpty() && object.size() > 1)
                m_byId.insert(id, object);
            for (const auto &key :
                 {"@graph"_L1, "mainEntity"_L1, "mainEntityOfPage"_L1, "hasPart"_L1}) {
                const auto below = object.value(key);
                if (below.isArray() || below.isObject())
                    waiting.append(below);
            }
        }
    }

    [[nodiscard]] const QList<QJsonObject> &objects() const { return m_objects; }

    // Follows {"@id": …} to the object of that name.
    [[nodiscard]] QJsonObject resolved(const QJsonObject &object) const
    {
        const auto id = object.value("@id"_L1).toString();
        return object.size() <= 2 && !id.isEmpty() ? m_byId.value(id, object) : object;
    }

private:
    QList<QJsonObject> m_objects;
    QHash<QString, QJsonObject> m_byId;
};

QString addressOf(const QJsonValue &value)
{
    const auto one = first(value);
    if (one.isString())
        return one.toString().trimmed();
    const auto object = one.toObject();
    for (const auto &key : {"url"_L1, "@id"_L1, "contentUrl"_L1}) {
        if (object.value(key).isString())
            return object.value(key).toString().trimmed();
    }
    return {};
}

class Reader
{
public:
    explicit Reader(const Graph &graph)
        : m_graph(graph)
    {
    }

    StructuredData read()
    {
        for (const auto &object : m_graph.objects()) {
            if (hasType(object, isArticle))
                take(object);
        }
        m_data.article = !m_data.headline.isEmpty() || !m_data.authors.isEmpty()
            || !m_data.published.isEmpty();
        for (const auto &object : m_graph.objects()) {
            if (hasType(object, isPage))
                takePage(object);
            else if (hasType(object, [](const QString &type) { return type == "WebSite"_L1; }))
                setIfEmpty(m_data.site, textOf(object.value("name"_L1)));
        }
        return m_data;
    }

private:
    static void setIfEmpty(QString &field, const QString &value)
    {
        if (field.isEmpty())
            field = value;
    }

    void take(const QJsonObject &article)
    {
        setIfEmpty(m_data.headline, textOf(article.value("headline"_L1)));
        setIfEmpty(m_data.headline, textOf(article.value("name"_L1)));
        setIfEmpty(m_data.alternativeHeadline, textOf(article.value("alternativeHeadline"_L1)));
        setIfEmpty(m_data.description, textOf(article.value("description"_L1)));
        setIfEmpty(m_data.published, textOf(article.value("datePublished"_L1)));
        setIfEmpty(m_data.published, textOf(article.value("dateCreated"_L1)));
        setIfEmpty(m_data.modified, textOf(article.value("dateModified"_L1)));
        setIfEmpty(m_data.language, languageOf(article.value("inLanguage"_L1)));
        setIfEmpty(m_data.site, textOf(article.value("publisher"_L1)));
        if (m_data.site.isEmpty())
            m_data.site = textOf(m_graph.resolved(article.value("publisher"_L1).toObject()));
        setIfEmpty(m_data.url, addressOf(article.value("mainEntityOfPage"_L1)));
        setIfEmpty(m_data.url, addressOf(article.value("url"_L1)));
        if (m_data.authors.isEmpty())
            takeAuthors(article.value("author"_L1));
        if (m_data.authors.isEmpty())
            takeAuthors(article.value("creator"_L1));
        if (m_data.keywords.isEmpty())
            takeKeywords(article.value("keywords"_L1));
        if (m_data.images.isEmpty())
            takeImages(article.value("image"_L1));
        const auto free = article.value("isAccessibleForFree"_L1);
        if (free.isBool() ? !free.toBool()
                          : free.toString().compare("false"_L1, Qt::CaseInsensitive) == 0)
            m_data.forFree = false;
    }

    void takePage(const QJsonObject &page)
    {
        setIfEmpty(m_data.published, textOf(page.value("datePublished"_L1)));
        setIfEmpty(m_data.modified, textOf(page.value("dateModified"_L1)));
        setIfEmpty(m_data.language, languageOf(page.value("inLanguage"_L1)));
        setIfEmpty(m_data.description, textOf(page.value("description"_L1)));
        if (m_data.authors.isEmpty())
            takeAuthors(page.value("author"_L1));
    }

    [[nodiscard]] static QString languageOf(const QJsonValue &value)
    {
        const auto object = first(value).toObject();
        return object.isEmpty() ? textOf(value) : object.value("alternateName"_L1).toString();
    }

    void takeAuthors(const QJsonValue &value)
    {
        const auto list = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const auto &entry : list) {
            if (m_data.authors.size() >= limits::authors)
                return;
            if (entry.isArray()) {
                takeAuthors(entry.toArray().first());
                continue;
            }
            const auto object = m_graph.resolved(entry.toObject());
            // A name may itself be a list.
            const auto written = entry.isString() ? QJsonValue(entry) : object.value("name"_L1);
            const auto names = written.isArray() ? written.toArray() : QJsonArray{written};
            for (const auto &name : names) {
                const auto text = textOf(name);
                if (!text.isEmpty())
                    m_data.authors.append(
                        {.name = text, .url = QUrl(addressOf(object.value("url"_L1)))});
                if (!text.isEmpty() && hasType(object, isOrganisation))
                    m_data.organisations.append(text);
            }
        }
    }

    void takeKeywords(const QJsonValue &value)
    {
        const auto list = value.isArray()
            ? value.toArray()
            : QJsonArray::fromStringList(value.toString().split(u','));
        for (const auto &entry : list) {
            const auto word = textOf(entry);
            if (!word.isEmpty() && !word.contains(u':') && m_data.keywords.size() < limits::tags)
                m_data.keywords.append(word);
        }
    }

    void takeImages(const QJsonValue &value)
    {
        const auto list = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const auto &entry : list) {
            const auto object = m_graph.resolved(entry.toObject());
            Figure figure{.src = entry.isString() ? entry.toString().trimmed() : addressOf(object)};
            figure.caption = textOf(object.value("caption"_L1));
            for (const auto &key :
                 {"creditText"_L1, "copyrightHolder"_L1, "creator"_L1, "author"_L1}) {
                if (figure.credit.isEmpty())
                    figure.credit = text::bareCredit(textOf(object.value(key)));
            }
            if (!figure.isEmpty() && m_data.images.size() < limits::figures)
                m_data.images.append(figure);
        }
    }

    const Graph &m_graph;
    StructuredData m_data;
};

// Real scripts hold raw line breaks inside strings, CDATA marks and stray commas.
QByteArray mended(QString script)
{
    for (auto &letter : script) {
        if (letter < u' ')
            letter = u' ';
    }
    script.remove("/*<![CDATA[*/"_L1).remove("/*]]>*/"_L1);
    script.remove("//<![CDATA["_L1).remove("//]]>"_L1);
    script.remove("<![CDATA["_L1).remove("]]>"_L1).remove("<!--"_L1).remove("-->"_L1);
    script = script.trimmed();
    while (script.endsWith(u';'))
        script.chop(1);
    return script.toUtf8();
}

} // namespace

StructuredData structuredData(const QStringList &scripts)
{
    Graph graph;
    for (const auto &script :
         scripts.first(std::min<qsizetype>(scripts.size(), limits::jsonLdScripts))) {
        if (script.size() > limits::jsonLdBytes)
            continue;
        auto document = QJsonDocument::fromJson(script.toUtf8());
        if (document.isNull())
            document = QJsonDocument::fromJson(mended(script));
        if (document.isArray())
            graph.add(document.array());
        else if (document.isObject())
            graph.add(document.object());
    }
    return Reader(graph).read();
}

} // namespace extraction
