#include "html/quicktext.h"

#include "html/quicktags.h"

#include <algorithm>

using namespace html;

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

// Steps over HTML and writes its text.
class Pass
{
public:
    enum class Shape { Blocks, Line };

    Pass(QStringView fragment, Shape shape)
        : m_fragment(fragment)
        , m_shape(shape)
        , m_text(fragment.size(), Qt::Uninitialized)
        , m_out(m_text.data())
    {
    }

    QString run()
    {
        while (m_at < m_fragment.size()) {
            const auto c = m_fragment.at(m_at);
            if (c == u'<')
                readTag();
            else if (c == u'&')
                readReference();
            else if (c.unicode() <= u' ')
                readSpace(c);
            else
                copyRun();
        }
        m_text.truncate(m_out - m_text.constData());
        return std::move(m_text);
    }

private:
    enum class Gap { None, Space, Block };

    void readSpace(QChar c)
    {
        // Other controls are no text.
        if (isSpace(c))
            widen(Gap::Space);
        ++m_at;
    }

    void widen(Gap gap)
    {
        m_gap = std::max(m_gap, m_shape == Shape::Line && gap == Gap::Block ? Gap::Space : gap);
    }

    void writeGap()
    {
        if (m_out != m_text.constData()) {
            if (m_gap == Gap::Block) {
                *m_out++ = u'\n';
                *m_out++ = u'\n';
            } else if (m_gap == Gap::Space) {
                *m_out++ = u' ';
            }
        }
        m_gap = Gap::None;
        m_breaks = 0;
    }

    void copyRun()
    {
        writeGap();
        const auto *const begin = m_fragment.data() + m_at;
        const auto *const end = m_fragment.data() + m_fragment.size();
        const auto *to = begin;
        while (to != end && to->unicode() > u' ' && *to != u'<' && *to != u'&')
            ++to;
        m_out = std::copy(begin, to, m_out);
        m_at = to - m_fragment.data();
    }

    void write(QStringView text)
    {
        writeGap();
        m_out = std::copy(text.begin(), text.end(), m_out);
    }

    void readReference()
    {
        const auto reference = referenceAt(m_fragment, m_at);
        if (reference.length == 0) {
            write(u"&");
            ++m_at;
            return;
        }
        m_at += reference.length;
        const QStringView text(reference.text, reference.size);
        if (text == u" ")
            widen(Gap::Space);
        else if (!text.isEmpty())
            write(text);
    }

    void readTag()
    {
        const auto isLine = m_shape == Shape::Line;
        const auto tag
            = m_isUnended ? QuickTag() : tagAt(m_fragment, m_at, isLine ? Tags::OfHtml : Tags::All);
        m_isUnended = m_isUnended || (isLine && tag.isUnended);
        if (tag.length == 0 || m_isUnended) {
            write(u"<");
            ++m_at;
            return;
        }
        m_at += tag.length;
        if (tag.kind == TagKind::Block) {
            widen(Gap::Block);
        } else if (tag.kind == TagKind::Cell) {
            widen(Gap::Space);
        } else if (tag.kind == TagKind::LineBreak) {
            widen(++m_breaks > 1 ? Gap::Block : Gap::Space);
        } else if (tag.kind == TagKind::Hidden && !tag.isEnd) {
            m_at = endOfHidden(m_fragment, m_at, tag.name);
        } else if (tag.kind == TagKind::Reading && !tag.isEnd) {
            m_at = endOfReading(m_fragment, m_at);
        }
    }

    QStringView m_fragment;
    Shape m_shape;
    QString m_text;
    QChar *m_out; // Never more is written than was read.
    qsizetype m_at = 0;
    Gap m_gap = Gap::None;
    int m_breaks = 0;
    bool m_isUnended = false; // In a line: no tag ends any more, so that "<" is text.
};

} // namespace

QString html::quickText(QStringView fragment)
{
    return Pass(fragment, Pass::Shape::Blocks).run();
}

QString html::quickLine(QStringView fragment)
{
    return Pass(fragment, Pass::Shape::Line).run();
}

bool html::hasMarkup(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'<') {
            const auto tag = tagAt(text, at, Tags::OfHtml);
            // One that does not end has no other after it that does.
            if (tag.isUnended)
                return false;
            if (tag.length > 0 && tag.kind != TagKind::Comment)
                return true;
            at += std::max<qsizetype>(tag.length - 1, 0);
        } else if (text.at(at) == u'&' && referenceAt(text, at).isWhole) {
            return true;
        }
    }
    return false;
}
