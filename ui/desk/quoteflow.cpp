#include "desk/quoteflow.h"

#include "desk/storyflow.h"
#include "page/quotation.h"
#include "reading/readingpane.h"
#include "shell/actions.h"
#include "shell/banner.h"
#include "words/provenancewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QPointer>

QuoteFlow::QuoteFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::CopyQuotation, [this] { copy(m.pane.selectedText(), As::Text); });
    m.actions.on(Command::CopyMarkdownQuotation,
                 [this] { copy(m.pane.selectedText(), As::Markdown); });
}

void QuoteFlow::copy(const QString &words, As as)
{
    if (m.flow.empty()) {
        m.banner.show({.text = tr("There is no story to quote from.")});
        return;
    }
    if (!words.trimmed().isEmpty()) {
        put(words, as);
        return;
    }
    m.pane.askParagraph([self = QPointer(this), as](const QString &paragraph) {
        if (self)
            self->put(paragraph, as);
    });
}

void QuoteFlow::put(const QString &words, As as)
{
    // The day is enough to find it by.
    const auto date = provenancewords::date({.date = m.flow.article().published.date}, QLocale());
    const auto quotation = page::quotation(m.flow.article(), words, date);
    if (quotation.plain.isEmpty()) {
        m.banner.show({.text = tr("Select the words to quote.")});
        return;
    }
    auto *data = new QMimeData;
    if (as == As::Markdown) {
        data->setText(quotation.markdown);
    } else {
        data->setText(quotation.plain);
        data->setHtml(quotation.html);
    }
    QGuiApplication::clipboard()->setMimeData(data);
    m.banner.show(
        {.text = as == As::Markdown ? tr("Quotation copied as Markdown") : tr("Quotation copied")});
}
