#include "dialogs/savingform.h"

#include "theme/metrics.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

QFormLayout *savingform::makeForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * theme::grid);
    form->setVerticalSpacing(theme::grid);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

QPushButton *savingform::layOut(QDialog &dialog, QFormLayout *form, Width width,
                                const std::function<void()> &save)
{
    dialog.setMinimumWidth(width.least);
    auto *buttons
        = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, &dialog);
    auto *button = buttons->button(QDialogButtonBox::Save);
    button->setText(QCoreApplication::translate("savingform", "&Save"));
    button->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, [&dialog, save] {
        save();
        dialog.accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(2 * theme::grid);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    const auto *parent = dialog.parentWidget();
    const auto room = parent ? parent->window()->width() : width.wish;
    dialog.resize(std::clamp(room - 4 * theme::grid, width.least, width.wish),
                  dialog.sizeHint().height());
    return button;
}
