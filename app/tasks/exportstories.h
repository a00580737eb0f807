#pragma once

#include "base/result.h"
#include "library/library.h"
#include "model/article.h"
#include "page/page.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace tasks {

enum class ExportForm { Html, Markdown, Text, Json };

// "html", "markdown" or "md", "text" or "txt", "json"; nothing for anything else.
std::optional<ExportForm> exportForm(const QString &name);

// How stories are written to files.
struct ExportStyle
{
    ExportForm form = ExportForm::Html;
    // Of Markdown: as data: URIs, or as files in a folder beside it, which most programs like
    // better.
    enum class Pictures { Inside, Beside };
    Pictures pictures = Pictures::Inside;
    page::Look look = {}; // Of HTML, as the next.
    std::function<page::Context(const Article &)> context = {};
};

// The pictures of a story that have names of ours, in their order, each once.
QStringList pictureNames(const Article &article);

// A story of the library with the pictures it keeps. Slow: for the pool or the command line.
Result<Article> wholeStory(const Library &library, ArticleId id);

// The story in this form. `folder` is where its pictures lie, as an address; empty for inside.
QByteArray exported(const Article &article, const ExportStyle &style, const QString &folder = {});

// What a file with this story is called, with its suffix: as its headline.
QString exportName(const Article &article, ExportForm form);
// The same for a picture of it.
QString pictureFileName(const Article &article, const Picture &picture);

// Writes a story into a folder, under a name that no other file has; its pictures beside it, where
// the style wants that, in a folder called as the file. Answers where it is. Nothing is ever
// overwritten. Unreadable when it cannot be written.
Result<QString> exportInto(const QString &folder, const Article &article, const ExportStyle &style);

// Writes a story to this very file, in the place of what is there.
Result<void> exportTo(const QString &file, const Article &article, const ExportStyle &style);

} // namespace tasks
