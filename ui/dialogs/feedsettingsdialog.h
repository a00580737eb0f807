#pragma once

#include "model/feed.h"
#include "network/fetcher.h"

#include <QDialog>

#include <optional>

class FolderField;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

// What somebody made of a feed's settings.
struct FeedEdit
{
    QUrl url;
    QString title = {}; // Empty: what the feed calls itself.
    FeedFolderId folder = FeedFolderId::None;
    QString newFolder = {}; // The name of one to be made for it; may be empty.
    FeedSettings settings = {};
    std::optional<network::Credentials> credentials = {}; // When they were changed.

    bool operator==(const FeedEdit &) const = default;
};

// A feed's settings, and in words how it stands with it.
class FeedSettingsDialog : public QDialog
{
    Q_OBJECT

public:
    FeedSettingsDialog(const Feed &feed, const QList<FeedFolder> &folders, const QString &state,
                       QWidget *parent = nullptr);

    // Those that are kept for the feed.
    void setCredentials(const network::Credentials &credentials);
    [[nodiscard]] FeedEdit edit() const;

signals:
    void saved(const FeedEdit &edit);

private:
    void fill();
    void makeCredentials();
    void layOut(const QString &state);
    void check();

    Feed m_feed;
    QLineEdit *m_address;
    QLineEdit *m_name;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QWidget *m_credentialsRow = nullptr;
    QLabel *m_credentialsLabel = nullptr;
    network::Credentials m_credentials;
    FolderField *m_folder;
    QComboBox *m_interval;
    QComboBox *m_fullText;
    QComboBox *m_kept;
    QCheckBox *m_pictures;
    QCheckBox *m_original;
    QCheckBox *m_notifies;
    QCheckBox *m_paused;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
};
