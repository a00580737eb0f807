#include "cli/exportstyle.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using tasks::ExportForm;

namespace {

Error refused(const QString &why)
{
    return {Error::Kind::Refused, why};
}

std::optional<page::Theme> themeNamed(const QString &name)
{
    const auto *const found = std::ranges::find(page::themes, name, page::themeName);
    return found == page::themes.end() ? std::nullopt : std::optional(*found);
}

std::optional<ExportForm> formOfEnding(const QString &ending)
{
    return ending == "htm"_L1 ? ExportForm::Html : tasks::exportForm(ending);
}

// What --as says, else what the file's name does, else HTML.
Result<ExportForm> formFrom(const cli::Options &options, bool oneFile)
{
    const auto name = options.values.value(u"as"_s, u"html"_s);
    const auto form = tasks::exportForm(name);
    if (!form)
        return refused(u"--as takes html, markdown (or md), text (or txt) or json"_s);
    const auto path = options.values.value(u"to"_s);
    const auto ending = oneFile ? cli::endingOf(path) : QString();
    if (ending.isEmpty())
        return *form;
    const auto said = formOfEnding(ending);
    if (!said)
        return refused(
            u"%1: stories are not written as .%2; end its name in .html, .md, .txt or .json"_s.arg(
                path, ending));
    if (options.has(u"as"_s) && *said != *form)
        return refused(
            u"%1: its ending is not that of --as %2; leave --as out, or name another file"_s.arg(
                path, name));
    return *said;
}

} // namespace

bool cli::isNamedFolder(const QString &path)
{
    return path.endsWith(u'/') || QFileInfo(path).isDir();
}

QString cli::endingOf(const QString &path)
{
    static const QRegularExpression foreign(u"^[a-z][a-z0-9]{1,4}$"_s);
    const QFileInfo file(path);
    const auto ending = file.suffix().toLower();
    if (file.completeBaseName().isEmpty())
        return {}; // A hidden file.
    return formOfEnding(ending) || foreign.match(ending).hasMatch() ? ending : QString();
}

Result<tasks::ExportStyle> cli::exportStyle(const Options &options, bool oneFile)
{
    const auto form = formFrom(options, oneFile);
    if (!form)
        return form.error();
    if (options.has(u"to"_s) && options.values.value(u"to"_s).isEmpty())
        return refused(u"--to needs a folder or a file"_s);
    const auto pictures = options.values.value(u"pictures"_s, u"inside"_s);
    if (pictures != "inside"_L1 && pictures != "beside"_L1)
        return refused(u"--pictures takes inside or beside"_s);
    if (pictures == "beside"_L1 && (*form != ExportForm::Markdown || !options.has(u"to"_s)))
        return refused(u"--pictures beside is for --as markdown with --to"_s);
    const auto theme = themeNamed(options.values.value(u"theme"_s, u"light"_s));
    if (!theme)
        return refused(u"--theme takes light, paper, sepia, dark, black or contrast"_s);
    using Pictures = tasks::ExportStyle::Pictures;
    return tasks::ExportStyle{.form = *form,
                              .pictures
                              = pictures == "beside"_L1 ? Pictures::Beside : Pictures::Inside,
                              .look = {.theme = *theme}};
}
