#pragma once

#include "tasks/importstories.h"

#include <QObject>

class Banner;
class ProgressLine;
class QWidget;
class Steps;

// Takes folders of saved files into the library, and tells how that went.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SharedLibrary &library;
        ProgressLine &progress;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    // Pages are read by the rules in that file, if it is given.
    ImportFlow(const Parts &parts, const QString &rulesFile, QObject *parent = nullptr);

    void chooseFolder();
    void import(const QStringList &paths);
    void cancel() { m_import.cancel(); }
    [[nodiscard]] bool running() const { return m_import.running(); }

signals:
    void imported(); // Some stories are new.

private:
    void report(const ImportReport &report);

    Parts m;
    ImportStories m_import;
};
