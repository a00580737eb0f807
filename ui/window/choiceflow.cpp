#include "window/choiceflow.h"

#include "articles/headlinewords.h"
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

} // namespace

ChoiceFlow::ChoiceFlow(OpenFlow &files, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_window(window)
{
    connect(&m_files, &OpenFlow::severalFound, this, &ChoiceFlow::ask);
}

void ChoiceFlow::ask(const QString &path, const QList<Article> &stories)
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
    const auto now = QDateTime::currentDateTime();
    const auto file = QFileInfo(path).fileName();
    QList<StoryChoice> choices;
    for (const auto &story : stories)
        choices << choiceOf(story, file, now);
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
