#include "cli/options.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString &detail)
{
    return {Error::Kind::Refused, detail};
}

// What begins like one is one that was meant, not the value of the one before; who means such a
// value writes "--name=--value".
bool isOption(const QString &argument)
{
    return argument.startsWith("--"_L1);
}

} // namespace

Result<cli::Options> cli::parseOptions(const QStringList &arguments, const QStringList &flags,
                                       const QStringList &valued)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments.at(i);
        if (argument == "--"_L1) {
            options.operands += arguments.mid(i + 1);
            break;
        }
        if (!isOption(argument)) {
            options.operands += argument;
            continue;
        }
        const auto equals = argument.indexOf(u'=');
        const auto name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            options.values.insert(name, {});
        } else if (!valued.contains(name)) {
            return refused(u"unknown option %1"_s.arg(argument));
        } else if (equals >= 0) {
            options.values.insert(name, argument.mid(equals + 1));
        } else if (i + 1 < arguments.size() && !isOption(arguments.at(i + 1))) {
            options.values.insert(name, arguments.at(++i));
        } else {
            return refused(u"option --%1 needs a value"_s.arg(name));
        }
    }
    return options;
}

bool cli::isWebAddress(const QString &value)
{
    const QUrl url(value);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        && !url.host().isEmpty();
}
