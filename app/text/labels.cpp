#include "text/labels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace text {

namespace {

struct Name
{
    std::string_view from;
    std::string_view to;
};

// Encoding Standard §4.2, with a few labels of databases and editors; sorted, to be searched.
constexpr std::array labels{
    Name{"866", "ibm866"},
    Name{"ansi", "windows-1252"},
    Name{"ansi_x3.4-1968", "windows-1252"},
    Name{"arabic", "iso-8859-6"},
    Name{"ascii", "windows-1252"},
    Name{"asmo-708", "iso-8859-6"},
    Name{"big5", "big5"},
    Name{"big5-hkscs", "big5"},
    Name{"chinese", "gbk"},
    Name{"cn-big5", "big5"},
    Name{"cp1250", "windows-1250"},
    Name{"cp1251", "windows-1251"},
    Name{"cp1252", "windows-1252"},
    Name{"cp1253", "windows-1253"},
    Name{"cp1254", "windows-1254"},
    Name{"cp1255", "windows-1255"},
    Name{"cp1256", "windows-1256"},
    Name{"cp1257", "windows-1257"},
    Name{"cp1258", "windows-1258"},
    Name{"cp819", "windows-1252"},
    Name{"cp866", "ibm866"},
    Name{"cp932", "shift_jis"},
    Name{"cp936", "gbk"},
    Name{"cp949", "euc-kr"},
    Name{"cp950", "big5"},
    Name{"csbig5", "big5"},
    Name{"cseuckr", "euc-kr"},
    Name{"cseucpkdfmtjapanese", "euc-jp"},
    Name{"csgb2312", "gbk"},
    Name{"csibm866", "ibm866"},
    Name{"csiso2022jp", "iso-2022-jp"},
    Name{"csiso58gb231280", "gbk"},
    Name{"csiso88596e", "iso-8859-6"},
    Name{"csiso88596i", "iso-8859-6"},
    Name{"csiso88598e", "iso-8859-8"},
    Name{"csiso88598i", "iso-8859-8"},
    Name{"csisolatin1", "windows-1252"},
    Name{"csisolatin2", "iso-8859-2"},
    Name{"csisolatin3", "iso-8859-3"},
    Name{"csisolatin4", "iso-8859-4"},
    Name{"csisolatin5", "windows-1254"},
    Name{"csisolatin6", "iso-8859-10"},
    Name{"csisolatin9", "iso-8859-15"},
    Name{"csisolatinarabic", "iso-8859-6"},
    Name{"csisolatincyrillic", "iso-8859-5"},
    Name{"csisolatingreek", "iso-8859-7"},
    Name{"csisolatinhebrew", "iso-8859-8"},
    Name{"cskoi8r", "koi8-r"},
    Name{"csksc56011987", "euc-kr"},
    Name{"csmacintosh", "macintosh"},
    Name{"csshiftjis", "shift_jis"},
    Name{"csunicode", "utf-16le"},
    Name{"cyrillic", "iso-8859-5"},
    Name{"dos-874", "windows-874"},
    Name{"ecma-114", "iso-8859-6"},
    Name{"ecma-118", "iso-8859-7"},
    Name{"elot_928", "iso-8859-7"},
    Name{"euc-jp", "euc-jp"},
    Name{"euc-kr", "euc-kr"},
    Name{"eucjp", "euc-jp"},
    Name{"gb18030", "gb18030"},
    Name{"gb2312", "gbk"},
    Name{"gb_2312", "gbk"},
    Name{"gb_2312-80", "gbk"},
    Name{"gbk", "gbk"},
    Name{"greek", "iso-8859-7"},
    Name{"greek8", "iso-8859-7"},
    Name{"hebrew", "iso-8859-8"},
    Name{"hz-gb-2312", "hz-gb-2312"},
    Name{"ibm819", "windows-1252"},
    Name{"ibm866", "ibm866"},
    Name{"iso-10646-ucs-2", "utf-16le"},
    Name{"iso-2022-jp", "iso-2022-jp"},
    Name{"iso-8859-1", "windows-1252"},
    Name{"iso-8859-10", "iso-8859-10"},
    Name{"iso-8859-11", "windows-874"},
    Name{"iso-8859-13", "iso-8859-13"},
    Name{"iso-8859-14", "iso-8859-14"},
    Name{"iso-8859-15", "iso-8859-15"},
    Name{"iso-8859-16", "iso-8859-16"},
    Name{"iso-8859-2", "iso-8859-2"},
    Name{"iso-8859-3", "iso-8859-3"},
    Name{"iso-8859-4", "iso-8859-4"},
    Name{"iso-8859-5", "iso-8859-5"},
    Name{"iso-8859-6", "iso-8859-6"},
    Name{"iso-8859-6-e", "iso-8859-6"},
    Name{"iso-8859-6-i", "iso-8859-6"},
    Name{"iso-8859-7", "iso-8859-7"},
    Name{"iso-8859-8", "iso-8859-8"},
    Name{"iso-8859-8-e", "iso-8859-8"},
    Name{"iso-8859-8-i", "iso-8859-8"},
    Name{"iso-8859-9", "windows-1254"},
    Name{"iso-ir-100", "windows-1252"},
    Name{"iso-ir-101", "iso-8859-2"},
    Name{"iso-ir-109", "iso-8859-3"},
    Name{"iso-ir-110", "iso-8859-4"},
    Name{"iso-ir-126", "iso-8859-7"},
    Name{"iso-ir-127", "iso-8859-6"},
    Name{"iso-ir-138", "iso-8859-8"},
    Name{"iso-ir-144", "iso-8859-5"},
    Name{"iso-ir-148", "windows-1254"},
    Name{"iso-ir-149", "euc-kr"},
    Name{"iso-ir-157", "iso-8859-10"},
    Name{"iso-ir-58", "gbk"},
    Name{"iso8859-1", "windows-1252"},
    Name{"iso8859-10", "iso-8859-10"},
    Name{"iso8859-11", "windows-874"},
    Name{"iso8859-13", "iso-8859-13"},
    Name{"iso8859-14", "iso-8859-14"},
    Name{"iso8859-15", "iso-8859-15"},
    Name{"iso8859-2", "iso-8859-2"},
    Name{"iso8859-3", "iso-8859-3"},
    Name{"iso8859-4", "iso-8859-4"},
    Name{"iso8859-5", "iso-8859-5"},
    Name{"iso8859-6", "iso-8859-6"},
    Name{"iso8859-7", "iso-8859-7"},
    Name{"iso8859-8", "iso-8859-8"},
    Name{"iso8859-9", "windows-1254"},
    Name{"iso88591", "windows-1252"},
    Name{"iso885910", "iso-8859-10"},
    Name{"iso885911", "windows-874"},
    Name{"iso885913", "iso-8859-13"},
    Name{"iso885914", "iso-8859-14"},
    Name{"iso885915", "iso-8859-15"},
    Name{"iso88592", "iso-8859-2"},
    Name{"iso88593", "iso-8859-3"},
    Name{"iso88594", "iso-8859-4"},
    Name{"iso88595", "iso-8859-5"},
    Name{"iso88596", "iso-8859-6"},
    Name{"iso88597", "iso-8859-7"},
    Name{"iso88598", "iso-8859-8"},
    Name{"iso88599", "windows-1254"},
    Name{"iso_8859-1", "windows-1252"},
    Name{"iso_8859-15", "iso-8859-15"},
    Name{"iso_8859-1:1987", "windows-1252"},
    Name{"iso_8859-2", "iso-8859-2"},
    Name{"iso_8859-2:1987", "iso-8859-2"},
    Name{"iso_8859-3", "iso-8859-3"},
    Name{"iso_8859-3:1988", "iso-8859-3"},
    Name{"iso_8859-4", "iso-8859-4"},
    Name{"iso_8859-4:1988", "iso-8859-4"},
    Name{"iso_8859-5", "iso-8859-5"},
    Name{"iso_8859-5:1988", "iso-8859-5"},
    Name{"iso_8859-6", "iso-8859-6"},
    Name{"iso_8859-6:1987", "iso-8859-6"},
    Name{"iso_8859-7", "iso-8859-7"},
    Name{"iso_8859-7:1987", "iso-8859-7"},
    Name{"iso_8859-8", "iso-8859-8"},
    Name{"iso_8859-8:1988", "iso-8859-8"},
    Name{"iso_8859-9", "windows-1254"},
    Name{"iso_8859-9:1989", "windows-1254"},
    Name{"koi", "koi8-r"},
    Name{"koi8", "koi8-r"},
    Name{"koi8-r", "koi8-r"},
    Name{"koi8-ru", "koi8-u"},
    Name{"koi8-u", "koi8-u"},
    Name{"koi8_r", "koi8-r"},
    Name{"korean", "euc-kr"},
    Name{"ks_c_5601", "euc-kr"},
    Name{"ks_c_5601-1987", "euc-kr"},
    Name{"ks_c_5601-1989", "euc-kr"},
    Name{"ksc5601", "euc-kr"},
    Name{"ksc_5601", "euc-kr"},
    Name{"l1", "windows-1252"},
    Name{"l2", "iso-8859-2"},
    Name{"l3", "iso-8859-3"},
    Name{"l4", "iso-8859-4"},
    Name{"l5", "windows-1254"},
    Name{"l6", "iso-8859-10"},
    Name{"l9", "iso-8859-15"},
    Name{"latin-1", "windows-1252"},
    Name{"latin1", "windows-1252"},
    Name{"latin2", "iso-8859-2"},
    Name{"latin3", "iso-8859-3"},
    Name{"latin4", "iso-8859-4"},
    Name{"latin5", "windows-1254"},
    Name{"latin6", "iso-8859-10"},
    Name{"latin9", "iso-8859-15"},
    Name{"logical", "iso-8859-8"},
    Name{"mac", "macintosh"},
    Name{"macintosh", "macintosh"},
    Name{"ms932", "shift_jis"},
    Name{"ms_kanji", "shift_jis"},
    Name{"shift-jis", "shift_jis"},
    Name{"shift_jis", "shift_jis"},
    Name{"sjis", "shift_jis"},
    Name{"sun_eu_greek", "iso-8859-7"},
    Name{"tis-620", "windows-874"},
    Name{"ucs-2", "utf-16le"},
    Name{"uhc", "euc-kr"},
    Name{"unicode", "utf-16le"},
    Name{"unicode-1-1-utf-8", "utf-8"},
    Name{"unicode11utf8", "utf-8"},
    Name{"unicode20utf8", "utf-8"},
    Name{"unicodefeff", "utf-16le"},
    Name{"unicodefffe", "utf-16be"},
    Name{"us-ascii", "windows-1252"},
    Name{"utf-16", "utf-16le"},
    Name{"utf-16be", "utf-16be"},
    Name{"utf-16le", "utf-16le"},
    Name{"utf-8", "utf-8"},
    Name{"utf-8-sig", "utf-8"},
    Name{"utf8", "utf-8"},
    Name{"utf8mb4", "utf-8"},
    Name{"visual", "iso-8859-8"},
    Name{"win-1251", "windows-1251"},
    Name{"windows-1250", "windows-1250"},
    Name{"windows-1251", "windows-1251"},
    Name{"windows-1252", "windows-1252"},
    Name{"windows-1253", "windows-1253"},
    Name{"windows-1254", "windows-1254"},
    Name{"windows-1255", "windows-1255"},
    Name{"windows-1256", "windows-1256"},
    Name{"windows-1257", "windows-1257"},
    Name{"windows-1258", "windows-1258"},
    Name{"windows-31j", "shift_jis"},
    Name{"windows-874", "windows-874"},
    Name{"windows-949", "euc-kr"},
    Name{"x-cp1250", "windows-1250"},
    Name{"x-cp1251", "windows-1251"},
    Name{"x-cp1252", "windows-1252"},
    Name{"x-cp1253", "windows-1253"},
    Name{"x-cp1254", "windows-1254"},
    Name{"x-cp1255", "windows-1255"},
    Name{"x-cp1256", "windows-1256"},
    Name{"x-cp1257", "windows-1257"},
    Name{"x-cp1258", "windows-1258"},
    Name{"x-euc-jp", "euc-jp"},
    Name{"x-gbk", "gbk"},
    Name{"x-mac-cyrillic", "x-mac-cyrillic"},
    Name{"x-mac-roman", "macintosh"},
    Name{"x-mac-ukrainian", "x-mac-cyrillic"},
    Name{"x-sjis", "shift_jis"},
    Name{"x-unicode20utf8", "utf-8"},
    Name{"x-x-big5", "big5"},
};

// Where ICU would take the plain name for the standard without the vendor characters that pages
// use.
constexpr std::array converters{
    Name{"big5", "windows-950-2000"}, Name{"euc-kr", "windows-949-2000"}, Name{"gbk", "gb18030"},
    Name{"hz-gb-2312", "HZ"},         Name{"shift_jis", "windows-932"},
};

constexpr std::array registered{
    Name{"big5", "Big5"},
    Name{"euc-jp", "EUC-JP"},
    Name{"euc-kr", "EUC-KR"},
    Name{"gb18030", "GB18030"},
    Name{"gbk", "GBK"},
    Name{"hz-gb-2312", "HZ-GB-2312"},
    Name{"ibm866", "IBM866"},
    Name{"iso-2022-jp", "ISO-2022-JP"},
    Name{"iso-8859-10", "ISO-8859-10"},
    Name{"iso-8859-13", "ISO-8859-13"},
    Name{"iso-8859-14", "ISO-8859-14"},
    Name{"iso-8859-15", "ISO-8859-15"},
    Name{"iso-8859-16", "ISO-8859-16"},
    Name{"iso-8859-2", "ISO-8859-2"},
    Name{"iso-8859-3", "ISO-8859-3"},
    Name{"iso-8859-4", "ISO-8859-4"},
    Name{"iso-8859-5", "ISO-8859-5"},
    Name{"iso-8859-6", "ISO-8859-6"},
    Name{"iso-8859-7", "ISO-8859-7"},
    Name{"iso-8859-8", "ISO-8859-8"},
    Name{"koi8-r", "KOI8-R"},
    Name{"koi8-u", "KOI8-U"},
    Name{"shift_jis", "Shift_JIS"},
    Name{"utf-16be", "UTF-16BE"},
    Name{"utf-16le", "UTF-16LE"},
    Name{"utf-8", "UTF-8"},
};

template<std::size_t Size>
std::string_view find(const std::array<Name, Size> &names, std::string_view wanted)
{
    const auto found = std::lower_bound(
        names.begin(), names.end(), wanted,
        [](const Name &name, std::string_view value) { return name.from < value; });
    return found != names.end() && found->from == wanted ? found->to : std::string_view{};
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

QByteArray encodingOfLabel(const QByteArray &label)
{
    const auto wanted = label.trimmed().toLower();
    return bytesOf(find(labels, viewOf(wanted)));
}

QByteArray converterOf(const QByteArray &encoding)
{
    const auto name = find(converters, viewOf(encoding));
    return name.empty() ? encoding : bytesOf(name);
}

QByteArray ianaName(const QByteArray &encoding)
{
    const auto name = find(registered, viewOf(encoding));
    return name.empty() ? encoding : bytesOf(name);
}

} // namespace text
