#pragma once

#include "base/result.h"
#include "extraction/siterules.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

// The file of reading rules as text, to be read and edited, with what is wrong in it.
class ReadingRules : public QDialog
{
    Q_OBJECT

public:
    ReadingRules(const QString &file, QWidget *parent);

    // Adds the rules in another file to the text, those that are not in it yet.
    void importFrom(const QString &file);
    void exportTo(const QString &file);

    // Asks first where something was written that is not saved.
    void reject() override;

signals:
    void saved();

private:
    void layOut();
    void load();
    void loaded(const Result<QString> &text);
    void save();
    void written(const Result<void> &result, const QString &text);
    void check();
    void chooseImport();
    void chooseExport();
    void say(const QString &words);

    QString m_file;
    QString m_before; // What the file said when it was read.
    QPlainTextEdit *m_text;
    QLabel *m_words; // What went wrong, or how it went.
    QLabel *m_problems; // What is wrong in the text.
    QPushButton *m_save = nullptr;
    QTimer m_checking;
};
