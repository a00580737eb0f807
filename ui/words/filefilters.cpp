#include "words/filefilters.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    const char *name;
    const char *patterns;
};

#define WORDS(text) QT_TRANSLATE_NOOP("filefilters", text)

constexpr std::array kinds{
    Kind{WORDS("Web pages"), "*.html *.htm *.xhtml *.xht"},
    Kind{WORDS("Pages in one file"), "*.mhtml *.mht *.webarchive *.maff *.htz"},
    Kind{WORDS("Web archives"), "*.warc *.warc.gz *.wacz"},
    Kind{WORDS("Mail"), "*.eml *.mbox"},
    Kind{WORDS("Text and Markdown"), "*.txt *.text *.md *.markdown *.mdown *.mkd *.mkdn *.mdwn"},
    Kind{WORDS("Books and documents"), "*.epub *.pdf"},
    Kind{WORDS("Notes and lists"), "*.enex *.json"},
};

#undef WORDS

QString filter(const QString &name, const QString &patterns)
{
    return u"%1 (%2)"_s.arg(name, patterns);
}

} // namespace

QStringList filefilters::all()
{
    const auto tr
        = [](const char *text) { return QCoreApplication::translate("filefilters", text); };
    QStringList every;
    QStringList filters;
    for (const auto &kind : kinds) {
        every << QString::fromUtf8(kind.patterns);
        filters << filter(tr(kind.name), every.last());
    }
    filters.prepend(filter(tr("Stories"), every.join(u' ')));
    filters.append(filter(tr("All files"), u"*"_s));
    return filters;
}
