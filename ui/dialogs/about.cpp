#include "dialogs/about.h"

#include "theme/metrics.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace {

constexpr int iconSide = 96;

QLabel *centred(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

About::About(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Broadsheet"));
    auto *icon = new QLabel(this);
    icon->setAlignment(Qt::AlignCenter);
    icon->setPixmap(QApplication::windowIcon().pixmap(iconSide));
    auto *name = centred(tr("Broadsheet"), this);
    auto font = name->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setWeight(QFont::Bold);
    name->setFont(font);
    auto *version = centred(tr("Version %1").arg(QApplication::applicationVersion()), this);
    version->setForegroundRole(QPalette::PlaceholderText);
    auto *words
        = centred(tr("Reads what you have saved.\nNothing you read leaves this computer."), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setCenterButtons(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * theme::grid, 4 * theme::grid, 6 * theme::grid, 3 * theme::grid);
    layout->setSpacing(theme::grid);
    for (auto *part : {icon, name, version, words})
        layout->addWidget(part);
    layout->addSpacing(2 * theme::grid);
    layout->addWidget(buttons);
}
