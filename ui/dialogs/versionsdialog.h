#pragma once

#include "base/result.h"
#include "model/history.h"

#include <QDialog>
#include <QLocale>

class QLabel;
class QListWidget;
class QPushButton;

// The texts that a story had, to be looked at in the reading pane and to go back to.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    VersionsDialog(const QString &title, QWidget *parent);

    void setVersions(const Result<QList<StoryVersion>> &versions);

    // "4 May 2026, 10:20 · The feed Harbour News · 1,204 characters, 35 more than before".
    static QString line(const StoryVersion &version, const StoryVersion *earlier,
                        const QLocale &locale);

signals:
    void looked(const StoryVersion &version);
    void chosen(const StoryVersion &version);

private:
    void look(int row);
    void update();

    QList<StoryVersion> m_versions;
    QLabel *m_words;
    QListWidget *m_list;
    QPushButton *m_choose;
};
