#pragma once

#include "page/page.h"
#include "reading/picturesource.h"

class QWidget;
class StoryView;

// The web view comes from a module, the file broadsheet-web beside the program or in its libexec
// folder: loading the engine's libraries takes longer than all that a first story needs. Without
// the module, as in a build without the engine, there is no web view.
namespace webengine {

// First thing in main(), before there is a QApplication: tells the engine, before it starts, to
// keep to itself.
void prepare();

// Whether there is one that would start. Where the engine does not find what it needs it ends the
// whole program, in place of the story that is being read. Takes a while: not for the main thread.
bool load();

// Null before load() has said that there is one.
StoryView *makeView(const PictureSource &pictures, const page::Look &look, QWidget *parent);

// What the module is called, and its one function.
inline constexpr char module[] = "broadsheet-web";
inline constexpr char function[] = "broadsheetWebView";
using Function
    = StoryView *(*)(const PictureSource *pictures, const page::Look *look, QWidget *parent);

} // namespace webengine
