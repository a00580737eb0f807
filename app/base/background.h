#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

// Runs job() on the pool, then done(result) on the main thread, unless the receiver, which lives
// there, is gone by then. For pure functions on values.
template<typename Job, typename Done>
void inBackground(Job job, const QObject *receiver, Done done, QThreadPool *pool = nullptr)
{
    if (!pool)
        pool = QThreadPool::globalInstance();
    pool->start([job = std::move(job), receiver = QPointer(receiver), done = std::move(done)] {
        auto answer = [receiver, done, result = job()] {
            if (receiver)
                done(result);
        };
        QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(answer),
                                  Qt::QueuedConnection);
    });
}
