#include "shell/windowstate.h"

#include "tasks/places.h"

#include <QDir>
#include <QMetaEnum>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// As their numbers stand in the file: never changed, new ones at the end.
constexpr std::array scopes = {StoryQuery::Scope::All,        StoryQuery::Scope::Unread,
                               StoryQuery::Scope::Bookmarks,  StoryQuery::Scope::RecentlyOpened,
                               StoryQuery::Scope::Folder,     StoryQuery::Scope::Feed,
                               StoryQuery::Scope::FeedFolder, StoryQuery::Scope::Started};

int number(const QSettings &settings, QLatin1StringView key, int otherwise)
{
    auto isNumber = false;
    const auto written = settings.value(key).toInt(&isNumber);
    return isNumber ? written : otherwise;
}

// Qt 6.4 has no name for this place yet. Relative values are to be ignored (basedir 0.8).
QString stateFolder()
{
    const auto set = qEnvironmentVariable("XDG_STATE_HOME");
    const auto home = QDir::isAbsolutePath(set) ? set : QDir::homePath() + u"/.local/state"_s;
    return home + u"/broadsheet"_s;
}

} // namespace

Places Places::usual()
{
    const auto config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {.library = tasks::libraryFolder(),
            .settings = config + u"/broadsheet/settings.ini"_s,
            .style = config + u"/broadsheet/user.css"_s,
            .rules = tasks::rulesFile(),
            .state = stateFolder() + u"/window.ini"_s};
}

Places Places::inside(const QString &folder)
{
    return {.library = folder,
            .settings = folder + u"/settings.ini"_s,
            .style = folder + u"/user.css"_s,
            .rules = tasks::rulesFileIn(folder),
            .state = folder + u"/window.ini"_s};
}

Preferences Preferences::load(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Preferences preferences;
    auto known = false;
    const auto theme = QMetaEnum::fromType<Theme::Choice>().keyToValue(
        settings.value("theme"_L1).toByteArray().constData(), &known);
    if (known)
        preferences.theme = Theme::Choice(theme);
    auto look = preferences.look;
    look.face = settings.value("face"_L1).toString();
    look.textSize = number(settings, "textSize"_L1, look.textSize);
    look.lineWidth = number(settings, "lineWidth"_L1, look.lineWidth);
    look.leading = number(settings, "leading"_L1, look.leading);
    if (settings.value("justified"_L1).toBool())
        look.alignment = page::Alignment::Justified;
    look.hyphenation = settings.value("hyphenation"_L1, look.hyphenation).toBool();
    preferences.look = page::bounded(look);
    return preferences;
}

void Preferences::save(const QString &file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue("theme"_L1,
                      QByteArray(QMetaEnum::fromType<Theme::Choice>().valueToKey(int(theme))));
    settings.setValue("face"_L1, look.face);
    settings.setValue("textSize"_L1, look.textSize);
    settings.setValue("lineWidth"_L1, look.lineWidth);
    settings.setValue("leading"_L1, look.leading);
    settings.setValue("justified"_L1, look.alignment == page::Alignment::Justified);
    settings.setValue("hyphenation"_L1, look.hyphenation);
}

WindowState WindowState::load(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    WindowState state;
    state.geometry = settings.value("geometry"_L1).toByteArray();
    const auto panes = settings.value("panes"_L1).toStringList();
    for (const auto &width : panes)
        state.panes << width.toInt();
    state.sidebar = settings.value("sidebar"_L1, true).toBool();
    state.place.scope
        = scopes.at(std::clamp<size_t>(settings.value("scope"_L1).toUInt(), 0, scopes.size() - 1));
    state.place.filter = settings.value("filter"_L1).toString();
    state.place.folder = settings.value("folder"_L1).toString();
    state.place.feed = FeedId(settings.value("feed"_L1).toLongLong());
    state.place.feedFolder = FeedFolderId(settings.value("feedFolder"_L1).toLongLong());
    state.story = ArticleId(settings.value("story"_L1).toLongLong());
    state.front = settings.value("front"_L1).toBool();
    return state;
}

void WindowState::save(const QString &file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue("geometry"_L1, geometry);
    QStringList widths;
    for (const auto width : panes)
        widths << QString::number(width);
    settings.setValue("panes"_L1, widths);
    settings.setValue("sidebar"_L1, sidebar);
    settings.setValue("scope"_L1, int(std::ranges::find(scopes, place.scope) - scopes.begin()));
    settings.setValue("filter"_L1, place.filter);
    settings.setValue("folder"_L1, place.folder);
    settings.setValue("feed"_L1, qint64(place.feed));
    settings.setValue("feedFolder"_L1, qint64(place.feedFolder));
    settings.setValue("story"_L1, qint64(story));
    settings.setValue("front"_L1, front);
}
