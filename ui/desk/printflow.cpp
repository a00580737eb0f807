#include "desk/printflow.h"

#include "base/background.h"
#include "desk/storyflow.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"
#include "tasks/exportstories.h"
#include "words/errortext.h"
#include "words/provenancewords.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using printing::PrintChoice;

namespace {

QString bylineOf(const Article &article, const page::Words &words)
{
    if (article.authors.isEmpty())
        return {};
    QString names;
    for (qsizetype at = 0; at < article.authors.size(); ++at) {
        if (at > 0)
            names += at + 1 == article.authors.size() ? words.betweenLast : words.between;
        names += article.authors.at(at).name;
    }
    // Not arg(): a name may hold a "%1".
    return QString(words.byline).replace(u"%1"_s, names);
}

QPageSize::PageSizeId usualPaper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                      : QPageSize::A4;
}

// The pages from the first to the last that were asked for, on a thread of its own.
bool printPages(QPrinter &printer, const printing::PrintedStory &story)
{
    QPainter painter(&printer);
    if (!painter.isActive())
        return false;
    const auto first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const auto last
        = printer.toPage() > 0 ? std::min(printer.toPage(), story.pages()) : story.pages();
    for (auto page = first; page < last; ++page) {
        if (page > first && !printer.newPage())
            return false;
        story.paint(painter, page, double(printer.resolution()) / printing::unitsPerInch);
    }
    return painter.end();
}

} // namespace

PrintFlow::PrintFlow(const Parts &parts, const QString &settingsFile, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_settings(settingsFile)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    m.actions.on(Command::Print, [this] { preview(); });
    m.actions.on(Command::SavePdf, [this] {
        withStory([this](const Article &article) { askForFile(article, remembered(article)); });
    });
}

void PrintFlow::preview()
{
    withStory([this](const Article &article) { show(article); });
}

void PrintFlow::withStory(const Then &then)
{
    if (m.flow.empty()) {
        m.banner.show({.text = tr("Choose a story to print first.")});
        return;
    }
    if (m.flow.id() == ArticleId::None) {
        then(m.flow.article());
        return;
    }
    m.library.read(
        [id = m.flow.id()](const Library &library) { return tasks::wholeStory(library, id); }, this,
        [this, then](const Result<Article> &story) {
            if (story)
                then(*story);
            else
                problem(errortext::libraryTrouble(story.error()));
        });
}

void PrintFlow::show(const Article &article)
{
    m_preview = new printing::PrintPreview(article, remembered(article), &m.window);
    connect(m_preview, &printing::PrintPreview::printAsked, this,
            [this, article](const PrintChoice &choice) { askForPrinter(article, choice); });
    connect(m_preview, &printing::PrintPreview::pdfAsked, this,
            [this, article](const PrintChoice &choice) { askForFile(article, choice); });
    connect(m_preview, &QDialog::finished, this, [this] { remember(m_preview->choice()); });
    m_preview->open();
}

void PrintFlow::askForPrinter(const Article &article, const PrintChoice &choice)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFullPage(true);
    printer->setPageSize(QPageSize(choice.setting.paper));
    printer->setDocName(article.title);
    printer->setCreator(u"Broadsheet"_s);
    QWidget *parent = m_preview ? static_cast<QWidget *>(m_preview) : &m.window;
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    // The dialog ends before its printer.
    connect(dialog, &QDialog::finished, this, [this, printer, article, choice](int result) {
        if (result != QDialog::Accepted)
            return;
        auto chosen = choice;
        chosen.setting.paper = printer->pageLayout().pageSize().id();
        if (m_preview)
            m_preview->accept();
        print(printer, article, chosen);
    });
    dialog->open();
}

void PrintFlow::print(const std::shared_ptr<QPrinter> &printer, const Article &article,
                      const PrintChoice &choice)
{
    inBackground(
        [printer, article, choice, words = printing::pageWords()] {
            const auto story
                = printing::printedStory(article, choice.wishes, choice.setting, words);
            return printPages(*printer, *story);
        },
        this,
        [this, title = article.title](bool well) {
            if (well)
                m.banner.show({.text = tr("“%1” is on its way to the printer.").arg(title)});
            else
                problem(tr("“%1” could not be printed. Look whether the printer is there and "
                           "switched on.")
                            .arg(title));
        });
}

void PrintFlow::askForFile(const Article &article, const PrintChoice &choice)
{
    QWidget *parent = m_preview ? static_cast<QWidget *>(m_preview) : &m.window;
    auto *dialog = new QFileDialog(parent, tr("Save as PDF"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    const auto name = tasks::exportName(article, tasks::ExportForm::Text);
    dialog->selectFile(QFileInfo(name).completeBaseName() + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, article, choice](const QString &file) {
        if (m_preview)
            m_preview->accept();
        writePdf(article, choice, file);
    });
    dialog->open();
}

void PrintFlow::writePdf(const Article &article, const PrintChoice &choice, const QString &file)
{
    m_folder = QFileInfo(file).path();
    inBackground(
        [article, choice, file, words = printing::pageWords()] {
            const auto story
                = printing::printedStory(article, choice.wishes, choice.setting, words);
            return printing::writePdf(*story, choice.setting, article.title, file);
        },
        this,
        [this, file](bool well) {
            const auto name = QFileInfo(file).fileName();
            if (well)
                m.banner.show({.text = tr("Saved as “%1”").arg(name),
                               .action = tr("Open"),
                               .act = [file] { elsewhere::open(QUrl::fromLocalFile(file)); }});
            else
                problem(tr("“%1” could not be written. Check the rights of its folder and the "
                           "room on the disk.")
                            .arg(name));
            emit written(well);
        });
}

PrintChoice PrintFlow::remembered(const Article &article) const
{
    const QSettings settings(m_settings, QSettings::IniFormat);
    const auto on = [&settings](const QString &key) { return settings.value(key, true).toBool(); };
    const auto context = provenancewords::context(article, QLocale());
    const auto paper = settings.value(u"print/paper"_s, int(usualPaper())).toInt();
    return {.setting
            = {.paper = QPageSize::PageSizeId(paper),
               .columns = std::clamp(settings.value(u"print/columns"_s, 1).toInt(), 1, 3),
               .justified = settings.value(u"print/justified"_s, false).toBool(),
               .textSize = std::clamp(settings.value(u"print/text"_s, 100).toInt(), 70, 160)},
            .wishes = {.pictures = on(u"print/pictures"_s),
                       .links = on(u"print/links"_s),
                       .related = on(u"print/related"_s),
                       .date = provenancewords::date({.date = article.published.date}, QLocale()),
                       .byline = bylineOf(article, context.words),
                       .linksLabel = tr("Links"),
                       .relatedLabel = context.words.related,
                       .sourceLabel = tr("Source")}};
}

void PrintFlow::remember(const PrintChoice &choice) const
{
    QSettings settings(m_settings, QSettings::IniFormat);
    settings.setValue(u"print/paper"_s, int(choice.setting.paper));
    settings.setValue(u"print/columns"_s, choice.setting.columns);
    settings.setValue(u"print/justified"_s, choice.setting.justified);
    settings.setValue(u"print/text"_s, choice.setting.textSize);
    settings.setValue(u"print/pictures"_s, choice.wishes.pictures);
    settings.setValue(u"print/links"_s, choice.wishes.links);
    settings.setValue(u"print/related"_s, choice.wishes.related);
}

void PrintFlow::problem(const QString &text)
{
    m.banner.show({.text = text, .tone = Banner::Tone::Problem});
}
