#pragma once

#include "library/sharedlibrary.h"
#include "tasks/openfiles.h"

#include <QObject>

// Opens files: the first story is handed over to be read the moment it is there, and all of them
// go to the library behind it.
class OpenFlow : public QObject
{
    Q_OBJECT

public:
    // Pages are read by the rules in that file, if it is given.
    explicit OpenFlow(SharedLibrary &library, const QString &rulesFile = {},
                      QObject *parent = nullptr);

    void open(const QStringList &paths);
    void openText(const QByteArray &text, const QString &name);
    void cancel();
    [[nodiscard]] bool running() const { return m_files.running(); }
    // What failed since the last batch began.
    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }

signals:
    void started();
    void firstRead(const Article &article); // The first story of a batch, before it is stored.
    void firstStored(ArticleId id);
    void progressed(int done, int total);
    void finished(int opened, int failed);
    void storingFailed(const Error &error); // Once a batch: the library cannot be written.

private:
    void begin();
    void take(const QList<Article> &stories);
    void store(const Article &article, Library::Occasion occasion);

    SharedLibrary &m_library;
    OpenFiles m_files;
    QList<Error> m_errors;
    bool m_firstRead = false;
    bool m_firstStored = false;
    bool m_storingFailed = false;
};
