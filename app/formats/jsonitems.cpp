#include "formats/jsonitems.h"

#include "formats/clipfields.h"
#include "formats/limits.h"
#include "html/sanitise.h"
#include "text/dates.h"
#include "text/languages.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().trimmed();
}

QUrl webAddress(const QString &written)
{
    const QUrl url(written);
    const auto isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

Timestamp moment(const QString &written)
{
    const auto exact = Timestamp::fromIso(written);
    return exact.isValid() ? exact : text::parseDate(written);
}

QString language(const QJsonObject &object)
{
    return text::languageTag(textOf(object, "language"_L1));
}

// JSON Feed 1.0 has one author, 1.1 several.
QList<Author> authorsOf(const QJsonObject &object)
{
    auto written = object.value("authors"_L1).toArray();
    if (written.isEmpty() && object.value("author"_L1).isObject())
        written.append(object.value("author"_L1));
    QList<Author> authors;
    for (const auto &value : std::as_const(written)) {
        const auto author = value.toObject();
        if (const auto name = textOf(author, "name"_L1); !name.isEmpty())
            authors.append({.name = name, .url = webAddress(textOf(author, "url"_L1))});
    }
    return authors;
}

// wallabag has them as words or as objects with a label.
QStringList tagsOf(const QJsonObject &object)
{
    QStringList tags;
    for (const auto &value : object.value("tags"_L1).toArray()) {
        const auto tag
            = value.isObject() ? textOf(value.toObject(), "label"_L1) : value.toString().trimmed();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

Figure figureOf(const QJsonObject &object)
{
    return {.src = textOf(object, "src"_L1),
            .alt = textOf(object, "alt"_L1),
            .caption = textOf(object, "caption"_L1),
            .credit = textOf(object, "credit"_L1)};
}

// A picture that the text shows as well is not shown twice.
void setLead(SavedPage &page, const QString &address)
{
    if (page.stated.lead.isEmpty() && !webAddress(address).isEmpty()
        && !page.html.contains(html::escaped(address)))
        page.stated.lead.src = address;
}

QString paragraphs(const QString &text)
{
    QString html;
    for (const auto &block : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        const auto lines = html::escaped(block.trimmed()).replace(u'\n', "<br>"_L1);
        html += "<p>"_L1 + lines + "</p>\n"_L1;
    }
    return html;
}

// What jsonfeed::item() writes for what JSON Feed has no words for.
void readExtension(const QJsonObject &extension, Article &stated)
{
    stated.site = textOf(extension, "site"_L1);
    stated.lead = figureOf(extension.value("lead_figure"_L1).toObject());
    for (const auto &value : extension.value("figures"_L1).toArray())
        stated.figures.append(figureOf(value.toObject()));
    for (const auto &value : extension.value("related"_L1).toArray()) {
        const auto link = value.toObject();
        stated.related.append(
            {.title = textOf(link, "title"_L1), .url = webAddress(textOf(link, "url"_L1))});
    }
    stated.provenance.savedBy = textOf(extension, "saved_by"_L1);
    stated.provenance.savedAt = moment(textOf(extension, "saved_at"_L1));
    for (const auto &value : extension.value("warnings"_L1).toArray())
        stated.warnings.append(value.toString());
}

SavedPage storyOf(const QJsonObject &item)
{
    SavedPage page{.content = SavedPage::Content::Story};
    page.html = item.value("content_html"_L1).toString();
    if (page.html.trimmed().isEmpty())
        page.html = paragraphs(item.value("content_text"_L1).toString());
    auto &stated = page.stated;
    readExtension(item.value("_broadsheet"_L1).toObject(), stated);
    stated.url = webAddress(textOf(item, "url"_L1));
    stated.title = textOf(item, "title"_L1);
    stated.standfirst = textOf(item, "summary"_L1);
    stated.authors = authorsOf(item);
    stated.published = moment(textOf(item, "date_published"_L1));
    stated.modified = moment(textOf(item, "date_modified"_L1));
    stated.language = language(item);
    stated.tags = tagsOf(item);
    stated.provenance.format = u"json"_s;
    setLead(page, textOf(item, "image"_L1));
    return page;
}

bool isItem(const QJsonObject &object)
{
    if (object.value("_broadsheet"_L1).isObject())
        return true;
    return object.contains("id"_L1)
        && (object.value("content_html"_L1).isString()
            || object.value("content_text"_L1).isString());
}

QList<SavedPage> storiesOfFeed(const QJsonObject &feed)
{
    QList<SavedPage> pages;
    for (const auto &value : feed.value("items"_L1).toArray()) {
        if (pages.size() >= formats::limits::storiesPerFile)
            break;
        auto page = storyOf(value.toObject());
        // What the feed says holds for items that say nothing else.
        if (page.stated.authors.isEmpty())
            page.stated.authors = authorsOf(feed);
        if (page.stated.language.isEmpty())
            page.stated.language = language(feed);
        if (!value.toObject().contains("_broadsheet"_L1))
            page.stated.site = textOf(feed, "title"_L1);
        pages.append(page);
    }
    return pages;
}

bool isWallabagEntry(const QJsonObject &object)
{
    const auto isOurs = [&](QLatin1StringView key) { return object.contains(key); };
    return object.value("content"_L1).isString() && object.value("url"_L1).isString()
        && (isOurs("is_archived"_L1) || isOurs("is_read"_L1));
}

// https://github.com/wallabag/wallabag: versions 1 and 2 of its JSON export.
SavedPage storyOfWallabag(const QJsonObject &entry)
{
    SavedPage page{.content = SavedPage::Content::Page};
    auto &stated = page.stated;
    stated.url = webAddress(textOf(entry, "url"_L1));
    stated.title = textOf(entry, "title"_L1);
    QStringList names;
    for (const auto &name : entry.value("published_by"_L1).toArray())
        names.append(name.toString());
    stated.authors = formats::authorsFrom(names);
    stated.published = moment(textOf(entry, "published_at"_L1));
    stated.language = language(entry);
    stated.tags = tagsOf(entry);
    stated.provenance = {.format = u"json"_s,
                         .savedBy = u"wallabag"_s,
                         .savedAt = moment(textOf(entry, "created_at"_L1))};
    const auto title = html::escaped(stated.title);
    page.html = "<html><head><title>"_L1 + title + "</title></head><body><h1>"_L1 + title
        + "</h1>"_L1 + entry.value("content"_L1).toString() + "</body></html>"_L1;
    return page;
}

QList<SavedPage> storiesOfArray(const QJsonArray &array)
{
    QList<SavedPage> pages;
    for (const auto &value : array) {
        const auto object = value.toObject();
        if (pages.size() >= formats::limits::storiesPerFile)
            break;
        if (isWallabagEntry(object))
            pages.append(storyOfWallabag(object));
        else if (isItem(object))
            pages.append(storyOf(object));
    }
    return pages;
}

} // namespace

QList<SavedPage> formats::jsonStories(const QJsonValue &root)
{
    if (root.isArray())
        return storiesOfArray(root.toArray());
    const auto object = root.toObject();
    if (textOf(object, "version"_L1).startsWith("https://jsonfeed.org/version/"_L1))
        return storiesOfFeed(object);
    return storiesOfArray({object});
}
