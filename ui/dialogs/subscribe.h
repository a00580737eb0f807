#pragma once

#include "dialogs/feedoffer.h"
#include "model/feed.h"

#include <QDialog>

class FolderField;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

// Asks for an address, shows the feeds that were found there with their newest headlines, and
// which of them is wanted, under what name and where. It looks for nothing by itself.
class SubscribeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SubscribeDialog(const QList<FeedFolder> &folders, QWidget *parent = nullptr);

    void setTyped(const QString &address);
    void setFolder(FeedFolderId folder);
    // As if "Find" was pressed.
    void search();

    // What the search has to tell.
    void setSearching(const QString &words);
    void add(const FeedOffer &offer);
    void setFinished(); // Nothing more is coming.
    void setProblem(const QString &title, const QString &text);
    void askPassword(const QString &words);

    [[nodiscard]] QList<FeedOffer> offers() const { return m_offers; }

signals:
    void searchAsked(const QString &typed, const QString &user, const QString &password);
    void subscribeAsked(const NewFeed &feed);
    void goAsked(FeedId feed); // That was subscribed to before.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFields();
    void makeMiddle();
    void layOut();
    void showOffer(int row);
    void adapt();
    void subscribe();
    void say(const QString &title, const QString &text);

    QList<FeedOffer> m_offers;
    QString m_searched; // What was looked for last.
    bool m_searching = false;
    QLineEdit *m_field;
    QPushButton *m_find;
    QLabel *m_words; // One line on how the search goes.
    QProgressBar *m_busy;
    QWidget *m_passwordRow;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QStackedWidget *m_middle;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_results;
    QListWidget *m_list;
    QListWidget *m_preview;
    QWidget *m_choices;
    QLineEdit *m_name;
    FolderField *m_folder;
    QPushButton *m_subscribe;
};
