#pragma once

#include "articles/articlelist.h"
#include "library/sharedlibrary.h"
#include "support/storyfiles.h"
#include "theme/theme.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// A window with a real library in a temporary folder, and a folder for files to open.
struct Desk
{
    QTemporaryDir folder;
    QTemporaryDir files;
    std::unique_ptr<Theme> theme = std::make_unique<Theme>(Theme::Choice::Light);
    std::unique_ptr<SharedLibrary> library;
    std::unique_ptr<MainWindow> window;

    Desk() { start(); }

    void start()
    {
        window.reset();
        library = std::make_unique<SharedLibrary>(folder.path());
        window = std::make_unique<MainWindow>(*library, *theme, Places::inside(folder.path()));
        window->resize(1200, 800);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not come up");
    }

    QString file(int number) const
    {
        return support::writeFile(files.path(), QStringLiteral("story %1.txt").arg(number),
                                  support::storyText(number));
    }

    QStringList makeFiles(int count) const
    {
        QStringList paths;
        for (auto number = 1; number <= count; ++number)
            paths << file(number);
        return paths;
    }

    void trigger(Command command) const { window->actions()[command]->trigger(); }
    ArticleListModel &rows() const { return window->list().model(); }
    QString title() const { return window->flow().article().title; }

    bool open(const QStringList &paths) const
    {
        QSignalSpy finished(&window->files(), &OpenFlow::finished);
        window->open(paths);
        return finished.wait(60'000);
    }
};
