#include "print/records.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace print {

static QDataStream &operator<<(QDataStream &out, const Font &font)
{
    return out << font.name << font.size;
}

static QDataStream &operator>>(QDataStream &in, Font &font)
{
    return in >> font.name >> font.size;
}

static QDataStream &operator<<(QDataStream &out, const Word &word)
{
    return out << word.text << word.box << word.font << word.line;
}

static QDataStream &operator>>(QDataStream &in, Word &word)
{
    return in >> word.text >> word.box >> word.font >> word.line;
}

static QDataStream &operator<<(QDataStream &out, const Link &link)
{
    return out << link.area << link.address;
}

static QDataStream &operator>>(QDataStream &in, Link &link)
{
    return in >> link.area >> link.address;
}

static QDataStream &operator<<(QDataStream &out, const PicturePlace &place)
{
    return out << place.id << place.area;
}

static QDataStream &operator>>(QDataStream &in, PicturePlace &place)
{
    return in >> place.id >> place.area;
}

static QDataStream &operator<<(QDataStream &out, const Page &page)
{
    return out << page.width << page.height << page.fonts << page.words << page.links
               << page.pictures;
}

static QDataStream &operator>>(QDataStream &in, Page &page)
{
    return in >> page.width >> page.height >> page.fonts >> page.words >> page.links
        >> page.pictures;
}

static QDataStream &operator<<(QDataStream &out, const Picture &picture)
{
    return out << picture.page << picture.id << picture.mimeType << picture.bytes;
}

static QDataStream &operator>>(QDataStream &in, Picture &picture)
{
    return in >> picture.page >> picture.id >> picture.mimeType >> picture.bytes;
}

static QDataStream &operator<<(QDataStream &out, const About &about)
{
    return out << about.pages << about.title << about.author << about.keywords << about.program
               << about.producer << about.created;
}

static QDataStream &operator>>(QDataStream &in, About &about)
{
    return in >> about.pages >> about.title >> about.author >> about.keywords >> about.program
        >> about.producer >> about.created;
}

namespace {

enum class Kind : quint8 { About = 1, Page, Picture, Problem, End };

// Both ends are built together; the version only keeps a newer Qt from writing another form.
constexpr auto version = QDataStream::Qt_6_4;

template<typename... Values>
QByteArray framed(Kind kind, const Values &...values)
{
    QByteArray payload;
    QDataStream inside(&payload, QIODevice::WriteOnly);
    inside.setVersion(version);
    static_cast<void>((inside << ... << values));
    QByteArray whole;
    QDataStream out(&whole, QIODevice::WriteOnly);
    out.setVersion(version);
    out << quint8(kind) << payload;
    return whole;
}

template<typename... Values>
bool unpack(const QByteArray &payload, Values &...values)
{
    QDataStream in(payload);
    in.setVersion(version);
    (in >> ... >> values);
    return in.status() == QDataStream::Ok;
}

class Reader
{
public:
    bool take(Kind kind, const QByteArray &payload)
    {
        switch (kind) {
        case Kind::About:
            return begun = unpack(payload, file.about);
        case Kind::Page:
            return unpack(payload, file.pages.emplaceBack());
        case Kind::Picture:
            return unpack(payload, file.pictures.emplaceBack());
        case Kind::Problem:
            return takeProblem(payload);
        case Kind::End:
            return file.complete = true;
        }
        return false;
    }

    File file;
    std::optional<Error> problem;
    bool begun = false;

private:
    bool takeProblem(const QByteArray &payload)
    {
        quint8 kind = 0;
        QString detail;
        if (!unpack(payload, kind, detail) || kind > quint8(Error::Kind::Cancelled))
            return false;
        problem = Error{Error::Kind(kind), detail};
        return true;
    }
};

} // namespace

QByteArray record(const About &about)
{
    return framed(Kind::About, about);
}

QByteArray record(const Page &page)
{
    return framed(Kind::Page, page);
}

QByteArray record(const Picture &picture)
{
    return framed(Kind::Picture, picture);
}

QByteArray record(const Error &problem)
{
    return framed(Kind::Problem, quint8(problem.kind), problem.detail);
}

QByteArray endRecord()
{
    return framed(Kind::End);
}

Result<File> readRecords(const QByteArray &stream)
{
    QDataStream in(stream);
    in.setVersion(version);
    Reader reader;
    while (!in.atEnd()) {
        quint8 kind = 0;
        QByteArray payload;
        in >> kind >> payload;
        if (in.status() != QDataStream::Ok || !reader.take(Kind(kind), payload))
            break;
    }
    if (reader.problem)
        return *reader.problem;
    if (!reader.begun)
        return Error{Error::Kind::Malformed, u"nothing in it could be read"_s};
    return std::move(reader.file);
}

} // namespace print
