#include "window/messages.h"

#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

// True of every start as root, without a graphics card or off the screen; nothing follows from it.
constexpr std::array knownAndHarmless{
    "propagateSizeHints()"_L1,
    "Sandboxing disabled by user"_L1,
    "No suitable graphics backend found"_L1,
    "XDG_RUNTIME_DIR not set"_L1,
    // It is, and draws without OpenGL.
    "WebEngine seems to be initialized from a plugin"_L1,
};

constexpr std::array aboutTheDisplay{
    "Could not load the Qt platform plugin"_L1,
    "could not connect to display"_L1,
    "no Qt platform plugin could be initialized"_L1,
};

QtMessageHandler usualHandler = nullptr;

template<typename List>
bool isOneOf(const QString &message, const List &list)
{
    return std::ranges::any_of(list, [&](auto part) { return message.contains(part); });
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (isOneOf(message, aboutTheDisplay)) {
        if (type != QtFatalMsg)
            return;
        std::fputs("broadsheet: no display to open a window on; "
                   "--screenshot OUT.png FILE with QT_QPA_PLATFORM=offscreen renders a picture\n",
                   stderr);
        std::_Exit(2);
    }
    if (type != QtFatalMsg && isOneOf(message, knownAndHarmless))
        return;
    usualHandler(type, context, message);
}

} // namespace

void speakPlainly()
{
    usualHandler = qInstallMessageHandler(handle);
}
