#include "xml/reader.h"

#include "xml/elements.h"
#include "xml/limits.h"
#include "xml/references.h"

#include <cstring>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (c & 0x80);
}

bool endsName(char c)
{
    return isSpace(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'';
}

class Reader
{
public:
    Reader(QByteArrayView document, xml::Events &events)
        : m_document(document)
        , m_events(events)
        , m_elements(events)
    {
    }

    QString read();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_document.size(); }
    [[nodiscard]] char here() const { return m_document[m_at]; }
    [[nodiscard]] QByteArrayView rest() const { return m_document.sliced(m_at); }
    [[nodiscard]] bool hasHere(QByteArrayView word) const { return rest().startsWith(word); }
    [[nodiscard]] qsizetype find(char wanted, qsizetype from) const;
    // From here on; -1 when it does not come.
    [[nodiscard]] qsizetype findHere(std::string_view wanted) const;
    void fault(const char *what);
    void skipSpace();

    void readText();
    void readMarkup();
    void readComment();
    void readCharacterData();
    void readInstruction();
    void readDeclaration();
    void readEndTag();
    void readStartTag();
    void readAttribute();
    QByteArrayView readName();
    QByteArrayView readValue();

    QByteArrayView m_document;
    qsizetype m_at = 0;
    xml::Events &m_events;
    xml::Elements m_elements;
    xml::References m_references;
    QByteArray m_text;
    QString m_problem; // The first fault says most: those after it follow from it.
};

qsizetype Reader::find(char wanted, qsizetype from) const
{
    if (from >= m_document.size())
        return m_document.size();
    const auto *found = static_cast<const char *>(
        std::memchr(m_document.data() + from, wanted, size_t(m_document.size() - from)));
    return found ? found - m_document.data() : m_document.size();
}

qsizetype Reader::findHere(std::string_view wanted) const
{
    const std::string_view text(rest().data(), size_t(rest().size()));
    const auto found = text.find(wanted);
    return found == std::string_view::npos ? -1 : qsizetype(found);
}

void Reader::fault(const char *what)
{
    if (m_problem.isEmpty())
        m_problem = u"its XML is broken at line %1: %2"_s
                        .arg(m_document.first(std::min(m_at, m_document.size())).count('\n') + 1)
                        .arg(QLatin1StringView(what));
}

void Reader::skipSpace()
{
    while (!atEnd() && isSpace(here()))
        ++m_at;
}

QString Reader::read()
{
    if (hasHere("\xEF\xBB\xBF"))
        m_at = 3;
    while (!atEnd() && !m_events.isDone()) {
        if (here() == '<')
            readMarkup();
        else
            readText();
    }
    if (m_events.isDone())
        return m_problem;
    if (m_problem.isEmpty() && !m_elements.wasRoot())
        m_problem = u"it has no XML element"_s;
    if (m_problem.isEmpty() && m_elements.wereTooDeep())
        m_problem = u"its XML is nested more than %1 deep"_s.arg(xml::limits::depth);
    if (m_problem.isEmpty() && m_references.entities().wereRefused())
        m_problem = u"its XML has entities that are not read"_s;
    if (m_elements.areOpen() && m_problem.isEmpty())
        m_problem = u"its XML ends too early"_s;
    m_elements.closeAll();
    return m_problem;
}

void Reader::readText()
{
    const auto end = find('<', m_at);
    const auto run = m_document.sliced(m_at, end - m_at);
    if (!m_elements.areOpen()) {
        // What stands around the root is no text of anything.
    } else if (!run.contains('&')) {
        m_events.text(run);
    } else {
        m_text.resize(0);
        if (!m_references.replace(run, m_text))
            fault("an \"&\" that begins no reference");
        m_events.text(m_text);
    }
    m_at = end;
}

void Reader::readMarkup()
{
    const auto next = m_at + 1 < m_document.size() ? m_document[m_at + 1] : '\0';
    if (beginsName(next)) {
        readStartTag();
    } else if (next == '/') {
        readEndTag();
    } else if (next == '?') {
        readInstruction();
    } else if (hasHere("<!--")) {
        readComment();
    } else if (qstrnicmp(rest().data(), std::min<qsizetype>(rest().size(), 9), "<![CDATA[", 9)
               == 0) {
        readCharacterData();
    } else if (next == '!') {
        readDeclaration();
    } else {
        fault("a \"<\" that begins no tag");
        if (m_elements.areOpen())
            m_events.text(rest().first(1));
        ++m_at;
    }
}

void Reader::readComment()
{
    const auto end = findHere("-->");
    if (end >= 0) {
        m_at += end + 3;
        return;
    }
    // One that nobody ended ends with its line, or the document would be lost in it.
    fault("a comment without its end");
    m_at = std::min(find('>', m_at), find('\n', m_at));
    m_at = std::min(m_at + 1, m_document.size());
}

void Reader::readCharacterData()
{
    m_at += 9;
    auto end = findHere("]]>");
    auto after = end + 3;
    if (end < 0) {
        fault("CDATA without its end");
        const auto tag = m_elements.endTagOfInnermost();
        end = tag.isEmpty() ? -1 : rest().indexOf(tag);
        end = end < 0 ? rest().size() : end;
        after = end;
    }
    if (m_elements.areOpen() && end > 0)
        m_events.text(rest().first(end));
    m_at += after;
}

void Reader::readInstruction()
{
    const auto end = findHere("?>");
    if (end >= 0) {
        m_at += end + 2;
        return;
    }
    fault("an instruction without its end");
    m_at = std::min(find('>', m_at) + 1, m_document.size());
}

// <!DOCTYPE name PUBLIC "…" "…" [ … ]>: what it names outside is left alone.
void Reader::readDeclaration()
{
    const auto isDoctype = rest().size() > 9 && qstrnicmp(rest().data(), 9, "<!DOCTYPE", 9) == 0;
    if (!isDoctype) {
        // Text that only begins like one, within a story about markup, say.
        fault("a declaration that is none");
        if (m_elements.areOpen()) {
            m_events.text(rest().first(1));
            ++m_at;
        } else {
            m_at = std::min(find('>', m_at) + 1, m_document.size());
        }
        return;
    }
    const auto close = find('>', m_at);
    const auto subset = find('[', m_at);
    if (subset > close) {
        m_at = std::min(close + 1, m_document.size());
        return;
    }
    auto end = findHere("]>");
    if (end < 0)
        end = rest().indexOf(']');
    if (end < 0) {
        fault("a document type without its end");
        m_at = std::min(close + 1, m_document.size());
        return;
    }
    m_references.entities().declare(m_document.sliced(subset + 1, m_at + end - subset - 1));
    m_at = std::min(find('>', m_at + end) + 1, m_document.size());
}

QByteArrayView Reader::readName()
{
    const auto begin = m_at;
    while (!atEnd() && !endsName(here()))
        ++m_at;
    return m_document.sliced(begin, m_at - begin);
}

void Reader::readEndTag()
{
    m_at += 2;
    const auto name = readName();
    if (!m_elements.end(name))
        fault("an end tag that fits no element");
    const auto close = find('>', m_at);
    const auto open = find('<', m_at);
    m_at = open < close ? open : std::min(close + 1, m_document.size());
}

void Reader::readStartTag()
{
    ++m_at;
    m_elements.begin(readName());
    while (true) {
        skipSpace();
        // A tag that the end of the document cut says nothing reliable.
        if (atEnd())
            return;
        const auto c = here();
        if (c == '>' || c == '<') {
            if (c == '<')
                fault("a tag without its end");
            else
                ++m_at;
            m_elements.tellStart();
            return;
        }
        if (c == '/') {
            ++m_at;
            if (!atEnd() && here() == '>') {
                ++m_at;
                m_elements.tellStart();
                m_elements.endInnermost();
                return;
            }
            continue;
        }
        readAttribute();
    }
}

void Reader::readAttribute()
{
    const auto name = readName();
    if (name.isEmpty()) {
        fault("an attribute without a name");
        ++m_at;
        return;
    }
    const auto behind = m_at;
    skipSpace();
    if (atEnd() || here() != '=') {
        fault("an attribute without a value");
        m_at = behind;
        return;
    }
    ++m_at;
    skipSpace();
    const auto value = readValue();
    if (value.contains('&')) {
        m_text.resize(0);
        if (!m_references.replace(value, m_text))
            fault("an \"&\" that begins no reference");
        m_elements.addDecoded(name, m_text);
    } else {
        m_elements.add(name, value);
    }
}

QByteArrayView Reader::readValue()
{
    if (atEnd())
        return {};
    const auto quote = here();
    if (quote == '"' || quote == '\'') {
        const auto begin = m_at + 1;
        auto end = find(quote, begin);
        m_at = std::min(end + 1, m_document.size());
        if (end == m_document.size()) {
            fault("a value without its end");
            end = m_at = std::min(find('>', begin), m_document.size());
        }
        return m_document.sliced(begin, end - begin);
    }
    fault("a value without quotes");
    const auto begin = m_at;
    while (!atEnd() && !isSpace(here()) && here() != '>')
        ++m_at;
    return m_document.sliced(begin, m_at - begin);
}

} // namespace

QByteArrayView xml::valueOf(Attributes attributes, QByteArrayView local)
{
    for (const auto &attribute : attributes) {
        if (attribute.name.local == local)
            return attribute.value;
    }
    return {};
}

QString xml::read(QByteArrayView utf8, Events &events)
{
    return Reader(utf8, events).read();
}
