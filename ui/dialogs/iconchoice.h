#pragma once

#include <QString>
#include <QWidget>

class QButtonGroup;

// A few of our icons, one of them chosen.
class IconChoice : public QWidget
{
    Q_OBJECT

public:
    // Empty is the usual one.
    explicit IconChoice(const QString &chosen, QWidget *parent = nullptr);

    [[nodiscard]] QString icon() const;

private:
    QButtonGroup *m_buttons;
};
