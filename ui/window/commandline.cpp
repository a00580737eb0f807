#include "window/commandline.h"

#include "tasks/places.h"
#include "window/desktopactions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QUrl>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int smallestSide = 200;
constexpr int largestSide = 8000;

std::optional<QSize> sizeIn(const QString &written)
{
    static const QRegularExpression shape(u"^(\\d{1,5})x(\\d{1,5})$"_s);
    const auto match = shape.match(written);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto sensible
        = size.boundedTo({largestSide, largestSide}).expandedTo({smallestSide, smallestSide});
    return match.hasMatch() && size == sensible ? std::optional(size) : std::nullopt;
}

std::optional<Theme::Choice> themeIn(const QString &written)
{
    const auto names = QMetaEnum::fromType<Theme::Choice>();
    for (auto at = 1; at < names.keyCount(); ++at) {
        if (written == QString::fromLatin1(names.key(at)).toLower())
            return Theme::Choice(names.value(at));
    }
    return std::nullopt;
}

Error wrong(const QString &what)
{
    return {Error::Kind::Refused, what};
}

// An option whose value may be left out, which the parser does not know: the value is taken out.
QString takeTraceFile(QStringList &arguments)
{
    const auto prefix = u"--trace="_s;
    const auto end = arguments.indexOf(u"--"_s);
    for (qsizetype at = 0; at < (end < 0 ? arguments.size() : end); ++at) {
        if (!arguments.at(at).startsWith(prefix))
            continue;
        const auto file = arguments.at(at).sliced(prefix.size());
        arguments[at] = u"--trace"_s;
        return file;
    }
    return {};
}

} // namespace

// The running window has another current folder, so paths are made absolute here.
QString whatToOpen(const QString &fileOrAddress)
{
    const QUrl url(fileOrAddress);
    if (url.isLocalFile())
        return url.toLocalFile();
    const QStringList addresses{u"http"_s, u"https"_s, u"feed"_s};
    if (addresses.contains(url.scheme()))
        return fileOrAddress;
    return QFileInfo(QDir::current(), fileOrAddress).absoluteFilePath();
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption screenshot(u"screenshot"_s, u"Render the window to a picture."_s,
                                        u"OUT.png"_s);
    const QCommandLineOption size(u"size"_s, u"Size of that picture."_s, u"WxH"_s);
    const QCommandLineOption theme(
        u"theme"_s, u"Colours: light, paper, sepia, dark, black or contrast."_s, u"NAME"_s);
    const QCommandLineOption library(u"library"_s, u"Use a library of its own."_s, u"DIR"_s);
    const QCommandLineOption action(u"action"_s,
                                    u"Bring the window to the front and do this: front-page or "
                                    "refresh."_s,
                                    u"NAME"_s);
    const QCommandLineOption service(u"service"_s,
                                     u"Show nothing until the desktop asks over D-Bus."_s);
    const QCommandLineOption trace(u"trace"_s,
                                   u"Tell what is done when; with =OUT.json for Chrome’s trace "
                                   "viewer."_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Print the version."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this help."_s);
    parser.setApplicationDescription(u"Reads saved articles and news feeds."_s);
    parser.addOptions({screenshot, size, theme, library, action, service, trace, version, help});
    parser.addPositionalArgument(u"FILE"_s,
                                 u"Saved articles, folders of them, feeds, or addresses to open."_s,
                                 u"[FILE|FOLDER|URL…]"_s);
    auto plain = arguments;
    CommandLine line{.traceFile = takeTraceFile(plain)};
    if (!parser.parse(QStringList{u"broadsheet"_s} + plain))
        return wrong(parser.errorText());

    line.trace = parser.isSet(trace);
    if (parser.isSet(help))
        line.answer = parser.helpText();
    else if (parser.isSet(version))
        line.answer = u"broadsheet %1\n"_s.arg(QCoreApplication::applicationVersion());
    for (const auto &argument : parser.positionalArguments())
        line.open << whatToOpen(argument);
    line.action = parser.value(action);
    if (parser.isSet(action) && !desktopactions::names().contains(line.action))
        return wrong(u"--action: not one of "_s + desktopactions::names().join(u", "_s));
    line.service = parser.isSet(service);
    if (parser.isSet(library) && parser.value(library).isEmpty())
        return wrong(u"--library: no folder"_s);
    if (parser.isSet(library))
        line.library = tasks::folderNamed(parser.value(library));
    line.screenshot = parser.value(screenshot);
    if (parser.isSet(size)) {
        const auto wanted = sizeIn(parser.value(size));
        if (!wanted)
            return wrong(u"--size: not a size like 1400x900"_s);
        line.size = *wanted;
    }
    if (parser.isSet(theme)) {
        const auto wanted = themeIn(parser.value(theme));
        if (!wanted)
            return wrong(u"--theme: not one of light, paper, sepia, dark, black, contrast"_s);
        line.theme = *wanted;
    }
    if (parser.isSet(screenshot) && line.screenshot.isEmpty())
        return wrong(u"--screenshot: no file to write"_s);
    if (!line.screenshot.isEmpty() && line.open.size() != 1)
        return wrong(u"--screenshot: needs exactly one file to show"_s);
    return line;
}
