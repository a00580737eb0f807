#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class SearchAdvice;

// What the list shows where there are no stories: a sign, why, and what can be done about it.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(SharedLibrary &library, QWidget *parent = nullptr);

    // `trouble` are words to say instead of the usual; `deed` is what the button does, if it is not
    // leading elsewhere.
    void explain(const StoryQuery &place, const QString &trouble, QAction *deed);

    // It is not known whether there are any.
    void explainFailure();

signals:
    void placeWanted(const StoryQuery &place);

protected:
    bool event(QEvent *event) override;

private:
    void act();
    void paintIcon();

    SearchAdvice *m_advice;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_sign; // The icon's name.
    QAction *m_deed = nullptr;
    StoryQuery m_place;
};
