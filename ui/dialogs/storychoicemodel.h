#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>

// A story among those of a file, in words.
struct StoryChoice
{
    QString title;
    QString details; // Byline and date.
    QString excerpt; // The first words.
    QString file; // Its name, for when there are several.

    bool operator==(const StoryChoice &) const = default;
};

// Stories to choose from, all of them chosen at first.
class StoryChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailsRole = Qt::UserRole, ExcerptRole, WordsRole };

    using QAbstractListModel::QAbstractListModel;

    void add(const QList<StoryChoice> &choices);
    [[nodiscard]] int chosenCount() const { return int(m_chosen.count(true)); }
    [[nodiscard]] QList<int> chosen() const; // Their rows.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString details(const StoryChoice &choice) const;

    QList<StoryChoice> m_choices;
    QList<bool> m_chosen;
    bool m_severalFiles = false;
};
