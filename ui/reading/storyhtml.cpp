#include "reading/storyhtml.h"

QString storyHtml(const Shown &shown)
{
    switch (shown.kind) {
    case Shown::Kind::Story:
        return page::story(shown.article, shown.context);
    case Shown::Kind::Message:
        return page::message(shown.title, shown.text);
    case Shown::Kind::Page:
        return shown.html;
    case Shown::Kind::Nothing:
        break;
    }
    return {};
}
