#pragma once

#include "care/freeing.h"
#include "care/librarysize.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QScrollArea;
class QPushButton;
class SizeBars;

// What takes room in the library, and what of it can be freed.
class LibrarySizeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Access { Writable, ReadOnly };
    explicit LibrarySizeDialog(Access access, QWidget *parent = nullptr);

    void setBusy(const QString &words);
    void setSize(const LibrarySize &size);
    void setProblem(const QString &words);

signals:
    void freeAsked(const freeing::Wishes &wishes);

private:
    // A thing that can be freed, with its button.
    struct Offer
    {
        QString words;
        qint64 bytes;
        QString button;
        freeing::Wishes wishes;
    };
    void addOffer(const Offer &offer);
    void showOffers(const LibrarySize &size);
    void fit();
    [[nodiscard]] QLabel *heading(const QString &text);

    Access m_access;
    QLabel *m_state;
    QProgressBar *m_busy;
    QScrollArea *m_scroll;
    QWidget *m_content;
    SizeBars *m_parts;
    QLabel *m_biggestHeading;
    SizeBars *m_biggest;
    QWidget *m_offers;
};
