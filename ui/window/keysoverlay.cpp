#include "window/keysoverlay.h"

#include "theme/colours.h"
#include "theme/metrics.h"
#include "window/actions.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// "B or S": the keys of an action as people see them on their keyboard.
QString keysOf(const ActionSpec &spec)
{
    QStringList shown;
    const auto written = QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)
        + QString::fromUtf8(spec.alsoKeys).split(u' ', Qt::SkipEmptyParts);
    for (const auto &key : written)
        shown << QKeySequence::fromString(key, QKeySequence::PortableText)
                     .toString(QKeySequence::NativeText);
    return shown.mid(0, 2).join(KeysOverlay::tr(" or "));
}

QString plain(const char *text)
{
    return Actions::tr(text).remove(u'&').remove(u'…');
}

void addSection(QGridLayout *grid, int column, int &row, Menu menu)
{
    auto *parent = grid->parentWidget();
    auto *heading = new QLabel(Actions::menuTitle(menu).remove(u'&'), parent);
    auto font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, row ? 2 * theme::grid : 0, 0, theme::half);
    grid->addWidget(heading, row++, column, 1, 2);
    for (const auto &spec : Actions::table()) {
        if (spec.menu != menu || !*spec.keys)
            continue;
        auto *keys = new QLabel(keysOf(spec), parent);
        keys->setForegroundRole(QPalette::PlaceholderText);
        auto *name = new QLabel(plain(spec.text), parent);
        grid->addWidget(keys, row, column);
        grid->addWidget(name, row++, column + 1);
    }
}

} // namespace

KeysOverlay::KeysOverlay(QWidget *window)
    : QWidget(window)
    , m_card(new QFrame(this))
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keyboard shortcuts"));
    window->installEventFilter(this);
}

void KeysOverlay::toggle()
{
    if (isVisible()) {
        hide();
        if (m_before)
            m_before->setFocus();
        return;
    }
    if (!m_card->layout())
        fill();
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    m_card->adjustSize();
    m_card->move((width() - m_card->width()) / 2, std::max(0, (height() - m_card->height()) / 2));
    show();
    raise();
    setFocus();
}

bool KeysOverlay::event(QEvent *event)
{
    // Every key is for the overlay, also those that are shortcuts elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt)
            toggle();
        return true;
    }
    return QWidget::event(event);
}

bool KeysOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        m_card->move((width() - m_card->width()) / 2,
                     std::max(0, (height() - m_card->height()) / 2));
    }
    return QWidget::eventFilter(watched, event);
}

void KeysOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(theme::hairline(palette()));
    painter.drawRoundedRect(QRectF(m_card->geometry()), theme::grid, theme::grid);
}

void KeysOverlay::mousePressEvent(QMouseEvent *)
{
    toggle();
}

void KeysOverlay::fill()
{
    auto *grid = new QGridLayout(m_card);
    grid->setContentsMargins(4 * theme::grid, 3 * theme::grid, 4 * theme::grid, 3 * theme::grid);
    grid->setHorizontalSpacing(2 * theme::grid);
    grid->setVerticalSpacing(theme::half);
    grid->setColumnMinimumWidth(2, 3 * theme::grid);
    auto left = 0;
    auto right = 0;
    addSection(grid, 0, left, Menu::Story);
    addSection(grid, 0, left, Menu::Help);
    for (const auto menu : {Menu::File, Menu::Edit, Menu::View})
        addSection(grid, 3, right, menu);
    grid->setRowStretch(std::max(left, right), 1);
}
