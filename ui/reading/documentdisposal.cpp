#include "reading/documentdisposal.h"

#include "reading/limits.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>

#include <utility>

namespace {

constexpr int pieceBlocks = 60;

// Takes the last blocks off, as far as nothing is cut in two: a table goes whole.
void shorten(QTextDocument &document)
{
    auto block = document.findBlockByNumber(document.blockCount() - pieceBlocks);
    while (block.isValid() && QTextCursor(block).currentFrame() != document.rootFrame())
        block = block.previous();
    QTextCursor cursor(&document);
    cursor.setPosition(block.isValid() ? block.position() : 0);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

} // namespace

DocumentDisposal::DocumentDisposal(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &DocumentDisposal::step);
}

DocumentDisposal::~DocumentDisposal() = default;

void DocumentDisposal::take(std::unique_ptr<QTextDocument> document)
{
    document->blockSignals(true);
    m_documents.push_back(std::move(document));
    m_timer.start();
}

void DocumentDisposal::step()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_documents.empty() && clock.elapsed() < reading::limits::sliceMilliseconds) {
        auto &document = *m_documents.back();
        if (document.blockCount() > pieceBlocks)
            shorten(document);
        else
            m_documents.pop_back();
    }
    if (m_documents.empty())
        m_timer.stop();
}
