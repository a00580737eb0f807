#pragma once

#include "model/article.h"

#include <QList>
#include <QObject>
#include <QPointer>

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
    void ask(const QString &path, const QList<Article> &stories);
    void openChosen();

    OpenFlow &m_files;
    QWidget &m_window;
    QPointer<ChooseStories> m_question;
    QList<Article> m_stories; // In the order they stand in the question.
};
