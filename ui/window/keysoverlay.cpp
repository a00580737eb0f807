#include "window/keysoverlay.h"

#include "theme/colours.h"
#include "theme/metrics.h"
#include "window/actions.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <array>

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

void addSection(QGridLayout *grid, Menu menu)
{
    auto *parent = grid->parentWidget();
    auto row = grid->count() ? grid->rowCount() : 0;
    auto *heading = new QLabel(Actions::menuTitle(menu).remove(u'&'), parent);
    auto font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, row ? 2 * theme::grid : 0, 0, theme::half);
    grid->addWidget(heading, row++, 0, 1, 2);
    for (const auto &spec : Actions::table()) {
        if (spec.menu != menu || (!*spec.keys && !*spec.alsoKeys))
            continue;
        auto *keys = new QLabel(keysOf(spec), parent);
        keys->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(keys, row, 0);
        grid->addWidget(new QLabel(plain(spec.text), parent), row++, 1);
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
    auto *columns = new QHBoxLayout(m_card);
    columns->setContentsMargins(4 * theme::grid, 3 * theme::grid, 4 * theme::grid, 3 * theme::grid);
    columns->setSpacing(5 * theme::grid);
    const std::array<QList<Menu>, 2> menus{QList{Menu::Story, Menu::Feeds, Menu::Help},
                                           QList{Menu::File, Menu::Edit, Menu::View}};
    for (const auto &column : menus) {
        auto *part = new QWidget(m_card);
        auto *grid = new QGridLayout(part);
        grid->setContentsMargins({});
        grid->setHorizontalSpacing(3 * theme::grid);
        grid->setVerticalSpacing(theme::half);
        for (const auto menu : column)
            addSection(grid, menu);
        columns->addWidget(part, 0, Qt::AlignTop);
    }
}
