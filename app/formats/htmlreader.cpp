#include "formats/htmlreader.h"

#include "formats/pagepictures.h"
#include "formats/savermarks.h"
#include "text/decode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sniffed = 4096;

// What comes before a page's first tag: byte order mark, white space, comments, an XML prolog.
QString withoutPreamble(QString top)
{
    static const QRegularExpression preamble(u"^(?:[\\s\\x{FEFF}]+|<!--.*?-->|<\\?xml.*?\\?>)+"_s,
                                             QRegularExpression::DotMatchesEverythingOption
                                                 | QRegularExpression::CaseInsensitiveOption);
    return top.remove(preamble);
}

// The top of a file as Latin letters: enough for tags, whatever the encoding.
QString sniff(const QByteArray &bytes)
{
    auto top = bytes.left(sniffed);
    if (top.startsWith("\xEF\xBB\xBF"))
        return QString::fromLatin1(top.mid(3));
    if (top.startsWith("\xFF\xFE") || top.startsWith("\xFE\xFF"))
        return QString::fromLatin1(top.mid(2).replace('\0', ""));
    return QString::fromLatin1(top);
}

bool hasSeveralBlockTags(const QString &top)
{
    static const QRegularExpression block(
        u"</"
        u"?(?:p|div|h[1-6]|table|td|tr|ul|ol|li|article|section|blockquote|br|img|a|span|b|i|font)"
        "(?:\\s[^<>]*)?/?>"_s,
        QRegularExpression::CaseInsensitiveOption);
    int found = 0;
    for (auto match = block.globalMatch(top); match.hasNext() && found < 3; ++found)
        match.next();
    return found >= 3;
}

} // namespace

bool HtmlReader::recognises(const SavedFile &file) const
{
    const auto top = sniff(file.bytes);
    const auto start = withoutPreamble(top);
    static const QRegularExpression opening(
        u"^<(?:!doctype\\s+html|html|head|body|title|meta|link|script|style|base|single-file)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (opening.match(start).hasMatch())
        return true;
    // An XML document of another kind also has tags; a page does not begin with a root of its own.
    if (start.startsWith("<!doctype"_L1, Qt::CaseInsensitive) || top.startsWith("<?xml"_L1))
        return start.contains("<html"_L1, Qt::CaseInsensitive);
    if (start.startsWith(u'<'))
        return hasSeveralBlockTags(top);
    // A comment longer than what was looked at, as some savers write.
    return top.trimmed().startsWith("<!--"_L1) && start.isEmpty();
}

Result<QList<SavedPage>> HtmlReader::read(const SavedFile &file) const
{
    auto decoded = text::decode(file.bytes, text::declaredInHtml(file.bytes));
    if (decoded.text.trimmed().isEmpty())
        return Error{.kind = Error::Kind::Empty, .detail = u"no text in the file"_s};
    const auto marks = formats::saverMarks(decoded.text);
    SavedPage page{.content = SavedPage::Content::Page};
    page.stated.url = marks.url;
    page.stated.provenance
        = {.format = u"html"_s, .savedBy = marks.savedBy, .savedAt = marks.savedAt};
    if (decoded.replaced > 0)
        page.stated.warnings.append(u"%1 bytes could not be decoded as %2"_s.arg(decoded.replaced)
                                        .arg(QString::fromLatin1(decoded.charset)));
    formats::takeLocalPictures(page, decoded.text, file);
    page.html = std::move(decoded.text);
    return QList<SavedPage>{page};
}
