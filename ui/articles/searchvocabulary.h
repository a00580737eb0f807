#pragma once

#include "articles/suggestions.h"
#include "library/sharedlibrary.h"

#include <QElapsedTimer>
#include <QObject>

// Names that a search can be completed with: those of the newest stories, and of the feeds. What
// the library can tell at once, whatever its size.
class SearchVocabulary : public QObject
{
    Q_OBJECT

public:
    explicit SearchVocabulary(SharedLibrary &library, QObject *parent = nullptr);

    [[nodiscard]] const suggestions::Known &known() const { return m_known; }
    // Looks again, if it has not looked just now; changed() may follow.
    void renew();

signals:
    void changed();

private:
    SharedLibrary &m_library;
    suggestions::Known m_known;
    QElapsedTimer m_asked;
};
