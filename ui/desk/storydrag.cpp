#include "desk/storydrag.h"

#include "articles/articlelist.h"
#include "desk/storyflow.h"
#include "page/plaintext.h"

#include <QApplication>
#include <QDrag>
#include <QListView>
#include <QMimeData>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

StoryDrag::StoryDrag(ArticleList &list, StoryFlow &flow, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_flow(flow)
{
    m_list.view().viewport()->installEventFilter(this);
}

std::unique_ptr<QMimeData> StoryDrag::dataOf(const QList<ArticleId> &ids) const
{
    auto data = std::make_unique<QMimeData>();
    if (ids.size() == 1 && ids.first() == m_flow.id()) {
        const auto &story = m_flow.article();
        data->setText(page::plainText(story));
        if (!story.url.isEmpty())
            data->setUrls({story.url});
        return data;
    }
    QStringList lines;
    for (const auto id : ids) {
        if (const auto *headline = m_list.model().find(id))
            lines << headline->title;
    }
    data->setText(lines.join(u'\n'));
    return data;
}

bool StoryDrag::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        m_pressed = press->pos();
        m_mayDrag = press->button() == Qt::LeftButton && press->modifiers() == Qt::NoModifier
            && m_list.view().indexAt(m_pressed).isValid();
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_mayDrag = false;
    } else if (event->type() == QEvent::MouseMove && m_mayDrag) {
        const auto distance = static_cast<QMouseEvent *>(event)->pos() - m_pressed;
        if (distance.manhattanLength() < QApplication::startDragDistance())
            return QObject::eventFilter(watched, event);
        m_mayDrag = false;
        drag();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void StoryDrag::drag()
{
    const auto ids = m_list.selected();
    if (ids.isEmpty())
        return;
    // It goes with the event loop, when it is over.
    auto *drag = new QDrag(&m_list);
    drag->setMimeData(dataOf(ids).release());
    drag->exec(Qt::CopyAction);
}
