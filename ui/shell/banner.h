#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

// A line of words over the lower edge of the window, with at most one thing to do about it. It
// never takes the focus and goes away by itself, unless something went wrong.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Notice, Problem };

    struct Message
    {
        QString text;
        Tone tone = Tone::Notice;
        QString action = {}; // What the button says; empty for no button.
        std::function<void()> act = {};
    };

    explicit Banner(QWidget *parent);

    // Stays above this one, as long as it is shown at the window's lower edge.
    void standAbove(QWidget *other);
    void show(const Message &message);
    // False when there was nothing to hide.
    bool dismiss();
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    void putButtonBelow(bool below);
    [[nodiscard]] int besideText() const; // What does not leave its room to the words.
    void usePalette();

    QWidget *m_other = nullptr;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    QGridLayout *m_layout;
    bool m_isBelow = false; // The button, below the words.
    QTimer m_leave;
    std::function<void()> m_act;
    Tone m_tone = Tone::Notice;
};
