#pragma once

#ifdef BROADSHEET_WEBENGINE

#include "reading/picturesource.h"

#include <QList>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

class QWebEngineUrlRequestJob;

// The name of the picture at an address. The page may ask for one again, with a number behind it.
QString pictureName(const QUrl &address);

// Answers for pictures, when their source does, with no more pixels than the page shows: the engine
// keeps what it is given, and a camera's photo takes fifty megabytes. A few at a time.
class PictureScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit PictureScheme(PictureSource source, QObject *parent = nullptr);

    // How wide the page shows pictures at most, in pixels of the screen. Whether what the page has
    // may be too small for that.
    bool setWidest(int pixels);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    using Job = QPointer<QWebEngineUrlRequestJob>;

    void serveNext();
    void serve(const Job &job);

    PictureSource m_source;
    QList<Job> m_waiting;
    int m_atWork = 0;
    int m_widest = 0;
    bool m_hasServed = false;
    QThreadPool m_scalers; // Of its own: the shared one may be reading files for a while.
};

#endif
