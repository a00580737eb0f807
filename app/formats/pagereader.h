#pragma once

#include "base/result.h"
#include "model/savedpage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

// A saved file as it is handed to the readers.
struct SavedFile
{
    QByteArray bytes = {};
    QString name = {}; // The file's name without its folder: a hint, never proof.
    // Reads a file beside it by its relative path, for pages saved with a folder of pictures;
    // answers nothing for what is missing or outside. May be null.
    std::function<std::optional<QByteArray>(const QString &relativePath)> sibling = {};
};

// Reads one kind of saved file. Each format is one such class in one file, listed in formats.cpp;
// the rest of the program asks formats::read() and never learns which of them answered.
class PageReader
{
public:
    virtual ~PageReader() = default;

    // Judges by content; the name only breaks ties: people rename files, and mail programs drop
    // the suffix.
    [[nodiscard]] virtual bool recognises(const SavedFile &file) const = 0;

    // Only called with what it recognises. Must survive any bytes: saved files are untrusted. Most
    // files hold one page.
    [[nodiscard]] virtual Result<QList<SavedPage>> read(const SavedFile &file) const = 0;
};
