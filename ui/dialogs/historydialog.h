#pragma once

#include "dialogs/historymodel.h"

#include <QDialog>
#include <QTimer>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

// What was changed, when and by whom: to be looked through, and to bring things back from. A window
// of its own, beside which reading goes on.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(SharedLibrary &library, QWidget *parent);

    [[nodiscard]] HistoryModel &model() { return m_model; }
    void setKind(HistoryKind kind);

signals:
    void storyChosen(ArticleId id);
    // Something was brought back, or could not be.
    void restored(const Restored &restored);
    void undoAsked();
    void redoAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QWidget *kinds();
    QWidget *list();
    void connectKeys();
    void search();
    void activate(const QModelIndex &index);
    void openMenu(const QPoint &at);
    void restore();
    void tell(const Result<Restored> &result);
    void say(const QString &words);
    // The story that a row is, if it is one.
    [[nodiscard]] ArticleId storyAt(const QModelIndex &index) const;
    void update();

    SharedLibrary &m_library;
    HistoryModel m_model;
    QLineEdit *m_words;
    QButtonGroup *m_kinds;
    QTreeView *m_list;
    QLabel *m_empty;
    QLabel *m_told; // How it went.
    QPushButton *m_open = nullptr;
    QPushButton *m_restore = nullptr;
    QTimer m_typing;
};
