#include "html/safebody.h"

#include "html/anchors.h"
#include "html/attributes.h"
#include "html/gumbonodes.h"
#include "html/mathml.h"
#include "html/safewriter.h"
#include "html/sanitiser.h"
#include "html/svg.h"
#include "html/urls.h"

using namespace html;

namespace {

SafeBody::Mark marked(SafeWriter::Mark mark)
{
    return {mark.index, mark.serial};
}

} // namespace

SafeBody::SafeBody(const Sanitising &how)
    : m_how(how)
    , m_writer(std::make_unique<SafeWriter>())
{
}

SafeBody::~SafeBody() = default;

void SafeBody::end(Mark mark)
{
    m_writer->end({mark.index, mark.serial});
}

SafeBody::Mark SafeBody::begin(QStringView name, const Node &like, const Node &place)
{
    const auto rule = ruleFor(tagNamed(name));
    const auto attributes
        = (like.isElement() ? safeAttributes(like.handle()->v.element, rule.name) : QByteArray())
        + anchorAttribute(place, m_how.anchors);
    switch (rule.kind) {
    case Kind::Inline:
        return marked(m_writer->begin(rule.name, attributes));
    case Kind::TextBlock:
    case Kind::Container:
        m_writer->boundary();
        return marked(m_writer->begin(rule.name, attributes));
    case Kind::Part:
        break;
    default:
        return {};
    }
    // As the parser does it (HTML §13.2.6.4.9).
    if (rule.name == GUMBO_TAG_TR && m_writer->parent() == GUMBO_TAG_TABLE)
        m_rows = marked(m_writer->begin(GUMBO_TAG_TBODY, {}));
    else if (rule.name != GUMBO_TAG_TR && m_writer->parent() == GUMBO_TAG_TBODY)
        end(m_rows);
    return fits(rule.name, m_writer->parent()) ? marked(m_writer->begin(rule.name, attributes))
                                               : Mark();
}

SafeBody::Mark SafeBody::beginLink(const QString &address, const Node &place)
{
    auto safe = linkAddress(address, m_how);
    if (safe.startsWith('#') && !m_how.anchors.contains(anchorName(address, m_how.base)))
        safe = resolved(address, m_how.base).toEncoded();
    if (safe.isEmpty() || m_writer->isIn(GUMBO_TAG_A))
        return {};
    QByteArray attributes;
    attributes += anchorAttribute(place, m_how.anchors);
    appendAttribute(attributes, "href", safe);
    return marked(m_writer->begin(GUMBO_TAG_A, attributes));
}

void SafeBody::text(QStringView words)
{
    m_writer->text(words.toUtf8());
}

void SafeBody::formula(const Node &root)
{
    m_writer->foreign(html::formula(root));
}

void SafeBody::drawing(const Node &root)
{
    m_writer->foreign(html::drawing(root));
}

void SafeBody::lineBreak()
{
    m_writer->single(GUMBO_TAG_BR, {});
}

void SafeBody::add(const QString &fragment)
{
    Sanitiser(m_how, *m_writer).add(fragment);
}

SafeHtml SafeBody::take()
{
    return Sanitiser(m_how, *m_writer).take();
}
