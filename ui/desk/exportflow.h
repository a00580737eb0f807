#pragma once

#include "library/sharedlibrary.h"
#include "tasks/exportstories.h"

#include <QObject>

class Actions;
class ArticleList;
class Banner;
class ProgressLine;
class QWidget;
class ReadingPane;
class StoryFlow;

// Writes the stories that are selected, or else the one that is read, to files of their own.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ArticleList &list;
        ReadingPane &pane;
        ProgressLine &progress;
        Banner &banner;
        QWidget &window;
    };

    explicit ExportFlow(const Parts &parts, QObject *parent = nullptr);

    // One story to a file, in the place of what is there: whoever chose it was asked.
    void writeTo(const QString &file, const Article &article, tasks::ExportForm form);
    // Stories of the library into a folder, in which nothing is overwritten.
    void writeInto(const QString &folder, const QList<ArticleId> &ids, tasks::ExportForm form);
    void cancel();

signals:
    void finished(int written, int failed);

private:
    void ask(tasks::ExportForm form);
    void askForFile(const Article &article, tasks::ExportForm form);
    void askForFolder(const QList<ArticleId> &ids, tasks::ExportForm form);
    [[nodiscard]] tasks::ExportStyle style(tasks::ExportForm form, const Article &article) const;
    void writeNext();
    void note(bool written);
    void tellAll();

    // Stories on their way to a folder.
    struct Round
    {
        QString folder;
        QList<ArticleId> ids;
        tasks::ExportForm form = tasks::ExportForm::Html;
        qsizetype at = 0;
        int written = 0;
        int failed = 0;
    };

    Parts m;
    Round m_round;
    int m_number = 0; // Of the round; what was cancelled is dropped.
    QString m_folder; // Where something was saved last.
};
