#include "formats/clipfields.h"
#include "formats/epubpackage.h"
#include "html/document.h"
#include "text/dates.h"
#include "text/languages.h"
#include "text/whitespace.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

// Properties that <meta refines="#id" property="…"> gives to an element, by "id property".
using Refinements = QHash<QString, QString>;

Refinements refinementsOf(const xml::Element &metadata)
{
    Refinements refinements;
    for (const auto &meta : metadata.descendants(u"meta")) {
        const auto target = meta.attribute(u"refines");
        if (target.startsWith(u'#'))
            refinements.insert(target.mid(1) + u' ' + meta.attribute(u"property"),
                               meta.text.trimmed());
    }
    return refinements;
}

QString refined(const Refinements &refinements, const xml::Element &element,
                const QString &property)
{
    return refinements.value(element.attribute(u"id") + u' ' + property);
}

// The value of <meta property="…">, of EPUB 3, or <meta name="…" content="…">, of EPUB 2.
QString metaValue(const xml::Element &metadata, QStringView name)
{
    for (const auto &meta : metadata.descendants(u"meta")) {
        if (!meta.attribute(u"refines").isEmpty())
            continue;
        if (meta.attribute(u"property") == name)
            return meta.text.trimmed();
        if (meta.attribute(u"name") == name)
            return meta.attribute(u"content").trimmed();
    }
    return {};
}

QString valueOf(const xml::Element &element)
{
    return text::simplified(element.text);
}

QString titleOf(const xml::Element &metadata, const Refinements &refinements)
{
    const auto titles = metadata.descendants(u"title");
    for (const auto &title : titles) {
        if (refined(refinements, title, u"title-type"_s) == "main"_L1)
            return valueOf(title);
    }
    return titles.isEmpty() ? QString() : valueOf(titles.first());
}

// Programs that make books put a word of their own where no author is known; others put the site.
bool isNobody(const QString &name)
{
    static const QSet<QString> names{u"unknown"_s,    u"unbekannt"_s,   u"inconnu"_s,
                                     u"неизвестно"_s, u"desconocido"_s, u"calibre"_s,
                                     u"wallabag"_s,   u"pandoc"_s,      u"various authors"_s,
                                     u"various"_s,    u"anonymous"_s,   u"未知"_s};
    return names.contains(name.toLower()) || (!name.contains(u' ') && name.contains(u'.'));
}

void readCreators(const xml::Element &metadata, const Refinements &refinements,
                  EpubPackage &package)
{
    for (const auto &creator : metadata.descendants(u"creator")) {
        auto role = creator.attribute(u"role");
        if (role.isEmpty())
            role = refined(refinements, creator, u"role"_s);
        const auto name = valueOf(creator);
        if (name.isEmpty())
            continue;
        package.creators.append(name);
        // https://id.loc.gov/vocabulary/relators.html
        const auto wrote
            = role.isEmpty() || role == "aut"_L1 || role == "cre"_L1 || role == "jnl"_L1;
        if (wrote && !isNobody(name))
            package.stated.authors += authorsFrom({name});
    }
}

// Midnight in UTC is what programs write that know only the day.
Timestamp moment(const QString &written)
{
    auto moment = Timestamp::fromIso(written);
    if (!moment.isValid())
        moment = text::parseDate(written);
    if (moment.isValid() && moment.time == QTime(0, 0) && moment.offset.value_or(0) == 0)
        moment = {.date = moment.date};
    // calibre's year 101 means that it does not know.
    return moment.isValid() && moment.date.year() > 1400 ? moment : Timestamp();
}

void readDates(const xml::Element &metadata, EpubPackage &package)
{
    auto &stated = package.stated;
    stated.provenance.savedAt = moment(metaValue(metadata, u"dcterms:modified"));
    for (const auto &date : metadata.descendants(u"date")) {
        const auto event = date.attribute(u"event").toLower();
        const auto read = moment(valueOf(date));
        const auto isPublication = event.isEmpty() || event.contains("publication"_L1)
            || event == "issued"_L1 || event == "created"_L1;
        if (isPublication && !stated.published.isValid())
            stated.published = read;
        if (!isPublication && !stated.provenance.savedAt.isValid())
            stated.provenance.savedAt = read;
    }
    if (!stated.provenance.savedAt.isValid())
        stated.provenance.savedAt = moment(metaValue(metadata, u"calibre:timestamp"));
}

QUrl webAddress(const QString &written)
{
    const QUrl url(written);
    const auto isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

// Where a page came from stands in one of these, the surest first.
QUrl addressOf(const xml::Element &metadata)
{
    for (const auto name : {u"source", u"identifier", u"description"}) {
        for (const auto &element : metadata.descendants(name)) {
            if (auto url = webAddress(valueOf(element)); !url.isEmpty())
                return url;
        }
    }
    return {};
}

// calibre writes HTML into it.
QString descriptionOf(const xml::Element &metadata)
{
    const auto descriptions = metadata.descendants(u"description");
    if (descriptions.isEmpty())
        return {};
    auto description = valueOf(descriptions.first());
    if (description.contains(u'<')) {
        if (const auto document = html::Document::parse(description))
            description = html::textOf(document->body());
    }
    return webAddress(description).isEmpty() ? description : QString();
}

QString makerOf(const xml::Element &metadata, const Refinements &refinements)
{
    for (const auto &contributor : metadata.descendants(u"contributor")) {
        auto role = contributor.attribute(u"role");
        if (role.isEmpty())
            role = refined(refinements, contributor, u"role"_s);
        // "calibre (6.11.0) [https://…]"
        if (role == "bkp"_L1)
            return valueOf(contributor).section(u" ("_s, 0, 0);
    }
    const auto publishers = metadata.descendants(u"publisher");
    if (!publishers.isEmpty() && isNobody(valueOf(publishers.first())))
        return valueOf(publishers.first());
    return metaValue(metadata, u"generator");
}

void readSite(const xml::Element &metadata, EpubPackage &package)
{
    // "periodical:newspaper:The Example Times"
    const auto kind = metaValue(metadata, u"calibre:publication_type");
    package.isPeriodical = kind.startsWith("periodical"_L1);
    if (kind.count(u':') >= 2)
        package.stated.site = text::simplified(kind.section(u':', 2));
    const auto publishers = metadata.descendants(u"publisher");
    if (package.stated.site.isEmpty() && !publishers.isEmpty()
        && !isNobody(valueOf(publishers.first())))
        package.stated.site = valueOf(publishers.first());
}

} // namespace

void formats::readEpubMetadata(const xml::Element &metadata, EpubPackage &package)
{
    auto &stated = package.stated;
    const auto refinements = refinementsOf(metadata);
    stated.title = titleOf(metadata, refinements);
    stated.url = addressOf(metadata);
    stated.standfirst = descriptionOf(metadata);
    for (const auto &language : metadata.descendants(u"language")) {
        const auto tag = text::languageTag(valueOf(language));
        if (stated.language.isEmpty() && tag != "und"_L1)
            stated.language = tag;
    }
    for (const auto &subject : metadata.descendants(u"subject")) {
        if (const auto tag = valueOf(subject); !tag.isEmpty() && !stated.tags.contains(tag))
            stated.tags.append(tag);
    }
    readCreators(metadata, refinements, package);
    readDates(metadata, package);
    readSite(metadata, package);
    stated.provenance.savedBy = makerOf(metadata, refinements);
}
