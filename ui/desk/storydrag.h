#pragma once

#include "model/headline.h"

#include <QObject>
#include <QPoint>

#include <memory>

class ArticleList;
class QMimeData;
class StoryFlow;

// Lets stories be dragged out of the list: other programs get the link of one, and its text.
class StoryDrag : public QObject
{
    Q_OBJECT

public:
    StoryDrag(ArticleList &list, StoryFlow &flow, QObject *parent = nullptr);

    // What is dragged of these stories. The text is that of the one being read, which the press
    // on its row has opened; others say what the list knows of them.
    [[nodiscard]] std::unique_ptr<QMimeData> dataOf(const QList<ArticleId> &ids) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drag();

    ArticleList &m_list;
    StoryFlow &m_flow;
    QPoint m_pressed;
    bool m_mayDrag = false;
};
