#include "desk/linkhint.h"

#include "articles/headlinewords.h"
#include "desk/storyflow.h"
#include "page/address.h"
#include "reading/readingpane.h"
#include "theme/metrics.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto relatedPath = "related/"_L1;

// "A slow boat · The Example Times · in your library"
QString words(const Headline &headline)
{
    QStringList parts{headlines::title(headline), headline.site, LinkHint::tr("in your library")};
    parts.removeAll({});
    return parts.join(u" · "_s);
}

} // namespace

LinkHint::LinkHint(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_label(new QLabel(&parts.pane))
{
    m_label->setObjectName(u"linkHint"_s);
    m_label->setAutoFillBackground(true);
    m_label->setBackgroundRole(QPalette::Window);
    m_label->setForegroundRole(QPalette::WindowText);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setContentsMargins(theme::grid, theme::half, theme::grid, theme::half);
    m_label->hide();
    m.pane.installEventFilter(this);
    connect(&m.pane, &ReadingPane::linkHovered, this, &LinkHint::show);
    connect(&m.pane, &ReadingPane::linkActivated, this, [this] { show({}); });
    connect(&m.flow, &StoryFlow::presented, this, [this] { show({}); });
}

QString LinkHint::text() const
{
    return m_label->isHidden() ? QString() : m_text;
}

void LinkHint::show(const QUrl &url)
{
    ++m_round;
    const auto scheme = url.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1) {
        say(page::readableAddress(url));
        lookUp(url, {});
    } else if (scheme == "mailto"_L1) {
        say(page::readableAddress(url));
    } else if (scheme == "broadsheet"_L1 && url.path().startsWith(relatedPath)) {
        // It has no address: only its name can be looked for.
        const auto number = url.path().mid(relatedPath.size()).toInt();
        const auto related = m.flow.article().related.value(number);
        say(related.title);
        lookUp(related.url, related.title);
    } else {
        say({});
    }
}

void LinkHint::lookUp(const QUrl &url, const QString &title)
{
    m.library.read(
        [url, title](Library &library) -> Result<Headline> {
            const auto found = library.find(url, title);
            if (!found)
                return found.error();
            return library.headline(*found);
        },
        this,
        [this, round = m_round](const Result<Headline> &headline) {
            if (headline && round == m_round)
                say(words(*headline));
        });
}

void LinkHint::say(const QString &text)
{
    m_text = text;
    m_label->setVisible(!text.isEmpty());
    place();
}

void LinkHint::place()
{
    if (m_text.isEmpty())
        return;
    const auto metrics = m_label->fontMetrics();
    const auto room = m.pane.width() - 4 * theme::grid;
    m_label->setText(metrics.elidedText(m_text, Qt::ElideMiddle, std::max(room, 0)));
    m_label->adjustSize();
    m_label->resize(std::min(m_label->width(), m.pane.width()), m_label->height());
    const auto rightToLeft = m.pane.layoutDirection() == Qt::RightToLeft;
    m_label->move(rightToLeft ? m.pane.width() - m_label->width() : 0,
                  m.pane.height() - m_label->height());
    m_label->raise();
}

bool LinkHint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::Leave)
        show({});
    return QObject::eventFilter(watched, event);
}
