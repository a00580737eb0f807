#pragma once

#include "library/sharedlibrary.h"
#include "model/smartfolder.h"

#include <QDialog>
#include <QString>
#include <QTimer>

#include <functional>

class IconChoice;
class QLabel;
class QLineEdit;
class QPushButton;

// A smart folder's name, search and icon. While a search is typed it is said in words what it
// finds, and how much that is now.
class SmartFolderDialog : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString text; // What a search finds, or what is wrong with it.
        QString name; // That a folder of it may have.
        bool isGood = false; // There is something to look for, and nothing wrong with it.
    };
    using Explain = std::function<Words(const QString &search)>;

    // `folder` without an id is a new one. `usualName` is what a built-in one is called without a
    // name of its own.
    SmartFolderDialog(SharedLibrary &library, const SmartFolder &folder, const QString &usualName,
                      Explain explain, QWidget *parent = nullptr);

    // As it is to be.
    [[nodiscard]] SmartFolder folder() const;

signals:
    void saved(const SmartFolder &folder);

private:
    void layOut();
    void check();
    void count();
    void showCount(int stories, int unread);

    SharedLibrary &m_library;
    SmartFolder m_folder;
    Explain m_explain;
    QLineEdit *m_name;
    QLineEdit *m_search;
    QLabel *m_words;
    QLabel *m_count;
    IconChoice *m_icons;
    QPushButton *m_save = nullptr;
    QString m_counted; // The search whose stories are counted.
    bool m_isGood = false; // It can be.
    bool m_isCounting = false;
    bool m_isStale = false; // What is being counted has changed meanwhile.
    QTimer m_recount; // Stories come one after another, and are not counted after each.
    bool m_isNamed = false; // By hand: the name follows the search no longer.
};
