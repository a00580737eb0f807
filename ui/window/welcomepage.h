#pragma once

#include "window/samples.h"

#include <QScrollArea>

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

private:
    void makeWords();
    void makeActions();

    QVBoxLayout *m_column;
    QWidget *m_samples;
};
