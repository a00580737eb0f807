#pragma once

#include "print/printedfile.h"

#include <QByteArrayView>
#include <QElapsedTimer>

#include <functional>
#include <poppler.h>

namespace pdf {

// Takes the pictures out of a file: a JPEG as it is where it can be told which one it is, else as
// PNG. Hands out each as soon as it is there.
void takePictures(PopplerDocument *document, const QList<print::Page> &pages, QByteArrayView file,
                  const QElapsedTimer &clock, const std::function<void(print::Picture)> &hand);

} // namespace pdf
