#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>

#include <optional>

namespace tasks {

// Reads files beside a saved page: those in its folder and below, whatever the page asks for, and
// pictures of the mirror it is in. Wget and HTTrack lay a mirror out as one folder for each host,
// "www.example.org/news/story.html" beside "img.example.org/a.jpg": a page in a folder that is
// named like a host may have the pictures in this folder and in those beside it that are named so,
// too. Links on the disk lead to nothing outside of that.
class Siblings
{
public:
    explicit Siblings(const QString &page);

    // By the path from the page's folder. Nothing for what is missing, outside or too large.
    std::optional<QByteArray> operator()(const QString &relativePath);

private:
    [[nodiscard]] bool isInFolder(const QString &file) const;
    [[nodiscard]] bool isInMirror(const QString &file) const;

    QDir m_folder;
    QString m_root; // With a slash at the end, as the next; without links in it.
    QString m_mirror; // Where the hosts' folders are; empty when the page is in no mirror.
    qint64 m_read = 0; // Bytes so far.
};

} // namespace tasks
