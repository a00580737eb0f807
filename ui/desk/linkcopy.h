#pragma once

#include "library/sharedlibrary.h"

#include <QObject>
#include <QStringList>

class Banner;

// Copies the addresses of many stories, one a line. They stand in the stories themselves, which are
// read some at a time, so that nothing else waits for them.
class LinkCopy : public QObject
{
    Q_OBJECT

public:
    LinkCopy(SharedLibrary &library, Banner &banner, QObject *parent = nullptr);

    void copy(const QList<ArticleId> &ids);

private:
    void readOn();
    void finish();

    SharedLibrary &m_library;
    Banner &m_banner;
    QList<ArticleId> m_ids;
    qsizetype m_at = 0;
    QStringList m_links;
    quint64 m_round = 0; // What was to be copied before is dropped.
};
