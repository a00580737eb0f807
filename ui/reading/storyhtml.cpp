#include "reading/storyhtml.h"

QString storyHtml(const Shown &shown)
{
    switch (shown.kind) {
    case Shown::Kind::Story:
        return shown.marked.isEmpty() ? page::story(shown.article, shown.context) : shown.marked;
    case Shown::Kind::Message:
        return page::message(shown.title, shown.text);
    case Shown::Kind::Page:
        return shown.html;
    case Shown::Kind::Nothing:
        break;
    }
    return {};
}
