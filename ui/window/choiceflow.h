#pragma once

#include "dialogs/storychoicemodel.h"
#include "model/article.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

class ChooseStories;
class OpenFlow;
class QWidget;

// Asks which stories of a file are wanted, where it holds several, and has those opened. Files that
// come while the question stands are added to it.
class ChoiceFlow : public QObject
{
    Q_OBJECT

public:
    ChoiceFlow(OpenFlow &files, QWidget &window, QObject *parent = nullptr);

private:
    void describe(const QString &path, const QList<Article> &stories);
    void ask(const QString &path, const QList<Article> &stories, const QList<StoryChoice> &choices);
    void openChosen();

    OpenFlow &m_files;
    QWidget &m_window;
    QThreadPool m_pool; // Of one thread: files are asked about in the order they came.
    QPointer<ChooseStories> m_question;
    QList<Article> m_stories; // In the order they stand in the question.
};
