#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

class Actions;
class ToolBar;
class QWidget;

// The story alone on the whole screen: no bar, and no pointer while nobody moves it. At the upper
// edge it brings the tools back.
class CalmReading : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Actions &actions;
        QWidget &window;
    };

    explicit CalmReading(const Parts &parts, QObject *parent = nullptr);
    ~CalmReading() override;

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool hidesPointer() const { return m_hidden; }
    [[nodiscard]] bool showsTools() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moved(const QPoint &where);
    void rest();
    void hidePointer(bool hidden);
    void showTools(bool shown);

    Parts m;
    ToolBar *m_tools = nullptr; // Made when it is wanted.
    QTimer m_rest;
    QPoint m_last;
    bool m_active = false;
    bool m_hidden = false;
};
