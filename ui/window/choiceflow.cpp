#include "window/choiceflow.h"

#include "articles/headlinewords.h"
#include "base/background.h"
#include "dialogs/choosestories.h"
#include "window/openflow.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <utility>

namespace {

constexpr qsizetype excerptLength = 240;

StoryChoice choiceOf(const Article &story, const QString &file, const QDateTime &now)
{
    const auto &words = story.standfirst.isEmpty() ? story.text : story.standfirst;
    const Headline headline{.title = story.title,
                            .site = story.site,
                            .byline = byline(story.authors),
                            .excerpt = words.left(excerptLength).simplified(),
                            .published = story.published};
    // Without a headline the first words stand in its place, and not twice.
    return {.title = headlines::title(headline),
            .details = headlines::credits(headline, now, QLocale()),
            .excerpt = story.title.isEmpty() ? QString() : headline.excerpt,
            .file = file};
}

QList<StoryChoice> choicesOf(const QString &path, const QList<Article> &stories,
                             const QDateTime &now)
{
    const auto file = QFileInfo(path).fileName();
    QList<StoryChoice> choices;
    for (const auto &story : stories)
        choices << choiceOf(story, file, now);
    return choices;
}

} // namespace

ChoiceFlow::ChoiceFlow(OpenFlow &files, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_files, &OpenFlow::severalFound, this, &ChoiceFlow::describe);
}

void ChoiceFlow::describe(const QString &path, const QList<Article> &stories)
{
    // A mailbox of years holds thousands.
    inBackground(
        [path, stories, now = QDateTime::currentDateTime()] {
            return choicesOf(path, stories, now);
        },
        this,
        [this, path, stories](const QList<StoryChoice> &choices) { ask(path, stories, choices); },
        &m_pool);
}

void ChoiceFlow::ask(const QString &path, const QList<Article> &stories,
                     const QList<StoryChoice> &choices)
{
    if (!m_question) {
        m_stories.clear();
        m_question = new ChooseStories(&m_window);
        connect(m_question, &QDialog::accepted, this, &ChoiceFlow::openChosen);
        connect(m_question, &QDialog::finished, this, [this] {
            // What comes from now on is a question of its own.
            m_question.clear();
            m_stories.clear();
        });
    }
    m_stories += stories;
    m_question->add(path, choices);
    m_question->open();
}

void ChoiceFlow::openChosen()
{
    QList<Article> stories;
    for (const auto number : m_question->chosen())
        stories << m_stories.at(number);
    m_files.openChosen(stories);
}
