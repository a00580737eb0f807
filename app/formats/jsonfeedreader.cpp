#include "formats/jsonfeedreader.h"

#include "formats/jsonitems.h"
#include "formats/limits.h"
#include "formats/toolarge.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

QByteArray withoutMark(const QByteArray &bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
}

bool looksLikeJson(const QByteArray &bytes)
{
    const auto start = withoutMark(bytes.left(formats::limits::sampleBytes)).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

bool saysJsonFeed(const QByteArray &bytes)
{
    const auto start = bytes.left(formats::limits::sampleBytes);
    return start.contains("https://jsonfeed.org/version/")
        || start.contains("https:\\/\\/jsonfeed.org\\/version\\/");
}

// Keys that every kind of it has: other JSON need not be parsed to be told apart.
bool mayHoldStories(const QByteArray &bytes)
{
    constexpr std::array keys{"\"_broadsheet\"", "\"content_html\"", "\"content_text\"",
                              "\"is_archived\"", "\"is_read\""};
    return std::ranges::any_of(keys, [&](const char *key) { return bytes.contains(key); });
}

struct Parsed
{
    QJsonValue root = {};
    QString problem = {};
};

Parsed parsed(const QByteArray &bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return {.problem = u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    return {.root
            = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())};
}

// One value a line, as the command prints several files.
QList<SavedPage> storiesOfLines(const QByteArray &bytes)
{
    QList<SavedPage> pages;
    for (const auto &line : bytes.split('\n')) {
        if (!line.trimmed().isEmpty() && pages.size() < formats::limits::storiesPerFile)
            pages += formats::jsonStories(parsed(line).root);
    }
    return pages;
}

} // namespace

bool JsonFeedReader::recognises(const SavedFile &file) const
{
    if (!looksLikeJson(file.bytes))
        return false;
    if (saysJsonFeed(file.bytes))
        return true;
    return mayHoldStories(file.bytes) && read(file).has_value();
}

Result<QList<SavedPage>> JsonFeedReader::read(const SavedFile &file) const
{
    if (file.bytes.size() > formats::limits::jsonBytes)
        return formats::tooLarge(u"JSON"_s, file.bytes.size(), formats::limits::jsonBytes);
    const auto bytes = withoutMark(file.bytes);
    const auto whole = parsed(bytes);
    auto pages = whole.problem.isEmpty() ? formats::jsonStories(whole.root) : storiesOfLines(bytes);
    if (!pages.isEmpty())
        return pages;
    if (!whole.problem.isEmpty())
        return Error{Error::Kind::Malformed, u"JSON: %1"_s.arg(whole.problem)};
    return Error{Error::Kind::Empty, u"no stories in it"_s};
}
