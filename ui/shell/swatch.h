#pragma once

#include "page/page.h"

#include <QAbstractButton>

#include <optional>

// A theme to choose, as a small page in its own colours.
class Swatch final : public QAbstractButton
{
    Q_OBJECT

public:
    // Without a theme it is the desktop's own: half light, half dark.
    Swatch(const std::optional<page::Theme> &theme, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPage(QPainter &painter, page::Theme theme) const;

    std::optional<page::Theme> m_theme;
};
