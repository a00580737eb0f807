#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

// How an import went: what came in, and the files that could not be read, by the reason.
class ImportResult : public QDialog
{
    Q_OBJECT

public:
    struct Group
    {
        QString reason;
        QStringList files; // Paths.
    };

    struct Words
    {
        QString outcome; // "1,204 stories are new in the library."
        QString rest; // What else there is to say; may be empty.
        QList<Group> groups;
    };

    ImportResult(const Words &words, QWidget *parent);

    // The whole report in plain text.
    [[nodiscard]] QString text() const;

private:
    QWidget *makeList();
    void chooseFile();
    void save(const QString &path);

    Words m_words;
};
