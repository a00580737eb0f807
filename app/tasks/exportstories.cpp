#include "tasks/exportstories.h"

#include "model/jsonfeed.h"
#include "page/markdown.h"
#include "page/plaintext.h"
#include "tasks/downloadnames.h"
#include "tasks/limits.h"
#include "tasks/stories.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QSaveFile>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using tasks::ExportForm;
using tasks::ExportStyle;

namespace {

struct Form
{
    ExportForm form;
    QLatin1StringView name;
    QLatin1StringView suffix; // Without its dot a name, too.
};

constexpr std::array forms{Form{ExportForm::Html, "html"_L1, ".html"_L1},
                           Form{ExportForm::Markdown, "markdown"_L1, ".md"_L1},
                           Form{ExportForm::Text, "text"_L1, ".txt"_L1},
                           Form{ExportForm::Json, "json"_L1, ".json"_L1}};

QString suffixOf(ExportForm form)
{
    return std::ranges::find(forms, form, &Form::form)->suffix;
}

// Signs that no file may have in its name, by what people would write instead.
QString readable(QString name)
{
    name.replace(u": "_s, u" – "_s).replace(u'/', u'-').replace(u'"', u'\'');
    return name.remove(u'?').simplified();
}

QString headlineName(const Article &article)
{
    auto name = article.title.simplified();
    if (name.isEmpty())
        name
            = article.text.left(tasks::limits::exportNameLetters).section(u'\n', 0, 0).simplified();
    // A number that tells it from another, and the suffix, are still to come.
    while (name.size() > tasks::limits::exportNameLetters)
        name = name.contains(u' ') ? name.section(u' ', 0, -2)
                                   : name.left(tasks::limits::exportNameLetters);
    name = tasks::safeFileName(readable(name));
    return name.isEmpty() ? u"story"_s : name;
}

Error unwritable(const QString &reason, const QString &where)
{
    return {Error::Kind::Unreadable, reason, where};
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return unwritable(file.errorString(), path);
}

// Makes a file that was not there, so that no other program's can be lost either.
Result<QString> claim(const QString &folder, const QString &stem, const QString &suffix,
                      bool withFolder)
{
    for (auto number = 1; number <= tasks::limits::namesTried; ++number) {
        const auto name = number == 1 ? stem : u"%1 (%2)"_s.arg(stem).arg(number);
        const auto path = QDir(folder).filePath(name + suffix);
        if (QFileInfo::exists(path)
            || (withFolder && QFileInfo::exists(QDir(folder).filePath(name))))
            continue;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return path;
        if (!QFileInfo::exists(path))
            return unwritable(file.errorString(), path);
    }
    return unwritable(u"too many files of that name"_s, folder);
}

Result<void> writePictures(const QString &folder, const Article &article)
{
    if (article.pictures.isEmpty())
        return {};
    if (!QDir().mkpath(folder))
        return unwritable(u"the folder cannot be made"_s, folder);
    for (const auto &picture : article.pictures) {
        const auto path = QDir(folder).filePath(tasks::pictureFileName(article, picture));
        if (const auto written = write(path, picture.bytes); !written)
            return written.error();
    }
    return {};
}

bool hasFolder(const Article &article, const ExportStyle &style)
{
    return style.form == ExportForm::Markdown && style.pictures == ExportStyle::Pictures::Beside
        && !article.pictures.isEmpty();
}

Result<void> writeAll(const QString &file, const Article &article, const ExportStyle &style)
{
    const QFileInfo info(file);
    if (!hasFolder(article, style))
        return write(file, tasks::exported(article, style));
    auto name = info.completeBaseName();
    // What lies in a folder of that name is somebody else's.
    for (auto number = 2; QFileInfo::exists(info.dir().filePath(name)); ++number)
        name = u"%1 (%2)"_s.arg(info.completeBaseName()).arg(number);
    if (const auto written = writePictures(info.dir().filePath(name), article); !written)
        return written.error();
    return write(file, tasks::exported(article, style, name));
}

page::PictureAddresses addressesIn(const QString &folder, const Article &article)
{
    page::PictureAddresses addresses;
    if (folder.isEmpty())
        return addresses;
    for (const auto &picture : article.pictures)
        addresses.insert(picture.name, folder + u'/' + tasks::pictureFileName(article, picture));
    return addresses;
}

} // namespace

std::optional<ExportForm> tasks::exportForm(const QString &name)
{
    const auto *const found = std::ranges::find_if(forms, [&name](const Form &form) {
        return name == form.name || name == form.suffix.sliced(1);
    });
    return found == forms.end() ? std::nullopt : std::optional(found->form);
}

QStringList tasks::pictureNames(const Article &article)
{
    static const QRegularExpression name(u"broadsheet-media:[0-9a-f]{64}"_s);
    QStringList names;
    auto matches = name.globalMatch(article.lead.src + u' ' + article.body.toString());
    while (matches.hasNext())
        names.append(matches.next().captured());
    names.removeDuplicates();
    return names;
}

Result<Article> tasks::wholeStory(const Library &library, ArticleId id)
{
    const auto stored = library.article(id);
    if (!stored)
        return stored.error();
    auto article = shown(*stored);
    for (const auto &name : pictureNames(article)) {
        // One that is lost does not keep the story from being told.
        if (auto picture = library.picture(name))
            article.pictures.append(*std::move(picture));
    }
    return article;
}

QByteArray tasks::exported(const Article &article, const ExportStyle &style, const QString &folder)
{
    switch (style.form) {
    case ExportForm::Markdown:
        return page::markdown(article, addressesIn(folder, article)).toUtf8();
    case ExportForm::Text:
        return page::plainText(article).toUtf8() + '\n';
    case ExportForm::Json:
        return QJsonDocument(jsonfeed::item(article)).toJson(QJsonDocument::Compact) + '\n';
    case ExportForm::Html:
        break;
    }
    const auto context
        = style.context ? style.context(article) : page::Context{.date = article.published.toIso()};
    return page::exported(article, context, style.look).toUtf8();
}

QString tasks::exportName(const Article &article, ExportForm form)
{
    return headlineName(article) + suffixOf(form);
}

QString tasks::pictureFileName(const Article &article, const Picture &picture)
{
    const auto suffix = QMimeDatabase().mimeTypeForName(picture.mimeType).preferredSuffix();
    const auto names = pictureNames(article);
    const auto number = names.indexOf(picture.name) + 1;
    const auto name = names.size() > 1 ? u"%1 %2"_s.arg(headlineName(article)).arg(number)
                                       : headlineName(article);
    return suffix.isEmpty() ? name : name + u'.' + suffix;
}

Result<QString> tasks::exportInto(const QString &folder, const Article &article,
                                  const ExportStyle &style)
{
    if (!QDir().mkpath(folder))
        return unwritable(u"the folder cannot be made"_s, folder);
    const auto path
        = claim(folder, headlineName(article), suffixOf(style.form), hasFolder(article, style));
    if (!path)
        return path;
    if (const auto written = writeAll(*path, article, style); !written) {
        QFile::remove(*path);
        return written.error();
    }
    return path;
}

Result<void> tasks::exportTo(const QString &file, const Article &article, const ExportStyle &style)
{
    return writeAll(file, article, style);
}
