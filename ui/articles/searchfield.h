#pragma once

#include "articles/searchpopup.h"
#include "articles/suggestions.h"
#include "search/query.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <optional>

// The field that stories are searched with. It offers what can be typed, says what cannot be
// understood, and keeps the searches that were meant.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    // Shows the words of a place; nobody is told.
    void showWords(const QString &words);

    void setKnown(const suggestions::Known &known);
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &recent);
    // The search was meant: somebody entered it or opened what it found.
    void remember();

    [[nodiscard]] const std::optional<search::Problem> &problem() const { return m_problem; }
    [[nodiscard]] SearchPopup &popup() { return *m_popup; }
    [[nodiscard]] bool isOffering() const;

signals:
    void wanted(const QString &words); // A search that can be understood, as it is typed.
    void problemChanged();
    void recentChanged();
    void left(); // On to what was found, by Enter or an arrow.
    void aboutToOffer(); // A good time to look what the library knows.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onTyped();
    void offer();
    void closeOffer();
    bool handOver(QKeyEvent *event);
    void enter();
    void take(const suggestions::Suggestion &suggestion);
    void forget(const QString &words);
    void setProblem(const std::optional<search::Problem> &problem);
    [[nodiscard]] std::optional<search::Problem> problemNow(search::Typing typing) const;
    [[nodiscard]] suggestions::Typed typed() const { return {text(), cursorPosition()}; }

    QPointer<SearchPopup> m_popup; // Belongs to the window as soon as it is shown.
    bool m_isTold = false; // What it shows, and by no person.
    QTimer m_pause; // Then what is typed is taken as meant.
    suggestions::Known m_known;
    suggestions::Offer m_offer;
    QStringList m_recent; // The last one first.
    std::optional<search::Problem> m_problem;
};
