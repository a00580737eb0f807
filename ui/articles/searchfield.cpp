#include "articles/searchfield.h"

#include "articles/limits.h"
#include "articles/operatorwords.h"
#include "articles/searchpopup.h"
#include "theme/colours.h"
#include "theme/icons.h"

#include <QCoreApplication>
#include <QDate>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using suggestions::Suggestion;

namespace {

constexpr int waveLength = 4; // Of the line under what is wrong.

void drawWave(QPainter *painter, const QRectF &below)
{
    QPainterPath wave(below.bottomLeft());
    auto up = true;
    for (auto x = below.left() + waveLength / 2.0; x <= below.right(); x += waveLength / 2.0) {
        wave.lineTo(x, below.bottom() - (up ? 2 : 0));
        up = !up;
    }
    painter->drawPath(wave);
}

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    m_popup = new SearchPopup(this);
    setPlaceholderText(tr("Search stories"));
    setAccessibleName(tr("Search stories"));
    setClearButtonEnabled(true);
    addAction(theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(limits::pauseMilliseconds);
    connect(this, &QLineEdit::textChanged, this, &SearchField::onTyped);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        // While something is offered, what is missing is being chosen.
        if (!isOffering())
            setProblem(problemNow(search::Typing::Done));
    });
    connect(m_popup, &SearchPopup::chosen, this, &SearchField::take);
    connect(m_popup, &SearchPopup::forgotten, this, [this](const Suggestion &suggestion) {
        forget(suggestion.text);
        offer();
    });
    connect(m_popup, &SearchPopup::currentChanged, this,
            [this](const QString &spoken) { setAccessibleDescription(spoken); });
}

void SearchField::showWords(const QString &words)
{
    m_isTold = true;
    setText(words);
    m_isTold = false;
    m_pause.stop();
    closeOffer();
    setProblem(problemNow(search::Typing::Done));
}

void SearchField::setKnown(const suggestions::Known &known)
{
    if (known == m_known)
        return;
    m_known = known;
    if (isOffering() && !m_popup->current())
        offer();
}

void SearchField::setRecent(const QStringList &recent)
{
    m_recent = recent.first(std::min(recent.size(), limits::recentKept));
}

void SearchField::remember()
{
    const auto words = text().simplified();
    if (words.isEmpty() || m_problem || (!m_recent.isEmpty() && m_recent.first() == words))
        return;
    auto recent = m_recent;
    recent.removeAll(words);
    recent.prepend(words);
    setRecent(recent);
    emit recentChanged();
}

void SearchField::forget(const QString &words)
{
    m_recent.removeAll(words);
    emit recentChanged();
}

void SearchField::onTyped()
{
    if (m_isTold)
        return;
    const auto problem = problemNow(search::Typing::GoesOn);
    setProblem(problem);
    m_pause.start();
    if (!problem)
        emit wanted(text().trimmed());
    if (hasFocus())
        offer();
}

bool SearchField::isOffering() const
{
    return m_popup && m_popup->isVisible();
}

void SearchField::offer()
{
    emit aboutToOffer();
    m_offer = suggestions::offer(typed(), m_recent, m_known, QDate::currentDate());
    const auto wasVisible = isOffering();
    m_popup->offer(m_offer.list, this);
    if (!wasVisible && isOffering())
        QCoreApplication::instance()->installEventFilter(this);
    else if (wasVisible && !isOffering())
        closeOffer();
}

void SearchField::closeOffer()
{
    QCoreApplication::instance()->removeEventFilter(this);
    if (m_popup)
        m_popup->hide();
    setAccessibleDescription({});
}

// A press anywhere else closes what is offered, also where it takes no focus.
bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *pressed = static_cast<QWidget *>(watched);
        if (pressed != this && pressed != m_popup && !isAncestorOf(pressed)
            && !m_popup->isAncestorOf(pressed))
            closeOffer();
    }
    return QLineEdit::eventFilter(watched, event);
}

bool SearchField::event(QEvent *event)
{
    const auto type = event->type();
    if (!isOffering() || (type != QEvent::ShortcutOverride && type != QEvent::KeyPress))
        return QLineEdit::event(event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (type == QEvent::ShortcutOverride && key->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (type == QEvent::KeyPress && handOver(key))
        return true;
    return QLineEdit::event(event);
}

// Keys for what is offered.
bool SearchField::handOver(QKeyEvent *event)
{
    const auto current = m_popup->current();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_popup->step(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Escape:
        closeOffer();
        return true;
    case Qt::Key_Tab:
        if (const auto likeliest = m_popup->likeliest()) {
            take(*likeliest);
            return true;
        }
        return false;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current)
            take(*current);
        else
            enter();
        return true;
    case Qt::Key_Delete:
        if (!current || current->kind != Suggestion::Kind::Recent)
            return false;
        forget(current->text);
        offer();
        return true;
    default:
        return false;
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        break;
    case Qt::Key_Down:
        emit left();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::enter()
{
    closeOffer();
    m_pause.stop();
    setProblem(problemNow(search::Typing::Done));
    if (m_problem)
        return;
    remember();
    emit left();
}

void SearchField::take(const Suggestion &suggestion)
{
    if (suggestion.kind == Suggestion::Kind::ForgetRecent) {
        m_recent.clear();
        emit recentChanged();
        offer();
        return;
    }
    const auto result = suggestions::chosen(typed(), m_offer, suggestion);
    setText(result.text);
    setCursorPosition(int(result.cursor));
    if (suggestion.kind == Suggestion::Kind::Recent)
        closeOffer();
    else
        offer();
}

void SearchField::setProblem(const std::optional<search::Problem> &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    update();
    emit problemChanged();
}

std::optional<search::Problem> SearchField::problemNow(search::Typing typing) const
{
    return search::parse(text(), QDate::currentDate(), typing).problem;
}

void SearchField::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (!isOffering())
        offer();
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    const auto reason = event->reason();
    if (text().isEmpty() && (reason == Qt::ShortcutFocusReason || reason == Qt::TabFocusReason))
        offer();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    closeOffer();
}

void SearchField::hideEvent(QHideEvent *event)
{
    QLineEdit::hideEvent(event);
    closeOffer();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (isOffering())
        closeOffer();
}

void SearchField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    if (isOffering())
        closeOffer();
}

// What cannot be understood has a wave under it. Where a letter stands is told from the cursor,
// the only one whose place the field tells.
void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem || text().isEmpty())
        return;
    QTextLayout layout(text(), font());
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    const auto cursor = cursorRect();
    const auto xOf = [&](qsizetype character) {
        const auto at = std::clamp<qsizetype>(character, 0, text().size());
        return cursor.center().x() + line.cursorToX(int(at)) - line.cursorToX(cursorPosition());
    };
    const auto one = xOf(m_problem->at);
    const auto other = xOf(m_problem->at + std::max<qsizetype>(1, m_problem->length));
    const auto inside = QRectF(rect()).adjusted(height(), 0, -height() / 2.0, 0);
    QRectF below(std::min(one, other), cursor.top(), std::max(6.0, std::abs(other - one)),
                 cursor.height() - 1.0);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(inside);
    painter.setPen(QPen(theme::bookmark(palette()), 1.4));
    drawWave(&painter, below);
}
