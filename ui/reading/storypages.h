#pragma once

#include "model/article.h"
#include "page/hyphens.h"
#include "page/page.h"
#include "search/query.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <optional>

// A story as the views take it.
struct MadePage
{
    QString html = {}; // What stands inside the page's <article>, with a search's words marked.
    QString light = {}; // The same for the light view.
    int hits = 0; // How many words are marked.
};

// What such a page is made of.
struct PageMaterial
{
    Article article;
    page::Context context;
    search::Query search = {};
    page::Division division = page::Division::Reluctant;

    bool operator==(const PageMaterial &) const = default;
};

// Makes stories into pages: the neighbours' ahead, long ones away from the main thread.
class StoryPages : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const MadePage &page)>;

    // Long ones are made there.
    explicit StoryPages(QThreadPool &pool, QObject *parent = nullptr);

    // A pure function.
    static MadePage made(const PageMaterial &of, const page::Patterns &patterns = {});

    // Answers at once with what is short or was made ahead, otherwise later, unless another page
    // was asked for by then.
    void ask(const PageMaterial &of, const Answer &answer);
    // Nobody waits for what was asked for.
    void drop() { ++m_asked; }
    // Makes one that may be asked for soon.
    void prepare(const PageMaterial &of);
    [[nodiscard]] bool isReady(const PageMaterial &of) const;

private:
    struct Ready
    {
        PageMaterial of;
        MadePage page;
    };

    struct Waiting
    {
        PageMaterial of;
        Answer answer;
        int asked = 0;
    };

    // The rules of a language are read where no drawing waits for them, once.
    void makeElsewhere(const PageMaterial &of, const Answer &done);
    void readUsualPatterns();
    void takePatterns(const QString &language, const page::Patterns &patterns);

    QThreadPool &m_pool;
    QHash<QString, page::Patterns> m_patterns; // Where words may break, by language.
    QSet<QString> m_coming; // Languages whose rules are being read since the beginning.
    std::optional<Waiting> m_waiting; // For one of those.
    QList<Ready> m_ready; // The newest last.
    int m_asked = 0;
};
