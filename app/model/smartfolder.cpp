#include "model/smartfolder.h"

using namespace Qt::StringLiterals;

QString SmartFolder::usualSearch(BuiltIn builtIn)
{
    switch (builtIn) {
    case BuiltIn::Today:
        return u"new:today"_s;
    case BuiltIn::Unread:
        return u"is:unread"_s;
    case BuiltIn::Bookmarks:
        return u"is:bookmarked"_s;
    case BuiltIn::Started:
        return u"is:started"_s;
    case BuiltIn::Opened:
        return u"is:opened"_s;
    case BuiltIn::None:
        break;
    }
    return {};
}
