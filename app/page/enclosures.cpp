#include "page/enclosures.h"

#include "html/sanitise.h"
#include "page/body.h"
#include "page/limits.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

// "1:02:45" or "2:45".
QString duration(int seconds)
{
    constexpr auto hour = 60 * 60;
    const auto twoDigits = [](int number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const auto rest = twoDigits(seconds % 60);
    return seconds < hour
        ? u"%1:%2"_s.arg(seconds / 60).arg(rest)
        : u"%1:%2:%3"_s.arg(seconds / hour).arg(twoDigits(seconds % hour / 60), rest);
}

QString size(qint64 bytes)
{
    constexpr qint64 kilo = 1'000;
    constexpr qint64 mega = kilo * kilo;
    return bytes < mega ? u"%1 kB"_s.arg(std::max<qint64>(1, bytes / kilo))
                        : u"%1 MB"_s.arg((bytes + mega / 2) / mega);
}

QString kind(const Enclosure &enclosure, const page::Words &words)
{
    using Kind = page::EnclosureKind;
    switch (page::enclosureKind(enclosure)) {
    case Kind::Audio:
        return words.audio;
    case Kind::Video:
        return words.video;
    case Kind::Picture:
        return words.pictureFile;
    case Kind::Document:
        return words.document;
    case Kind::Other:
        break;
    }
    return {};
}

QString line(const Enclosure &enclosure, int number, const page::Context &context)
{
    const auto &words = context.words;
    const auto name
        = enclosure.title.isEmpty() ? enclosure.url.fileName(QUrl::FullyDecoded) : enclosure.title;
    QStringList facts{kind(enclosure, words)};
    if (enclosure.seconds > 0)
        facts << duration(enclosure.seconds);
    if (enclosure.bytes > 0)
        facts << size(enclosure.bytes);
    const auto kindOf = page::enclosureKind(enclosure);
    const auto plays = kindOf == page::EnclosureKind::Audio || kindOf == page::EnclosureKind::Video;
    const auto link = [](const QString &address, const QString &text) {
        return u"<a href=\"%1\">"_s.arg(escaped(address)) + escaped(text)
            + u"</a><span class=\"gap\"> </span>"_s;
    };
    QString links;
    if (context.place == page::Context::Place::Program)
        links = link(page::playAddress(number), plays ? words.play : words.open)
            + link(page::downloadAddress(number), words.download);
    else
        links = link(page::linkAddress(enclosure.url), plays ? words.play : words.open);
    return u"<li class=\"enclosure\"><span class=\"title\" dir=\"auto\">"_s
        + escaped(name.isEmpty() ? page::hostName(enclosure.url) : name)
        + u"</span><span class=\"from\">"_s + escaped(facts.join(u" · "_s))
        + u"</span><span class=\"deeds\">"_s + links + u"</span></li>"_s;
}

// A picture that the story shows anyway is no file to be opened.
bool isShown(const Enclosure &enclosure, const Article &article)
{
    if (page::enclosureKind(enclosure) != page::EnclosureKind::Picture)
        return false;
    return !article.lead.isEmpty() || !article.figures.isEmpty();
}

} // namespace

page::EnclosureKind page::enclosureKind(const Enclosure &enclosure)
{
    const auto type = enclosure.mimeType.section(u';', 0, 0).trimmed().toLower();
    if (type.startsWith("audio/"_L1))
        return EnclosureKind::Audio;
    if (type.startsWith("video/"_L1))
        return EnclosureKind::Video;
    // Drawings may hold scripts, which whatever opens them might run.
    if (type.startsWith("image/"_L1) && type != "image/svg+xml"_L1)
        return EnclosureKind::Picture;
    if (type == "application/pdf"_L1 || type == "application/epub+zip"_L1)
        return EnclosureKind::Document;
    return EnclosureKind::Other;
}

QString page::playAddress(int enclosure)
{
    return u"broadsheet:play/"_s + QString::number(enclosure);
}

QString page::downloadAddress(int enclosure)
{
    return u"broadsheet:download/"_s + QString::number(enclosure);
}

QString page::enclosures(const Article &article, const Context &context)
{
    QString lines;
    auto plays = false;
    const auto count = std::min(article.enclosures.size(), limits::enclosuresShown);
    for (auto number = 0; number < int(count); ++number) {
        const auto &enclosure = article.enclosures.at(number);
        const auto scheme = enclosure.url.scheme();
        const auto kind = enclosureKind(enclosure);
        if ((scheme != "http"_L1 && scheme != "https"_L1) || kind == EnclosureKind::Other
            || isShown(enclosure, article))
            continue;
        plays = plays || kind == EnclosureKind::Audio || kind == EnclosureKind::Video;
        lines += line(enclosure, number, context);
    }
    if (lines.isEmpty())
        return {};
    return u"<section class=\"enclosures\"><h2>"_s
        + escaped(plays ? context.words.toPlay : context.words.attached)
        + u"</h2><ul class=\"files\">"_s + lines + u"</ul></section>"_s;
}
