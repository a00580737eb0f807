#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

class MainWindow;

// Renders the window with its first story in it to a picture, and ends the program.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow &window, QString file, QSize size);

private:
    void take();
    void fail(const QString &why);

    MainWindow &m_window;
    QString m_file;
    QTimer m_settle; // Until pictures and fonts are there too.
    QTimer m_patience;
};
