#include "desk/linkcopy.h"

#include "shell/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace {

constexpr qsizetype storiesAtOnce = 100;

} // namespace

LinkCopy::LinkCopy(SharedLibrary &library, Banner &banner, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_banner(banner)
{
}

void LinkCopy::copy(const QList<ArticleId> &ids)
{
    ++m_round;
    m_ids = ids;
    m_at = 0;
    m_links.clear();
    readOn();
}

void LinkCopy::readOn()
{
    if (m_at >= m_ids.size()) {
        finish();
        return;
    }
    const auto some = m_ids.mid(m_at, storiesAtOnce);
    m_at += some.size();
    m_library.read(
        [some](Library &library) -> Result<QStringList> {
            QStringList links;
            for (const auto id : some) {
                // One that cannot be read has no link to give.
                if (const auto story = library.article(id); story && !story->article.url.isEmpty())
                    links << story->article.url.toString(QUrl::FullyEncoded);
            }
            return links;
        },
        this,
        [this, round = m_round](const Result<QStringList> &links) {
            if (round != m_round)
                return;
            if (links)
                m_links += *links;
            readOn();
        });
}

void LinkCopy::finish()
{
    m_ids.clear();
    if (m_links.isEmpty()) {
        m_banner.show({.text = tr("None of these stories has a link.")});
        return;
    }
    QGuiApplication::clipboard()->setText(m_links.join(u'\n'));
    m_banner.show({.text = m_links.size() == 1
                       ? tr("Link copied")
                       : tr("%1 links copied").arg(QLocale().toString(m_links.size()))});
    m_links.clear();
}
