// parse/html/select.h
#include "parse/html/select.h"

#include "parse/html/select_group.h"
#include "parse/html/select_place.h"
#include "unit.h"

#include <stdlib.h>

static struct arena arena;
static char shown[1 << 16];

static const char *const reasons[] = {[HTML_LEFT_NOT] = "",
                                      [HTML_LEFT_NEVER] = "never",
                                      [HTML_LEFT_NAVIGATION] = "navigation",
                                      [HTML_LEFT_FURNITURE] = "furniture",
                                      [HTML_LEFT_DIALOG] = "dialog",
                                      [HTML_LEFT_TEASER] = "teaser",
                                      [HTML_LEFT_COMMENTS] = "comments",
                                      [HTML_LEFT_READING] = "reading",
                                      [HTML_LEFT_OUTSIDE] = "outside"};

// The reason of the node or of what it lies in.
static int left_of(const struct html_node *node)
{
    for (; node; node = node->parent)
        if (node->left) return node->left;
    return HTML_LEFT_NOT;
}

// Each text that is not blank, on a line of its own; what is left with its reason before it.
static const char *selected(const char *page, bool whole_page)
{
    struct html_tree tree;
    struct error error = {0};
    size_t n = 0;
    shown[0] = 0;
    arena_reset(&arena);
    assert_true(html_tree_build(&tree, str_from(page), &arena, &error));
    assert_true(html_select(&tree, whole_page, &arena, &error));
    for (struct html_node *d = tree.document, *at = html_node_next(d, d, false); at;
         at = html_node_next(d, at, false)) {
        bool picture = at->type == HTML_NODE_ELEMENT && at->element == ELEMENT_IMG;
        struct str text = str_trim(picture ? html_node_attribute(at, "alt") : at->text);
        if (!(picture || at->type == HTML_NODE_TEXT) || !text.n) continue;
        int left = left_of(at);
        n +=
            (size_t)snprintf(shown + n, sizeof shown - n, "%s%s%.*s\n", reasons[left], left ? ": " : "", STR_ARG(text));
    }
    return shown;
}

static bool has_line(const char *lines, const char *line)
{
    size_t n = strlen(line);
    for (const char *p = lines; (p = strstr(p, line)); p++)
        if ((p == lines || p[-1] == '\n') && p[n] == '\n') return true;
    return false;
}

#define PROSE_1                                                                                                        \
    "The ferry left the harbour before dawn, with eleven passengers, two goats and the mail for the islands."
#define PROSE_2                                                                                                        \
    "By noon the wind had turned, so the captain took the longer way around the cape, which nobody had planned."
#define PROSE_3 "On the island the council met in the school, because the roof of the town hall had not been repaired."
#define PROSE_4                                                                                                        \
    "The teacher, who also keeps the lighthouse, said that the winter had been mild and that supplies would last."

#define PAGE(before, within, behind)                                                                                   \
    "<!doctype html><html><head><title>The mail boat to the islands</title></head><body>" before                       \
    "<main><article class=\"post\"><div class=\"entry-content\"><p>" PROSE_1 "</p><p>" PROSE_2 "</p>" within           \
    "<p>" PROSE_3 "</p><p>" PROSE_4 "</p></div></article></main>" behind "</body></html>"

static void check_article(const char *lines)
{
    static const char *const prose[] = {PROSE_1, PROSE_2, PROSE_3, PROSE_4};
    for (size_t i = 0; i < 4; i++)
        if (!has_line(lines, prose[i])) fail_msg("%s\nis not kept in:\n%s", prose[i], lines);
}

// Lines that must be there, in any order, up to NULL.
struct page_case {
    const char *page;
    const char *lines[7];
};

// The page as it was selected.
static const char *check_lines(const struct page_case *page)
{
    const char *lines = selected(page->page, false);
    for (const char *const *line = page->lines; *line; line++)
        if (!has_line(lines, *line)) fail_msg("%s\nis not in:\n%s", *line, lines);
    return lines;
}

static void check_cases(const struct page_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) check_article(check_lines(&cases[i]));
}

#define MENU                                                                                                           \
    "<ul><li><a href=\"/a\">Home</a></li><li><a href=\"/b\">Weather</a></li><li><a href=\"/c\">Sport</a></li></ul>"

static void leaves_furniture_with_its_reason(void **state)
{
    (void)state;
    static const struct page_case cases[] = {
        {PAGE("<nav>" MENU "</nav>", "", ""), {"navigation: Home", "navigation: Sport"}},
        {PAGE("<div class=\"main-menu\">" MENU "</div>", "", ""), {"navigation: Home", "navigation: Sport"}},
        {PAGE("<div role=\"navigation\">" MENU "</div>", "", ""), {"navigation: Home"}},
        {PAGE("<div>" MENU "</div>", "", ""), {"navigation: Home"}},
        {PAGE("<div class=\"breadcrumbs\"><a href=\"/\">Home</a> › <a href=\"/n\">News</a></div>", "", ""),
         {"navigation: Home", "navigation: News"}},
        {PAGE("", "",
              "<div class=\"cookie-banner\"><p>We use cookies to make this site "
              "better.</p><button>Accept</button></div>"),
         {"furniture: We use cookies to make this site better.", "furniture: Accept"}},
        {PAGE("", "", "<div class=\"social-share\"><a href=\"/f\">Share</a> <a href=\"/g\">Tweet</a></div>"),
         {"furniture: Share", "furniture: Tweet"}},
        {PAGE("", "", "<aside class=\"sidebar\"><h3>Tide tables</h3><a href=\"/t\">Today</a></aside>"),
         {"furniture: Tide tables", "furniture: Today"}},
        {PAGE("", "", "<footer><p>© 2024 The Island Courier. All rights reserved.</p></footer>"),
         {"furniture: © 2024 The Island Courier. All rights reserved."}},
        {PAGE("", "", "<form class=\"newsletter\"><p>Get our letter every week.</p><button>Subscribe</button></form>"),
         {"furniture: Get our letter every week.", "furniture: Subscribe"}},
        {PAGE("", "",
              "<section class=\"related-posts\"><h3>More stories</h3><ul><li><a href=\"/x\">A new pier</a></li>"
              "<li><a href=\"/y\">Goats on the beach</a></li></ul></section>"),
         {"teaser: More stories", "teaser: A new pier", "teaser: Goats on the beach"}},
        {PAGE("", "",
              "<section id=\"comments\"><h3>Two comments</h3><p>Anna: I was on that ferry, and it was "
              "cold!</p></section>"),
         {"comments: Two comments", "comments: Anna: I was on that ferry, and it was cold!"}},
        {PAGE("", "", "<div><a href=/t>Tides</a></div>"), {"outside: Tides"}},
        {PAGE("<div hidden><p>Install our app</p></div>", "", ""), {"never: Install our app"}},
        {PAGE("<div style=\"color: red; display : none\"><p>Install our app</p></div>", "", ""),
         {"never: Install our app"}},
    };
    check_cases(cases, sizeof cases / sizeof *cases);
}

static void keeps_what_the_article_has(void **state)
{
    (void)state;
    static const struct page_case cases[] = {
        {PAGE("<header><h1>The mail boat to the islands</h1></header>", "", ""), {"The mail boat to the islands"}},
        {PAGE("<header><h1>Goats at sea</h1></header>", "", ""), {"Goats at sea"}},
        {PAGE("<div id=\"head\"><h1>The mail</h1></div><div class=\"top\"><h1>boat to the islands</h1></div>", "", ""),
         {"boat to the islands", "furniture: The mail"}},
        {PAGE("", "<h2>The longer way</h2>", ""), {"The longer way"}},
        {PAGE("", "<ul><li>Eleven passengers</li><li>Two goats</li><li>The mail</li></ul>", ""),
         {"Eleven passengers", "Two goats", "The mail"}},
        {PAGE("", "<ol><li><p>Board before six.</p></li><li><p>Keep the goats tied.</p></li></ol>", ""),
         {"Board before six.", "Keep the goats tied."}},
        {PAGE("",
              "<table><caption>Fares</caption><tr><th>Who</th><th>Crowns</th></tr><tr><td>Goat</td><td>4</td></tr></"
              "table>",
              ""),
         {"Fares", "Who", "Crowns", "Goat", "4"}},
        {PAGE("", "<blockquote><p>We have always come back.</p></blockquote>", ""), {"We have always come back."}},
        {PAGE("", "<pre><code>ferry --slow</code></pre>", ""), {"ferry --slow"}},
        {PAGE("", "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>The boat at the pier</figcaption></figure>", ""),
         {"The boat at the pier"}},
        {PAGE("", "<dl><dt>Draught</dt><dd>Two metres, with all the goats on board.</dd></dl>", ""),
         {"Draught", "Two metres, with all the goats on board."}},
        {PAGE("", "<p>See the <a href=\"/t\">tide tables</a> before you travel, and bring a coat.</p>", ""),
         {"See the", "tide tables", "before you travel, and bring a coat."}},
    };
    check_cases(cases, sizeof cases / sizeof *cases);
}

#define BODY(html) "<html><head><title>The mail boat</title></head><body>" html "</body></html>"

static void keeps_headings_and_titles_by_what_follows(void **state)
{
    (void)state;
    static const struct page_case cases[] = {
        // in wrappers of its own
        {BODY("<div class=\"head\"><div><div><h2>Fares</h2></div></div></div><p>" PROSE_2 "</p>"), {"Fares", PROSE_2}},
        // beside its table
        {BODY("<h1>Mills</h1><div class=\"table\"><p class=\"title\"><b>Table 1. Fares</b></p><div "
              "class=\"contents\"><table>"
              "<tr><th>Who</th><th>Crowns</th></tr><tr><td>Goat</td><td>4</td></tr></table></div></div>"
              "<p>See the tide tables.</p><p>Boats leave at six.</p>"),
         {"Table 1. Fares", "Goat"}},
        // a mark of a place that isn't closed makes no link of what follows
        {BODY("<h1>The mail boat</h1><h2><a name=\"a\">The way</h2><p>" PROSE_1
              "</p><ul><li>Goats pay.<li>Boats leave.</ul>"
              "<h2><a id=\"b\">The winter</h2><p>" PROSE_4 "</p><ul><li>Ice stays.<li>Boats don't.</ul>"),
         {"The way", "Goats pay.", "The winter", "Ice stays."}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_lines(&cases[i]);
}

static void never_text(void **state)
{
    (void)state;
    const char *page =
        "<title>T</title><style>s</style><body><script>x</script><noscript>n</noscript><template>t</template>"
        "<select><option>o</option></select><svg><title>v</title></svg><p>kept</p><nav>menu</nav>";
    assert_string_equal(selected(page, true),
                        "never: T\nnever: s\nnever: x\nnever: n\nnever: t\nnever: o\nnever: v\nkept\nmenu\n");
}

// Of a piece of a page, which has no head, only furniture is left out.
static void keeps_pieces(void **state)
{
    (void)state;
    assert_string_equal(selected("<p>One line.", false), "One line.\n");
    assert_string_equal(selected("", false), "");
    assert_string_equal(selected("<frameset><frame></frameset>", false), "");
    assert_string_equal(selected("<div>a</div>text<span>b</span>", false), "a\ntext\nb\n");
    const char *lines = selected("<nav>" MENU "</nav><div>Lorem</div><div>" PROSE_1 " " PROSE_2 " " PROSE_3 " " PROSE_4
                                 "</div><div class=footer>foot</div>",
                                 false);
    assert_true(has_line(lines, "navigation: Sport") && has_line(lines, "Lorem") && has_line(lines, "furniture: foot"));
}

// Pages whose article has no element or word that says so: told by its prose alone.
static void finds_the_article_by_density(void **state)
{
    (void)state;
    const char *lines =
        selected("<title>Boat</title><body><div><div>" MENU "</div><div><div>" PROSE_1 "</div><div>" PROSE_2
                 "</div><div>" PROSE_3 "</div><div>" PROSE_4 "</div></div><div>" MENU "</div></div>",
                 false);
    check_article(lines);
    assert_true(has_line(lines, "navigation: Home"));
}

static void groups_are_kept_or_left_as_one(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        float in[4], out[4];
    } cases[] = {
        {"<ul><li>a<li>b</ul><p>c", {1, 0, 0}, {0.5F, 0.5F, 0}},
        {"<table><tr><td>a<td><div>b</div></table><p>c", {1, 0, 0}, {0.5F, 0.5F, 0}},
        {"<table><tr><td>a<td>b<tr><td><hr></table><p>c", {1, 0, 0}, {0.5F, 0.5F, 0}},
        {"<table><tr><td>a<td><section>b</section></table><p>c", {1, 0, 0}, {1, 0, 0}},
        {"<table><tr><th>a<th><h3>b</h3></table><p>c", {1, 0, 0}, {0.5F, 0.5F, 0}},
        {"<table><tr><td>a<td><h3>b</h3></table><p>c", {1, 0, 0}, {1, 0, 0}},
        {"<ul><li>a<li><div>b</div></ul><p>c", {1, 0, 0}, {1, 0, 0}},
        {"<table><tr><td>a<td>b c d<tr><td>e</table>", {1, 0, 0}, {0.2F, 0.2F, 0.2F}},
        {"<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", {1, 0, 0}, {0.5F, 0.5F, 0}},
        {"<blockquote><div>a</div><p>b</blockquote><p>c", {0, 1, 0}, {0.5F, 0.5F, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct html_tree tree;
        struct error error = {0};
        struct select_page page;
        float likelihoods[4];
        arena_reset(&arena);
        assert_true(html_tree_build(&tree, str_from(cases[i].body), &arena, &error));
        assert_true(select_page_read(&page, &tree, &arena, &error));
        assert_int_equal(page.unit_count, 3);
        memcpy(likelihoods, cases[i].in, sizeof likelihoods);
        assert_true(select_group_level(&page, likelihoods, &arena));
        for (size_t k = 0; k < 3; k++)
            if (likelihoods[k] != cases[i].out[k]) fail_msg("case %zu, unit %zu: %f", i, k, (double)likelihoods[k]);
    }
}

#define TEN   "a b c d e f g h i j "
#define FORTY TEN TEN TEN TEN

// What is kept for its place: likelihoods of units, and K (kept), - (left) or + (kept for its place) for each.
static void what_stands_amid_is_kept(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        float in[8];
        const char *kept;
    } cases[] = {
        // a table, also one of links; a list that is no menu; not where most around it is left, nor far below
        {"<p>a b c</p><table><tr><td>1<td><a href=b>2</a></table><p>d e f", {1, 0.3F, 0.3F, 1}, "K++K"},
        {"<p>a b c<div><div><ul><li>1<li>2</ul></div></div><p>d e f", {1, 0.3F, 0.3F, 1}, "K++K"},
        {"<p>a b c</p><table><tr><td>1<td>2</table><p>d e f", {1, 0.1F, 0.1F, 1}, "K--K"},
        {"<p>a b c<ul><li><a href=a>1</a><li><a href=b>2</a></ul><p>d e f", {1, 0.3F, 0.3F, 1}, "K--K"},
        {"<p>a</p><table><tr><td>1<td>2</table><div>b c d e f g</div><p>h", {1, 0.3F, 0.3F, 0, 1}, "K---K"},
        {"<p>a b c<div><div><div><div><div>x<table><tr><td>1<td>2</table></div></div></div></div></div><p>d e f",
         {1, 0, 0.3F, 0.3F, 1},
         "K---K"},
        {"<table><tr><td>1<td>2</table><p>d e f", {0.3F, 0.3F, 1}, "--K"},
        // a heading between, also a link; one amid bare text; over what is left, but not over links or another heading
        {"<p>a b c<h2><a href=b>d</a></h2><p>e f g", {1, 0.1F, 1}, "K+K"},
        {"<h2><a href=b>d</a></h2><p>e f g", {0.1F, 1}, "-K"},
        {"<p>a b c<h2>d</h2><div>e</div><p>f g", {1, 0.1F, 0, 1}, "K+-K"},
        {"<h1>a</h1><h2>b</h2><div>c</div><div>d</div><p>e f", {0.1F, 0.1F, 0, 0, 1}, "++--K"},
        {"<p>a b c<h2>d</h2><div><a href=e>e</a></div><p>f g", {1, 0.1F, 0, 1}, "K--K"},
        {"<p>a b c<h2>d</h2><div>e</div><h2>f</h2><p>g h", {1, 0.1F, 0, 0, 1}, "K---K"},
        {"<p>a b c<h2>d</h2><div>e</div><p>f g", {1, 0.01F, 0, 1}, "K--K"},
        {"<div>" FORTY "<h2>k</h2>l m n<h3>o</h3></div>", {1, 0, 0}, "K++"},
        {"<div>" TEN "<h2>k</h2>l m n<b>o</b></div><div>p</div><p>o", {1, 0, 0, 1}, "K--K"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct html_tree tree;
        struct error error = {0};
        struct select_page page;
        float likelihoods[8];
        bool kept[8] = {0};
        arena_reset(&arena);
        assert_true(html_tree_build(&tree, str_from(cases[i].body), &arena, &error));
        assert_true(select_page_read(&page, &tree, &arena, &error));
        assert_int_equal(page.unit_count, strlen(cases[i].kept));
        memcpy(likelihoods, cases[i].in, sizeof likelihoods);
        for (size_t k = 0; k < page.unit_count; k++) kept[k] = cases[i].kept[k] == 'K';
        uint32_t *groups = select_group_level(&page, likelihoods, &arena);
        assert_true(select_places_keep(&page, likelihoods, groups, 0.5F, kept, &arena));
        for (size_t k = 0; k < page.unit_count; k++)
            if (kept[k] != (cases[i].kept[k] != '-')) fail_msg("case %zu, unit %zu: %d", i, k, kept[k]);
    }
}

// Where nothing looks like an article, what is no furniture is kept.
static void keeps_what_is_no_article(void **state)
{
    (void)state;
    const char *lines = selected(
        "<title>Ferry</title><body><nav>" MENU "</nav><div id=app>Loading</div><footer>" MENU "</footer>", false);
    assert_true(has_line(lines, "Loading") && has_line(lines, "navigation: Home"));
}

// Headings and captions that the words alone wouldn't keep stand where they belong to what is kept.
static void keeps_what_stands_between(void **state)
{
    (void)state;
    static const struct page_case cases[] = {
        {PAGE("",
              "<figure><a href=\"b.jpg\"><img src=\"a.jpg\"></a><div><figcaption>Photo: A. "
              "Nyman</figcaption></div></figure>",
              ""),
         {"Photo: A. Nyman"}},
        {PAGE("", "<h4>1</h4>", ""), {"1"}},
    };
    check_cases(cases, sizeof cases / sizeof *cases);
}

// A picture among parts that are left for several reasons is no part of the article.
static void leaves_pictures_with_what_is_around_them(void **state)
{
    (void)state;
    static const char box[] =
        "<aside class=\"related\"><a href=/1><img src=a.jpg alt=\"A port\"></a>"
        "<div class=\"share\"><a href=/c>Tweet</a></div><a href=/2><img src=b.jpg alt=\"A cape\"></a>"
        "<nav><a href=/d>More</a></nav></aside>";
    char page[4096];
    snprintf(page, sizeof page, PAGE("", "%s<figure><img src=c.jpg alt=\"The boat\"></figure>", ""), box);
    const char *lines = selected(page, false);
    check_article(lines);
    assert_true(has_line(lines, "The boat"));
    assert_true(has_line(lines, "outside: A port"));
    assert_true(has_line(lines, "outside: A cape"));
    assert_true(has_line(lines, "furniture: Tweet"));
    assert_true(has_line(lines, "navigation: More"));
}

// What a part around kept text is called says nothing of what is left in it.
static void tells_reasons_by_what_holds_nothing_kept(void **state)
{
    (void)state;
    const char *lines = selected(PAGE("<div class=\"site-header comments\">",
                                      "<div><a href=/a>x</a> <a href=/b>y</a></div>"
                                      "<div class=\"share\"><a href=/c>Tweet</a></div>",
                                      "</div>"),
                                 false);
    check_article(lines);
    assert_false(strstr(lines, "comments: "));
    assert_true(has_line(lines, "furniture: Tweet"));
}

static void words_of_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t kinds;
    } cases[] = {
        {"entry-content", 1U << SELECT_ARTICLE | 1U << SELECT_CONTENT},
        {"articleBody", 1U << SELECT_ARTICLE | 1U << SELECT_BODY},
        {"ARTICLE", 1U << SELECT_ARTICLE},
        {"site_nav", 1U << SELECT_NAVIGATION},
        {"navy", 0},
        {"shadow add", 0},
        {"ad", 1U << SELECT_PROMOTION},
        {"relatedPosts", 1U << SELECT_RELATED},
        {"", 0},
        {"--", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (select_words(str_from(cases[i].name)) != cases[i].kinds)
            fail_msg("%s: %x", cases[i].name, select_words(str_from(cases[i].name)));
}

// Depth and breadth that would break what recurses or looks at everything from everywhere.
static void large_pages_end(void **state)
{
    (void)state;
    enum { COUNT = 30000 };
    static const char *const pieces[] = {"<div>a",   "<ul><li>a",   "<table><tr><td>a",
                                         "<p>a</p>", "<a href=x>a", "<article>a"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t n = strlen(pieces[i]);
        char *page = malloc(n * COUNT + 1);
        for (size_t k = 0; k < COUNT; k++) memcpy(page + k * n, pieces[i], n + 1);
        struct html_tree tree;
        struct error error = {0};
        arena_reset(&arena);
        assert_true(html_tree_build(&tree, str_from(page), &arena, &error));
        assert_true(html_select(&tree, false, &arena, &error));
        free(page);
    }
}

static void full_arena(void **state)
{
    (void)state;
    struct html_tree tree;
    struct error error = {0};
    struct arena small;
    arena_init(&small, 40000);
    char page[4000] = "";
    for (size_t i = 0; i < 60; i++) strcat(page, "<div><p>words and words</p></div>");
    bool built = html_tree_build(&tree, str_from(page), &small, &error);
    assert_false(built && html_select(&tree, false, &small, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    arena_release(&small);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(leaves_furniture_with_its_reason),
    cmocka_unit_test(keeps_what_the_article_has),
    cmocka_unit_test(keeps_headings_and_titles_by_what_follows),
    cmocka_unit_test(never_text),
    cmocka_unit_test(keeps_pieces),
    cmocka_unit_test(finds_the_article_by_density),
    cmocka_unit_test(groups_are_kept_or_left_as_one),
    cmocka_unit_test(what_stands_amid_is_kept),
    cmocka_unit_test(keeps_what_is_no_article),
    cmocka_unit_test(keeps_what_stands_between),
    cmocka_unit_test(leaves_pictures_with_what_is_around_them),
    cmocka_unit_test(tells_reasons_by_what_holds_nothing_kept),
    cmocka_unit_test(words_of_names),
    cmocka_unit_test(large_pages_end),
    cmocka_unit_test(full_arena),
};

UNIT_MAIN("select")
