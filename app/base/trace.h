#pragma once

#include <QString>

// What the program does when, for those who look where its time goes: one line for each thing on
// standard error, or events for chrome://tracing and Perfetto. Costs a comparison where nobody
// asked. Notes may come from any thread: each is one write.
namespace trace {

// Writes notes from now on until it goes; there is one in main(), if at all. Without a file the
// lines go to standard error, with these columns: milliseconds since the process started, by the
// clock on the wall and by the time its threads have used, and how long the thing itself took.
class Recording
{
public:
    explicit Recording(const QString &file = {});
    ~Recording();

    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    [[nodiscard]] bool isWritable() const { return m_writable; }

private:
    bool m_writable;
};

// Something has happened; `what` is English.
void note(const char *what);

// Something that takes time, from here to the end of the block.
class Span
{
public:
    explicit Span(const char *what);
    ~Span();

    Span(const Span &) = delete;
    Span &operator=(const Span &) = delete;

private:
    const char *m_what;
    double m_begin; // Milliseconds since the system started; negative when nobody asked.
};

} // namespace trace
