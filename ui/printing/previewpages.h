#pragma once

#include "printing/printedstory.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QSet>

class QThreadPool;

namespace printing {

// The pages of a story below each other, as wide as there is room. Those in view are painted, on
// the pool.
class PreviewPages final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PreviewPages(QThreadPool &pool, QWidget *parent = nullptr);

    void setStory(std::shared_ptr<const PrintedStory> story);
    [[nodiscard]] int pages() const { return m_story ? m_story->pages() : 0; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QSize pageSize() const; // On the screen.
    [[nodiscard]] QRect areaOf(int page) const;
    void arrange();
    void ask(int page);
    void dropFarPages();

    QThreadPool &m_pool;
    std::shared_ptr<const PrintedStory> m_story;
    QHash<int, QImage> m_painted;
    QSet<int> m_asked;
    int m_round = 0; // Pages of another width or story are dropped.
};

} // namespace printing
