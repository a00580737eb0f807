#include "library/searchfacts.h"

#include "search/searchwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Of the private use area, which the index takes for letters.
constexpr QChar mark(0xE000);

constexpr int firstCentury = 10;
constexpr int lastCentury = 29;

QString fact(QLatin1StringView kind, const QString &value = {})
{
    return mark + kind + value;
}

QString decade(int year)
{
    return fact("d"_L1, QString::number(year / 10));
}

QString century(int year)
{
    return fact("c"_L1, QString::number(year / 100));
}

QString yearFact(int year)
{
    return fact("y"_L1, QString::number(year));
}

// "en-GB" in the index as "engb": no dashes inside a word.
QString plain(const QString &tag)
{
    QString result;
    for (const auto c : tag.toLower()) {
        if (c.isLetterOrNumber())
            result += c;
    }
    return result;
}

QString primary(const QString &tag)
{
    return tag.section(u'-', 0, 0);
}

bool hasPhoto(const Article &article)
{
    return !article.lead.src.isEmpty()
        || std::ranges::any_of(article.figures,
                               [](const Figure &figure) { return !figure.src.isEmpty(); });
}

} // namespace

QString searchfacts::factsOf(const Article &article, const QString &indexableText)
{
    QStringList facts{everything()};
    if (hasPhoto(article))
        facts << photo();
    if (!article.language.isEmpty()) {
        facts << language(primary(article.language));
        if (primary(article.language) != article.language)
            facts << language(article.language);
    }
    const auto year = article.published.date.year();
    if (article.published.isValid() && year / 100 >= firstCentury && year / 100 <= lastCentury)
        facts << century(year) << decade(year) << yearFact(year);
    else
        facts << undated();
    return facts.join(u' ') + u' ' + searchwords::beginnings(indexableText);
}

QString searchfacts::everything()
{
    return fact("a"_L1);
}

QString searchfacts::photo()
{
    return fact("p"_L1);
}

QString searchfacts::language(const QString &tag)
{
    return fact("l"_L1, plain(tag));
}

QString searchfacts::undated()
{
    return fact("u"_L1);
}

QStringList searchfacts::publishedUntilYear(int year)
{
    QStringList facts;
    for (auto hundred = firstCentury; hundred < std::min(year / 100, lastCentury + 1); ++hundred)
        facts << century(hundred * 100);
    for (auto ten = year / 100 * 100; ten < year / 10 * 10; ten += 10)
        facts << decade(ten);
    for (auto one = year / 10 * 10; one <= year; ++one)
        facts << yearFact(one);
    return facts;
}
