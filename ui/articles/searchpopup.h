#pragma once

#include "articles/suggestions.h"

#include <QFrame>

#include <optional>

class QListView;
class SuggestionRows;

// What the search field offers, in a panel below it. It lies over the window's content and never
// takes the keyboard: the field hands it the keys that are meant for it.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    explicit SearchPopup(QWidget *parent = nullptr);

    // Below that widget, or hidden when there is nothing to show.
    void offer(const QList<suggestions::Suggestion> &list, QWidget *below);
    // Goes to the next row that can be chosen, round the corner by way of none.
    void step(int by);
    [[nodiscard]] std::optional<suggestions::Suggestion> current() const;
    // The one a Tab takes: the current one, or else the first of operators or values.
    [[nodiscard]] std::optional<suggestions::Suggestion> likeliest() const;
    [[nodiscard]] QListView &view() { return *m_view; }

signals:
    void chosen(const suggestions::Suggestion &suggestion);
    void forgotten(const suggestions::Suggestion &suggestion); // Its cross was clicked.
    void currentChanged(const QString &spoken);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place(const QWidget &below);
    bool onClick(const QPoint &at);

    SuggestionRows *m_rows;
    QListView *m_view;
};
