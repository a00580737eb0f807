#include "reading/storymenu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StoryMenu", text);
}

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

void popUpStoryMenu(QWidget *parent, QPoint at, const StoryMenu &menu)
{
    auto *popup = new QMenu(parent);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    const auto link = menu.link;
    // Links of our own are deeds, not addresses.
    if (!link.isEmpty())
        popup->addAction(tr("&Open link"), parent, [link, open = menu.openLink] { open(link); });
    if (!link.isEmpty() && link.scheme() != "broadsheet"_L1)
        popup->addAction(tr("Copy &link address"), parent,
                         [link] { copy(QString::fromLatin1(link.toEncoded())); });
    if (!popup->isEmpty())
        popup->addSeparator();
    auto *copyAction
        = popup->addAction(tr("&Copy"), parent, [text = menu.selection] { copy(text); });
    copyAction->setEnabled(!menu.selection.isEmpty());
    popup->addAction(tr("Select &all"), parent, menu.selectAll);
    popup->popup(at);
}
