#include "reading/storyhtml.h"

#include "page/light.h"

QString storyHtml(const Shown &shown)
{
    switch (shown.kind) {
    case Shown::Kind::Story:
        return shown.html.isEmpty() ? page::story(shown.article, shown.context) : shown.html;
    case Shown::Kind::Message:
        return page::message(shown.title, shown.text);
    case Shown::Kind::Page:
        return shown.html;
    case Shown::Kind::Front:
        return page::frontPage(shown.front);
    case Shown::Kind::Nothing:
        break;
    }
    return {};
}

QString lightHtml(const Shown &shown)
{
    return shown.light.isEmpty() ? page::lightStory(storyHtml(shown)) : shown.light;
}
