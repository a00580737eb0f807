#include "page/leftout.h"

#include "html/sanitise.h"
#include "page/body.h"
#include "page/storytop.h"
#include "page/writing.h"

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

QString deed(const QString &address, const QString &words)
{
    return address.isEmpty() || words.isEmpty()
        ? QString()
        : u"<a class=\"deed\" href=\"%1\">%2</a>"_s.arg(escaped(address), escaped(words));
}

class PartWriter
{
public:
    PartWriter(const page::Context &context, const page::LeftOut &page)
        : m_context(context)
        , m_page(page)
    {
    }

    QString write(const page::ShownPart &part) const
    {
        using Fate = page::ShownPart::Fate;
        switch (part.fate) {
        case Fate::Kept:
            return opening("kept"_L1, part)
                + blocks(part, part.blocks.size() == 1 ? part.address : QString(), m_page.drop)
                + u"</div>"_s;
        case Fate::KeptByRule:
            return opening("kept ruled"_L1, part) + head(part, m_page.dropAgain)
                + blocks(part, {}, part.blocks.size() > 1 ? m_page.drop : QString()) + u"</div>"_s;
        case Fate::Left:
        case Fate::ShownAbove:
            break;
        }
        const auto single = part.blocks.size() == 1;
        return opening(part.fate == Fate::Left ? "left"_L1 : "left above"_L1, part)
            + head(part, single ? m_page.keep : m_page.keepAll)
            + blocks(part, {}, single ? QString() : m_page.keep) + u"</div>"_s;
    }

private:
    static QString opening(QLatin1StringView classes, const page::ShownPart &part)
    {
        return u"<div class=\"part %1\" data-part=\"%2\">"_s.arg(classes).arg(part.number);
    }

    static QString head(const page::ShownPart &part, const QString &words)
    {
        auto text = u"<span class=\"reason\">"_s + escaped(part.reason) + u"</span>"_s;
        if (!part.rule.isEmpty())
            text += u" <code class=\"rule\">"_s + escaped(part.rule) + u"</code>"_s;
        return u"<p class=\"verdict\">"_s + text + u" "_s + deed(part.address, words) + u"</p>"_s;
    }

    // Each block with its link; `address` decides about the only one.
    QString blocks(const page::ShownPart &part, const QString &address, const QString &words) const
    {
        QString html;
        for (const auto &block : part.blocks) {
            const auto link = deed(address.isEmpty() ? block.address : address, words);
            html += (block.number < 0 || block.number == part.number
                         ? u"<div class=\"block\">"_s
                         : u"<div class=\"block\" data-part=\"%1\">"_s.arg(block.number))
                + shown(block.html)
                + (link.isEmpty() ? QString() : u"<p class=\"choice\">"_s + link + u"</p>"_s)
                + u"</div>"_s;
        }
        return html;
    }

    QString shown(const SafeHtml &html) const
    {
        return page::shownBody({.body = html}, m_context, {}).html;
    }

    const page::Context &m_context;
    const page::LeftOut &m_page;
};

QString address(QLatin1StringView verb, int item)
{
    return u"broadsheet:left-out/"_s + verb + u'/' + QString::number(item);
}

} // namespace

QString page::keepAddress(int item)
{
    return address("keep"_L1, item);
}

QString page::dropAddress(int item)
{
    return address("drop"_L1, item);
}

QString page::rulesAddress()
{
    return u"broadsheet:reading-rules"_s;
}

QString page::leftOut(const Article &article, const Context &context, const LeftOut &page)
{
    const auto writing = writingOf(article);
    const PartWriter writer(context, page);
    QString parts;
    for (const auto &part : page.parts)
        parts += writer.write(part);
    auto intro = u"<p class=\"label what\" dir=\"auto\">"_s + escaped(page.label)
        + u"</p><p class=\"summary\" dir=\"auto\">"_s + escaped(page.summary);
    if (!page.rules.isEmpty())
        intro += u" <a href=\"%1\">%2</a>"_s.arg(rulesAddress(), escaped(page.rules));
    const auto ending = page.ending.isEmpty()
        ? QString()
        : u"<p class=\"ending\" dir=\"auto\">"_s + escaped(page.ending) + u"</p>"_s;
    return u"<div class=\"story leftout %1\" dir=\"%2\" lang=\"%3\"><div class=\"intro\">"_s.arg(
               writing.script, writing.direction, escaped(writing.language))
        + intro + u"</p></div>"_s + storyTop(article, context) + u"<div class=\"body\">"_s + parts
        + u"</div>"_s + ending + u"</div>"_s;
}
