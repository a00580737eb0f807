#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <memory>
#include <poppler.h>

namespace pdf {

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Document = std::unique_ptr<PopplerDocument, Unref>;
using DocumentPage = std::unique_ptr<PopplerPage, Unref>;

struct Free
{
    void operator()(gpointer memory) const { g_free(memory); }
};
template<typename T>
using Allocated = std::unique_ptr<T, Free>;

struct FreeError
{
    void operator()(GError *error) const { g_error_free(error); }
};
using Problem = std::unique_ptr<GError, FreeError>;

struct FreeBytes
{
    void operator()(GBytes *bytes) const { g_bytes_unref(bytes); }
};
using Bytes = std::unique_ptr<GBytes, FreeBytes>;

struct FreeSurface
{
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

// Poppler's lists have a function of their own to free them with.
template<void (*freeList)(GList *)>
struct FreeList
{
    void operator()(GList *list) const { freeList(list); }
};
using TextAttributes = std::unique_ptr<GList, FreeList<poppler_page_free_text_attributes>>;
using ImageMapping = std::unique_ptr<GList, FreeList<poppler_page_free_image_mapping>>;
using LinkMapping = std::unique_ptr<GList, FreeList<poppler_page_free_link_mapping>>;

} // namespace pdf
