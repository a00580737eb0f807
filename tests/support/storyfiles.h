#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

namespace support {

// A saved article in plain text, different for every number.
inline QByteArray storyText(int number)
{
    const auto n = QByteArray::number(number);
    return "Harbour Story Number " + n
        + "\n\nBy Ada Marsh\n\nDecember 04, 2021\n\n"
          "The ferry leaves the quay on its morning run. **Bo Finch/Coastwire**\n\n"
          "The harbour council met for the "
        + n
        + "th time on Tuesday to hear what the winter "
          "storms had done to the north pier and who would pay for it.\n\n"
          "Nobody in the hall expected an answer before spring, and nobody got one, but the "
          "clerk wrote down every question with care.\n\n"
          "Related article: Harbour Story Number "
        + QByteArray::number(number + 1)
        + "\n\n"
          "Original url:\n\nhttps://coast.example/2021/12/04/harbour-story-"
        + n + "\n";
}

// Writes bytes to a file below a folder, making the folders between.
inline QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const auto path = QDir(folder).filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace support
