#include "feeds/opmlsettings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using FullText = FeedSettings::FullText;

namespace {

constexpr int mostMinutes = 365 * 24 * 60;
constexpr int mostDays = 100 * 365;

struct Flag
{
    QLatin1StringView name;
    bool FeedSettings::*member;
};
constexpr std::array flags{
    Flag{"pictures"_L1, &FeedSettings::pictures},
    Flag{"opensOriginal"_L1, &FeedSettings::opensOriginal},
    Flag{"notifies"_L1, &FeedSettings::notifies},
    Flag{"paused"_L1, &FeedSettings::paused},
};

struct Number
{
    QLatin1StringView name;
    int FeedSettings::*member;
    int most;
};
constexpr std::array numbers{
    Number{"everyMinutes"_L1, &FeedSettings::everyMinutes, mostMinutes},
    Number{"keptDays"_L1, &FeedSettings::keptDays, mostDays},
};

constexpr auto fullText = "fullText"_L1;

} // namespace

ForeignAttributes feeds::writtenSettings(const FeedSettings &settings)
{
    const FeedSettings usual;
    ForeignAttributes written;
    if (settings.fullText != usual.fullText)
        written.append(
            {fullText, settings.fullText == FullText::Always ? u"always"_s : u"never"_s});
    for (const auto &[name, member] : flags) {
        if (settings.*member != usual.*member)
            written.append({name, settings.*member ? u"true"_s : u"false"_s});
    }
    for (const auto &[name, member, most] : numbers) {
        if (settings.*member != usual.*member)
            written.append({name, QString::number(settings.*member)});
    }
    return written;
}

void feeds::readSetting(FeedSettings &settings, const QString &name, const QString &value)
{
    if (name == fullText) {
        if (value == "always"_L1 || value == "never"_L1)
            settings.fullText = value == "always"_L1 ? FullText::Always : FullText::Never;
        return;
    }
    if (const auto *flag
        = std::ranges::find_if(flags, [&](const Flag &each) { return each.name == name; });
        flag != flags.end())
        settings.*flag->member = value == "true"_L1;
    if (const auto *number
        = std::ranges::find_if(numbers, [&](const Number &each) { return each.name == name; });
        number != numbers.end())
        settings.*number->member = std::clamp(value.toInt(), 0, number->most);
}
