// input/front_matter.h
#include "input/front_matter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;

static struct article read(const char *text)
{
    struct error error = {0};
    struct article article = {.text = str_from(text), .first_line = 1, .source = STR("a.md")};
    if (!front_matter_read(&article, &arena, &error)) fail_msg("%s", error.message);
    return article;
}

static void expect(struct str got, const char *wanted)
{
    if (wanted ? str_equal(got, str_from(wanted)) : !got.p) return;
    fail_msg("got %.*s, not %s", STR_ARG(got), wanted ? wanted : "nothing");
}

static void fields(void **state)
{
    (void)state;
    struct article a = read(
        "---\n"
        "title: \"A \\\"title\\\": with \\u00e9\\x21\"  # a remark\n"
        "Author:\n  - Ann Example\n  - 'Bob O''Neil'\n"
        "site-name: The Site\n"
        "url: https://example.org/a#b\n"
        "lang: de\n"
        "date: 3 May 2024\n"
        "---\nBody\n");
    expect(a.metadata.title, "A \"title\": with é!");
    expect(a.metadata.author, "Ann Example, Bob O'Neil");
    expect(a.metadata.site, "The Site");
    expect(a.metadata.url, "https://example.org/a#b");
    expect(a.metadata.language, "de");
    expect(a.metadata.published_at, "2024-05-03");
    expect(a.metadata.other, NULL);
    expect(a.text, "Body\n");
    assert_int_equal(a.first_line, 11);
}

// Some lines of YAML, and the JSON they become.
static void others(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"draft: true", "{\"draft\":true}"},
        {"a: ~\nb: null\nc:", "{\"a\":null,\"b\":null,\"c\":null}"},
        {"tags: [a, \"b, c\", 'd']  # three", "{\"tags\":[\"a\",\"b, c\",\"d\"]}"},
        {"tags: []", "{\"tags\":[]}"},
        {"tags: [a,\n  b]", "{\"tags\":[\"a\",\"b\"]}"},
        {"tags: [a, [b]]", "{\"tags\":[\"a\",[\"b\"]]}"},
        {"tags: [a", "{\"tags\":\"[a\"}"},
        {"tags:\n- a\n# no tag\n\n-\n- 'b'\nmore: 1", "{\"tags\":[\"a\",null,\"b\"],\"more\":1}"},
        {"folded: >-\n  one\n  two\n\n  three", "{\"folded\":\"one two\\nthree\"}"},
        {"kept: |\n  one\n    two", "{\"kept\":\"one\\n  two\\n\"}"},
        {"nested:\n  a: 1\n  b: [x]", "{\"nested\":{\"a\":1,\"b\":[\"x\"]}}"},
        {"long: one # remark\nlonger: \"one\n  two\"", "{\"long\":\"one\",\"longer\":\"one two\"}"},
        {"open: \"no end\nb: 1", "{\"open\":\"\\\"no end\",\"b\":1}"},
        {"part: One: two\n  three\nb: {{x}}\n'c': 1\n# no more",
         "{\"part\":\"One: two\\n  three\",\"b\":\"{{x}}\",\"c\":1}"},
        {"\"a key\": x\n'b': y\ntags: a", "{\"a key\":\"x\",\"b\":\"y\",\"tags\":\"a\"}"},
        {"time: 10:30", "{\"time\":\"10:30\"}"},
        {"same: 1\nsame: 2", "{\"same\":1}"},
        {"a: &x [1]\nb: *x", "{\"a\":[1],\"b\":[1]}"},
        {"a: 9007199254740993\nb: 1.10\nc: 1e20\nd: 123456789012345678901\ne: 007\nf: .nan\ng: '5'\nh: -0.5",
         "{\"a\":9007199254740993,\"b\":1.10,\"c\":1e20,\"d\":123456789012345678901,\"e\":\"007\",\"f\":\".nan\",\"g\":"
         "\"5\",\"h\":-0.5}"},
        {"date: someday", "{\"date\":\"someday\"}"},
        {"# a remark\n\na: b", "{\"a\":\"b\"}"},
        {"\na: b\n", "{\"a\":\"b\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "---\n%s\n---\nBody", cases[i][0]);
        struct article a = read(text);
        expect(a.metadata.other, cases[i][1]);
        expect(a.text, "Body");
    }
}

static void best_names_and_persons(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"name: n\nTitle: t\nlink: l\nurl: u\nhostname: h\nsitename: s\ncreated: 2020-01-01\ndate: 2021-01-01",
         "t|(null)|s|u|2021-01-01|{\"name\":\"n\",\"link\":\"l\",\"hostname\":\"h\",\"created\":\"2020-01-01\"}"},
        {"date: soon\ncreated: 2020-01-01", "(null)|(null)|(null)|(null)|2020-01-01|{\"date\":\"soon\"}"},
        {"title: 1984\nauthor:\n  name: A\n  url: http://a/",
         "1984|A|(null)|(null)|(null)|{\"author\":{\"name\":\"A\",\"url\":\"http://a/\"}}"},
        {"title: t\nauthors:\n- name: A\n- B\n-", "t|A, B|(null)|(null)|(null)|(null)"},
        {"title: t\nauthors:\n  a: {name: A}\n  b: {family: B, given: C}",
         "t|A, C "
         "B|(null)|(null)|(null)|{\"authors\":{\"a\":{\"name\":\"A\"},\"b\":{\"family\":\"B\",\"given\":\"C\"}}}"},
        {"title: t\nmeta:\n  author: A\n  title: no", "t|A|(null)|(null)|(null)|{\"meta\":{\"title\":\"no\"}}"},
        {"title: |\n  one\n\n  two \n", "one two|(null)|(null)|(null)|(null)|(null)"},
        {"title: t\nurl: /2020/t/\nlink: //a.example/t", "t|(null)|(null)|//a.example/t|(null)|{\"url\":\"/2020/t/\"}"},
        {"title: t\nauthor: 5\nurl: None", "t|(null)|(null)|(null)|(null)|{\"author\":5,\"url\":\"None\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256], got[512];
        snprintf(text, sizeof text, "---\n%s\n---\n", cases[i][0]);
        struct metadata m = read(text).metadata;
        const struct str parts[] = {m.title, m.author, m.site, m.url, m.published_at, m.other};
        size_t n = 0;
        for (size_t k = 0; k < 6; k++)
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", k ? "|" : "", parts[k].p ? (int)parts[k].n : 6,
                                  parts[k].p ? parts[k].p : "(null)");
        assert_string_equal(got, cases[i][1]);
    }
}

static void trafilatura(void **state)
{
    (void)state;
    struct article a = read(
        "---\ntitle: Week #67: dealing with it\nauthor: A; B\nurl: http://a.example/\nhostname: a.example\n"
        "sitename: \"A: b\"\ncategories: ['x', 'y']\nfingerprint: 1234567890123456\n---\nBody");
    expect(a.metadata.title, "Week #67: dealing with it");
    expect(a.metadata.site, "A: b");
    expect(a.metadata.other,
           "{\"hostname\":\"a.example\",\"categories\":[\"x\",\"y\"],\"fingerprint\":\"1234567890123456\"}");
    expect(read("---\ntitle: Week #67\ndraft: true\n---\n").metadata.title, "Week");
}

static void too_deep(void **state)
{
    (void)state;
    char text[400] = "---\ntags: ";
    for (int i = 0; i < 60; i++) strcat(text, "[");
    for (int i = 0; i < 60; i++) strcat(text, "]");
    strcat(text, "\nb: 1\n---\n");
    struct article a = read(text);
    assert_true(str_starts(a.metadata.other, STR("{\"tags\":\"[[[")));
    assert_true(str_ends(a.metadata.other, STR("\"b\":1}")));
}

static void line_ends(void **state)
{
    (void)state;
    struct article a = read("\xEF\xBB\xBF\r\n---  \r\ntitle: x\r\ntags:\r\n- a\r\n...\r\nBody\r\n");
    expect(a.metadata.title, "x");
    expect(a.metadata.other, "{\"tags\":[\"a\"]}");
    expect(a.text, "Body\r\n");
    assert_int_equal(a.first_line, 7);
    a = read("---\rtitle: x\r---\rBody");
    expect(a.metadata.title, "x");
    expect(a.text, "Body");
    assert_int_equal(a.first_line, 4);
}

static void toml(void **state)
{
    (void)state;
    struct article a =
        read("+++\ntitle = \"x\"\nauthors = ['A', \"B\"]\ndate = 2024-05-06T07:08:09Z\n\n[a]\nb = 1\n+++\nBody");
    expect(a.metadata.title, "x");
    expect(a.metadata.author, "A, B");
    expect(a.metadata.published_at, "2024-05-06T07:08:09Z");
    expect(a.metadata.other, "{\"a\":{\"b\":1}}");
    expect(a.text, "Body");
    assert_int_equal(a.first_line, 9);
    static const char *const cases[][2] = {
        {"a = \"q \\\" \\u00e9 \\U0001F600 \\t\"", "{\"a\":\"q \\\" é \xF0\x9F\x98\x80 \\t\"}"},
        {"a = 'C:\\x' # remark\nb = true", "{\"a\":\"C:\\\\x\",\"b\":true}"},
        {"a = \"\"\"\none \\\n  two\"\"\"\"", "{\"a\":\"one two\\\"\"}"},
        {"a = '''\r\none\n'''", "{\"a\":\"one\\n\"}"},
        {"a = 1_000\nb = +1.10\nc = 1979-05-27 07:32:00\nd = inf\ne = 1e20",
         "{\"a\":1000,\"b\":1.10,\"c\":\"1979-05-27 07:32:00\",\"d\":\"inf\",\"e\":1e20}"},
        {"a = [ 1, # one\n [2, 3],\n]\nb = { c = 1, d.e = \"x\" }",
         "{\"a\":[1,[2,3]],\"b\":{\"c\":1,\"d\":{\"e\":\"x\"}}}"},
        {"a.b = 1\n\"c\" = 2\n[d.e]\nf = 1\n[[g]]\nh = 1\n[[g]]\nh = 2\n[g.i]\nj = 3",
         "{\"a\":{\"b\":1},\"c\":2,\"d\":{\"e\":{\"f\":1}},\"g\":[{\"h\":1},{\"h\":2,\"i\":{\"j\":3}}]}"},
        // no TOML
        {"a = no word", "{\"toml\":\"a = no word\\n\"}"},
        {"a = \"open", "{\"toml\":\"a = \\\"open\\n\"}"},
        {"a = 1\na = 2", "{\"toml\":\"a = 1\\na = 2\\n\"}"},
        {"a = \"\\ud800\"", "{\"toml\":\"a = \\\"\\\\ud800\\\"\\n\"}"},
        {"a = 1 2 = 3", "{\"toml\":\"a = 1 2 = 3\\n\"}"},
        {"[a\nb = 1", "{\"toml\":\"[a\\nb = 1\\n\"}"},
        {"a = 1\n[a]\nb = 1", "{\"toml\":\"a = 1\\n[a]\\nb = 1\\n\"}"},
        {"a = 1\n[[a]]", "{\"toml\":\"a = 1\\n[[a]]\\n\"}"},
        {"= 1", "{\"toml\":\"= 1\\n\"}"},
        {"a = [1 2]", "{\"toml\":\"a = [1 2]\\n\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "+++\n%s\n+++\nBody", cases[i][0]);
        a = read(text);
        expect(a.metadata.other, cases[i][1]);
        expect(a.text, "Body");
    }
}

static void json(void **state)
{
    (void)state;
    struct article a = read("{\n \"title\": \"x\",\n \"n\": [12345678901234567890, 1.10]\n}\n\nBody");
    expect(a.metadata.title, "x");
    expect(a.metadata.other, "{\"n\":[12345678901234567890,1.10]}");
    expect(a.text, "\nBody");
    assert_int_equal(a.first_line, 5);
}

// What came with the article stays as it is, and is an object.
static void beside(void **state)
{
    (void)state;
    static const char other[] =
        "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],"
        "\"n\":123456789012345678901234}";
    struct error error = {0};
    struct article a = {.text = STR("---\ntitle: x\n---\nBody"), .source = STR("a.md"), .metadata.other = STR(other)};
    assert_true(front_matter_read(&a, &arena, &error));
    expect(a.metadata.other, other);
    a.text = STR("---\ntitle: x\n---\nBody");
    a.metadata.other = STR("[1]");
    assert_false(front_matter_read(&a, &arena, &error));
    assert_string_equal(error.message, "the metadata that came with the article is no JSON object");
}

static void bare_lines(void **state)
{
    (void)state;
    struct article a = read("Title: One: two\nDate: 2026-03-04\nAuthors: A\nSlug: x\n\nBody\n");
    expect(a.metadata.title, "One: two");
    expect(a.metadata.published_at, "2026-03-04");
    expect(a.metadata.author, "A");
    expect(a.metadata.other, "{\"Slug\":\"x\"}");
    expect(a.text, "Body\n");
    assert_int_equal(a.first_line, 6);
}

static void other_forms(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"---json\n{\"title\": \"T\", \"n\": 1.10}\n---\nBody", "{\"n\":1.10}"},
        {"---toml\ntitle = 'T'\nn = 1.10\n---\nBody", "{\"n\":1.10}"},
        {"--- yaml\ntitle: T\nn: 1.10\n---\nBody", "{\"n\":1.10}"},
        {"title: T\ndate: soon\ntags:\n- a\n---\nBody", "{\"date\":\"soon\",\"tags\":[\"a\"]}"},
        {"% T\n% A; B\n%\n\nBody", NULL},
        {"\n\n---\ntitle: T\n---\nBody", NULL},
        {"<!--\ntitle: T\npublished: 1\n-->\nBody", "{\"published\":\"1\"}"},
        {"<!--\n.. title: T\n.. slug: t\n\n-->\nBody", "{\"slug\":\"t\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article a = read(cases[i][0]);
        expect(a.metadata.title, "T");
        expect(a.metadata.other, cases[i][1]);
        expect(a.text, "Body");
    }
}

static void is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "Body",
        "---\ntitle: x\nno end of it\n",
        "---\n\nProse between two rules: no key.\n\n---\nMore\n",
        "---\ntitle: x\nprose\n---\nMore\n",
        "---\nAnna: Good morning.\nBob: Good morning, Anna.\n---\nMore\n",
        "---\nanna: Good morning.\nbob: Good morning, Anna.\n---\nMore\n",
        "---\nDate: Friday\nTime: 8 pm\nPlace: Town hall\n---\nMore\n",
        "---\nNote: this is old.\n---\nMore\n",
        "---\n# A heading\n---\nMore\n",
        "---\nA paragraph.\n---\nMore\n",
        "---\n- a\n- b\n---\nMore\n",
        "---\nCountry | Support\n---|---\nKenya | Boats\n---\n",
        "--- title: x\n---\n",
        "----\na: b\n----\n",
        "{% include x %}\nBody",
        "{\"a\": 1} and more\n",
        "{\"Some key\": 1}\nBody",
        "{\"a\": oops}\nBody",
        "{\"a\": 1",
        "- a\n- b\n",
        "+++\nno end of it\n",
        "+++\nprose\n+++\n",
        "Title: x\nA line of the text.\n\nMore\n",
        "Title: x\n\nMore\n",
        "Name: John\nDate: 3 May 2020\n\nMore\n",
        "---js\n{title: 'x'}\n---\nMore\n",
        "---json\n[1]\n---\nMore\n",
        "+++ toml\ntitle = 'x'\n+++\nMore\n",
        "% of all\nthe others\n",
        "% a\n% b\n% c\n% d\n\nMore\n",
        "%\n",
        "<!--\nNothing to see here.\n-->\nMore\n",
        "<!--\ntitle: x\n",
        "<!-- title: x -->\nMore\n",
        "Title: x\n---\nMore\n",
        "Title: x\nDate: y\n- an item\n\nMore\n",
        "Title: x\nDate: y\n- an item\n---\nMore\n",
        "Title: x\nDate: y\nOne: 1\nTwo: 2\nThree: 3\n\nMore\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct article a = read(texts[i]);
        expect(a.text, texts[i]);
        expect(a.metadata.other, NULL);
        assert_int_equal(a.first_line, 1);
    }
    expect(read("---\n---\nBody").text, "Body");
}

// Properties of a page in Logseq, and what a changeset says of packages.
static void of_tools(void **state)
{
    (void)state;
    struct article a = read("title:: What now?\ntags:: [[one]], two\n\n- First\n");
    expect(a.metadata.title, "What now?");
    expect(a.metadata.other, "{\"tags\":\"[[one]], two\"}");
    expect(a.text, "\n- First\n");
    assert_int_equal(a.first_line, 3);
    expect(read("title:: What now?\n- First\n").text, "- First\n");
    expect(read("std::string a\n").text, "std::string a\n");
    expect(read("The rule:: no more\nText").text, "The rule:: no more\nText");
    expect(read("---\nsiteNavigation:\n  key: One. Two!\nnoSearch: true\n---\nBody").text, "Body");
    expect(read("---js\nlet size = 1;\n---\nBody").metadata.other, "{\"js\":\"let size = 1;\\n\"}");
    a = read("---\nname: a-skill\ndescription: What it does.\n---\nBody");
    expect(a.metadata.name, "a-skill");
    expect(a.metadata.title, NULL);
    expect(a.metadata.other, "{\"name\":\"a-skill\",\"description\":\"What it does.\"}");
    expect(read("---\n'@scope/name': patch\nother-name: minor\n---\nBody").text, "Body");
}

static void what_is_known_stays(void **state)
{
    (void)state;
    struct error error = {0};
    struct article a = {.text = STR("---\ntitle: mine\nid: 7\nnew: 1\n---\n"),
                        .first_line = 1,
                        .metadata = {.title = STR("theirs"), .other = STR("{\"id\":\"5\"}")}};
    assert_true(front_matter_read(&a, &arena, &error));
    expect(a.metadata.title, "theirs");
    expect(a.metadata.other, "{\"id\":\"5\",\"title\":\"mine\",\"new\":1}");
}

static void failures(void **state)
{
    (void)state;
    struct error error = {0};
    struct article a = {.text = STR("---\ntitle: x\n---\n"), .source = STR("a.md"), .metadata = {.other = STR("[1]")}};
    assert_false(front_matter_read(&a, &arena, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_string_equal(error.source, "a.md");
    struct arena full;
    arena_init(&full, 1);
    error = (struct error){0};
    a.metadata.other = STR_NULL;
    assert_false(front_matter_read(&a, &full, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    arena_release(&full);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields),
        cmocka_unit_test(others),
        cmocka_unit_test(best_names_and_persons),
        cmocka_unit_test(trafilatura),
        cmocka_unit_test(too_deep),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(toml),
        cmocka_unit_test(json),
        cmocka_unit_test(beside),
        cmocka_unit_test(bare_lines),
        cmocka_unit_test(other_forms),
        cmocka_unit_test(is_none),
        cmocka_unit_test(what_is_known_stays),
        cmocka_unit_test(failures),
        cmocka_unit_test(of_tools),
    };
    arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
