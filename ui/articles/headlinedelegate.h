#pragma once

#include "articles/headlinelayout.h"
#include "articles/thumbnails.h"
#include "search/query.h"

#include <QCache>
#include <QStyledItemDelegate>

// Paints a story in the list: headline, credits, first words, picture, and its marks.
class HeadlineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    HeadlineDelegate(Thumbnails &thumbnails, QObject *parent = nullptr);

    // Marks its words from now on.
    void setSearch(const search::Query &search);
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }
    // Lays everything out anew: the font or what "Yesterday" means has changed.
    void forget();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Kept
    {
        Headline headline;
        int width = 0;
        headlines::Standing standing;
        HeadlineLayout layout;
    };

    const HeadlineLayout &layout(const Headline &headline, const QStyleOptionViewItem &option,
                                 const headlines::Standing &standing) const;
    void paintHeadline(QPainter *painter, const QStyleOptionViewItem &option,
                       const Headline &headline, const headlines::Standing &standing) const;
    // Of a story whose headline is still being read.
    void paintPlaceholder(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                    const Headline &headline) const;
    void paintPicture(QPainter *painter, const QStyleOptionViewItem &option,
                      const Headline &headline) const;

    Thumbnails &m_thumbnails;
    HeadlineMatches m_matches;
    Density m_density = Density::Comfortable;
    mutable QCache<ArticleId, Kept> m_layouts;
};
