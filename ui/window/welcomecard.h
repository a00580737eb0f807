#pragma once

#include <QAbstractButton>

// A button as wide as the page: an icon, what it does, and a line of explanation, or more where the
// page is narrow.
class WelcomeCard final : public QAbstractButton
{
    Q_OBJECT

public:
    struct Words
    {
        QString icon;
        QString title;
        QString text;
    };
    enum class Kind {
        Button,
        Place // Not to be pressed: something is dropped there.
    };

    WelcomeCard(Words words, Kind kind, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;

    Words m_words;
    Kind m_kind;
};
