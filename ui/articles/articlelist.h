#pragma once

#include "articles/articlelistmodel.h"
#include "articles/thumbnails.h"
#include "articles/unreadsearch.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

#include <functional>

class EmptyPage;
class HeadlineDelegate;
class QAction;
class QListView;
class QStackedLayout;
class QToolButton;
class StoryListView;
class ListSearch;
class SearchField;
class SearchNote;

// The pane in the middle: the headlines of a place, and a field to search them.
// articlelist.cpp shows and sorts them; listwalk.cpp chooses among them.
class ArticleList : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Next, Previous, NextUnread, PreviousUnread };

    explicit ArticleList(SharedLibrary &library, QWidget *parent = nullptr);

    // Lists a place; the search field is emptied.
    void show(const StoryQuery &place);
    [[nodiscard]] const StoryQuery &query() const { return m_model.query(); }

    // The order of places, and that of searches, each until it is changed. Best match first is of
    // searches only.
    void setOrder(StoryQuery::Order order);
    [[nodiscard]] StoryQuery::Order order() const { return query().order; }
    void setOrders(StoryQuery::Order ofPlaces, StoryQuery::Order ofSearches);
    [[nodiscard]] StoryQuery::Order orderOfPlaces() const { return m_order; }
    [[nodiscard]] StoryQuery::Order orderOfSearches() const { return m_searchOrder; }

    // Headings tell the days apart where the order is by date.
    void setGroupedByDay(bool grouped);
    [[nodiscard]] bool groupedByDay() const { return m_grouped; }
    // Whether there are days to go to.
    [[nodiscard]] bool isByDate() const;
    // One or two lines a row and no picture, so that more rows are seen.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const;
    // Scrolls to the first story on that day or, further on in the list, next to it.
    void goToDay(QDate day);
    // Lets the person choose one.
    void askForDay();

    // Selects a story as soon as it is in the list; currentChanged() follows as if it was clicked.
    void select(ArticleId id);
    // Selects what took the place of a story that was removed.
    void selectHere();
    // Selects the first unread story of the place that is listed next.
    void selectUnread();
    // What is read is not in the list.
    void clearSelection();
    [[nodiscard]] ArticleId current() const;
    [[nodiscard]] QList<ArticleId> selected() const; // From the top.
    [[nodiscard]] int selectedCount() const;
    void selectAll();
    // The current one of several; false when no more are selected.
    bool selectOne();
    // Those that a step would lead to.
    [[nodiscard]] QList<ArticleId> neighbours() const;
    // False when there is nothing in that direction. Unread stories are looked for all around;
    // where that takes a while, nothingThere() may follow.
    bool step(Step step);

    // As far as it is known.
    [[nodiscard]] bool hasUnread() const { return m_model.anyUnread(); }

    // What a place without stories says instead of the usual; empty for that. And what can be done
    // there; null for nothing.
    void setWhyEmpty(const std::function<QString(const StoryQuery &)> &why);
    void setDeeds(const std::function<QAction *(const StoryQuery &)> &deeds);
    // The same place may be empty for another reason now.
    void explainEmptiness();

    void focusSearch();
    void focusList();
    // False when there was nothing to clear.
    bool clearSearch();
    [[nodiscard]] SearchField &searchField() { return *m_field; }
    // The search whose answer is listed.
    [[nodiscard]] ListSearch &search() { return *m_search; }
    // What keeps a search stands in the field while there is one.
    void setSaveAction(QAction *action);
    void setMenuActions(const QList<QAction *> &actions);
    // What the button beside the search field offers.
    void setSortMenu(QMenu *menu);

    [[nodiscard]] ArticleListModel &model() { return m_model; }
    [[nodiscard]] QListView &view();

signals:
    void currentChanged(ArticleId id);
    void selectionChanged();
    void activated(ArticleId id); // Clicked, or Enter.
    void opened(ArticleId id); // Enter, or clicked twice.
    void loaded(); // A place or a search is listed.
    void placeWanted(const StoryQuery &query); // Another place, searched for the same words.
    void filled(); // Rows have come, gone or changed.
    void nothingThere(ArticleList::Step step); // What step() has looked for.

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeField();
    void makeView();
    void connectModel();
    void connectSelection();
    void leaveField();
    void searchFor(const QString &words);
    [[nodiscard]] StoryQuery ordered(StoryQuery query) const;
    void updateHeadings();
    void showEmptiness();
    void fetchAhead();
    void askForDayAt(const QPoint &topLeft, QDate shown);
    void goToWantedDay();
    void onLoaded();
    void onInserted(int first, int last);
    void noteVacancy(int first, int last);
    void keepCurrentInView();
    void selectWanted();
    void announceCurrent();
    void showMenu(const QPoint &where);
    bool stepToUnread(int row, int by);
    void goTo(int row);

    std::function<QString(const StoryQuery &)> m_whyEmpty;
    std::function<QAction *(const StoryQuery &)> m_deeds;
    ArticleListModel m_model;
    UnreadSearch m_unreadSearch;
    Thumbnails m_thumbnails;
    QTimer m_minute; // "Just now" does not last.
    HeadlineDelegate *m_delegate;
    SearchField *m_field;
    SearchNote *m_note;
    ListSearch *m_search;
    QToolButton *m_sort;
    StoryListView *m_view;
    EmptyPage *m_emptyPage;
    QStackedLayout *m_pages;
    QList<QAction *> m_menuActions;
    ArticleId m_wanted = ArticleId::None;
    ArticleId m_announced = ArticleId::None;
    StoryQuery::Order m_order = StoryQuery::Order::Newest;
    StoryQuery::Order m_searchOrder = StoryQuery::Order::Newest;
    QDate m_wantedDay; // As soon as it is listed.
    std::optional<Step> m_step; // That is still looked for.
    bool m_currentSeen = false; // Before rows came in above it.
    bool m_grouped = true;
    bool m_unreadWanted = false; // As soon as the place is listed.
    int m_vacant = -1; // Where the announced story stood when it was removed.
};
