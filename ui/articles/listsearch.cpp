#include "articles/listsearch.h"

#include "articles/articlelistmodel.h"
#include "articles/headlinedelegate.h"
#include "articles/searchfield.h"
#include "articles/searchnote.h"

#include <QDate>

ListSearch::ListSearch(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_vocabulary(parts.library)
{
    connect(&m.field, &SearchField::aboutToOffer, &m_vocabulary, &SearchVocabulary::renew);
    connect(&m_vocabulary, &SearchVocabulary::changed, this,
            [this] { m.field.setKnown(m_vocabulary.known()); });
    connect(&m.field, &SearchField::problemChanged, this,
            [this] { m.note.setProblem(m.field.problem()); });
    connect(&m.model, &ArticleListModel::loaded, this, &ListSearch::onLoaded);
    for (const auto signal : {&ArticleListModel::rowsInserted, &ArticleListModel::rowsRemoved})
        connect(&m.model, signal, &m.note, &SearchNote::countAgain);
}

void ListSearch::onLoaded()
{
    const auto &query = m.model.query();
    m_listed = search::parse(query.words, QDate::currentDate(), search::Typing::GoesOn);
    m.delegate.setSearch(m_listed);
    m.note.setQuery(query);
    emit changed();
}
