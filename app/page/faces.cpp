#include "page/page.h"
#include "page/scriptfaces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Choice
{
    page::Face face;
    bool sans = false;
};

// All free. Charis SIL is drawn after Charter, for screens and printers of every kind; EB Garamond
// has old-style figures; Carlito is a quiet sans with an italic of its own. The names are those
// that Debian's packages give them, then those of other sources.
QList<Choice> choices()
{
    return {
        {{.name = u"Charis"_s, .families = {u"Charis SIL"_s, u"Charis"_s, u"Charter"_s}}},
        {{.name = u"Garamond"_s, .families = {u"EB Garamond"_s, u"EB Garamond 12"_s}}},
        {{.name = u"Source Serif"_s,
          .families = {u"Source Serif 4"_s, u"Source Serif Pro"_s, u"Source Serif"_s}}},
        {{.name = u"Noto Serif"_s, .families = {u"Noto Serif"_s}}},
        {.face = {.name = u"Carlito"_s, .families = {u"Carlito"_s, u"Lato"_s}}, .sans = true},
        {.face = {.name = u"Source Sans"_s, .families = {u"Source Sans 3"_s, u"Source Sans Pro"_s}},
         .sans = true},
        {.face = {.name = u"Noto Sans"_s, .families = {u"Noto Sans"_s}}, .sans = true},
        {.face = {.name = u"Atkinson Hyperlegible"_s, .families = {u"Atkinson Hyperlegible"_s}},
         .sans = true},
        {.face = {.name = u"OpenDyslexic"_s, .families = {u"OpenDyslexic"_s, u"OpenDyslexic3"_s}},
         .sans = true}};
}

// What a person's settings name as a face gets into a style sheet: letters of names only.
bool isFamily(const QString &name)
{
    constexpr qsizetype longest = 80;
    return !name.isEmpty() && name.size() <= longest && std::ranges::all_of(name, [](QChar c) {
        return c.isLetterOrNumber() || c == u' ' || c == u'-';
    });
}

bool isSans(const page::Look &look)
{
    const auto all = choices();
    return std::ranges::any_of(all, [&look](const Choice &choice) {
        return choice.sans && choice.face.name == look.face;
    });
}

QStringList joined(QStringList first, const QStringList &then)
{
    for (const auto &family : then) {
        if (!first.contains(family))
            first.append(family);
    }
    return first;
}

page::ScriptFaces facesOf(const page::Writing &writing)
{
    page::ScriptFaces best;
    for (const auto &faces : page::scriptFaces()) {
        const auto named = [&](const QString &language) {
            return writing.language.compare(language, Qt::CaseInsensitive) == 0
                || writing.language.startsWith(language + u'-', Qt::CaseInsensitive);
        };
        if (faces.script == writing.script
            && (faces.languages.isEmpty() || std::ranges::any_of(faces.languages, named)))
            best = faces;
    }
    return best;
}

// Those of a variable that a person's own style sheet has given.
QStringList ownFamilies(const page::Look &look, const QString &variable)
{
    auto families = look.own.value(variable).split(u',', Qt::SkipEmptyParts);
    for (auto &family : families)
        family = family.trimmed().remove(u'"').remove(u'\'');
    return families;
}

} // namespace

QList<page::Face> page::faces()
{
    QList<Face> all;
    for (const auto &choice : choices())
        all.append(choice.face);
    return all;
}

QStringList page::textFaces(const Look &look)
{
    const auto all = faces();
    const auto chosen = std::ranges::find(all, look.face, &Face::name);
    QStringList families;
    if (chosen != all.end())
        families = chosen->families;
    else if (isFamily(look.face))
        families = {look.face};
    families = ownFamilies(look, u"text-faces"_s) + families;
    // Where a face lacks a letter, or is not there at all.
    if (isSans(look))
        return joined(families, furnitureFaces());
    return joined(families,
                  {u"Charis SIL"_s, u"Charis"_s, u"Charter"_s, u"Source Serif 4"_s, u"Noto Serif"_s,
                   u"DejaVu Serif"_s, u"Noto Naskh Arabic"_s, u"Noto Serif Hebrew"_s,
                   u"Noto Serif CJK SC"_s, u"serif"_s});
}

QStringList page::furnitureFaces()
{
    return {u"Source Sans 3"_s,    u"Noto Sans"_s,   u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s,
            u"Noto Sans CJK SC"_s, u"DejaVu Sans"_s, u"sans-serif"_s};
}

QStringList page::textFaces(const Look &look, const Writing &writing)
{
    const auto ofScript = facesOf(writing);
    const auto usual = joined(isSans(look) ? ofScript.furniture : ofScript.text, textFaces(look));
    return writing.script.isEmpty() ? usual
                                    : joined(ownFamilies(look, u"story-text-faces"_s), usual);
}

QStringList page::furnitureFaces(const Look & /*look*/, const Writing &writing)
{
    return joined(facesOf(writing).furniture, furnitureFaces());
}

// Chinese, Japanese and Korean share code points that each of them writes in its own way, so that
// each wants its own face; in each of those, Debian's fonts-noto-cjk comes first.
QList<page::ScriptFaces> page::scriptFaces()
{
    const auto arabic = u"arabic"_s;
    const auto cjk = u"cjk"_s;
    const QStringList arabicSans{u"Noto Sans Arabic"_s, u"Noto Kufi Arabic"_s};
    return {
        {arabic, {}, {u"Noto Naskh Arabic"_s, u"Amiri"_s, u"Scheherazade New"_s}, arabicSans},
        {arabic,
         {u"ur"_s},
         {u"Noto Nastaliq Urdu"_s, u"Noto Naskh Arabic"_s},
         {u"Noto Naskh Arabic"_s, u"Noto Sans Arabic"_s}},
        {u"hebrew"_s,
         {},
         {u"Noto Serif Hebrew"_s, u"Frank Ruehl CLM"_s, u"David CLM"_s},
         {u"Noto Sans Hebrew"_s}},
        {cjk,
         {},
         {u"Noto Serif CJK SC"_s, u"Noto Serif SC"_s, u"Source Han Serif SC"_s,
          u"AR PL UMing CN"_s},
         {u"Noto Sans CJK SC"_s, u"Noto Sans SC"_s, u"WenQuanYi Micro Hei"_s}},
        {cjk,
         {u"zh-Hant"_s, u"zh-TW"_s, u"yue"_s},
         {u"Noto Serif CJK TC"_s, u"Noto Serif TC"_s, u"Source Han Serif TC"_s,
          u"AR PL UMing TW"_s},
         {u"Noto Sans CJK TC"_s, u"Noto Sans TC"_s}},
        {cjk,
         {u"zh-HK"_s, u"zh-MO"_s, u"zh-Hant-HK"_s},
         {u"Noto Serif CJK HK"_s, u"Noto Serif HK"_s, u"Noto Serif CJK TC"_s},
         {u"Noto Sans CJK HK"_s, u"Noto Sans HK"_s, u"Noto Sans CJK TC"_s}},
        {cjk,
         {u"ja"_s},
         {u"Noto Serif CJK JP"_s, u"Noto Serif JP"_s, u"IPAexMincho"_s, u"TakaoMincho"_s},
         {u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"IPAexGothic"_s, u"TakaoGothic"_s}},
        {cjk,
         {u"ko"_s},
         {u"Noto Serif CJK KR"_s, u"Noto Serif KR"_s, u"NanumMyeongjo"_s, u"UnBatang"_s},
         {u"Noto Sans CJK KR"_s, u"Noto Sans KR"_s, u"NanumGothic"_s}},
    };
}
