#pragma once

#include "feeds/discovery.h"

#include <QStringList>

inline QStringList addresses(const QList<feeds::Candidate> &candidates)
{
    QStringList urls;
    for (const auto &candidate : candidates)
        urls.append(candidate.url.toString(QUrl::FullyEncoded));
    return urls;
}
