#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

// What to try where a search has found nothing: buttons for searches near it that do find
// something, with how much.
class SearchAdvice : public QWidget
{
    Q_OBJECT

public:
    explicit SearchAdvice(SharedLibrary &library, QWidget *parent = nullptr);

    void setQuery(const StoryQuery &query);

    // The searches near one: everywhere, and without each of its conditions in turn.
    static QList<StoryQuery> near(const StoryQuery &query);

signals:
    void wanted(const StoryQuery &query);

private:
    void offer(const StoryQuery &query, int count);
    [[nodiscard]] QString words(const StoryQuery &query, int count) const;

    SharedLibrary &m_library;
    StoryQuery m_query;
    QVBoxLayout *m_buttons;
};
