#include "search/terms.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using search::Problem;
using search::Term;
using Made = std::variant<Term, Problem::Kind>;

struct Operator
{
    QLatin1StringView name;
    Term::Kind words; // What it makes of words behind it; Words when it takes something else.
};

constexpr std::array operatorTable{
    Operator{"title"_L1, Term::Kind::Title},     Operator{"by"_L1, Term::Kind::By},
    Operator{"from"_L1, Term::Kind::From},       Operator{"credit"_L1, Term::Kind::Credit},
    Operator{"caption"_L1, Term::Kind::Caption}, Operator{"is"_L1, Term::Kind::Words},
    Operator{"has"_L1, Term::Kind::Words},       Operator{"before"_L1, Term::Kind::Words},
    Operator{"after"_L1, Term::Kind::Words},     Operator{"last"_L1, Term::Kind::Words},
    Operator{"new"_L1, Term::Kind::Words},       Operator{"lang"_L1, Term::Kind::Words},
};

struct State
{
    QLatin1StringView name;
    Term::Kind kind;
};

// The first name of a kind is the one that is offered.
constexpr std::array states{
    State{"unread"_L1, Term::Kind::Unread},         State{"read"_L1, Term::Kind::Read},
    State{"bookmarked"_L1, Term::Kind::Bookmarked}, State{"bookmark"_L1, Term::Kind::Bookmarked},
    State{"starred"_L1, Term::Kind::Bookmarked},    State{"saved"_L1, Term::Kind::Bookmarked},
    State{"started"_L1, Term::Kind::Started},       State{"opened"_L1, Term::Kind::Opened},
};
constexpr std::array parts{
    State{"photo"_L1, Term::Kind::Photo},
    State{"photos"_L1, Term::Kind::Photo},
    State{"picture"_L1, Term::Kind::Photo},
    State{"image"_L1, Term::Kind::Photo},
};

template<typename States>
Made stateFrom(const States &known, const QString &value, Problem::Kind otherwise)
{
    for (const auto &state : known) {
        if (value.compare(state.name, Qt::CaseInsensitive) == 0)
            return Term{.kind = state.kind};
    }
    return otherwise;
}

// The first day of a year, a month, or the day itself.
std::optional<QDate> firstDay(const QString &value, const QDate &today)
{
    if (value.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return today;
    if (value.compare("yesterday"_L1, Qt::CaseInsensitive) == 0)
        return today.addDays(-1);
    static const QRegularExpression form(u"^(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?$"_s);
    const auto match = form.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&](int n) { return match.hasCaptured(n) ? match.captured(n).toInt() : 1; };
    const QDate date(part(1), part(2), part(3));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

Made boundary(Term::Kind kind, const QString &value, const QDate &today)
{
    const auto date = firstDay(value, today);
    if (!date)
        return Problem::Kind::NoDate;
    return Term{.kind = kind, .date = *date};
}

Made period(const QString &value, const QDate &today)
{
    static const QRegularExpression form(u"^(\\d{1,4})([dwmy])$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(value);
    if (!match.hasMatch())
        return Problem::Kind::NoPeriod;
    const auto count = match.captured(1).toInt();
    const auto unit = match.captured(2).toLower();
    const auto date = unit == "d"_L1 ? today.addDays(-count)
        : unit == "w"_L1             ? today.addDays(-7 * count)
        : unit == "m"_L1             ? today.addMonths(-count)
                                     : today.addYears(-count);
    return Term{.kind = Term::Kind::Since, .date = date};
}

// Since when something stands in lists.
Made arrival(const QString &value, const QDate &today)
{
    auto made = boundary(Term::Kind::New, value, today);
    if (std::holds_alternative<Term>(made))
        return made;
    auto ago = period(value, today);
    if (auto *term = std::get_if<Term>(&ago)) {
        term->kind = Term::Kind::New;
        return ago;
    }
    return made;
}

Made language(const QString &value)
{
    // A tag of BCP 47, of which the first part is looked at.
    static const QRegularExpression form(u"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9-]+)?$"_s);
    if (!form.match(value).hasMatch())
        return Problem::Kind::NoLanguage;
    return Term{.kind = Term::Kind::Language, .text = value.toLower().replace(u'_', u'-')};
}

} // namespace

QStringList search::terms::operators()
{
    return {u"title:"_s,     u"by:"_s,       u"from:"_s,     u"credit:"_s,
            u"caption:"_s,   u"is:unread"_s, u"is:read"_s,   u"is:bookmarked"_s,
            u"is:started"_s, u"is:opened"_s, u"has:photo"_s, u"before:"_s,
            u"after:"_s,     u"last:"_s,     u"new:"_s,      u"lang:"_s};
}

qsizetype search::terms::operatorLength(QStringView text)
{
    for (const auto &candidate : operatorTable) {
        const auto length = candidate.name.size();
        if (text.size() > length && text.at(length) == u':'
            && text.startsWith(candidate.name, Qt::CaseInsensitive))
            return length + 1;
    }
    return 0;
}

std::variant<Term, Problem::Kind> search::terms::termOf(const QString &name, const QString &value,
                                                        const QDate &today)
{
    if (value.trimmed().isEmpty())
        return Problem::Kind::NoValue;
    const auto is
        = [&](QLatin1StringView other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    if (is("is"_L1))
        return stateFrom(states, value, Problem::Kind::UnknownState);
    if (is("has"_L1))
        return stateFrom(parts, value, Problem::Kind::UnknownPart);
    if (is("before"_L1))
        return boundary(Term::Kind::Before, value, today);
    if (is("after"_L1))
        return boundary(Term::Kind::Since, value, today);
    if (is("last"_L1))
        return period(value, today);
    if (is("new"_L1))
        return arrival(value, today);
    if (is("lang"_L1))
        return language(value);
    for (const auto &candidate : operatorTable) {
        if (is(candidate.name))
            return Term{.kind = candidate.words, .text = value};
    }
    return Term{.text = value};
}
