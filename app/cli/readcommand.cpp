#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/output.h"
#include "cli/rulesoption.h"
#include "model/jsonfeed.h"
#include "page/markdown.h"
#include "page/page.h"
#include "page/plaintext.h"
#include "tasks/exportstories.h"
#include "tasks/places.h"
#include "tasks/readfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

using Writer = QByteArray (*)(const QString &file, const QList<Article> &stories);

QByteArray asJson(const QString &file, const QList<Article> &stories)
{
    const auto value = stories.size() == 1
        ? jsonfeed::item(stories.first())
        : jsonfeed::feed(QFileInfo(file).completeBaseName(), stories);
    return QJsonDocument(value).toJson(QJsonDocument::Compact) + '\n';
}

template<typename Render>
QByteArray joined(const QList<Article> &stories, Render render)
{
    QByteArray bytes;
    for (const auto &story : stories)
        bytes += render(story).toUtf8() + '\n';
    return bytes;
}

QByteArray asHtml(const QString & /*file*/, const QList<Article> &stories)
{
    return joined(stories, [](const Article &story) {
        return page::exported(story, {.date = story.published.toIso()}, {});
    });
}

QByteArray asMarkdown(const QString & /*file*/, const QList<Article> &stories)
{
    return joined(stories, [](const Article &story) { return page::markdown(story); });
}

QByteArray asText(const QString & /*file*/, const QList<Article> &stories)
{
    return joined(stories, page::plainText);
}

Writer writerFor(const QString &name)
{
    const auto form = tasks::exportForm(name);
    if (!form)
        return nullptr;
    switch (*form) {
    case tasks::ExportForm::Html:
        return asHtml;
    case tasks::ExportForm::Markdown:
        return asMarkdown;
    case tasks::ExportForm::Text:
        return asText;
    case tasks::ExportForm::Json:
        break;
    }
    return asJson;
}

} // namespace

cli::ExitCode cli::read(const Options &options)
{
    const auto write = writerFor(options.values.value(u"as"_s, u"json"_s));
    const QUrl url(options.values.value(u"url"_s));
    if (!write || options.operands.isEmpty())
        return misused(!write ? u"--as takes json, html, markdown (or md) or text (or txt)"_s
                              : u"read needs a file"_s);
    if (options.has(u"url"_s) && !isWebAddress(options.values.value(u"url"_s)))
        return misused(u"--url takes the address of a page: https://…"_s);

    const auto rules = options.values.value(u"rules"_s, tasks::rulesFile());
    if (options.has(u"rules"_s) && !areRules(rules))
        return Failed;
    qsizetype failed = 0;
    for (const auto &file : options.operands) {
        if (const auto stories = tasks::readFile(file, url, rules)) {
            print(write(file, *stories));
        } else {
            complain(stories.error());
            ++failed;
        }
    }
    if (failed == 0)
        return Done;
    return failed < options.operands.size() ? SomeFailed : Failed;
}
