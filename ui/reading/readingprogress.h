#pragma once

#include <QColor>
#include <QWidget>

// A thin line along the top of the pane, as long as the part of the story above what is in view.
class ReadingProgress : public QWidget
{
    Q_OBJECT

public:
    static constexpr int thickness = 2;

    explicit ReadingProgress(QWidget *parent);

    // People may do without.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    // Something else is shown; only of a story it is said how far it is read.
    void begin(bool isStory);
    void setFraction(double fraction);
    [[nodiscard]] double fraction() const { return m_fraction; }
    void setColour(const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    QColor m_colour;
    double m_fraction = 0;
    bool m_wanted = true;
    bool m_isStory = false;
};
