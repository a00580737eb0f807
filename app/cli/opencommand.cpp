#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/rulesoption.h"
#include "tasks/findfiles.h"
#include "tasks/places.h"
#include "tasks/readfile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr int idWidth = 6;

// The reading rules that belong to the library.
QString rulesOf(const cli::Options &options)
{
    return options.has(u"library"_s) ? tasks::rulesFileIn(cli::libraryFolder(options))
                                     : tasks::rulesFile();
}

// "2,5,6": the stories of a file that are wanted, counted from 1.
Result<QList<int>> numbersIn(const QString &written)
{
    QList<int> numbers;
    for (const auto &part : written.split(u',')) {
        auto valid = false;
        const auto number = part.trimmed().toInt(&valid);
        if (!valid || number < 1)
            return Error{Error::Kind::Refused, u"--only takes numbers such as 1,3"_s};
        numbers.append(number);
    }
    return numbers;
}

Result<QList<Article>> only(const QList<int> &numbers, const QList<Article> &stories,
                            const QString &file)
{
    if (numbers.isEmpty())
        return stories;
    QList<Article> chosen;
    for (const auto number : numbers) {
        if (number > stories.size())
            return Error{Error::Kind::Refused,
                         u"there is no story %1 among its %2"_s.arg(number).arg(stories.size()),
                         file};
        chosen.append(stories.at(number - 1));
    }
    return chosen;
}

// Adds the stories of files and folders, and counts.
class Opening
{
public:
    Opening(Library &library, QString rules, QList<int> numbers)
        : m_library(library)
        , m_rules(std::move(rules))
        , m_numbers(std::move(numbers))
    {
    }

    void add(const QString &path)
    {
        if (!QFileInfo(path).isDir()) {
            addFile(path, Library::Occasion::Opened);
            return;
        }
        m_isImport = true;
        for (const auto &file : tasks::storyFiles(path))
            addFile(file, Library::Occasion::Imported);
    }

    cli::ExitCode finish()
    {
        if (m_isImport)
            cli::complain(
                u"%1 stories are new, %2 were there already; %3 of %4 files could not be read"_s
                    .arg(m_new)
                    .arg(m_known)
                    .arg(m_failed)
                    .arg(m_files));
        if (m_failed == 0)
            return cli::Done;
        return m_failed < m_files ? cli::SomeFailed : cli::Failed;
    }

private:
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }

    void fail(const Error &error)
    {
        cli::complain(error);
        ++m_failed;
    }

    void addFile(const QString &file, Library::Occasion occasion)
    {
        ++m_files;
        const auto stories = tasks::readFile(file, {}, m_rules);
        if (!stories)
            return fail(stories.error());
        const auto chosen = only(m_numbers, *stories, file);
        if (!chosen)
            return fail(chosen.error());
        for (const auto &story : *chosen) {
            const auto added = m_library.add(story, occasion, now(), m_batch);
            if (!added)
                return fail(added.error());
            const auto isNew = !added->change.added.isEmpty();
            ++(isNew ? m_new : m_known);
            cli::printLine(u"%1  %2"_s.arg(qint64(added->id), idWidth).arg(story.title));
        }
    }

    Library &m_library;
    QString m_rules;
    QList<int> m_numbers;
    // What was added by one command is taken back by one undo.
    const Library::Batch m_batch = Library::Batch::createUuid();
    qsizetype m_new = 0;
    qsizetype m_known = 0;
    qsizetype m_files = 0;
    qsizetype m_failed = 0;
    bool m_isImport = false;
};

} // namespace

cli::ExitCode cli::open(const Options &options)
{
    const auto &operands = options.operands;
    if (operands.isEmpty())
        return misused(u"open needs a file"_s);
    const auto numbers = options.has(u"only"_s) ? numbersIn(options.values.value(u"only"_s))
                                                : Result<QList<int>>(QList<int>());
    if (!numbers
        || (!numbers->isEmpty() && (operands.size() > 1 || QFileInfo(operands.first()).isDir()))) {
        complain(numbers ? u"--only is for the stories of one file"_s : numbers.error().detail);
        return Failed;
    }
    if (options.has(u"rules"_s) && !areRules(options.values.value(u"rules"_s)))
        return Failed;
    const auto library = openLibrary(options, Library::Access::ReadWrite);
    if (!library)
        return fail(library.error());
    Opening opening(**library, options.values.value(u"rules"_s, rulesOf(options)), *numbers);
    for (const auto &path : operands)
        opening.add(path);
    return opening.finish();
}
