#include "formats/mimemessage.h"

#include "formats/limits.h"

#include <QByteArrayView>
#include <QStringList>

// GIO has members of that name.
#undef signals
#include <gmime/gmime.h>

using namespace Qt::StringLiterals;
using formats::MimePart;

namespace {

namespace limits = formats::limits;

struct Release
{
    void operator()(void *object) const { g_object_unref(object); }
};
template<typename T>
using Owned = std::unique_ptr<T, Release>;

// Gives the array up without the bytes, which are not its own.
struct ReleaseArray
{
    void operator()(GByteArray *array) const
    {
        g_byte_array_steal(array, nullptr);
        g_byte_array_unref(array);
    }
};

void startLibrary()
{
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(started);
}

// The start of a message with no more parts than may be. Every part begins with a line of this
// kind, and the parser compares each with the boundaries of all parts around it.
QByteArray withinPartLimit(const QByteArray &bytes, bool &cut)
{
    int lines = 0;
    for (auto at = bytes.indexOf("\n--"); at >= 0; at = bytes.indexOf("\n--", at + 3)) {
        // The end of a comment in HTML is no boundary (RFC 2046 §5.1.1).
        const bool isComment = at + 3 < bytes.size() && bytes.at(at + 3) == '>';
        if (!isComment && ++lines > limits::boundaryLines) {
            cut = true;
            return QByteArray::fromRawData(bytes.constData(), at);
        }
    }
    return bytes;
}

// Where the header section ends: at a blank line.
qsizetype headerEnd(QByteArrayView bytes)
{
    for (auto at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const auto next = bytes.sliced(at + 1);
        if (next.startsWith('\n') || next.startsWith("\r\n"))
            return at + 1;
    }
    return bytes.size();
}

// The message with the first fields of its header, and of each its beginning, when there is more
// of it than anybody writes.
QByteArray withinHeaderLimit(const QByteArray &bytes)
{
    const auto end = headerEnd(bytes);
    if (end <= limits::headerSectionBytes)
        return bytes;
    QByteArray kept;
    int fields = 0;
    qsizetype size = 0; // Of the field at hand.
    for (qsizetype at = 0; at < end && fields <= limits::headerFields;) {
        const auto next = bytes.indexOf('\n', at);
        const auto line = QByteArrayView(bytes).sliced(at, (next < 0 ? end : next) - at);
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        fields += folded ? 0 : 1;
        size = folded ? size : 0;
        const auto taken = qMin(line.size(), limits::mailFieldBytes - size);
        if (taken > 0)
            kept.append(line.first(taken)).append('\n');
        size += taken;
        at += line.size() + 1;
    }
    return kept.append(QByteArrayView(bytes).sliced(end));
}

QByteArray unfolded(QByteArray value)
{
    value.truncate(limits::mailFieldBytes);
    value.replace('\r', QByteArrayView());
    value.replace('\n', ' ');
    value.replace('\0', QByteArrayView());
    return value.trimmed();
}

GMimeContentType *contentType(GMimeObject *object)
{
    return g_mime_object_get_content_type(object);
}

// Undoes the transfer encoding while reading.
Owned<GMimeStream> decodingStream(GMimeDataWrapper *wrapper)
{
    auto *const encoded = g_mime_data_wrapper_get_stream(wrapper);
    g_mime_stream_reset(encoded);
    Owned<GMimeStream> stream(g_mime_stream_filter_new(encoded));
    const Owned<GMimeFilter> filter(
        g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(wrapper), FALSE));
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream.get()), filter.get());
    return stream;
}

// Every encoding writes more bytes than it stands for.
QByteArray decoded(GMimeDataWrapper *wrapper)
{
    const auto longest = g_mime_stream_length(g_mime_data_wrapper_get_stream(wrapper));
    if (longest <= 0)
        return {};
    const auto stream = decodingStream(wrapper);
    QByteArray bytes(longest, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const auto read = g_mime_stream_read(stream.get(), bytes.data() + size,
                                             static_cast<size_t>(bytes.size() - size));
        if (read <= 0)
            break;
        size += read;
    }
    bytes.truncate(size);
    return bytes;
}

// RFC 2046 §5.1.1: the last boundary of the outermost multipart ends in "--".
bool isClosed(const QByteArray &bytes, const MimePart &message)
{
    for (const auto &body : message.children()) {
        const auto boundary = body.parameter("boundary");
        if (body.kind() == MimePart::Kind::Multipart && !boundary.isEmpty()
            && bytes.lastIndexOf("--" + boundary + "--") < 0)
            return false;
    }
    return true;
}

} // namespace

// The message's pieces refer to the stream, the stream to the array and the array to the bytes:
// they go in reverse.
struct formats::MimeMessage::Tree
{
    QByteArray bytes = {};
    std::unique_ptr<GByteArray, ReleaseArray> array = {};
    Owned<GMimeStream> stream = {};
    Owned<GMimeMessage> message = {};
    QStringList warnings = {};
};

formats::MimeMessage::MimeMessage(std::unique_ptr<Tree> tree)
    : m_tree(std::move(tree))
{
}
formats::MimeMessage::MimeMessage(MimeMessage &&) noexcept = default;
formats::MimeMessage &formats::MimeMessage::operator=(MimeMessage &&) noexcept = default;
formats::MimeMessage::~MimeMessage() = default;

Result<formats::MimeMessage> formats::MimeMessage::parse(const QByteArray &bytes)
{
    startLibrary();
    auto tree = std::make_unique<Tree>();
    bool cut = false;
    tree->bytes = withinHeaderLimit(bytes);
    const auto parsed = withinPartLimit(tree->bytes, cut);
    // The stream only reads, and does not own the array.
    tree->array.reset(
        g_byte_array_new_take(reinterpret_cast<guint8 *>(const_cast<char *>(parsed.constData())),
                              static_cast<gsize>(parsed.size())));
    tree->stream.reset(g_mime_stream_mem_new_with_byte_array(tree->array.get()));
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(tree->stream.get()), FALSE);
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(tree->stream.get()));
    tree->message.reset(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!tree->message)
        return Error{Error::Kind::Malformed, u"a mail whose header cannot be read"_s};

    MimeMessage message(std::move(tree));
    if (cut)
        message.m_tree->warnings.append(
            u"the file has more than %1 parts; the rest was left out"_s.arg(limits::boundaryLines));
    else if (!isClosed(bytes, message.root()))
        message.m_tree->warnings.append(u"the file is cut off: its end is missing"_s);
    return message;
}

MimePart formats::MimeMessage::root() const
{
    return MimePart(GMIME_OBJECT(m_tree->message.get()));
}

QStringList formats::MimeMessage::warnings() const
{
    return m_tree->warnings;
}

MimePart::Kind MimePart::kind() const
{
    if (GMIME_IS_MESSAGE(m_object))
        return Kind::Message;
    return GMIME_IS_MULTIPART(m_object) ? Kind::Multipart : Kind::Leaf;
}

QByteArray MimePart::mediaType() const
{
    auto *const type = contentType(m_object);
    if (!type)
        return "text/plain"_ba;
    return (QByteArray(g_mime_content_type_get_media_type(type)) + '/'
            + QByteArray(g_mime_content_type_get_media_subtype(type)))
        .toLower();
}

QByteArray MimePart::parameter(const char *name) const
{
    auto *const type = contentType(m_object);
    return type ? QByteArray(g_mime_content_type_get_parameter(type, name)) : QByteArray();
}

QByteArray MimePart::header(const char *name) const
{
    auto *field = g_mime_header_list_get_header(g_mime_object_get_header_list(m_object), name);
    if (field)
        return unfolded(QByteArray(g_mime_header_get_raw_value(field)));
    // The library hands a mail's Content- fields to its body.
    if (GMIME_IS_MESSAGE(m_object)) {
        for (const auto &body : children())
            return body.header(name);
    }
    return {};
}

QByteArray MimePart::contentId() const
{
    auto id = header("Content-ID");
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.sliced(1, id.size() - 2);
    return id;
}

bool MimePart::isAttachment() const
{
    auto *const disposition = g_mime_object_get_content_disposition(m_object);
    return disposition && g_mime_content_disposition_is_attachment(disposition);
}

QByteArray MimePart::content() const
{
    if (!GMIME_IS_PART(m_object))
        return {};
    auto *const wrapper = g_mime_part_get_content(GMIME_PART(m_object));
    return wrapper && g_mime_data_wrapper_get_stream(wrapper) ? decoded(wrapper) : QByteArray();
}

QList<MimePart> MimePart::children() const
{
    QList<MimePart> found;
    const auto add = [&](GMimeObject *child) {
        if (GMIME_IS_MESSAGE_PART(child))
            child = GMIME_OBJECT(g_mime_message_part_get_message(GMIME_MESSAGE_PART(child)));
        if (child)
            found.append(MimePart(child));
    };
    if (GMIME_IS_MESSAGE(m_object))
        add(g_mime_message_get_mime_part(GMIME_MESSAGE(m_object)));
    if (GMIME_IS_MULTIPART(m_object)) {
        auto *const multipart = GMIME_MULTIPART(m_object);
        const auto count = g_mime_multipart_get_count(multipart);
        for (int at = 0; at < count; ++at)
            add(g_mime_multipart_get_part(multipart, at));
    }
    return found;
}

QList<MimePart> MimePart::leaves() const
{
    QList<MimePart> found;
    QList<MimePart> waiting; // The next one last.
    const auto descend = [&](const MimePart &part) {
        const auto below = part.children();
        waiting.append({below.crbegin(), below.crend()});
    };
    descend(*this);
    while (!waiting.isEmpty() && found.size() < limits::mimeParts) {
        const auto part = waiting.takeLast();
        if (part.kind() == Kind::Multipart)
            descend(part);
        else
            found.append(part);
    }
    return found;
}
