#pragma once

#include "model/feed.h"

#include <QComboBox>
#include <QList>
#include <QStringList>

// Asks for a folder of feeds: one that is there, or a new one by its name.
class FolderField : public QComboBox
{
    Q_OBJECT

public:
    // Depth first, parents before children.
    explicit FolderField(const QList<FeedFolder> &folders, QWidget *parent = nullptr);

    void choose(FeedFolderId folder);
    // The names from the outermost; empty for none.
    [[nodiscard]] QStringList path() const;
    // None for no folder, and for one that is not there yet.
    [[nodiscard]] FeedFolderId folder() const;
    [[nodiscard]] bool isNew() const;

private:
    [[nodiscard]] int row() const; // Of what is written; -1 for a new name.

    QList<QStringList> m_paths; // In the order of the rows.
};
