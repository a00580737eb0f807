#include "desk/leftoutflow.h"

#include "base/background.h"
#include "desk/storyflow.h"
#include "page/leftout.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "words/leftoutwords.h"
#include "words/provenancewords.h"

#include <QAction>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;
using Verb = extraction::SiteRule::Verb;

LeftOutFlow::LeftOutFlow(const Parts &parts, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_rulesFile(rulesFile)
{
    m_pool.setMaxThreadCount(1);
    m.actions.on(Command::LeftOut, [this] { toggle(); });
    connect(&m.flow, &StoryFlow::presented, this, &LeftOutFlow::close);
    connect(&m.flow, &StoryFlow::changed, this, &LeftOutFlow::update);
    update();
}

LeftOutFlow::~LeftOutFlow() = default;

void LeftOutFlow::toggle()
{
    if (!leave())
        open();
}

void LeftOutFlow::open()
{
    if (m.flow.empty())
        return;
    m_wanted = true;
    m_page.reset();
    m_story = m.flow.id();
    // Here the key is for decisions alone: it must not take stories out of the library.
    m.steps.enter(
        {.kind = Steps::Kind::LeftOut,
         .isOpen = [this] { return m_wanted; },
         .nothingToUndo = [this] { m.banner.show({.text = leftoutwords::nothingToTakeBack()}); },
         .nothingToRedo = [this] { m.banner.show({.text = leftoutwords::nothingToDoAgain()}); }});
    update();
    m.pane.setFocus();
    ++m_round;
    run([story = m.flow.article(),
         rules = m_rulesFile] { return tasks::dissectFile(story, rules); },
        -1, {});
}

bool LeftOutFlow::leave()
{
    if (!m_wanted)
        return false;
    m.flow.showAgain();
    return true;
}

// Something else is on the screen. Under the story itself, decisions can still be taken back.
void LeftOutFlow::close()
{
    ++m_round;
    m_wanted = false;
    if (m_story && m_story != m.flow.id()) {
        m_page.reset();
        m_story.reset();
        m.steps.forget(Steps::Kind::LeftOut);
    }
    m.flow.lend({});
    update();
}

void LeftOutFlow::run(const Job &job, int part, const Done &done)
{
    inBackground(
        [job] {
            Made made{.page = job(), .html = {}};
            if (!made.page)
                return made;
            const auto &dissection = made.page->dissection;
            made.html = page::leftOut(dissection.article,
                                      provenancewords::context(dissection.article, QLocale()),
                                      leftoutwords::view(dissection));
            return made;
        },
        this,
        [this, part, done, round = m_round](const Made &made) {
            if (round != m_round)
                return;
            present(made, part);
            if (made.page && done)
                done(*made.page);
        },
        &m_pool);
}

void LeftOutFlow::present(const Made &made, int part)
{
    if (made.page && !m_wanted) {
        m_page = *made.page;
    } else if (made.page) {
        m_page = *made.page;
        m.flow.lend(m_page->dissection.pictures);
        m.pane.showPage(made.html, part);
    } else if (m_page) {
        m.banner.show(
            {.text = leftoutwords::ruleTrouble(made.page.error()), .tone = Banner::Tone::Problem});
    } else {
        m.pane.showMessage(leftoutwords::troubleTitle(made.page.error()),
                           leftoutwords::trouble(made.page.error()));
    }
}

void LeftOutFlow::follow(const QString &deed)
{
    bool isNumber = false;
    const auto item = deed.section(u'/', 1).toInt(&isNumber);
    const auto verb = deed.section(u'/', 0, 0);
    if (!isShown() || !isNumber || (verb != "keep"_L1 && verb != "drop"_L1))
        return;
    decide(item, verb == "keep"_L1 ? Verb::Keep : Verb::Drop);
}

void LeftOutFlow::decide(int item, Verb verb)
{
    run([page = *m_page, rules = m_rulesFile, item,
         verb] { return tasks::decide(page, rules, item, verb); },
        item,
        [this, item, verb](const tasks::DissectedPage &page) {
            if (!page.change.add && !page.change.remove)
                return;
            const Decision decision{.item = item, .verb = verb, .change = page.change};
            accept(decision, page);
            m.steps.note(stepBack(decision));
        });
}

// What was decided counts for the story.
void LeftOutFlow::accept(const Decision &decision, const tasks::DissectedPage &page)
{
    const auto &site = page.dissection.site;
    const auto isStory = !page.dissection.isEmptied && store(page.dissection.article);
    if (!m_wanted)
        m.flow.showAgain();
    m.banner.show({.text = isStory ? leftoutwords::decided(decision.verb, site)
                                   : leftoutwords::nothingLeft(site),
                   .tone = isStory ? Banner::Tone::Notice : Banner::Tone::Problem,
                   .action = tr("Undo"),
                   .act = [this] { m.steps.undo(Steps::Kind::LeftOut); }});
}

Steps::Step LeftOutFlow::stepBack(const Decision &decision)
{
    return {.kind = Steps::Kind::LeftOut,
            .words = leftoutwords::undo(decision.verb),
            .turn = [this, decision] {
                takeBack(decision);
                return stepAgain(decision);
            }};
}

Steps::Step LeftOutFlow::stepAgain(const Decision &decision)
{
    return {.kind = Steps::Kind::LeftOut, .words = {}, .turn = [this, decision] {
                doAgain(decision);
                return stepBack(decision);
            }};
}

void LeftOutFlow::takeBack(const Decision &decision)
{
    if (!m_page)
        return;
    run([page = *m_page, rules = m_rulesFile,
         change = decision.change] { return tasks::takeBack(page, rules, change); },
        decision.item,
        [this](const tasks::DissectedPage &page) {
            store(page.dissection.article);
            if (!m_wanted)
                m.flow.showAgain();
            m.banner.show({.text = leftoutwords::takenBack()});
        });
}

void LeftOutFlow::doAgain(const Decision &decision)
{
    if (!m_page)
        return;
    run([page = *m_page, rules = m_rulesFile,
         change = decision.change] { return tasks::doAgain(page, rules, change); },
        decision.item,
        [this, decision](const tasks::DissectedPage &page) { accept(decision, page); });
}

void LeftOutFlow::renew()
{
    if (!isShown())
        return;
    run([page = *m_page, rules = m_rulesFile] { return tasks::dissectAgain(page, rules); },
        m_page->dissection.parts.isEmpty() ? -1 : m_page->dissection.parts.constFirst().item,
        [this](const tasks::DissectedPage &page) { store(page.dissection.article); });
}

// The library gets the story as it is now; what was read and bookmarked stays so. False when rules
// leave nothing of it: then it keeps what it had.
bool LeftOutFlow::store(const Article &article)
{
    if (article.body.isEmpty())
        return false;
    m.flow.renew(article);
    m.library.write([article, now = QDateTime::currentDateTimeUtc()](Library &library) {
        return library.add(article, Library::Occasion::Found, now);
    });
    return true;
}

void LeftOutFlow::update()
{
    auto *action = m.actions[Command::LeftOut];
    action->setEnabled(!m.flow.empty());
    action->setChecked(m_wanted);
}
