#include "dialogs/readingrules.h"

#include "base/background.h"
#include "tasks/siterulesfile.h"
#include "theme/metrics.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Problem = extraction::SiteRules::Problem;

namespace {

constexpr int checkMilliseconds = 200;
constexpr qsizetype problemsShown = 4;

QString words(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::NoSite:
        return ReadingRules::tr("Line %1: a line such as [example.org] must stand above it.")
            .arg(problem.line);
    case Problem::Kind::BadSite:
        return ReadingRules::tr("Line %1: a site is one host’s name in brackets: [example.org].")
            .arg(problem.line);
    case Problem::Kind::BadVerb:
        return ReadingRules::tr("Line %1: a rule begins with keep or drop.").arg(problem.line);
    case Problem::Kind::BadSelector:
        return ReadingRules::tr("Line %1: “%2” describes no part of a page.")
            .arg(problem.line)
            .arg(problem.text.section(u' ', 1).left(40));
    case Problem::Kind::TooMany:
        break;
    }
    return ReadingRules::tr("Line %1: from here on there are too many rules.").arg(problem.line);
}

QString words(const QList<Problem> &problems)
{
    QStringList lines;
    for (const auto &problem : problems.first(std::min(problems.size(), problemsShown)))
        lines << words(problem);
    if (problems.size() > problemsShown)
        lines << ReadingRules::tr("… and %n more.", nullptr, int(problems.size() - problemsShown));
    if (!problems.isEmpty())
        lines << ReadingRules::tr("Such lines are kept, but do nothing.");
    return lines.join(u'\n');
}

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

void setWords(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ReadingRules::ReadingRules(const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_text(new QPlainTextEdit(this))
    , m_words(quietLabel(this))
    , m_problems(quietLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Reading rules"));
    layOut();
    m_checking.setSingleShot(true);
    m_checking.setInterval(checkMilliseconds);
    connect(&m_checking, &QTimer::timeout, this, &ReadingRules::check);
    connect(m_text, &QPlainTextEdit::textChanged, &m_checking, qOverload<>(&QTimer::start));
    load();
}

void ReadingRules::layOut()
{
    const auto room = parentWidget() ? parentWidget()->window()->width() : 80 * theme::grid;
    resize(std::min(80 * theme::grid, room - 4 * theme::grid), 60 * theme::grid);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(windowTitle());
    m_text->setTabChangesFocus(true);
    m_text->setEnabled(false);
    m_text->setPlaceholderText(tr("No rules yet. They come from View, What was left out; or write "
                                  "them here:\n\n[example.org]\ndrop aside.newsletter-box\n"
                                  "keep section.notes > p"));
    auto *intro
        = new QLabel(tr("What is kept of sites’ pages and what is left out. A rule goes for pages "
                        "opened from now on."),
                     this);
    intro->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("&Save"));
    m_save->setEnabled(false);
    auto *take = buttons->addButton(tr("&Import…"), QDialogButtonBox::ActionRole);
    auto *give = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    connect(take, &QPushButton::clicked, this, &ReadingRules::chooseImport);
    connect(give, &QPushButton::clicked, this, &ReadingRules::chooseExport);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReadingRules::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::grid, 2 * theme::grid, 2 * theme::grid, 2 * theme::grid);
    layout->setSpacing(2 * theme::grid);
    layout->addWidget(intro);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problems);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
}

void ReadingRules::load()
{
    inBackground([file = m_file] { return tasks::rulesText(file); }, this,
                 [this](const Result<QString> &text) { loaded(text); });
}

void ReadingRules::loaded(const Result<QString> &text)
{
    if (!text) {
        say(tr("“%1” cannot be read. Check its rights and its size.")
                .arg(QFileInfo(m_file).fileName()));
        return;
    }
    m_before = *text;
    m_text->setPlainText(*text);
    m_text->setEnabled(true);
    m_text->setFocus();
    m_save->setEnabled(true);
}

void ReadingRules::reject()
{
    if (!m_text->isEnabled() || m_text->toPlainText() == m_before) {
        QDialog::reject();
        return;
    }
    auto *question = new QMessageBox(
        QMessageBox::Question, windowTitle(), tr("What you have written here is not saved yet."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save)
            save();
        else if (answer == QMessageBox::Discard)
            QDialog::reject();
    });
    question->open();
}

void ReadingRules::save()
{
    const auto text = m_text->toPlainText();
    m_save->setEnabled(false);
    inBackground([file = m_file, text,
                  before = m_before] { return tasks::writeRulesText(file, text, before); },
                 this, [this, text](const Result<void> &result) { written(result, text); });
}

void ReadingRules::written(const Result<void> &result, const QString &text)
{
    m_save->setEnabled(true);
    if (result) {
        m_before = text;
        emit saved();
        accept();
        return;
    }
    switch (result.error().kind) {
    case Error::Kind::Refused:
        say(tr("Another program has changed the file meanwhile. Save once more to write over that, "
               "or Cancel to leave it."));
        inBackground([file = m_file] { return tasks::rulesText(file); }, this,
                     [this](const Result<QString> &now) {
                         if (now)
                             m_before = *now;
                     });
        break;
    case Error::Kind::TooLarge:
        say(tr("There are too many rules to be saved. Take some out."));
        break;
    default:
        say(tr("It could not be saved. Check the rights of “%1” and its folder, and the room on "
               "the disk.")
                .arg(QFileInfo(m_file).fileName()));
        break;
    }
}

// Lines are judged off this thread: a file may hold very many.
void ReadingRules::check()
{
    inBackground(
        [text = m_text->toPlainText()] { return extraction::SiteRules::parse(text).problems(); },
        this, [this](const QList<Problem> &problems) { setWords(m_problems, words(problems)); });
}

void ReadingRules::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import reading rules"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Text files (*.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ReadingRules::importFrom);
    dialog->open();
}

void ReadingRules::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export reading rules"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(QFileInfo(m_file).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ReadingRules::exportTo);
    dialog->open();
}

void ReadingRules::importFrom(const QString &file)
{
    struct Merged
    {
        Result<extraction::SiteRules> from;
        extraction::SiteRules rules = {};
        int added = 0;
    };
    inBackground(
        [file, text = m_text->toPlainText()] {
            Merged merged{.from = tasks::readRules(file),
                          .rules = extraction::SiteRules::parse(text)};
            if (merged.from)
                merged.added = merged.rules.merge(*merged.from);
            return merged;
        },
        this,
        [this, file](const Merged &merged) {
            if (!merged.from) {
                say(tr("“%1” cannot be read.").arg(QFileInfo(file).fileName()));
                return;
            }
            m_text->setPlainText(merged.rules.toString());
            say(merged.added == 0
                    ? tr("There is no rule in it that is not here already.")
                    : tr("%n rules were added. Save to use them.", nullptr, merged.added));
        });
}

void ReadingRules::exportTo(const QString &file)
{
    inBackground(
        [file, text = m_text->toPlainText()] {
            // The file chosen may be there: the person was asked.
            const auto before = tasks::rulesText(file);
            return before ? tasks::writeRulesText(file, text, *before)
                          : Result<void>(before.error());
        },
        this,
        [this, file](const Result<void> &result) {
            const auto name = QFileInfo(file).fileName();
            say(result ? tr("Written to “%1”.").arg(name)
                       : tr("“%1” could not be written.").arg(name));
        });
}

void ReadingRules::say(const QString &words)
{
    setWords(m_words, words);
}
