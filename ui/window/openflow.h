#pragma once

#include "library/sharedlibrary.h"
#include "tasks/openfiles.h"

#include <QObject>

// Opens files: the first story is handed over to be read the moment it is there, and all of them
// go to the library behind it. Of a file that holds several, only those that are chosen.
class OpenFlow : public QObject
{
    Q_OBJECT

public:
    // Whether somebody is there to choose among the stories of one file.
    enum class Asking { IfSeveral, Never };

    // Pages are read by the rules in that file, if it is given.
    explicit OpenFlow(SharedLibrary &library, const QString &rulesFile = {},
                      QObject *parent = nullptr);

    void setAsking(Asking asking) { m_asking = asking; }
    void open(const QStringList &paths);
    void openText(const QByteArray &text, const QString &name);
    // The answer to severalFound(): the first of them is read now.
    void openChosen(const QList<Article> &stories);
    void cancel();
    [[nodiscard]] bool running() const { return m_files.running(); }
    // What failed since the last batch began.
    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }

signals:
    void started();
    // A file holds these stories; which of them are wanted is for a person to say.
    void severalFound(const QString &path, const QList<Article> &stories);
    void firstRead(const Article &article); // The first story of a batch, before it is stored.
    // That story as the library has it, and where reading of it stopped before.
    void firstStored(const Headline &headline, const ReadingPosition &position);
    void progressed(int done, int total, const QString &current);
    void finished(int opened, int failed);
    void storingFailed(const Error &error); // Once a batch: the library cannot be written.

private:
    void begin();
    void take(const QList<Article> &stories, const QString &path);
    void store(const QList<Article> &stories);
    void storeShown(const Article &article);
    void storeUnread(const Article &article);
    void stored(const std::optional<Error> &error);

    SharedLibrary &m_library;
    OpenFiles m_files;
    QList<Error> m_errors;
    Library::Batch m_batch; // One step for undo.
    Asking m_asking = Asking::IfSeveral;
    qsizetype m_waiting = 0; // Stories on their way to the library.
    qsizetype m_given = 0; // Files of this batch.
    bool m_firstRead = false;
    quint64 m_round = 0; // Counts what was asked for.
    bool m_storingFailed = false;
};
