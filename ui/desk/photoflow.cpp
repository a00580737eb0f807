#include "desk/photoflow.h"

#include "base/background.h"
#include "desk/storyflow.h"
#include "page/photos.h"
#include "reading/photoviewer.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "tasks/exportstories.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

PhotoFlow::PhotoFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m.actions.on(Command::Photos, [this] { lookAtNext(); });
    connect(&m.flow, &StoryFlow::presented, this, [this] {
        if (!m_viewer)
            return;
        // The story it belongs to is gone, and nothing of it is to be gone to.
        const QSignalBlocker quiet(m_viewer);
        m_viewer->close();
    });
}

void PhotoFlow::lookAtNext()
{
    if (page::photos(m.flow.article()).isEmpty()) {
        m.banner.show({.text = tr("There are no photos in this story.")});
        return;
    }
    m.pane.askPhoto([self = QPointer(this)](const QString &name) {
        if (self)
            self->look(name);
    });
}

void PhotoFlow::look(const QString &name)
{
    const auto photos = page::photos(m.flow.article());
    const auto wanted = std::ranges::find(photos, name, &page::Photo::name);
    if (photos.isEmpty())
        return;
    if (!m_viewer) {
        m_viewer = new PhotoViewer(m.flow.pictures(), &m.window);
        connect(m_viewer, &PhotoViewer::saveAsked, this, &PhotoFlow::savePicture);
        connect(m_viewer, &PhotoViewer::copyAsked, this, &PhotoFlow::copyPicture);
        connect(m_viewer, &PhotoViewer::captionAsked, this, &PhotoFlow::copyCaption);
        connect(m_viewer, &PhotoViewer::ledTo, this, &PhotoFlow::goTo);
    }
    m_viewer->open(photos, wanted == photos.end() ? 0 : int(wanted - photos.begin()));
}

// Reading goes on at the photo that was looked at last.
void PhotoFlow::goTo(const QString &photo)
{
    m.pane.goToPhoto(photo);
    m.pane.setFocus();
}

void PhotoFlow::withPicture(const QString &name, const std::function<void(const Picture &)> &done)
{
    m.flow.pictures()(name, [self = QPointer(this), done](const Picture &picture) {
        if (!self)
            return;
        if (picture.bytes.isEmpty())
            self->problem(tr("This picture is not in the library any more."));
        else
            done(picture);
    });
}

void PhotoFlow::save(const QString &name)
{
    withPicture(name, [this](const Picture &picture) { savePicture(picture); });
}

void PhotoFlow::copy(const QString &name)
{
    withPicture(name, [this](const Picture &picture) { copyPicture(picture); });
}

// The bytes as they are: nothing is lost by saving.
void PhotoFlow::savePicture(const Picture &picture)
{
    auto *dialog = new QFileDialog(&m.window, tr("Save picture"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const auto name = tasks::pictureFileName(m.flow.article(), picture);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, picture](const QString &path) { write(picture, path); });
    dialog->open();
}

void PhotoFlow::write(const Picture &picture, const QString &path)
{
    m_folder = QFileInfo(path).path();
    inBackground(
        [bytes = picture.bytes, path] {
            QSaveFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                && file.commit();
        },
        this,
        [this, path](bool written) {
            const auto name = QFileInfo(path).fileName();
            if (written)
                m.banner.show({.text = tr("Picture saved as “%1”").arg(name)});
            else
                problem(tr("“%1” could not be written. Check the rights of its folder and the "
                           "room on the disk.")
                            .arg(name));
        });
}

// As a picture for programs that paint, and as its own bytes for those that know its kind.
void PhotoFlow::copyPicture(const Picture &picture)
{
    inBackground([bytes = picture.bytes] { return QImage::fromData(bytes); }, this,
                 [this, picture](const QImage &image) {
                     if (image.isNull()) {
                         problem(tr("This picture is too large or too unusual to be copied. Save "
                                    "it instead."));
                         return;
                     }
                     auto *data = new QMimeData;
                     data->setImageData(image);
                     // The clipboard makes that one itself.
                     if (picture.mimeType != "image/png"_L1)
                         data->setData(picture.mimeType, picture.bytes);
                     QGuiApplication::clipboard()->setMimeData(data);
                     m.banner.show({.text = tr("Picture copied")});
                 });
}

void PhotoFlow::copyCaption(const QString &caption)
{
    QGuiApplication::clipboard()->setText(caption);
    m.banner.show({.text = tr("Caption copied")});
}

void PhotoFlow::problem(const QString &text)
{
    m.banner.show({.text = text, .tone = Banner::Tone::Problem});
}
