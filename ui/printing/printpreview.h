#pragma once

#include "printing/printedstory.h"

#include <QDialog>
#include <QThreadPool>

#include <memory>
#include <stop_token>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace printing {

class PreviewPages;

// What is printed of a story, how its pages are set, and the words on them that are not its own.
struct PrintChoice
{
    Setting setting = {};
    Wishes wishes = {};
};

// Shows a story as it will be printed, and lets the person choose how. Pages are set and painted
// on a thread of their own.
class PrintPreview final : public QDialog
{
    Q_OBJECT

public:
    PrintPreview(const Article &article, const PrintChoice &choice, QWidget *parent = nullptr);
    ~PrintPreview() override;

    [[nodiscard]] PrintChoice choice() const;
    [[nodiscard]] int pages() const;

signals:
    void printAsked(const PrintChoice &choice);
    void pdfAsked(const PrintChoice &choice);
    void pagesChanged();

private:
    void makeOptions(const PrintChoice &choice);
    void set();

    Article m_article;
    Wishes m_words;
    std::unique_ptr<QThreadPool> m_pool; // Of one thread: a story belongs to one at a time.
    std::stop_source m_stop; // For what is being set.
    PreviewPages *m_pages;
    QComboBox *m_columns;
    QComboBox *m_paper;
    QSpinBox *m_size;
    QCheckBox *m_pictures;
    QCheckBox *m_links;
    QCheckBox *m_related;
    QCheckBox *m_justified;
    QLabel *m_count;
    QPushButton *m_print;
    int m_round = 0; // Pages of an earlier choice are dropped.
};

// "Page 2 of 5"
PageWords pageWords();

} // namespace printing
