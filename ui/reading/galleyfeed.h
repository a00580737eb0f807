#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTextBlock>
#include <QTimer>

#include <memory>

class QTextBrowser;
class QTextDocument;
class QTextList;

// Brings a long story onto the screen a piece at a time, between other events: first what is to be
// read, then what follows on it, then what stands before. A QTextDocument lays out whatever comes
// into it, and that takes the longer the more it is.
//
// What is shown is always one run of the story's characters, so a place in one is a place in the
// other, so far away. Whoever reads does not see it grow: what stands above moves nothing.
class GalleyFeed : public QObject
{
    Q_OBJECT

public:
    explicit GalleyFeed(QTextBrowser &browser, QObject *parent = nullptr);

    // Into a document without text; what is in view around that character is there at once.
    void start(std::shared_ptr<QTextDocument> galley, int at);
    // What is shown is all there is.
    void stop();
    // Nobody looks at it.
    void setPaused(bool paused);

    // The story it feeds; null for none.
    [[nodiscard]] const QTextDocument *galley() const { return m_galley.get(); }
    [[nodiscard]] bool isWhole() const { return !m_galley || (m_from == 0 && m_to == m_end); }
    [[nodiscard]] bool reachesEnd() const { return !m_galley || m_to == m_end; }
    // Whether the story's character is shown.
    [[nodiscard]] bool holds(int character) const;
    // The story's character that is the document's first.
    [[nodiscard]] int first() const { return m_galley ? m_from : 0; }
    // How far down the story that part of what is shown is.
    [[nodiscard]] double fractionAt(double ofShown) const;

signals:
    void grew();
    void becameWhole();

private:
    void step();
    void append();
    void prepend();
    void insert(int from, int to, int at);
    void joinLists(const QTextBlock &source, const QTextBlock &shown);
    [[nodiscard]] bool isOpen(const QTextBlock &block) const;
    [[nodiscard]] int endAfter(int character, int letters) const;
    [[nodiscard]] int endBefore(int character, int letters) const;
    void fillView(int at);

    QTextBrowser &m_browser;
    std::shared_ptr<QTextDocument> m_galley;
    int m_from = 0; // What of it is shown: up to the ends of blocks, which begin what comes next.
    int m_to = 0;
    int m_end = 0; // Where it ends.
    bool m_above = false; // That was where the last piece went.
    QHash<int, QPointer<QTextList>> m_lists; // Shown, by what they are in the galley.
    QTimer m_timer;
};
