#include "window/screenshot.h"

#include "window/mainwindow.h"
#include "words/errortext.h"

#include <QCoreApplication>
#include <QPixmap>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMilliseconds = 1'500;
constexpr int patienceMilliseconds = 30'000;

} // namespace

Screenshot::Screenshot(MainWindow &window, QString file, QSize size)
    : m_window(window)
    , m_file(std::move(file))
{
    m_window.resize(size);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    m_patience.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &Screenshot::take);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(u"no story was painted in time"_s); });
    connect(&m_window, &MainWindow::storyPainted, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_window.files(), &OpenFlow::finished, this, [this](int opened, int) {
        if (opened == 0 && !m_window.files().errors().isEmpty())
            fail(errortext::sentence(m_window.files().errors().first()));
    });
    m_patience.start(patienceMilliseconds);
}

void Screenshot::take()
{
    if (m_window.grab().save(m_file))
        QCoreApplication::exit(0);
    else
        fail(u"%1 cannot be written"_s.arg(m_file));
}

void Screenshot::fail(const QString &why)
{
    std::fprintf(stderr, "broadsheet: %s\n", qPrintable(why));
    QCoreApplication::exit(2);
}
