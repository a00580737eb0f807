#pragma once

#include "base/background.h"

#include <QThreadPool>

#include <stop_token>

// Long work in the background, one job at a time. What nobody waits for steps back behind
// everything else, for processor and disk. What still runs is told to stop when this goes.
class QuietWork
{
public:
    enum class Pace { Usual, Lowest };
    explicit QuietWork(Pace pace);
    ~QuietWork();
    QuietWork(const QuietWork &) = delete;
    QuietWork &operator=(const QuietWork &) = delete;

    // job(const std::stop_token &) over there, then done(result) here, unless the receiver is gone.
    template<typename Job, typename Done>
    void run(Job job, const QObject *receiver, Done done)
    {
        inBackground(
            [job = std::move(job), stop = m_stop.get_token(), pace = m_pace] {
                if (pace == Pace::Lowest)
                    stepBack();
                return job(stop);
            },
            receiver, std::move(done), &m_pool);
    }

    // Ends what runs and what waits; it answers as cancelled.
    void stop();

private:
    static void stepBack();

    Pace m_pace;
    QThreadPool m_pool;
    std::stop_source m_stop;
};
