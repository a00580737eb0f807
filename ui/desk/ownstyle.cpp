#include "desk/ownstyle.h"

#include "base/background.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "shell/elsewhere.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMilliseconds = 100;
constexpr qint64 largest = 256 * 1024; // Bytes. Beyond that it is no style sheet.

QString read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return {};
    return QString::fromUtf8(file.readAll());
}

// Makes the file if there is none; false where it cannot be made.
bool make(const QString &path, const QString &text)
{
    if (QFileInfo::exists(path))
        return true;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return false;
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(text.toUtf8()) >= 0;
}

QString inComment(const QString &sentences)
{
    return u"/* "_s + sentences + u" */\n\n"_s;
}

} // namespace

OwnStyle::OwnStyle(const Parts &parts, QString file, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_file(std::move(file))
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleMilliseconds);
    connect(&m_settled, &QTimer::timeout, this, &OwnStyle::load);
    for (const auto changed :
         {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(&m_watcher, changed, &m_settled, qOverload<>(&QTimer::start));
    m.actions.on(Command::OwnStyle, [this] { edit(); });
    load();
}

// The folder tells of a file that is made or put in the place of another, as editors do.
void OwnStyle::watch()
{
    m_watcher.addPath(m_file);
    m_watcher.addPath(QFileInfo(m_file).path());
}

void OwnStyle::load()
{
    inBackground([file = m_file] { return read(file); }, this,
                 [this](const QString &css) {
                     m.pane.setOwnStyle(css);
                     watch();
                 });
}

void OwnStyle::edit()
{
    const auto text = inComment(tr("Your own style for stories. It stands behind Broadsheet’s and "
                                   "wins; what you save is applied at once."))
        + inComment(tr("Colours, sizes and distances are variables: --paper, --ink, --accent, "
                       "--size-text, --line-text, --q2 … Nothing can be loaded from here: url() "
                       "and @import do nothing. Before the web engine is there, what is said "
                       "of variables, faces, sizes, lines, colours and the width counts."))
        + u"/*\nh1 { text-align: center; }\n.body p + p { margin-top: 0; text-indent: 1.2em; }\n"
          ":root[data-theme=light] { --paper: #fbf7f0; }\n*/\n"_s;
    inBackground([file = m_file, text] { return make(file, text); }, this,
                 [this](bool made) {
                     if (made)
                         load();
                     if (!made || !elsewhere::open(QUrl::fromLocalFile(m_file)))
                         m.banner.show({.text = made
                                            ? tr("No program to edit it was found. The file is %1.")
                                                  .arg(QDir::toNativeSeparators(m_file))
                                            : tr("%1 cannot be written. Check who may write there.")
                                                  .arg(QDir::toNativeSeparators(m_file))});
                 });
}
