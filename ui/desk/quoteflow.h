#pragma once

#include <QObject>
#include <QString>

class Actions;
class Banner;
class ReadingPane;
class StoryFlow;

// Copies words of the story being read as a quotation, with where they are from.
class QuoteFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        StoryFlow &flow;
        ReadingPane &pane;
        Banner &banner;
    };

    explicit QuoteFlow(const Parts &parts, QObject *parent = nullptr);

    enum class As { Text, Markdown };
    // Without words, the paragraph that is read.
    void copy(const QString &words, As as);

private:
    void put(const QString &words, As as);

    Parts m;
};
