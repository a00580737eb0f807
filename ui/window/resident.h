#pragma once

#include <QObject>
#include <QString>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

class Actions;
class QMenu;
class QWidget;
class ReadingPane;

// Keeps the program running when its window is closed, where the person wants that: the next story
// is there in the time of a message, and feeds go on being fetched. A tray, where there is one,
// shows it; a second start brings the window back anyway.
class Resident : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        QWidget &window;
        ReadingPane &pane;
    };

    Resident(const Parts &parts, QString settings, QObject *parent = nullptr);
    ~Resident() override;

    // Whether closing the window hides it. Not when the program ends, whoever ends it.
    [[nodiscard]] bool keepsRunning() const;
    // In place of closing it.
    void hideWindow();
    // Hidden for so long, the window gives the web view's memory back.
    void setPatience(int milliseconds) { m_patience.setInterval(milliseconds); }

signals:
    void forwardAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(bool wanted);
    void quit();
    void showInTray();

    Parts m;
    QString m_settings;
    QTimer m_patience;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray; // Made when it is first needed.
    bool m_leaving = false; // The program ends.
};
