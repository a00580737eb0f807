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

void addLink(QMenu &popup, const StoryMenu &menu)
{
    if (menu.link.isEmpty())
        return;
    popup.addAction(tr("&Open link"), &popup,
                    [link = menu.link, open = menu.openLink] { open(link); });
    // Links of our own are deeds, not addresses.
    if (menu.link.scheme() != "broadsheet"_L1)
        popup.addAction(tr("Copy &link address"), &popup,
                        [link = menu.link] { copy(QString::fromLatin1(link.toEncoded())); });
    popup.addSeparator();
}

void addWish(QMenu &popup, const QString &text, const StoryMenu &menu, const StoryWish &wish)
{
    popup.addAction(text, &popup, [wish, ask = menu.wish] { ask(wish); });
}

void addPhoto(QMenu &popup, const StoryMenu &menu)
{
    if (menu.photo.isEmpty())
        return;
    using Deed = StoryWish::Deed;
    addWish(popup, tr("Look at the &photo"), menu, {Deed::ShowPhoto, menu.photo});
    addWish(popup, tr("&Save photo…"), menu, {Deed::SavePhoto, menu.photo});
    addWish(popup, tr("Copy p&hoto"), menu, {Deed::CopyPhoto, menu.photo});
    popup.addSeparator();
}

// As it stands in the menu.
QString shortened(QString words)
{
    constexpr qsizetype longest = 24;
    words = words.simplified();
    if (words.size() > longest)
        words = words.left(longest).trimmed() + u'…';
    return words.replace(u'&', u"&&"_s);
}

void addSearches(QMenu &popup, const StoryMenu &menu)
{
    constexpr qsizetype longest = 200; // More are no words to look for.
    const auto words = menu.selection.simplified();
    if (words.isEmpty() || words.size() > longest)
        return;
    using Deed = StoryWish::Deed;
    popup.addSeparator();
    addWish(popup, tr("&Find “%1” in the library").arg(shortened(words)), menu,
            {Deed::SearchLibrary, words});
    addWish(popup, tr("Look “%1” up on the &web").arg(shortened(words)), menu,
            {Deed::SearchWeb, words});
}

} // namespace

void popUpStoryMenu(QWidget *parent, QPoint at, const StoryMenu &menu)
{
    auto *popup = new QMenu(parent);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    addLink(*popup, menu);
    addPhoto(*popup, menu);
    auto *copyAction
        = popup->addAction(tr("&Copy"), popup, [text = menu.selection] { copy(text); });
    copyAction->setEnabled(!menu.selection.isEmpty());
    using Deed = StoryWish::Deed;
    addWish(*popup, tr("Copy as &quotation"), menu, {Deed::Quote, menu.selection});
    addWish(*popup, tr("Copy as &Markdown quotation"), menu,
            {Deed::QuoteAsMarkdown, menu.selection});
    popup->addAction(tr("Select &all"), popup, menu.selectAll);
    addSearches(*popup, menu);
    popup->popup(at);
}
