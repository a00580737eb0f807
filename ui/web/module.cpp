#include "reading/webengine.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#ifdef BROADSHEET_WEBENGINE

// What the program calls once it has loaded the module: webengine::makeView().
extern "C" Q_DECL_EXPORT StoryView *broadsheetWebView(const PictureSource *pictures,
                                                      const page::Look *look, QWidget *parent)
{
    registerStorySchemes();
    return new WebStoryView(*pictures, *look, parent);
}

#endif
