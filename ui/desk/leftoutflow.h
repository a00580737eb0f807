#pragma once

#include "library/sharedlibrary.h"
#include "shell/steps.h"
#include "tasks/dissectfile.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

class Actions;
class Banner;
class ReadingPane;
class StoryFlow;

// Shows the page of the story being read with what was left out of it, and makes rules of what the
// person keeps and leaves out there.
class LeftOutFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ReadingPane &pane;
        Banner &banner;
        Steps &steps;
    };

    LeftOutFlow(const Parts &parts, const QString &rulesFile, QObject *parent = nullptr);
    ~LeftOutFlow() override;

    // A link of the view: "keep/N" or "drop/N".
    void follow(const QString &deed);
    // Back to the story; false when it is shown already.
    bool leave();
    // The rules were edited.
    void renew();

    [[nodiscard]] bool isShown() const { return m_wanted && m_page.has_value(); }

private:
    // A page and how the pane takes it.
    struct Made
    {
        Result<tasks::DissectedPage> page;
        QString html;
    };
    struct Decision
    {
        int item;
        extraction::SiteRule::Verb verb;
        extraction::RuleChange change;
    };
    using Job = std::function<Result<tasks::DissectedPage>()>;
    using Done = std::function<void(const tasks::DissectedPage &)>;

    void toggle();
    void open();
    void close();
    void run(const Job &job, int part, const Done &done);
    void present(const Made &made, int part);
    void decide(int item, extraction::SiteRule::Verb verb);
    // Steps that are taken back, and done again, under the story as well, once the page was left
    // for it.
    [[nodiscard]] Steps::Step stepBack(const Decision &decision);
    [[nodiscard]] Steps::Step stepAgain(const Decision &decision);
    void takeBack(const Decision &decision);
    void doAgain(const Decision &decision);
    void accept(const Decision &decision, const tasks::DissectedPage &page);
    bool store(const Article &article);
    void update();

    Parts m;
    QString m_rulesFile;
    QThreadPool m_pool; // Of one thread: what was decided first is done first.
    std::optional<tasks::DissectedPage> m_page; // What is shown, or was before it was left.
    std::optional<ArticleId> m_story; // That of the page: None for one that is not kept yet.
    bool m_wanted = false;
    int m_round = 0; // Answers for a page that was left are dropped.
};
