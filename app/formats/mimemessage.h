#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>

struct _GMimeObject; // NOLINT(bugprone-reserved-identifier): GMime's own name for it.

namespace formats {

// A place in a MimeMessage's tree: a small value, valid while the message lives.
class MimePart
{
public:
    enum class Kind {
        Leaf, // Text, a picture, a file.
        Multipart,
        Message // A mail, the whole one or one inside another: its child is its body.
    };

    explicit MimePart(_GMimeObject *object)
        : m_object(object)
    {
    }

    [[nodiscard]] Kind kind() const;
    // "text/html", in lower case; "text/plain" where nothing is declared (RFC 2045 §5.2).
    [[nodiscard]] QByteArray mediaType() const;
    // A parameter of Content-Type, decoded; empty when it is missing.
    [[nodiscard]] QByteArray parameter(const char *name) const;
    // The first field of that name as it stands there, unfolded; cut at limits::headerBytes.
    [[nodiscard]] QByteArray header(const char *name) const;
    [[nodiscard]] QByteArray contentId() const; // Without "<" and ">".
    [[nodiscard]] bool isAttachment() const; // By Content-Disposition (RFC 2183).
    // A leaf's bytes, its transfer encoding undone.
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] QList<MimePart> children() const;
    // The leaves and messages below it in their order, without what is inside messages.
    [[nodiscard]] QList<MimePart> leaves() const;

    bool operator==(const MimePart &) const = default;

private:
    _GMimeObject *m_object;
};

// A message of RFC 5322 taken apart as MIME says (RFC 2045 to 2049). The bytes are not copied.
// What is cut off or broken is read as far as it goes.
class MimeMessage
{
public:
    // Errors: Malformed for what has no header section.
    static Result<MimeMessage> parse(const QByteArray &bytes);

    MimeMessage(MimeMessage &&) noexcept;
    MimeMessage &operator=(MimeMessage &&) noexcept;
    ~MimeMessage();

    [[nodiscard]] MimePart root() const; // Of kind Message.
    // What is missing, in English; the end of a message that was cut off, for one.
    [[nodiscard]] QStringList warnings() const;

private:
    struct Tree;
    explicit MimeMessage(std::unique_ptr<Tree> tree);
    std::unique_ptr<Tree> m_tree;
};

} // namespace formats
