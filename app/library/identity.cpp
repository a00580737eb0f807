#include "library/identity.h"

#include "search/characters.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUrlQuery>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Parameters that say how a reader came to a page, not which page it is.
constexpr std::array trackingPrefixes
    = {"utm_"_L1, "mtm_"_L1, "pk_"_L1, "hsa_"_L1, "at_"_L1, "_hs"_L1, "vero_"_L1, "oly_"_L1};
constexpr std::array trackingNames
    = {"fbclid"_L1,      "gclid"_L1,  "gclsrc"_L1,  "dclid"_L1,  "gbraid"_L1, "wbraid"_L1,
       "msclkid"_L1,     "yclid"_L1,  "twclid"_L1,  "ttclid"_L1, "igshid"_L1, "igsh"_L1,
       "mc_cid"_L1,      "mc_eid"_L1, "mkt_tok"_L1, "cmpid"_L1,  "ocid"_L1,   "smid"_L1,
       "ns_mchannel"_L1, "s_cid"_L1,  "ref_src"_L1, "ref_url"_L1};

bool isTracking(const QString &name)
{
    const auto matches
        = [&](QLatin1StringView known) { return name.compare(known, Qt::CaseInsensitive) == 0; };
    const auto begins
        = [&](QLatin1StringView known) { return name.startsWith(known, Qt::CaseInsensitive); };
    return std::ranges::any_of(trackingNames, matches)
        || std::ranges::any_of(trackingPrefixes, begins);
}

QString withoutTracking(const QUrl &url)
{
    const QUrlQuery query(url);
    QUrlQuery kept;
    const auto items = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items) {
        if (!isTracking(name))
            kept.addQueryItem(name, value);
    }
    return kept.toString(QUrl::FullyEncoded);
}

QString folded(const QString &text)
{
    return search::normalised(text, QString::NormalizationForm_C).simplified();
}

// Stories are told apart by their first pages; a book's are read for nothing.
constexpr qsizetype comparedLetters = qsizetype{64} * 1024;
// A run of letters that two texts do not share by chance: some five words.
constexpr qsizetype runLength = 24;
// One run in five of the shorter text: boilerplate that stayed in both is less.
constexpr qsizetype sharedShare = 5;

QString lettersOf(const QString &text)
{
    QString letters;
    const auto compared = QStringView(text).left(comparedLetters);
    for (const auto letter : compared) {
        if (letter.isLetterOrNumber())
            letters.append(letter.toCaseFolded());
    }
    return letters;
}

QSet<size_t> runsOf(const QString &letters)
{
    QSet<size_t> runs;
    for (qsizetype at = 0; at + runLength <= letters.size(); ++at)
        runs.insert(qHash(QStringView(letters).sliced(at, runLength)));
    return runs;
}

} // namespace

QString identity::urlKey(const QUrl &url)
{
    const auto web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!web || url.host().isEmpty())
        return {};
    auto key = url.host(QUrl::FullyEncoded).toLower();
    const auto port = url.port();
    if (port > 0 && port != 80 && port != 443)
        key += u':' + QString::number(port);
    auto path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    key += path;
    if (const auto query = withoutTracking(url); !query.isEmpty())
        key += u'?' + query;
    return key;
}

QString identity::addressKey(const QUrl &url)
{
    return addressKeyOf(urlKey(url));
}

QString identity::addressKeyOf(const QString &urlKey)
{
    if (urlKey.isEmpty())
        return {};
    constexpr qsizetype bytes = 8; // Two of a billion addresses have the same by one chance in 30.
    const auto hash = QCryptographicHash::hash(urlKey.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.left(bytes).toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray identity::textKey(const Article &article)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(folded(article.title).toUtf8());
    hash.addData("\n"_ba);
    hash.addData(folded(article.text).toUtf8());
    return hash.result().left(16);
}

qint64 identity::titleKey(const QString &title)
{
    const auto text = folded(title).toCaseFolded().toUtf8();
    const auto hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(hash.constData());
}

identity::Keys identity::keysOf(const Article &article)
{
    return {
        .url = addressKey(article.url), .text = textKey(article), .title = titleKey(article.title)};
}

bool identity::sameTitle(const QString &left, const QString &right)
{
    return folded(left).toCaseFolded() == folded(right).toCaseFolded();
}

bool identity::tellTheSame(const QString &left, const QString &right)
{
    auto shorter = runsOf(lettersOf(left));
    auto longer = runsOf(lettersOf(right));
    if (shorter.size() > longer.size())
        shorter.swap(longer);
    const auto shared
        = std::ranges::count_if(shorter, [&](size_t run) { return longer.contains(run); });
    return !shorter.isEmpty() && shared * sharedShare >= shorter.size();
}
