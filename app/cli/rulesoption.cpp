#include "cli/rulesoption.h"

#include "cli/output.h"
#include "tasks/siterulesfile.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype problemsTold = 4;

} // namespace

bool cli::areRules(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        complain(Error{Error::Kind::NotFound, u"no such file"_s, file});
        return false;
    }
    const auto rules = tasks::readRules(file);
    if (!rules) {
        complain(rules.error());
        return false;
    }
    const auto &problems = rules->problems();
    for (const auto &problem : problems.first(std::min(problems.size(), problemsTold)))
        complain(u"%1: line %2 is no rule and does nothing"_s.arg(file).arg(problem.line));
    if (problems.size() > problemsTold)
        complain(u"%1: %2 more lines are no rules"_s.arg(file).arg(problems.size() - problemsTold));
    return true;
}
