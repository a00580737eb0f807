#include "pdf/pictures.h"

#include "pdf/imagestreams.h"
#include "pdf/limits.h"
#include "pdf/pointers.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

namespace limits = pdf::limits;

cairo_status_t append(void *closure, const unsigned char *bytes, unsigned int length)
{
    static_cast<QByteArray *>(closure)->append(reinterpret_cast<const char *>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

QByteArray png(cairo_surface_t *surface)
{
    QByteArray bytes;
    const auto status = cairo_surface_write_to_png_stream(surface, append, &bytes);
    return status == CAIRO_STATUS_SUCCESS ? bytes : QByteArray();
}

// The one JPEG of this size; nothing when the file holds other pictures of the same size.
QByteArrayView jpegOf(const QList<pdf::ImageStream> &streams, int width, int height)
{
    const pdf::ImageStream *only = nullptr;
    for (const auto &stream : streams) {
        if (stream.width != width || stream.height != height)
            continue;
        if (only != nullptr)
            return {};
        only = &stream;
    }
    return only == nullptr ? QByteArrayView() : only->jpeg;
}

std::optional<print::Picture> taken(cairo_surface_t *surface,
                                    const QList<pdf::ImageStream> &streams)
{
    const auto jpeg = jpegOf(streams, cairo_image_surface_get_width(surface),
                             cairo_image_surface_get_height(surface));
    if (!jpeg.isEmpty())
        return print::Picture{.mimeType = u"image/jpeg"_s, .bytes = jpeg.toByteArray()};
    const auto bytes = png(surface);
    if (bytes.isEmpty())
        return {};
    return print::Picture{.mimeType = u"image/png"_s, .bytes = bytes};
}

// Which stream a picture on a page comes from is known only once it is unpacked: so one that is
// too large spoils them all.
bool anyIsTooLarge(const QList<pdf::ImageStream> &streams)
{
    return std::ranges::any_of(streams, [](const pdf::ImageStream &stream) {
        return stream.width > limits::side || stream.height > limits::side
            || stream.width * stream.height > limits::pixels;
    });
}

} // namespace

void pdf::takePictures(PopplerDocument *document, const QList<print::Page> &pages,
                       QByteArrayView file, const QElapsedTimer &clock,
                       const std::function<void(print::Picture)> &hand)
{
    const auto streams = imageStreams(file);
    if (anyIsTooLarge(streams))
        return;
    qint64 bytes = 0;
    int count = 0;
    for (qint32 number = 0; number < pages.size(); ++number) {
        DocumentPage page;
        for (const auto &place : pages[number].pictures) {
            if (count >= limits::pictures || bytes > limits::picturesBytes
                || clock.hasExpired(limits::pictureTime))
                return;
            if (!page)
                page.reset(poppler_document_get_page(document, number));
            const Surface surface(poppler_page_get_image(page.get(), place.id));
            auto picture = surface ? taken(surface.get(), streams) : std::nullopt;
            if (!picture)
                continue;
            picture->page = number;
            picture->id = place.id;
            bytes += picture->bytes.size();
            ++count;
            hand(*std::move(picture));
        }
    }
}
