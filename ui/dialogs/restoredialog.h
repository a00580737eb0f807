#pragma once

#include "care/transfer.h"
#include "library/backups.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

// The backups there are, with what is in them, to choose one that becomes the library.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RestoreDialog(QWidget *parent = nullptr);

    struct Row
    {
        backups::Backup backup; // Its reason means nothing for a folder that was chosen.
        Result<transfer::Contents> contents;
    };
    void setRows(const QList<Row> &rows);
    // A folder that was chosen comes first and is selected; what is no backup says so.
    void addChosen(const Result<transfer::Contents> &contents, const QString &problem);

signals:
    void folderChosen(const QString &folder);
    void restoreAsked(const QString &path, const QDateTime &made);

private:
    QTreeWidgetItem *addRow(const transfer::Contents &contents, const QString &kind);
    void update();
    void chooseFolder();

    QLabel *m_words;
    QTreeWidget *m_list;
    QLabel *m_details;
    QPushButton *m_restore;
};
