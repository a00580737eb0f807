#pragma once

#include <QDialog>
#include <QList>
#include <QString>

// The files of a batch that could not be read, each with the reason.
class ErrorList : public QDialog
{
    Q_OBJECT

public:
    struct Entry
    {
        QString file;
        QString reason;
    };

    // `opened` is how many of the batch could be read.
    ErrorList(const QList<Entry> &entries, int opened, QWidget *parent);
};
