#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

class Actions;
class Banner;
class ReadingPane;

// The person's own style sheet: a file that is theirs to edit, and that the page follows as soon as
// it is saved.
class OwnStyle : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        ReadingPane &pane;
        Banner &banner;
    };

    OwnStyle(const Parts &parts, QString file, QObject *parent = nullptr);

private:
    void watch();
    void load();
    void edit();

    Parts m;
    QString m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_settled; // Editors write a file in several steps.
};
