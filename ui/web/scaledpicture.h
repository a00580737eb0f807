#pragma once

#include "model/article.h"

// A picture with so many pixels in its width at most, or as it is where it has hardly more or would
// lose by it: moving ones do, and drawings. Takes a while: not for the main thread. A pure
// function.
Picture scaledPicture(const Picture &picture, int widest);
