#pragma once

#include "articles/searchvocabulary.h"
#include "search/query.h"

#include <QObject>

class ArticleListModel;
class HeadlineDelegate;
class SearchField;
class SearchNote;

// Joins the search field, the line below it and the list: what is listed is counted and shown with
// its words marked.
class ListSearch : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SharedLibrary &library;
        ArticleListModel &model;
        SearchField &field;
        SearchNote &note;
        HeadlineDelegate &delegate;
    };

    explicit ListSearch(const Parts &parts, QObject *parent = nullptr);

    // What the list shows the answer to.
    [[nodiscard]] const search::Query &listed() const { return m_listed; }

signals:
    void changed(); // Something else is listed, or with other words.

private:
    void onLoaded();

    Parts m;
    SearchVocabulary m_vocabulary;
    search::Query m_listed;
};
