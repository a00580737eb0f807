#include "feeds/feeds.h"

#include "feeds/contenttype.h"
#include "feeds/feedbuilder.h"
#include "feeds/jsonfeedparser.h"
#include "feeds/limits.h"
#include "xml/encoding.h"

using namespace Qt::StringLiterals;

namespace {

QByteArrayView trimmedFront(QByteArrayView text)
{
    while (!text.isEmpty() && uchar(text.front()) <= ' ')
        text = text.sliced(1);
    return text;
}

Result<ParsedFeed> parseXml(const QByteArray &text, const QUrl &url)
{
    feeds::FeedBuilder builder(url);
    const auto problem = xml::read(text, builder);
    if (!builder.isFeed())
        return Error{.kind = Error::Kind::NotAFeed, .detail = u"it is no feed"_s};
    auto feed = builder.take();
    if (!problem.isEmpty())
        feed.warnings.prepend(problem);
    return feed;
}

} // namespace

Result<ParsedFeed> feeds::parse(const QByteArray &bytes, const Source &source)
{
    if (bytes.size() > limits::feedBytes)
        return Error{.kind = Error::Kind::TooLarge,
                     .detail = u"feeds of more than %1 MB are not read"_s.arg(limits::feedBytes
                                                                              / 1024 / 1024)};
    if (trimmedFront(bytes).isEmpty())
        return Error{.kind = Error::Kind::Empty, .detail = u"it is empty"_s};
    const auto text = xml::inUtf8(bytes, charsetOf(source.contentType));
    const auto begin = trimmedFront(text);
    if (begin.startsWith('{') || begin.startsWith('['))
        return parseJsonFeed(text, source.url);
    if (!begin.contains('<'))
        return Error{.kind = Error::Kind::NotAFeed, .detail = u"it is no feed"_s};
    return parseXml(text, source.url);
}
