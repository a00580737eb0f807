#include "library/feederrors.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Name
{
    Error::Kind kind;
    QLatin1StringView name;
};

// As they stand in the file: never renamed.
constexpr std::array names{Name{Error::Kind::NotFound, "notFound"_L1},
                           Name{Error::Kind::Unreadable, "unreadable"_L1},
                           Name{Error::Kind::NotAFile, "notAFile"_L1},
                           Name{Error::Kind::Unsupported, "unsupported"_L1},
                           Name{Error::Kind::Malformed, "malformed"_L1},
                           Name{Error::Kind::Empty, "empty"_L1},
                           Name{Error::Kind::TooLarge, "tooLarge"_L1},
                           Name{Error::Kind::Offline, "offline"_L1},
                           Name{Error::Kind::Refused, "refused"_L1},
                           Name{Error::Kind::Storage, "storage"_L1},
                           Name{Error::Kind::Cancelled, "cancelled"_L1},
                           Name{Error::Kind::HostNotFound, "hostNotFound"_L1},
                           Name{Error::Kind::Unreachable, "unreachable"_L1},
                           Name{Error::Kind::TimedOut, "timedOut"_L1},
                           Name{Error::Kind::Insecure, "insecure"_L1},
                           Name{Error::Kind::NeedsPassword, "needsPassword"_L1},
                           Name{Error::Kind::Forbidden, "forbidden"_L1},
                           Name{Error::Kind::Gone, "gone"_L1},
                           Name{Error::Kind::TooManyRequests, "tooManyRequests"_L1},
                           Name{Error::Kind::ServerTrouble, "serverTrouble"_L1},
                           Name{Error::Kind::RedirectLoop, "redirectLoop"_L1},
                           Name{Error::Kind::NotAFeed, "notAFeed"_L1}};

} // namespace

QString feederrors::name(Error::Kind kind)
{
    const auto found = std::ranges::find(names, kind, &Name::kind);
    return found == names.end() ? u"unreadable"_s : QString(found->name);
}

std::optional<Error::Kind> feederrors::kind(const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    const auto found
        = std::ranges::find_if(names, [&](const Name &known) { return known.name == name; });
    return found == names.end() ? Error::Kind::Unreadable : found->kind;
}
