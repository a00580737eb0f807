#include "reading/readingprogress.h"

#include <QPainter>

ReadingProgress::ReadingProgress(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ReadingProgress::setWanted(bool wanted)
{
    m_wanted = wanted;
    update();
}

void ReadingProgress::begin(bool isStory)
{
    m_isStory = isStory;
    setFraction(0);
}

void ReadingProgress::setFraction(double fraction)
{
    m_fraction = fraction;
    update();
}

void ReadingProgress::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

void ReadingProgress::update()
{
    setVisible(m_wanted && m_isStory && m_fraction > 0);
    QWidget::update();
}

void ReadingProgress::paintEvent(QPaintEvent *)
{
    const auto length = qRound(width() * m_fraction);
    const auto left = layoutDirection() == Qt::RightToLeft ? width() - length : 0;
    QPainter(this).fillRect(left, 0, length, height(), m_colour);
}
