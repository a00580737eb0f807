#pragma once

#include "articles/articlelistmodel.h"
#include "articles/thumbnails.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class HeadlineDelegate;
class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStackedLayout;

// The pane in the middle: the headlines of a place, and a field to search them.
class ArticleList : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Next, Previous, NextUnread, PreviousUnread };

    explicit ArticleList(SharedLibrary &library, QWidget *parent = nullptr);

    // Lists a place; the search field is emptied.
    void show(const StoryQuery &place);
    [[nodiscard]] const StoryQuery &query() const { return m_model.query(); }

    // Selects a story as soon as it is in the list; currentChanged() follows as if it was clicked.
    void select(ArticleId id);
    // Selects what took the place of a story that was removed.
    void selectHere();
    // Selects the first unread story of the place that is listed next.
    void selectUnread();
    // What is read is not in the list.
    void clearSelection();
    [[nodiscard]] ArticleId current() const;
    [[nodiscard]] QList<Headline> selected() const;
    // Those that a step would lead to.
    [[nodiscard]] QList<ArticleId> neighbours() const;
    // False when there is nothing in that direction. Unread stories are looked for all around.
    bool step(Step step);

    [[nodiscard]] bool hasUnread() const;

    // What a place without stories says instead of the usual; empty for that.
    void setWhyEmpty(const std::function<QString(const StoryQuery &)> &why);
    // The same place may be empty for another reason now.
    void explainEmptiness();

    void focusSearch();
    void focusList();
    // False when there was nothing to clear.
    bool clearSearch();
    void setMenuActions(const QList<QAction *> &actions);

    [[nodiscard]] ArticleListModel &model() { return m_model; }
    [[nodiscard]] QListView &view() { return *m_view; }

signals:
    void currentChanged(ArticleId id);
    void selectionChanged();
    void activated(ArticleId id); // Clicked, or Enter.
    void opened(ArticleId id); // Enter, or clicked twice.
    void loaded(); // A place or a search is listed.
    void filled(); // Rows have come, gone or changed.

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeField();
    void makeView();
    void makeEmptyPage();
    void searchFor(const QString &words);
    void showEmptiness();
    void fetchAhead();
    void keepPlace(int first, int last);
    void selectWanted();
    void announceCurrent();
    void showMenu(const QPoint &where);
    [[nodiscard]] int unreadFrom(int row, int by) const; // -1 when there is none.
    void goTo(int row);

    std::function<QString(const StoryQuery &)> m_whyEmpty;
    ArticleListModel m_model;
    Thumbnails m_thumbnails;
    QTimer m_minute; // "Just now" does not last.
    HeadlineDelegate *m_delegate;
    QLineEdit *m_field;
    QListView *m_view;
    QWidget *m_emptyPage;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    QStackedLayout *m_pages;
    QList<QAction *> m_menuActions;
    ArticleId m_wanted = ArticleId::None;
    ArticleId m_announced = ArticleId::None;
    bool m_unreadWanted = false; // As soon as the place is listed.
    int m_vacant = -1; // Where the announced story stood when it was removed.
};
