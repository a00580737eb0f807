#pragma once

#include <QByteArray>

#include <array>

// Pages of any size, the same in every run: one shape for each way in which a page can be large.
// What takes time that grows faster than such a page does so on some page of the web, too.
namespace support {

// Words that look like prose to whoever counts letters, commas and links.
class PageWriter
{
public:
    explicit PageWriter(qsizetype bytes)
        : m_least(bytes)
    {
        m_page.reserve(bytes + 4096);
    }

    PageWriter &operator<<(const char *text)
    {
        m_page += text;
        return *this;
    }

    PageWriter &operator<<(int number)
    {
        m_page += QByteArray::number(number);
        return *this;
    }

    PageWriter &words(int count)
    {
        static constexpr std::array syllables
            = {"ta", "the", "ri", "no",  "pa",   "sel", "dur", "mo", "ck",  "an",
               "is", "wor", "ly", "que", "tion", "re",  "fa",  "be", "ste", "hi"};
        for (int i = 0; i < count; ++i) {
            m_page += i > 0 ? " " : "";
            for (auto left = 1 + next() % 3; left > 0; --left)
                m_page += syllables[next() % syllables.size()];
            m_page += next() % 9 == 0 ? "," : "";
        }
        return *this;
    }

    PageWriter &paragraph(int count)
    {
        m_page += "<p>";
        words(count);
        m_page += ".</p>\n";
        return *this;
    }

    [[nodiscard]] bool isFull() const { return m_page.size() >= m_least; }
    [[nodiscard]] int number() { return m_number++; }
    [[nodiscard]] QByteArray take() { return std::move(m_page); }

private:
    [[nodiscard]] unsigned next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state >> 16U;
    }

    QByteArray m_page;
    qsizetype m_least;
    unsigned m_state = 7;
    int m_number = 0;
};

// What a shape repeats until the page is full, between what stands above and below it.
struct PageShape
{
    const char *name;
    void (*part)(PageWriter &);
    const char *above = "";
    const char *below = "";
};

inline void writeProse(PageWriter &page)
{
    const auto number = page.number();
    page.paragraph(60).paragraph(45).paragraph(70);
    switch (number % 8) {
    case 0:
        page << "<h2>";
        page.words(5) << "</h2>";
        break;
    case 1:
        page << "<div class=\"share-bar\"><a href=\"/share?to=a\">Share</a> "
                "<a href=\"/share?to=b\">Send</a></div>";
        break;
    case 2:
        page << "<figure><img src=\"/p/" << number << ".jpg\" alt=\"\"><figcaption>";
        page.words(14) << ". Photo: Bo Finch</figcaption></figure>";
        break;
    case 3:
        page << "<aside class=\"related\"><h3>Read also</h3><ul><li><a href=\"/s/" << number
             << "\">";
        page.words(7) << "</a></li></ul></aside>";
        break;
    case 4:
        page << "<div class=\"newsletter-box\"><p>Sign up to our newsletter</p>"
                "<form><input name=\"mail\"></form></div>";
        break;
    case 5:
        page << "<script>var story = {\"number\": " << number << "};</script>";
        break;
    default:
        page << "<blockquote><p>";
        page.words(25) << "</p></blockquote>";
    }
}

inline constexpr std::array pageShapes = {
    PageShape{"prose with furniture", writeProse},
    PageShape{"paragraphs", [](PageWriter &page) { page.paragraph(60); }},
    PageShape{"small divs",
              [](PageWriter &page) {
                  page << "<div class=\"a\"><div><span>";
                  page.words(4) << "</span></div></div>";
              }},
    PageShape{"one table",
              [](PageWriter &page) {
                  page << "<tr><th>" << page.number() << "</th><td>";
                  page.words(3) << "</td><td>1.5</td></tr>\n";
              },
              "<table>", "</table>"},
    PageShape{"nested divs",
              [](PageWriter &page) {
                  page << "<div>";
                  page.words(8);
              }},
    PageShape{"nested layout tables",
              [](PageWriter &page) {
                  page << "<table><tr><td>";
                  page.words(8);
              }},
    PageShape{"paragraphs 200 deep", [](PageWriter &page) { page.paragraph(6); },
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"
              "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>"},
    PageShape{"links",
              [](PageWriter &page) {
                  page << "<a href=\"/s/" << page.number() << "\">";
                  page.words(3) << "</a>\n";
              }},
    PageShape{"list of links",
              [](PageWriter &page) {
                  page << "<li><a href=\"/s/" << page.number() << "\">";
                  page.words(5) << "</a></li>\n";
              },
              "<ul>", "</ul>"},
    PageShape{"unclosed <b>",
              [](PageWriter &page) {
                  page << "<b>";
                  page.words(8);
              }},
    PageShape{"unclosed <p><b><a>",
              [](PageWriter &page) {
                  page << "<p><b><a href=\"/s/" << page.number() << "\">";
                  page.words(8);
              }},
    PageShape{"a single line", [](PageWriter &page) { page.words(100) << " "; }, "<p>", "</p>"},
    PageShape{"a single word", [](PageWriter &page) { page << "abcdefghij"; }, "<p>", "</p>"},
    PageShape{"lines parted by <br>", [](PageWriter &page) { page.words(9) << "<br><br>\n"; }},
    PageShape{"spans in a paragraph",
              [](PageWriter &page) {
                  page << "<span>";
                  page.words(2) << "</span> ";
              },
              "<p>", "</p>"},
    PageShape{"figures",
              [](PageWriter &page) {
                  page << "<figure><img src=\"/p/" << page.number() << ".jpg\"><figcaption>";
                  page.words(12) << " (Bo Finch/Coastwire)</figcaption></figure>\n";
              }},
    PageShape{"bare pictures",
              [](PageWriter &page) {
                  page << "<div><img src=\"/p/" << page.number() << ".jpg\"></div>";
              }},
    PageShape{"bylines",
              [](PageWriter &page) {
                  page << "<div class=\"byline\">By <a rel=\"author\" href=\"/a/" << page.number()
                       << "\">Ada Marsh</a></div>\n";
              }},
    PageShape{"dates",
              [](PageWriter &page) {
                  page << "<time class=\"date\" datetime=\"2021-12-04\">December " << page.number()
                       << ", 2021</time><br>";
              }},
    PageShape{"headings",
              [](PageWriter &page) {
                  page << "<h2>";
                  page.words(5) << "</h2>\n";
              }},
    PageShape{"headlines",
              [](PageWriter &page) {
                  page << "<h1><a href=\"/\">";
                  page.words(5) << "</a></h1>\n";
              }},
    PageShape{"headers",
              [](PageWriter &page) {
                  page << "<header><p>";
                  page.words(5) << "</p>";
              }},
    PageShape{"articles",
              [](PageWriter &page) {
                  page << "<article class=\"post\">";
                  page.paragraph(12) << "</article>\n";
              }},
    PageShape{"related lines",
              [](PageWriter &page) {
                  page << "<p>Read also: <a href=\"/s/" << page.number() << "\">";
                  page.words(7) << "</a></p>\n";
              }},
    PageShape{"related boxes",
              [](PageWriter &page) {
                  page << "<div><h3>Related articles</h3><ul><li><a href=\"/s/" << page.number()
                       << "\">";
                  page.words(7) << "</a></li></ul></div>\n";
              }},
    PageShape{"pull quotes",
              [](PageWriter &page) {
                  page.paragraph(40) << "<blockquote class=\"pullquote\"><p>";
                  page.words(9) << "</p></blockquote>\n";
              }},
    PageShape{"notices", [](PageWriter &page) { page << "<div><p>Advertisement</p></div>\n"; }},
    PageShape{"comments",
              [](PageWriter &page) {
                  page << "<div class=\"comment\"><span class=\"author\">Ada</span>";
                  page.paragraph(20) << "</div>\n";
              }},
    PageShape{"frames",
              [](PageWriter &page) {
                  page << "<iframe src=\"https://player.example/embed/" << page.number()
                       << "\"></iframe>\n";
              }},
    PageShape{"definitions",
              [](PageWriter &page) {
                  page << "<dt>";
                  page.words(2) << "<dd>";
                  page.words(10);
              },
              "<dl>", "</dl>"},
    PageShape{"code", [](PageWriter &page) { page.words(8) << "\n"; }, "<pre><code>",
              "</code></pre>"},
    PageShape{"class attributes",
              [](PageWriter &page) {
                  const auto number = page.number();
                  page << "<div class=\"block-" << number << " byline-" << number << " story-body__"
                       << number << "\">";
                  page.words(3) << "</div>\n";
              }},
    PageShape{"hidden parts",
              [](PageWriter &page) {
                  page << "<div style=\"display: none\">";
                  page.words(6) << "</div>\n";
              }},
    PageShape{"JSON-LD objects",
              [](PageWriter &page) {
                  page << "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
                          "\"headline\": \"Story "
                       << page.number() << "\", \"author\": {\"name\": \"Ada Marsh\"}}</script>\n";
              }},
    PageShape{"one JSON-LD graph",
              [](PageWriter &page) {
                  page << "{\"@type\": \"Person\", \"@id\": \"#" << page.number()
                       << "\", \"name\": \"Ada Marsh\"},\n";
              },
              "<script type=\"application/ld+json\">{\"@graph\": [", "{}]}</script>"},
    PageShape{"<meta> elements",
              [](PageWriter &page) {
                  page << "<meta property=\"article:tag\" content=\"tag " << page.number()
                       << "\">\n";
              },
              "", "<p>Nothing else.</p>"},
};

// The shape's page, at least so many bytes long.
inline QByteArray largePage(const PageShape &shape, qsizetype bytes)
{
    PageWriter page(bytes);
    page << "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The Harbour "
            "Council Meets Again - The Coast</title></head><body><h1>The Harbour Council Meets "
            "Again</h1><p class=\"byline\">By Ada Marsh</p>\n";
    page << shape.above;
    while (!page.isFull())
        shape.part(page);
    page << shape.below;
    return page.take();
}

} // namespace support
