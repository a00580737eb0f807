#pragma once

#include "window/samples.h"

#include <QFont>
#include <QScrollArea>

class QLabel;
class QVBoxLayout;

// What an empty library shows: what this is, and the ways to a first story.
class WelcomePage : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setSamples(const QList<Sample> &samples);

signals:
    void openAsked();
    void subscribeAsked();
    void watchAsked();
    void sampleChosen(const QString &path);
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeWords();
    void makeActions();

    QVBoxLayout *m_column;
    QLabel *m_title;
    QFont m_usual; // The page's type.
    QWidget *m_samples;
};
