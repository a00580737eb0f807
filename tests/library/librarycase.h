#pragma once

#include "library/library.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

inline const QDateTime start(QDate(2024, 5, 6), QTime(7, 8, 9, 10), Qt::UTC);

inline QDateTime minute(int n)
{
    return start.addSecs(n * 60);
}

inline Picture pictureOf(const QByteArray &bytes)
{
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {.name = u"broadsheet-media:"_s + QString::fromLatin1(hash),
            .mimeType = u"image/png"_s,
            .bytes = bytes};
}

inline Article story(const QString &title, const QString &text = {})
{
    return {.url = QUrl(u"https://times.example/"_s + QString(title).replace(u' ', u'-')),
            .title = title,
            .text = text.isEmpty() ? u"All about %1."_s.arg(title) : text};
}

// Every field filled.
inline Article fullStory()
{
    const auto picture = pictureOf("lighthouse"_ba);
    return {.url = QUrl(u"https://times.example/2021/ferry?page=2"_s),
            .title = u"Ferry returns to Café Bay"_s,
            .standfirst = u"After nine years the boat is back."_s,
            .authors = {{.name = u"Mara Quill"_s, .url = QUrl(u"https://times.example/mara"_s)},
                        {.name = u"Tomás Ødegård"_s}},
            .published = Timestamp::fromIso(u"2021-12-04T10:20:00+02:00"_s),
            .modified = Timestamp::fromIso(u"2021-12-05"_s),
            .language = u"en-GB"_s,
            .site = u"The Example Times"_s,
            .tags = {u"sea"_s, u"transport"_s},
            .lead = {.src = picture.name,
                     .alt = u"A white boat"_s,
                     .caption = u"The Marigold at the pier"_s,
                     .credit = u"Lena Fjord"_s},
            .figures = {{.src = u"https://times.example/map.png"_s, .caption = u"The route"_s}},
            .related = {{.title = u"The last crossing"_s},
                        {.title = u"Timetables"_s, .url = QUrl(u"https://times.example/t"_s)}},
            .enclosures = {{.url = QUrl(u"https://times.example/ferry.mp3"_s),
                            .mimeType = u"audio/mpeg"_s,
                            .title = u"Hear it"_s,
                            .bytes = Q_INT64_C(5'000'000'000),
                            .seconds = 61,
                            .chapters = QUrl(u"https://times.example/ferry.json"_s)}},
            .comments = QUrl(u"https://times.example/2021/ferry/talk"_s),
            .text = u"The ferry came in at dawn.\n\nPeople cheered: “Łódź!” — 東京から."_s,
            .pictures = {picture},
            .provenance = {.format = u"html"_s,
                           .savedBy = u"SingleFile"_s,
                           .savedAt = Timestamp::fromIso(u"2022-01-02T03:04:05Z"_s),
                           .file = u"/home/ann/ferry.html"_s,
                           .fileHash = "0123456789abcdef0123456789abcdef"_ba},
            .warnings = {u"no lead caption"_s}};
}

inline QStringList titles(const QList<Headline> &headlines)
{
    QStringList result;
    for (const auto &headline : headlines)
        result.append(headline.title);
    return result;
}

// A library of its own for every test function, and the short ways to fill and list it.
class LibraryCase : public QObject
{
protected:
    void begin()
    {
        m_minute = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void end() { m_library.reset(); }

    void reopen()
    {
        m_library.reset();
        auto opened = Library::open(m_folder->path(), Library::Access::ReadWrite);
        QVERIFY(opened);
        m_library = *std::move(opened);
    }

    ArticleId add(const Article &article, Library::Occasion occasion = Library::Occasion::Found)
    {
        const auto added = m_library->add(article, occasion, minute(m_minute++));
        return added ? added->id : ArticleId::None;
    }

    [[nodiscard]] QStringList listed(StoryQuery::Scope scope) const
    {
        const auto headlines = m_library->headlines({.scope = scope}, 100);
        return headlines ? titles(*headlines) : QStringList{headlines.error().detail};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    int m_minute = 0;
};
