#pragma once

#include "reading/documentdisposal.h"
#include "reading/lightpictures.h"
#include "reading/storyview.h"

#include <QTextBrowser>

class QPainter;

// A QTextBrowser that loads nothing by itself: pictures come from their source, scaled to the
// column; links are told, not followed.
class LightBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit LightBrowser(PictureSource source, QWidget *parent = nullptr);

    // Before another page is set, so that a long one does not hold it up.
    void leavePage();
    void setPage(const QString &style, const QString &html);
    // A page that comes piece by piece: without a word yet.
    void beginPage();
    // How wide pictures may be, in pixels.
    void setColumn(int width);
    // Without the places where words may break.
    [[nodiscard]] QString selectedText() const;
    // Decodes pictures that may be shown soon.
    void prepare(const QStringList &names);
    [[nodiscard]] int column() const { return m_pictures.column(); }
    // Beside quotations.
    void setBars(const QColor &colour, int width);
    // On a page of links the arrows go from one to the next.
    void setWalksLinks(bool walks) { m_walksLinks = walks; }

signals:
    void paintedOnce(); // After each setPage().
    void picturesChanged();
    void linkFollowed(const QUrl &url); // Clicked, or Enter; not where its photo was meant.
    void wished(const StoryWish &wish);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;

private:
    void makeDocument();
    void paintLines();
    void paintBar(QPainter &painter, const QTextBlockFormat &format, double top, double bottom);
    QVariant picture(const QUrl &name);
    void showPicture(const QString &name, bool otherSize);
    [[nodiscard]] QString photoAt(QPoint place) const; // Its name; empty where there is none.

    LightPictures m_pictures;
    DocumentDisposal m_disposal;
    QColor m_barColour;
    int m_barWidth = 0;
    QPoint m_pressed;
    bool m_meantPhoto = false; // By the click that is being handled.
    bool m_toPaint = false;
    bool m_painting = false;
    bool m_walksLinks = false;
};
