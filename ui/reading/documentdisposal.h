#pragma once

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

class QTextDocument;

// Takes documents apart that nobody looks at any more, a little between other events: one of many
// thousands of blocks takes longer to go than a drawing may wait. Not on another thread: cursors
// of the view that showed it still know it.
class DocumentDisposal : public QObject
{
    Q_OBJECT

public:
    explicit DocumentDisposal(QObject *parent = nullptr);
    ~DocumentDisposal() override;

    void take(std::unique_ptr<QTextDocument> document);

private:
    void step();

    std::vector<std::unique_ptr<QTextDocument>> m_documents;
    QTimer m_timer;
};
