#include "window/openingpage.h"

#include "desk/frontflow.h"
#include "desk/storyflow.h"
#include "reading/readingpane.h"
#include "window/openflow.h"

#include <QFileInfo>

#include <utility>

namespace {

constexpr int momentMilliseconds = 150;

} // namespace

OpeningPage::OpeningPage(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMilliseconds);
    connect(&m_moment, &QTimer::timeout, this, &OpeningPage::show);
    connect(&m.files, &OpenFlow::started, this, &OpeningPage::begin);
    connect(&m.files, &OpenFlow::progressed, this, [this](int, int, const QString &current) {
        if (!current.isEmpty())
            m_name = current;
    });
    connect(&m.files, &OpenFlow::firstRead, this, [this] { m_isRead = true; });
    connect(&m.files, &OpenFlow::finished, this, &OpeningPage::end);
}

void OpeningPage::beginReading(const QString &path)
{
    m_name = path;
    begin();
}

void OpeningPage::beginLooking(const QString &path)
{
    m_name = path;
    begin();
    ++m_looking;
}

void OpeningPage::endLooking()
{
    --m_looking;
    end();
}

bool OpeningPage::isAwaiting() const
{
    return m_looking > 0 || m.files.running();
}

void OpeningPage::begin()
{
    m_isRead = false;
    m_hasRoom = m.flow.empty() && !m.front.isOpen();
    if (!m_moment.isActive())
        m_moment.start();
}

void OpeningPage::show()
{
    const auto isComing = m_isRead ? m.pane.isMaking() : isAwaiting();
    if (!isComing || !m_hasRoom || m_name.isEmpty())
        return;
    m_isShown = true;
    m.pane.showMeanwhile(QFileInfo(m_name).fileName(), tr("Opening…"));
    emit shown();
}

void OpeningPage::end()
{
    if (isAwaiting())
        return;
    if (std::exchange(m_isShown, false) && m.flow.empty())
        m.flow.invite();
    emit ended();
}
