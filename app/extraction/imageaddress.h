#pragma once

#include "extraction/pagetree.h"

#include <QHash>
#include <QString>

namespace extraction {

// One entry of a srcset. https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
struct ImageCandidate
{
    QString address;
    double width = 0; // Or the density times a thousand; 0 when it says neither.

    bool operator==(const ImageCandidate &) const = default;
};

QList<ImageCandidate> imageCandidates(QStringView srcset);

// The address of the best picture that an <img> names, as the page writes it: one that came with
// the page before one on the net, the largest first; src, lazy-loading attributes, srcset, the
// <source>s around it. Empty when it names none.
QString bestAddress(const PageTree &tree, int image, const QHash<QString, QString> &embedded);

// The picture that an element's style shows behind its text; empty when there is none.
QString backgroundAddress(const html::Node &node);

} // namespace extraction
