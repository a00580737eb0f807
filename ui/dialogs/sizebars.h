#pragma once

#include <QList>
#include <QString>
#include <QWidget>

// Names with amounts and a bar for each: how much of the whole it is.
class SizeBars : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString name;
        qint64 bytes = 0;
        QString beside = {}; // More about it, quietly.
    };

    explicit SizeBars(QWidget *parent = nullptr);

    // The longest bar stands for `whole`.
    void setRows(const QList<Row> &rows, qint64 whole);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;

    QList<Row> m_rows;
    qint64 m_whole = 1;
};
