#pragma once

#include "library/sharedlibrary.h"
#include "model/smartfolder.h"

#include <QObject>

#include <functional>

class Actions;
class ArticleList;
class Banner;
class QWidget;
class Sidebar;
class Steps;

// What a person does to smart folders: keeping a search, naming, changing, moving and removing it.
// Every change is one step that can be taken back.
class SmartFolderFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        Sidebar &sidebar;
        ArticleList &list;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    explicit SmartFolderFlow(const Parts &parts, QObject *parent = nullptr);

    // Asks for a folder of what is listed and searched for.
    void askForNew();
    void add(const SmartFolder &folder);
    void edit(SmartFolderId folder);
    void remove(SmartFolderId folder);
    void restore();

signals:
    void markReadAsked(const StoryQuery &place);

private:
    using Job = std::function<Result<LibraryChange>(Library &)>;

    void updateActions();
    void showMenu(SmartFolderId id, const QPoint &where);
    void open(const SmartFolder &folder, const QString &usualName,
              const std::function<void(const SmartFolder &)> &save);
    void save(const SmartFolder &before, const SmartFolder &after);
    void showNew();
    // Does it, and says so in these words.
    void change(const Job &job, const QString &words);
    void report(const Result<LibraryChange> &result, const QString &words);
    [[nodiscard]] QString title(SmartFolderId id) const;

    Parts m;
    SmartFolderId m_awaited = SmartFolderId::None; // Shown as soon as it is in the sidebar.
};
