#pragma once

#include "reading/storyview.h"

#include <QObject>

class Actions;
class Banner;
class PhotoViewer;
class ReadingPane;
class StoryFlow;

// Looks at the photos of the story being read, over the whole window, and takes them along.
class PhotoFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        StoryFlow &flow;
        ReadingPane &pane;
        Banner &banner;
        QWidget &window;
    };

    explicit PhotoFlow(const Parts &parts, QObject *parent = nullptr);

    // A photo of the story by its name.
    void look(const QString &name);
    void save(const QString &name);
    void copy(const QString &name);

    [[nodiscard]] PhotoViewer *viewer() const { return m_viewer; } // Null before the first photo.

private:
    void lookAtNext();
    void goTo(const QString &photo);
    void withPicture(const QString &name, const std::function<void(const Picture &)> &done);
    void savePicture(const Picture &picture);
    void write(const Picture &picture, const QString &path);
    void copyPicture(const Picture &picture);
    void copyCaption(const QString &caption);
    void problem(const QString &text);

    Parts m;
    PhotoViewer *m_viewer = nullptr; // The window's.
    QString m_folder; // Where the last one was saved.
};
