#include "dialogs/storychoicemodel.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll({});
    return parts.join(between);
}

} // namespace

void StoryChoiceModel::add(const QList<StoryChoice> &choices)
{
    if (choices.isEmpty())
        return;
    const auto rows = int(m_choices.size());
    m_severalFiles = m_severalFiles || (rows > 0 && m_choices.first().file != choices.first().file);
    beginInsertRows({}, rows, rows + int(choices.size()) - 1);
    m_choices += choices;
    m_chosen += QList<bool>(choices.size(), true);
    endInsertRows();
    if (rows > 0 && m_severalFiles)
        emit dataChanged(index(0), index(rows - 1), {DetailsRole});
}

QList<int> StoryChoiceModel::chosen() const
{
    QList<int> rows;
    for (auto row = 0; row < m_chosen.size(); ++row) {
        if (m_chosen.at(row))
            rows << row;
    }
    return rows;
}

int StoryChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant StoryChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &choice = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return choice.title;
    case DetailsRole:
        return details(choice);
    case ExcerptRole:
        return choice.excerpt;
    case WordsRole:
        return joined({choice.title, choice.details, choice.excerpt, choice.file}, u" "_s);
    case Qt::AccessibleTextRole:
        return joined({choice.title, details(choice), choice.excerpt}, u". "_s);
    case Qt::CheckStateRole:
        return m_chosen.at(index.row()) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool StoryChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_chosen[index.row()] = value.value<Qt::CheckState>() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags StoryChoiceModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QString StoryChoiceModel::details(const StoryChoice &choice) const
{
    return joined({choice.details, m_severalFiles ? choice.file : QString()}, u" · "_s);
}
