#include "window/resident.h"

#include "reading/readingpane.h"
#include "shell/actions.h"
#include "theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QSettings>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 3min;
constexpr auto key = "keepRunning"_L1;

} // namespace

Resident::Resident(const Parts &parts, QString settings, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_settings(std::move(settings))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m.pane, &ReadingPane::giveBack);
    const auto wanted = QSettings(m_settings, QSettings::IniFormat).value(key).toBool();
    m.actions[Command::KeepRunning]->setChecked(wanted);
    choose(wanted);
    m.actions.on(Command::KeepRunning, [this] {
        const auto chosen = m.actions[Command::KeepRunning]->isChecked();
        QSettings(m_settings, QSettings::IniFormat).setValue(key, chosen);
        choose(chosen);
    });
    m.actions.on(Command::Quit, [this] { quit(); });
    m.window.installEventFilter(this);
    QCoreApplication::instance()->installEventFilter(this);
}

Resident::~Resident() = default;

bool Resident::keepsRunning() const
{
    return !m_leaving && m.actions[Command::KeepRunning]->isChecked();
}

void Resident::hideWindow()
{
    m.window.hide();
    m_patience.start();
    showInTray();
}

void Resident::choose(bool wanted)
{
    // A dialog that closes while the window is hidden would be the last one, too.
    QGuiApplication::setQuitOnLastWindowClosed(!wanted);
}

void Resident::quit()
{
    m_leaving = true;
    m.window.close();
    // The window may be hidden, or not the last one.
    QCoreApplication::quit();
}

// The desktop's session ends, or somebody has chosen Quit: the window closes before the program
// does, and must not refuse.
bool Resident::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == QCoreApplication::instance())
        m_leaving = true;
    if (event->type() == QEvent::Show && watched == &m.window) {
        m_patience.stop();
        if (m_tray)
            m_tray->hide();
    }
    return QObject::eventFilter(watched, event);
}

void Resident::showInTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_menu = std::make_unique<QMenu>();
        m_menu->addAction(tr("&Open Broadsheet"), this, &Resident::forwardAsked);
        m_menu->addAction(m.actions[Command::Quit]);
        m_tray = std::make_unique<QSystemTrayIcon>(theme::applicationIcon());
        m_tray->setToolTip(tr("Broadsheet"));
        m_tray->setContextMenu(m_menu.get());
        connect(m_tray.get(), &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason == QSystemTrayIcon::Trigger)
                        emit forwardAsked();
                });
    }
    m_tray->show();
}
