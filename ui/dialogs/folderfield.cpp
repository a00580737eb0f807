#include "dialogs/folderfield.h"

#include "theme/metrics.h"

#include <QCompleter>
#include <QHash>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 12; // Letters.

} // namespace

FolderField::FolderField(const QList<FeedFolder> &folders, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setAccessibleName(tr("Folder"));
    lineEdit()->setPlaceholderText(tr("None; or the name of a new one"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(shortest);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    lineEdit()->setTextMargins(theme::half, 0, 0, 0);
    addItem(QString(), QVariant::fromValue(FeedFolderId::None));
    m_paths << QStringList();
    QHash<FeedFolderId, QStringList> paths;
    for (const auto &folder : folders) {
        const auto path = paths.value(folder.parent) + QStringList{folder.title};
        paths.insert(folder.id, path);
        m_paths << path;
        addItem(path.join(u" › "_s), QVariant::fromValue(folder.id));
    }
}

void FolderField::choose(FeedFolderId folder)
{
    setCurrentIndex(std::max(0, findData(QVariant::fromValue(folder))));
}

QStringList FolderField::path() const
{
    const auto at = row();
    return at >= 0 ? m_paths.at(at) : QStringList{currentText().simplified()};
}

FeedFolderId FolderField::folder() const
{
    return row() >= 0 ? itemData(row()).value<FeedFolderId>() : FeedFolderId::None;
}

bool FolderField::isNew() const
{
    return row() < 0;
}

int FolderField::row() const
{
    const auto name = currentText().simplified();
    // The same name may stand in two folders: the row that was chosen counts.
    if (currentIndex() >= 0 && itemText(currentIndex()) == name)
        return currentIndex();
    return name.isEmpty() ? 0 : findText(name, Qt::MatchFixedString);
}
