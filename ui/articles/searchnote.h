#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"
#include "search/query.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

// The quiet line below the search field: how many stories were found, or what is wrong.
class SearchNote : public QWidget
{
    Q_OBJECT

public:
    explicit SearchNote(SharedLibrary &library, QWidget *parent = nullptr);

    void setProblem(const std::optional<search::Problem> &problem);
    // What is listed now; counts it, if it is a search, without anybody waiting.
    void setQuery(const StoryQuery &query);
    // Stories have come or gone.
    void countAgain();

    [[nodiscard]] QString text() const;

private:
    void count();
    void update();

    SharedLibrary &m_library;
    StoryQuery m_query;
    std::optional<int> m_count;
    std::optional<search::Problem> m_problem;
    quint64 m_round = 0; // Answers to earlier questions are dropped.
    QTimer m_later;
    QLabel *m_sign;
    QLabel *m_label;
};
