#pragma once

#include "html/sanitise.h"
#include "library/library.h"

#include <QDateTime>

// Stories of a dozen paragraphs, different for every number.
namespace harbour {

inline QString paragraph(int story, int number)
{
    return QStringLiteral(
               "<p>Story %1, paragraph %2: the harbour council met on Tuesday to hear what "
               "the winter storms had done to the north pier and who would pay for it.</p>")
        .arg(story)
        .arg(number);
}

inline Article story(int number, int paragraphs = 12)
{
    QString body;
    for (int i = 0; i < paragraphs; ++i)
        body += paragraph(number, i);
    const auto safe = html::sanitise(body);
    return {.url = QUrl(QStringLiteral("https://coast.example/%1").arg(number)),
            .title = QStringLiteral("Harbour Story Number %1 From The Quay").arg(number),
            .authors = {{.name = QStringLiteral("Ada Marsh")}},
            .published = {.date = QDate(2000, 1, 1).addDays(number)},
            .language = QStringLiteral("en"),
            .site = QStringLiteral("The Coast"),
            .body = safe,
            .text = html::plainText(safe)};
}

// Every hundredth is a long one.
inline void fill(const QString &folder, int stories)
{
    constexpr int usual = 12;
    constexpr int longRead = 600;
    auto library = Library::open(folder, Library::Access::ReadWrite);
    if (!library)
        qFatal("no library: %s", qPrintable(library.error().detail));
    auto now = QDateTime::currentDateTimeUtc().addDays(-30);
    for (int i = 0; i < stories; ++i) {
        const auto paragraphs = i % 100 == 50 ? longRead : usual;
        if (!(*library)->add(story(i, paragraphs), Library::Occasion::Found, now = now.addSecs(1)))
            qFatal("cannot add a story");
    }
}

} // namespace harbour
