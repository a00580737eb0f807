#include "window/searchflow.h"

#include "articles/articlelist.h"
#include "articles/listsearch.h"
#include "articles/searchfield.h"
#include "reading/readingpane.h"
#include "shell/findbar.h"
#include "shell/matchbar.h"
#include "sidebar/sidebar.h"

#include <QSettings>

using namespace Qt::StringLiterals;

SearchFlow::SearchFlow(const Parts &parts, const QString &stateFile)
    : m(parts)
    , m_stateFile(stateFile)
{
    auto &field = m.list.searchField();
    field.setRecent(
        QSettings(m_stateFile, QSettings::IniFormat).value("searches"_L1).toStringList());
    connect(&field, &SearchField::recentChanged, this, [this] {
        QSettings(m_stateFile, QSettings::IniFormat)
            .setValue("searches"_L1, m.list.searchField().recent());
    });
    connect(&m.list, &ArticleList::placeWanted, this, [this](const StoryQuery &place) {
        m.sidebar.select(place);
        m.list.show(place);
    });
    connect(&m.list.search(), &ListSearch::changed, this, &SearchFlow::follow);
    connect(&m.pane, &ReadingPane::hitsChanged, this, &SearchFlow::showBar);
    connect(&m.findBar, &FindBar::wanted, this, &SearchFlow::showBar);
    connect(&m.bar, &MatchBar::stepped, this, &SearchFlow::step);
    connect(&m.bar, &MatchBar::closed, this, &SearchFlow::closeBar);
}

void SearchFlow::follow()
{
    m.pane.setSearch(m.list.search().listed());
}

// One bar is enough: what somebody looks for in the story comes first.
void SearchFlow::showBar()
{
    m.bar.setHits(m.pane.hit(), m.pane.hits());
    m.bar.setVisible(m.pane.hits() > 0 && m.findBar.isHidden());
}

bool SearchFlow::step(bool backwards)
{
    if (m.pane.hits() == 0)
        return false;
    m.bar.leave(backwards);
    m.pane.stepHit(backwards);
    return true;
}

bool SearchFlow::closeBar()
{
    if (m.bar.isHidden())
        return false;
    m.pane.setSearch({});
    return true;
}
