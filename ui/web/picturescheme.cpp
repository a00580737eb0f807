#include "web/picturescheme.h"

#ifdef BROADSHEET_WEBENGINE

#include "base/background.h"
#include "reading/limits.h"
#include "web/scaledpicture.h"
#include "web/storypage.h"

#include <QWebEngineUrlRequestJob>

#include <utility>

using namespace Qt::StringLiterals;

QString pictureName(const QUrl &address)
{
    auto name = address.toString();
    const auto again = name.indexOf("?again="_L1);
    return again < 0 ? name : name.left(again);
}

PictureScheme::PictureScheme(PictureSource source, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_source(std::move(source))
{
    m_scalers.setMaxThreadCount(reading::limits::decodedTogether);
}

bool PictureScheme::setWidest(int pixels)
{
    if (pixels <= m_widest)
        return false;
    m_widest = pixels;
    return std::exchange(m_hasServed, false);
}

void PictureScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    if (!m_source) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    m_waiting.append(job);
    serveNext();
}

// The bytes of all photos of a story at once would be a lot.
void PictureScheme::serveNext()
{
    while (m_atWork < reading::limits::decodedTogether && !m_waiting.isEmpty()) {
        const auto job = m_waiting.takeFirst();
        // The page may have gone on meanwhile.
        if (job)
            serve(job);
    }
}

void PictureScheme::serve(const Job &job)
{
    ++m_atWork;
    const auto done = [this, job](const Picture &picture) {
        --m_atWork;
        if (job && (picture.bytes.isEmpty() || !picture.mimeType.startsWith("image/"_L1)))
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        else if (job)
            reply(job, picture.mimeType.toLatin1(), picture.bytes);
        serveNext();
    };
    m_source(pictureName(job->requestUrl()), [self = QPointer(this), done](const Picture &picture) {
        if (!self)
            return;
        self->m_hasServed = true;
        inBackground([picture, widest = self->m_widest] { return scaledPicture(picture, widest); },
                     self.data(), done, &self->m_scalers);
    });
}

#endif
