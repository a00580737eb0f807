#pragma once

class QUrl;

// What other programs of the desktop show: sites in the browser, files and folders.
namespace elsewhere {

// In the program that the person chose for it, started as the person would start it. False when
// there is none.
bool open(const QUrl &url);

} // namespace elsewhere
