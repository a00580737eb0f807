#pragma once

#include "page/page.h"

#include <QFrame>

class QLabel;

// A note of a story at the place that refers to it, over the light view.
class NotePopover final : public QFrame
{
    Q_OBJECT

public:
    explicit NotePopover(QWidget *over);

    struct Note
    {
        QString text;
        QString name; // Where it stands.
        QRect reference; // What refers to it, in the widget that this lies over.
        Qt::LayoutDirection direction = Qt::LeftToRight;
        QFont font = {};
    };
    void popUp(const Note &note, const page::Colours &colours);

signals:
    void noteAsked(const QString &name); // To be gone to.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_text;
    QLabel *m_way;
    QString m_name;
};
