#pragma once

#include "articles/articlelistmodel.h"

#include <QObject>

// Looks for an unread story among rows whose headlines were not read: the library is asked, some
// thousand rows at a time.
class UnreadSearch : public QObject
{
    Q_OBJECT

public:
    UnreadSearch(SharedLibrary &library, ArticleListModel &model, QObject *parent = nullptr);

    // From a row on, all around; rows that are still to come are waited for.
    void start(int from, int by, ArticleId passedOver);
    void stop();

signals:
    void found(ArticleId id);
    void nothing();

private:
    void lookOn();
    [[nodiscard]] bool turnAround();
    [[nodiscard]] QList<ArticleId> nextIds();

    SharedLibrary &m_library;
    ArticleListModel &m_model;
    ArticleId m_passedOver = ArticleId::None;
    quint64 m_round = 0; // Answers to earlier questions are dropped.
    int m_start = 0;
    int m_at = 0;
    int m_by = 1;
    bool m_around = false; // Past the end, and on from the other.
    bool m_waiting = false; // For rows.
};
