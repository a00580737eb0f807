#pragma once

#include "base/result.h"
#include "model/article.h"
#include "network/fetcher.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

// Downloads files that belong to stories, each to a new file in a folder of the person's: nothing
// is replaced, nothing is opened or run. Few at a time, one of each host.
class Downloads : public QObject
{
    Q_OBJECT

public:
    explicit Downloads(network::Fetcher &fetcher, QObject *parent = nullptr);
    ~Downloads() override; // Ends what is under way.

    // Answers a number for it, by which it is told of.
    int download(const Enclosure &enclosure, const QString &folder);
    // What has come of it goes. Nothing more is told of it.
    void cancel(int download);
    [[nodiscard]] bool running() const { return !m_downloads.empty(); }

signals:
    void progressed(int download, qint64 received, qint64 total); // 0: not known.
    void finished(int download, const QString &file);
    void failed(int download, const Error &error);

private:
    struct Download
    {
        Enclosure enclosure;
        QString folder;
        std::unique_ptr<QObject> receiver = {}; // Once it is under way.
    };

    void goOn();
    [[nodiscard]] bool mayStart(const Download &download) const;
    void start(int number);
    void fetch(int number);
    void take(int number, const QString &part, const network::Outcome &outcome);
    void end(int number, const Result<QString> &file);

    network::Fetcher &m_fetcher;
    std::map<int, Download> m_downloads; // In the order they were asked for.
    int m_last = 0;
};
