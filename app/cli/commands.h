#pragma once

#include "cli/command.h"
#include "cli/options.h"

// The commands of broadsheet-cli, one function each; what they take is in command.cpp's table.
namespace cli {

ExitCode read(const Options &options);
ExitCode feed(const Options &options);
ExitCode open(const Options &options);
ExitCode list(const Options &options);
ExitCode folders(const Options &options);
ExitCode search(const Options &options);
ExitCode bookmark(const Options &options);
ExitCode exportStories(const Options &options);
ExitCode history(const Options &options);
ExitCode undo(const Options &options);
ExitCode subscribe(const Options &options);
ExitCode unsubscribe(const Options &options);
ExitCode feeds(const Options &options);
ExitCode opml(const Options &options);
ExitCode update(const Options &options);
ExitCode backup(const Options &options);
ExitCode restore(const Options &options);
ExitCode check(const Options &options);
ExitCode size(const Options &options);
ExitCode compact(const Options &options);

} // namespace cli
