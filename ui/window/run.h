#pragma once

#include "window/commandline.h"

// What must be done before there is a QApplication.
void prepareProgram();

// Runs the program as it was asked to; the exit code.
int runProgram(const CommandLine &line);
