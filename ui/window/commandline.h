#pragma once

#include "base/result.h"
#include "theme/theme.h"

#include <QSize>
#include <QStringList>

// What the program was asked to do when it was started.
struct CommandLine
{
    QStringList open = {}; // Absolute paths and addresses.
    QString action = {}; // One of desktopactions::names(), or empty.
    bool service = false; // Show nothing until the desktop says over D-Bus what is wanted.
    QString library = {}; // A folder; empty for the person's own.
    QString screenshot = {}; // A file to write; empty for a window.
    QSize size = {1400, 900};
    Theme::Choice theme = Theme::Choice::Automatic;
    bool trace = false; // Tell what is done when,
    QString traceFile = {}; // in this file; on standard error without one.
    QString answer = {}; // Text to print instead of anything else: help or the version.

    bool operator==(const CommandLine &) const = default;
};

// A file's absolute path, or an address that the program opens, from either.
QString whatToOpen(const QString &fileOrAddress);

// Understands the arguments without the program's own name. The error's detail is the one line to
// print.
Result<CommandLine> parseCommandLine(const QStringList &arguments);
