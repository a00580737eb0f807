#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

// What a look at the library found, and what mending it did.
class CareReport : public QDialog
{
    Q_OBJECT

public:
    explicit CareReport(QWidget *parent = nullptr);

    // A part of the report: a heading and what stands below it.
    struct Section
    {
        QString heading;
        QStringList lines;
    };
    enum class Offer { Nothing, Repair };
    enum class Sign { Well, Trouble };

    void setBusy(const QString &words);
    void setReport(const QString &verdict, const QList<Section> &sections, Offer offer, Sign sign);
    [[nodiscard]] QString text() const;

signals:
    void repairAsked();

private:
    void fit();

    QLabel *m_sign;
    QLabel *m_verdict;
    QProgressBar *m_busy;
    QTextBrowser *m_text;
    QPushButton *m_copy;
    QPushButton *m_repair;
};
