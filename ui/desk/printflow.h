#pragma once

#include "library/sharedlibrary.h"
#include "printing/printpreview.h"

#include <QObject>

class Actions;
class Banner;
class QPrinter;
class StoryFlow;

// Prints the story being read, and writes it as a PDF.
class PrintFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        Banner &banner;
        QWidget &window;
    };

    PrintFlow(const Parts &parts, const QString &settingsFile, QObject *parent = nullptr);

    // Shows how it will be.
    void preview();
    void writePdf(const Article &article, const printing::PrintChoice &choice, const QString &file);
    [[nodiscard]] printing::PrintPreview *shown() const { return m_preview; }

signals:
    void written(bool well);

private:
    using Then = std::function<void(const Article &)>;
    // The story with its pictures.
    void withStory(const Then &then);
    void show(const Article &article);
    void askForPrinter(const Article &article, const printing::PrintChoice &choice);
    void print(const std::shared_ptr<QPrinter> &printer, const Article &article,
               const printing::PrintChoice &choice);
    void askForFile(const Article &article, const printing::PrintChoice &choice);
    [[nodiscard]] printing::PrintChoice remembered(const Article &article) const;
    void remember(const printing::PrintChoice &choice) const;
    void problem(const QString &text);

    Parts m;
    QString m_settings;
    QString m_folder; // Where the last one was saved.
    QPointer<printing::PrintPreview> m_preview;
};
