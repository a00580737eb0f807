#pragma once

#include "window/commandline.h"

// What must be done before there is a QApplication.
void prepareProgram();

// Whether the window that runs already has taken what this start was for. Before there is an
// application with a display: for whoever only hands over, that would be most of the time.
bool handedOver(const CommandLine &line, int &argc, char **argv);

// Runs the program as it was asked to; the exit code.
int runProgram(const CommandLine &line);
