#include "formats/clipfields.h"

#include "text/credits.h"
#include "text/dates.h"
#include "text/languages.h"
#include "text/whitespace.h"

#include <QUrl>

#include <initializer_list>

using namespace Qt::StringLiterals;
using formats::FrontMatter;

namespace {

// Keys by which a tool is known: all of them are there, in whatever order.
struct Signature
{
    QLatin1StringView tool;
    std::initializer_list<QLatin1StringView> keys;
    QLatin1StringView tag; // One of the tags; may be empty.
};

const std::initializer_list<Signature> signatures = {
    {"Joplin"_L1, {"id"_L1, "updated"_L1, "created"_L1, "latitude"_L1}, {}},
    {"Readeck"_L1, {"saved"_L1, "website"_L1, "source"_L1}, {}},
    {"Omnivore"_L1, {"id"_L1, "date_saved"_L1}, {}},
    {"Obsidian Web Clipper"_L1, {"title"_L1, "source"_L1, "created"_L1}, "clippings"_L1},
};

QString first(const FrontMatter &matter, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (const auto value = matter.value(key); !value.isEmpty())
            return text::simplified(value);
    }
    return {};
}

QStringList all(const FrontMatter &matter, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (matter.fields.contains(key))
            return matter.fields.value(key);
    }
    return {};
}

QUrl webAddress(const QString &written)
{
    const QUrl url(written.trimmed(), QUrl::TolerantMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && !url.host().isEmpty() ? url : QUrl();
}

// MarkDownload writes "2026-11-22T10:40:12 (UTC +00:00)".
Timestamp moment(QString written)
{
    written.replace(" (UTC "_L1, ""_L1).remove(u')');
    const auto exact = Timestamp::fromIso(written);
    return exact.isValid() ? exact : text::parseDate(written);
}

QStringList tagsFrom(const QStringList &written)
{
    QStringList tags;
    for (const auto &value : written) {
        for (auto tag : value.split(u',')) {
            tag = tag.trimmed();
            if (tag.startsWith(u'#'))
                tag.remove(0, 1);
            if (!tag.isEmpty() && !tags.contains(tag))
                tags.append(tag);
        }
    }
    return tags;
}

QString savedBy(const FrontMatter &matter, const QStringList &tags)
{
    for (const auto &signature : signatures) {
        const auto has = [&](QLatin1StringView key) { return matter.fields.contains(key); };
        if (std::all_of(signature.keys.begin(), signature.keys.end(), has)
            && (signature.tag.isEmpty() || tags.contains(signature.tag)))
            return signature.tool;
    }
    return {};
}

} // namespace

QList<Author> formats::authorsFrom(const QStringList &written)
{
    QList<Author> authors;
    for (const auto &value : written) {
        auto names = text::bylineNames(value, text::BylineKind::Certain);
        if (names.isEmpty() && !value.contains("://"_L1))
            names = QStringList{text::simplified(value)};
        for (const auto &name : names) {
            if (!name.isEmpty())
                authors.append({.name = name});
        }
    }
    return authors;
}

Article formats::clippedFields(const FrontMatter &matter)
{
    Article stated;
    stated.title = first(matter, {"title"_L1, "headline"_L1});
    stated.url = webAddress(first(matter,
                                  {"source"_L1, "url"_L1, "link"_L1, "original"_L1,
                                   "original_url"_L1, "source_url"_L1, "canonical"_L1}));
    stated.authors = authorsFrom(
        all(matter,
            {"author"_L1, "authors"_L1, "by"_L1, "byline"_L1, "creator"_L1, "published_by"_L1}));
    stated.published
        = moment(first(matter,
                       {"published"_L1, "date_published"_L1, "published_on"_L1, "published_at"_L1,
                        "publish_date"_L1, "pubdate"_L1, "date"_L1}));
    stated.modified = moment(first(matter, {"modified"_L1, "date_modified"_L1}));
    stated.standfirst = first(
        matter, {"description"_L1, "excerpt"_L1, "summary"_L1, "subtitle"_L1, "standfirst"_L1});
    // What is left of a picture that was lost.
    stated.lead.caption = first(matter, {"caption"_L1});
    stated.lead.credit = first(matter, {"credit"_L1});
    stated.site = first(
        matter,
        {"website"_L1, "site"_L1, "site_name"_L1, "publication"_L1, "publisher"_L1, "domain"_L1});
    stated.tags = tagsFrom(all(matter, {"tags"_L1, "labels"_L1, "keywords"_L1, "tag"_L1}));
    stated.language = text::languageTag(first(matter, {"lang"_L1, "language"_L1}));
    stated.provenance.savedBy = savedBy(matter, stated.tags);
    stated.provenance.savedAt = moment(first(
        matter,
        {"saved"_L1, "date_saved"_L1, "created"_L1, "clipped"_L1, "date_added"_L1, "added"_L1}));
    // The tag that a clipper puts on everything says nothing about a story.
    stated.tags.removeAll(u"clippings"_s);
    return stated;
}
