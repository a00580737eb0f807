#include "formats/xmlevents.h"

#include "formats/limits.h"

#include <algorithm>
#include <array>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <memory>

using namespace Qt::StringLiterals;
namespace limits = formats::limits;

namespace {

struct Freeing
{
    void operator()(xmlParserCtxt *context) const
    {
        // The parser keeps a document of its own for declarations, even when nobody asks for one.
        xmlFreeDoc(context->myDoc);
        context->myDoc = nullptr;
        xmlFreeParserCtxt(context);
    }
};
using Context = std::unique_ptr<xmlParserCtxt, Freeing>;

struct NamedCharacter
{
    const char *name;
    const char *utf8;
};

// Of XML §4.6, and those of HTML that feed and book makers forget to declare.
constexpr std::array namedCharacters{
    NamedCharacter{"amp", "&"},
    NamedCharacter{"lt", "<"},
    NamedCharacter{"gt", ">"},
    NamedCharacter{"quot", "\""},
    NamedCharacter{"apos", "'"},
    NamedCharacter{"nbsp", "\xc2\xa0"},
    NamedCharacter{"copy", "\xc2\xa9"},
    NamedCharacter{"laquo", "\xc2\xab"},
    NamedCharacter{"raquo", "\xc2\xbb"},
    NamedCharacter{"eacute", "\xc3\xa9"},
    NamedCharacter{"egrave", "\xc3\xa8"},
    NamedCharacter{"agrave", "\xc3\xa0"},
    NamedCharacter{"ccedil", "\xc3\xa7"},
    NamedCharacter{"auml", "\xc3\xa4"},
    NamedCharacter{"ouml", "\xc3\xb6"},
    NamedCharacter{"uuml", "\xc3\xbc"},
    NamedCharacter{"szlig", "\xc3\x9f"},
    NamedCharacter{"ndash", "\xe2\x80\x93"},
    NamedCharacter{"mdash", "\xe2\x80\x94"},
    NamedCharacter{"lsquo", "\xe2\x80\x98"},
    NamedCharacter{"rsquo", "\xe2\x80\x99"},
    NamedCharacter{"ldquo", "\xe2\x80\x9c"},
    NamedCharacter{"rdquo", "\xe2\x80\x9d"},
    NamedCharacter{"bull", "\xe2\x80\xa2"},
    NamedCharacter{"hellip", "\xe2\x80\xa6"},
    NamedCharacter{"euro", "\xe2\x82\xac"},
};

const xmlChar *xmlText(const char *utf8)
{
    return reinterpret_cast<const xmlChar *>(utf8);
}

QString fromXml(const xmlChar *utf8, qsizetype length)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
}

QString fromXml(const xmlChar *utf8)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8));
}

// What the parser's callbacks work on.
struct Reading
{
    xmlParserCtxt *context = nullptr;
    formats::XmlEvents &events;
    QStringList open = {};
    QString problem = {}; // Why it was stopped.
    QString fault = {}; // What the document does wrong.
    xmlEntity entity = {};
    std::string entityText = {};

    void stop(const QString &why)
    {
        problem = why;
        xmlStopParser(context);
    }
};

Reading &readingOf(void *user)
{
    return *static_cast<Reading *>(user);
}

void startElement(void *user, const xmlChar *name, const xmlChar *, const xmlChar *, int,
                  const xmlChar **, int attributeCount, int, const xmlChar **attributes)
{
    auto &reading = readingOf(user);
    if (reading.open.size() >= limits::xmlDepth) {
        reading.stop(u"its XML is nested more than %1 deep"_s.arg(limits::xmlDepth));
        return;
    }
    formats::XmlAttributes values;
    // Five pointers each: name, prefix, namespace, begin and end of the value.
    for (int index = 0; index < std::min(attributeCount, limits::xmlAttributes); ++index) {
        const auto *const *attribute = attributes + qsizetype(index) * 5;
        values.append(fromXml(attribute[0]), fromXml(attribute[3], attribute[4] - attribute[3]));
    }
    reading.open.append(fromXml(name));
    reading.events.startElement(reading.open.last(), values);
}

void endElement(void *user, const xmlChar *, const xmlChar *, const xmlChar *)
{
    auto &reading = readingOf(user);
    if (reading.open.isEmpty())
        return;
    reading.events.endElement(reading.open.takeLast());
    if (reading.events.isDone())
        xmlStopParser(reading.context);
}

void characters(void *user, const xmlChar *text, int length)
{
    readingOf(user).events.text({reinterpret_cast<const char *>(text), length});
}

// Answers as for an entity of XML itself, which is taken for its text without looking further.
xmlEntity *entityNamed(void *user, const xmlChar *name)
{
    const auto *const found = std::ranges::find_if(namedCharacters, [name](const auto &each) {
        return xmlStrEqual(name, xmlText(each.name)) != 0;
    });
    if (found == namedCharacters.end())
        return nullptr;
    auto &reading = readingOf(user);
    // The parser takes one byte of such an entity in an attribute.
    if (reading.context->instate == XML_PARSER_ATTRIBUTE_VALUE && found->utf8[1] != '\0')
        return nullptr;
    reading.entityText = found->utf8;
    reading.entity = {};
    reading.entity.type = XML_ENTITY_DECL;
    reading.entity.name = xmlText(found->name);
    reading.entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    reading.entity.content = reinterpret_cast<xmlChar *>(reading.entityText.data());
    reading.entity.length = int(reading.entityText.size());
    return &reading.entity;
}

// The first fault says most: those after it follow from it.
void noteProblem(void *user, xmlError *error)
{
    auto &reading = readingOf(user);
    // Whatever is open when it ends is said in better words.
    const auto isCut = error && error->code == XML_ERR_DOCUMENT_END && !reading.open.isEmpty();
    if (reading.fault.isEmpty() && error && error->message && error->level >= XML_ERR_ERROR
        && !isCut)
        reading.fault = u"its XML is broken at line %1: %2"_s.arg(error->line)
                            .arg(QString::fromUtf8(error->message).simplified());
}

xmlSAXHandler handler()
{
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = startElement;
    sax.endElementNs = endElement;
    sax.characters = characters;
    sax.ignorableWhitespace = characters;
    sax.cdataBlock = characters;
    sax.getEntity = entityNamed;
    sax.serror = noteProblem;
    return sax;
}

QString problemOf(const Reading &reading)
{
    if (!reading.problem.isEmpty() || reading.events.isDone())
        return reading.problem;
    if (!reading.fault.isEmpty())
        return reading.fault;
    return reading.open.isEmpty() ? QString() : u"its XML ends too early"_s;
}

} // namespace

QString formats::readXml(const QByteArray &bytes, XmlEvents &events)
{
    constexpr qsizetype piece = 256 * 1024;
    auto sax = handler();
    Reading reading{.events = events};
    const Context context(xmlCreatePushParserCtxt(&sax, &reading, nullptr, 0, nullptr));
    if (!context)
        return u"out of memory"_s;
    reading.context = context.get();
    // XML_PARSE_NOENT decides how "&amp;" in an attribute is told; entities that could be replaced
    // there are none but those of entityNamed(). XML_PARSE_HUGE lifts limits on text, which is no
    // longer than the file.
    xmlCtxtUseOptions(context.get(),
                      XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_RECOVER
                          | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto size = std::min(piece, bytes.size() - at);
        xmlParseChunk(context.get(), bytes.constData() + at, int(size), 0);
        if (!reading.problem.isEmpty() || events.isDone())
            break;
    }
    // The parser waits for the end of a CDATA section before it tells the last of it.
    if (context->instate == XML_PARSER_CDATA_SECTION && reading.problem.isEmpty())
        xmlParseChunk(context.get(), "]]>", 3, 0);
    xmlParseChunk(context.get(), nullptr, 0, 1);
    auto problem = problemOf(reading);
    // What a cut document leaves open ends where it was cut.
    while (!reading.open.isEmpty() && !events.isDone())
        events.endElement(reading.open.takeLast());
    return problem;
}
