#pragma once

#include "dialogs/storychoicemodel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

// Asks which stories of a file that holds several are wanted. accepted() when chosen() tells.
class ChooseStories : public QDialog
{
    Q_OBJECT

public:
    // With more stories than these there is a field to look for words in them.
    static constexpr int manyStories = 20;

    explicit ChooseStories(QWidget *parent);

    // The stories of a file; more files may come while the question stands.
    void add(const QString &file, const QList<StoryChoice> &choices);
    // The numbers of the chosen ones, counted from 0 through all that were added.
    [[nodiscard]] QList<int> chosen() const { return m_model->chosen(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void update();
    void tickShown(Qt::CheckState state);
    bool handleKeyInField(int key);

    StoryChoiceModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_words;
    QLineEdit *m_filter;
    QCheckBox *m_all;
    QListView *m_list;
    QPushButton *m_open = nullptr;
    QStringList m_files;
};
