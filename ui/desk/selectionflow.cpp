#include "desk/selectionflow.h"

#include "articles/articlelist.h"
#include "desk/storyflow.h"
#include "reading/readingpane.h"

#include <QLocale>

SelectionFlow::SelectionFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    for (const auto signal : {&ArticleList::selectionChanged, &ArticleList::filled})
        connect(&m.list, signal, this, &SelectionFlow::update);
    // A story that was asked for before comes late.
    connect(&m.flow, &StoryFlow::presented, this, [this] {
        if (m_count > 1)
            say();
    });
}

void SelectionFlow::update()
{
    const auto before = m_count;
    m_count = m.list.selectedCount();
    if (m_count > 1 && m_count != before)
        say();
    else if (m_count <= 1 && before > 1)
        m.flow.empty() ? m.flow.invite() : m.flow.showAgain();
}

void SelectionFlow::say()
{
    m.pane.showMessage(tr("%1 stories selected").arg(QLocale().toString(m_count)),
                       tr("M marks them as read or unread, B bookmarks them, Del removes them. "
                          "Ctrl+Z takes it back."));
}
