#pragma once

// To be called first thing in main(), before there is a QApplication: names the addresses the web
// view's page and pictures have, and tells the engine, before it starts, to keep to itself.
// Does nothing in a build without the web view.
void registerStorySchemes();
