#pragma once

#include "library/sharedlibrary.h"
#include "shell/actions.h"

#include <QObject>
#include <QPointer>

class HistoryDialog;
class Steps;
class StoryFlow;
class VersionsDialog;
struct StoryVersion;

// Looks back: opens the history and the texts that a story had, and shows these in the pane.
class HistoryFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        Steps &steps;
        QWidget &window;
    };

    explicit HistoryFlow(const Parts &parts, QObject *parent = nullptr);
    ~HistoryFlow() override;

    void openHistory();
    void openVersions();
    [[nodiscard]] HistoryDialog *history() const; // Null while it is not open, as is the next.
    [[nodiscard]] VersionsDialog *versions() const;

signals:
    void storyAsked(ArticleId id);
    void restored(); // More than stories may be different.

private:
    void listVersions();
    void look(const StoryVersion &version);
    void choose(const StoryVersion &version);
    void update();

    Parts m;
    QPointer<HistoryDialog> m_history;
    QPointer<VersionsDialog> m_versions;
    ArticleId m_story = ArticleId::None; // Whose versions are listed.
    qint64 m_looked = 0; // The version that is shown, or about to be.
};
