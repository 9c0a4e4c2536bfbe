// input/foreign.h: what is no article, and what only looks so.
#include "input/foreign.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct expected {
    struct str head;
    const char *name;
    enum foreign kind;
};

static void check(const struct expected *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum foreign got = foreign_of(cases[i].head, str_from(cases[i].name), false);
        if (got != cases[i].kind)
            fail_msg("%zu, %.40s (%s) is %d, not %d", i, cases[i].head.p, cases[i].name, (int)got, (int)cases[i].kind);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void by_bytes(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("%PDF-1.7 …"), "a.pdf", FOREIGN_PDF},
        {STR("%!PS-Adobe"), "a.ps", FOREIGN_POSTSCRIPT},
        {STR("{\\rtf1\\ansi x}"), "a.rtf", FOREIGN_RTF},
        {STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "a.doc", FOREIGN_OLD_OFFICE},
        {STR("SQLite format 3\0"), "a.db", FOREIGN_SQLITE},
        {STR("PAR1\x15\0"), "a.parquet", FOREIGN_PARQUET},
        {STR("ARROW1\0\0"), "a.arrow", FOREIGN_ARROW},
        {STR("\x80\x04\x95\x10\0\0\0\0\0\0\0]"), "a.pkl", FOREIGN_PICKLE},
        {STR("\x80\x02}q\0."), "a", FOREIGN_PICKLE},
        {STR("\x89PNG\r\n\x1a\n"), "a.png", FOREIGN_IMAGE},
        {STR("RIFF\1\2\3\4WEBPVP8 "), "a", FOREIGN_IMAGE},
        {STR("\0\0\0\x20"
             "ftypavif"),
         "a", FOREIGN_IMAGE},
        {STR("\0\0\0\x20"
             "ftypisom"),
         "a", FOREIGN_VIDEO},
        {STR("wOF2\0\1\0\0"), "a", FOREIGN_FONT},
        {STR("ID3\3\0"), "a", FOREIGN_AUDIO},
        {STR("\x7F"
             "ELF\2"),
         "a", FOREIGN_PROGRAM},
        {STR("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0\xB8\0\0\0\0\0\0\0@"
             "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
             "\0\0\0\0\0\0\0\x80\0\0\0\0\0\0"),
         "a", FOREIGN_PROGRAM},
        {STR("7z\xBC\xAF\x27\x1C"), "a", FOREIGN_ARCHIVE},
        {STR("abc\0\1\2\3\4\5\6\7"), "a", FOREIGN_BINARY},
        {STR("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "a.png", FOREIGN_POINTER},
        {STR("PDF is a format"), "a.txt", FOREIGN_NONE},
        {STR("MZ is what programs begin with, and no more than that."), "a.txt", FOREIGN_NONE},
        {STR("GIF8 is no picture"), "a", FOREIGN_NONE},
        {STR("GIF89a is the second version of the format."), "a", FOREIGN_NONE},
        {STR("PARENTS ASK FOR A SCHOOL BUS"), "a.txt", FOREIGN_NONE},
        {STR("PAR1 is a receptor\nof thrombin."), "a.txt", FOREIGN_NONE},
        {STR("Pick the WEBP option."), "a.txt", FOREIGN_NONE},
        {STR("PARE\x18\0\0\0"), "a.parquet", FOREIGN_PARQUET},
        {STR("One NUL\0 byte is damage, not a file of another kind."), "a", FOREIGN_NONE},
        {STR(""), "a", FOREIGN_NONE},
        {STR("\x80"), "a", FOREIGN_NONE},
    };
    CHECK(cases);
}

static void pages(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("<!DOCTYPE html>\n<html><body>x</body></html>\n"), "a.txt", FOREIGN_NONE},
        {STR("\xEF\xBB\xBF\n <!doctype HTML>\n<!-- x -->\n<p>x</p>"), "a", FOREIGN_NONE},
        {STR("<html>\n<p>x</p></html>"), "a", FOREIGN_NONE},
        {STR("<HEAD><title>x</title></HEAD><BODY>x</BODY>"), "a", FOREIGN_NONE},
        {STR("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC \"x\"\n \"y\">\n<html xmlns='z'>x</html>"), "a",
         FOREIGN_NONE},
        {STR("---\nlayout: x\n---\n<!DOCTYPE html>\n<html>{{ content }}</html>"), "a.md", FOREIGN_TEMPLATE},
        {STR("<p>a fragment</p>"), "a.html", FOREIGN_NONE},
        {STR("{% extends \"base.html\" %}{% block main %}<h1>x</h1>{% endblock %}"), "a.html", FOREIGN_TEMPLATE},
        {STR("<ul><% for x in y %><li>z</li></ul>"), "a.html", FOREIGN_TEMPLATE},
        {STR("<html><body><?php echo 1 ?></body></html>"), "a", FOREIGN_TEMPLATE},
        {STR("<html><h1>Templates</h1><p>Write <code>{{ name }}</code>:<pre>{% if x %}{% endif %}</pre></html>"), "a",
         FOREIGN_NONE},
        {STR("<html><script>f('{{ x }}')</script><p>x</p></html>"), "a", FOREIGN_NONE},
        {STR("<?php echo 1 ?>"), "a.txt", FOREIGN_CODE},
        {STR("<rss version='2.0'><channel></channel></rss>"), "a.xml", FOREIGN_FEED},
        {STR("<?xml version=\"1.0\"?>\n<feed xmlns='http://www.w3.org/2005/Atom'></feed>"), "a", FOREIGN_FEED},
        {STR("<?xml version=\"1.0\"?>\n<doc sitename='x' title='y'><main><p>z</p></main></doc>"), "a", FOREIGN_NONE},
        {STR("<TEI xmlns='x'><teiHeader>Trafilatura</teiHeader></TEI>"), "a", FOREIGN_NONE},
        {STR("<?xml version='1.0'?><urlset></urlset>"), "a", FOREIGN_XML},
        {STR("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b>'>]><?pi x?><x/>"), "a", FOREIGN_XML},
        {STR("<?xml version='1.0'?><svg/>"), "a", FOREIGN_IMAGE},
        {STR("<svg viewBox='0'></svg>"), "a.svg", FOREIGN_IMAGE},
        {STR("<?xml version='1.0'?><article><front></front></article>"), "a", FOREIGN_JATS},
        {STR("<?xml version='1.0'?><article><title>x</title></article>"), "a", FOREIGN_DOCBOOK},
        {STR("<?xml version='1.0'?><book></book>"), "a", FOREIGN_DOCBOOK},
        {STR("<mediawiki xmlns='x'></mediawiki>"), "a", FOREIGN_WIKI_DUMP},
        {STR("<\0h\0t\0m\0l\0>\0x\0<\0/\0h\0t\0m\0l\0>\0"), "a", FOREIGN_NONE},
        // articles that begin with a tag, or with words about one
        {STR("<div align=\"center\">\n\n# Title\n\nText.\n</div>"), "README.md", FOREIGN_NONE},
        {STR("<article>\n\n# Title\n\nText.\n</article>"), "a.md", FOREIGN_NONE},
        {STR("<!-- a comment -->\n# Title\n"), "a.md", FOREIGN_NONE},
        {STR("<!DOCTYPE html> is the first line of a page. <head> comes soon after it.\n"), "a.txt", FOREIGN_NONE},
        {STR("<!DOCTYPE html>\n<html>\nSuch are the first lines of each page, and nobody minds.\n"), "a.txt",
         FOREIGN_NONE},
        {STR("<?xml version=\"1.0\"?>\nThis line begins a file of XML.\n"), "a.txt", FOREIGN_NONE},
        {STR("<html is a word that nobody closes"), "a.txt", FOREIGN_NONE},
        {STR("< 5 per cent of them"), "a.txt", FOREIGN_NONE},
        {STR("<"), "a.txt", FOREIGN_NONE},
        {STR("Plain words that somebody saved as a page."), "a.html", FOREIGN_NONE},
    };
    CHECK(cases);
}

static void mails_and_captions(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("From ada@example.org Mon Jan  1 10:11:12 2024\nFrom: Ada\nTo: Bo\nMessage-ID: <1>\n\nx\n"), "a",
         FOREIGN_MAIL},
        {STR("Received: by x\n with y\nFrom: Ada <a@b>\nSubject: z\n\nText.\n"), "a.eml", FOREIGN_MAIL},
        {STR("From: <Saved by a browser>\nSnapshot: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n"), "a",
         FOREIGN_NONE},
        {STR("From ada@example.org Mon Jan  1 10:11:12 2024\nFrom: Ada\nSubject: Tea\nDate: now\n\nx\n"), "a",
         FOREIGN_MAIL},
        {STR("From Monday to Friday 10:30 the office is open.\nCome in.\n"), "a.txt", FOREIGN_NONE},
        {STR("From the hills\n\nText.\n"), "a.txt", FOREIGN_NONE},
        {STR("From: Ada\nDate: 2024-01-02\nSubject: Mills\n\nA letter to the editor.\n"), "a.txt", FOREIGN_NONE},
        {STR("Title: x\nReceived: yes\n\nText"), "a.txt", FOREIGN_NONE},
        {STR("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n"), "a", FOREIGN_CAPTIONS},
        {STR("WEBVTT - title\r\n\r\n"), "a", FOREIGN_CAPTIONS},
        {STR("1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n"), "a", FOREIGN_CAPTIONS},
        {STR("[Script Info]\nTitle: x\n"), "a", FOREIGN_CAPTIONS},
        {STR("WEBVTTs are captions\n"), "a", FOREIGN_NONE},
        {STR("1\nA numbered chapter\n"), "a", FOREIGN_NONE},
        {STR("12"), "a", FOREIGN_NONE},
    };
    CHECK(cases);
}

static void markup(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("'''Oslo''' is a city in [[Norway]].\n\n== History ==\nText.\n"), "a", FOREIGN_MEDIAWIKI},
        {STR("{{Infobox\n|a=b}}\nText with [[links]].\n\n== See also ==\n* [[x]]\n"), "a", FOREIGN_MEDIAWIKI},
        {STR("#REDIRECT [[Oslo]]\n"), "a", FOREIGN_MEDIAWIKI},
        {STR("= Title\n:toc:\n\nText.\n"), "a.adoc", FOREIGN_ASCIIDOC},
        {STR("= Title\n\nText.\n\n== Section\n\nText.\n"), "a", FOREIGN_ASCIIDOC},
        {STR("#+TITLE: x\n\n* One\n"), "a.org", FOREIGN_ORG},
        {STR("Title\n=====\n\n.. note::\n\n   x\n\n.. code-block:: c\n\n   x\n"), "a.rst", FOREIGN_RST},
        {STR("h1. Title\n\n||a||b||\n\nh2. More\n"), "a", FOREIGN_JIRA},
        {STR("h1. Title\n\n||a||b||\n|1|2|\n"), "a.txt", FOREIGN_JIRA},
        {STR("Title\n\n||a||b||\n\n{code:java}\nint x;\n{code}\n"), "a.txt", FOREIGN_JIRA},
        {STR("Title\n\n||a||b||\n|1|2|\n"), "a.txt", FOREIGN_NONE},
        {STR("h1. Title\n\nText.\n\nh2. More\n"), "a", FOREIGN_TEXTILE},
        {STR("% a comment\n\\documentclass{article}\n"), "a", FOREIGN_LATEX},
        {STR("\\section{Mills}\nText.\n"), "a.txt", FOREIGN_LATEX},
        {STR("A line of \\TeX\\ that an author calls by its name.\n"), "a.tex", FOREIGN_LATEX},
        {STR(".\\\" comment\n.TH X 1\n.SH NAME\nx\n"), "x.1", FOREIGN_MAN},
        // plain text with headings, and texts that quote
        {STR("Oslo is a city.\n\n== History ==\nText.\n\n=== Early ===\nText.\n"), "a.txt", FOREIGN_NONE},
        {STR("A note with [[a link]].\n\nAnother [[one]].\n"), "a.md", FOREIGN_NONE},
        {STR("Title\n=====\n\nText.\n\n.. note:: only one\n"), "a.txt", FOREIGN_NONE},
        {STR("`A mill <m.html>`_ turns.\n\n.. _mills:\n\nMore.\n"), "a.txt", FOREIGN_RST},
        {STR("=head1 NAME\n\nmill - grinds\n\n=over 4\n"), "a.txt", FOREIGN_POD},
        {STR("\\input texinfo\n@settitle Mills\n"), "a.txt", FOREIGN_TEXINFO},
        {STR("'\\\" t\n.TH X 1\n.SH NAME\nx\n"), "x.1", FOREIGN_MAN},
        {STR("# Directives\n\n```\n.. note::\n.. code::\n```\n"), "a.md", FOREIGN_NONE},
        {STR("= 5 metres\nText.\n"), "a.txt", FOREIGN_NONE},
        {STR("h1. is the name of a heading\n"), "a.txt", FOREIGN_NONE},
        {STR("Use \\section{x} for a heading.\n"), "a.txt", FOREIGN_NONE},
        {STR("======\n"), "a.txt", FOREIGN_NONE},
    };
    CHECK(cases);
}

// In a file of its own ending one sign of a markup language is enough; without any it is plain text.
static void markup_by_name(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("Title\n=====\n\nText.\n\n.. note:: only one\n"), "a.rst", FOREIGN_RST},
        {STR("Run it::\n\n    grind ``corn``\n"), "a.REST.gz", FOREIGN_RST},
        {STR("Licence\n=======\n\nDo as you please.\n"), "LICENSE.rst", FOREIGN_NONE},
        {STR("= Title\nText.\n"), "a.adoc", FOREIGN_ASCIIDOC},
        {STR("Text about =s and words.\n"), "a.asciidoc", FOREIGN_NONE},
        {STR("* Day\n** Note\n"), "a.org", FOREIGN_ORG},
        {STR("* Day\n* Night\n"), "www.example.org", FOREIGN_NONE},
        {STR("Text.\n\n=head1 NAME\n"), "a.pod", FOREIGN_POD},
        {STR("@node Top\nText.\n"), "a.texi", FOREIGN_TEXINFO},
        {STR("See [[Mills]].\n"), "a.wiki", FOREIGN_MEDIAWIKI},
        {STR("h1(#mills). Mills\n"), "a.textile", FOREIGN_TEXTILE},
        {STR("Mills turn.\n"), "a.textile", FOREIGN_NONE},
    };
    CHECK(cases);
}

static void by_name(void **state)
{
    (void)state;
    static const struct expected cases[] = {
        {STR("title: x\n"), "_config.yml", FOREIGN_SETTINGS},
        {STR("all:\n\tx\n"), "d/Makefile", FOREIGN_SETTINGS},
        {STR("User-agent: *\n"), "site.zip!robots.txt", FOREIGN_SETTINGS},
        {STR("a { b: c }\n"), "a/b.CSS", FOREIGN_STYLE},
        {STR("let x = 1;\n"), "a.min.js.gz", FOREIGN_CODE},
        {STR("#!/bin/sh\nx\n"), "run", FOREIGN_CODE},
        {STR("def x(a):\n    return a[1] == {}\n"), "a.py", FOREIGN_CODE},
        {STR("Belgrade has two rivers, and the paper told of both.\n"), "www.paper.rs", FOREIGN_NONE},
        {STR("{\"cells\": []}"), "a.ipynb", FOREIGN_NOTEBOOK},
        {STR("// settings\n{\"a\": 1}\n"), "tsconfig.json", FOREIGN_JSON},
        {STR("[1, 2]\n"), "a", FOREIGN_JSON},
        {STR("[\"a\", \"b\"]\n"), "a.json", FOREIGN_JSON},
        {STR("[1] A note\n"), "a", FOREIGN_NONE},
        {STR("[link](url)"), "a", FOREIGN_NONE},
        {STR("{\"text\": \"x\"}"), "a.json", FOREIGN_NONE},
        {STR("Text.\n"), ".css", FOREIGN_NONE},
        {STR("Text.\n"), "a.", FOREIGN_NONE},
        {STR("Text.\n"), "a.an ending with blanks", FOREIGN_NONE},
        {STR("Text.\n"), "LICENSE", FOREIGN_NONE},
    };
    CHECK(cases);
    assert_int_equal(foreign_of(STR("<html></html>"), STR("a.html"), true), FOREIGN_NONE);
    assert_int_equal(foreign_of(STR("%PDF-1.4"), STR("a"), true), FOREIGN_PDF);
    assert_true(foreign_promises_text(STR("d/a.TXT.gz")));
    assert_false(foreign_promises_text(STR("d/a.html")));
    assert_false(foreign_promises_text(STR("d.txt/a")));
}

static void names_and_looks_of_pages(void **state)
{
    (void)state;
    assert_true(foreign_is_page(STR(" <!doctype html><p>x</p>")));
    assert_true(foreign_is_page(STR("<html><p>x</p></html>\n")));
    assert_false(foreign_is_page(STR("<p>x</p>")));
    assert_false(foreign_is_page(STR("<html> is a tag, and these are words")));
    assert_false(foreign_is_page(STR("")));
    assert_true(foreign_names_page(STR("/a/b.HTM.gz")));
    assert_true(foreign_names_page(STR("dump.zip!a.xhtml")));
    assert_false(foreign_names_page(STR("html")));
}

static void records(void **state)
{
    (void)state;
    assert_int_equal(foreign_document(STR(" <html><p>x</p></html>")), FOREIGN_NONE);
    assert_int_equal(foreign_document(STR("%PDF-1.4 x")), FOREIGN_PDF);
    assert_int_equal(foreign_document(STR("{\\rtf1 x}")), FOREIGN_RTF);
    assert_int_equal(foreign_document(STR("<p>x</p>")), FOREIGN_NONE);
    assert_int_equal(foreign_document(STR("[1]")), FOREIGN_NONE);
    assert_int_equal(foreign_document(STR("")), FOREIGN_NONE);
}

static char zip[4096];
static size_t zip_n;

static void put(const char *p, size_t n)
{
    memcpy(zip + zip_n, p, n);
    zip_n += n;
}

// A local header and, where it is wanted, one of the directory.
static void header(const char *name, size_t size, bool central, bool streamed)
{
    char h[46] = {0};
    size_t n = strlen(name), fixed = central ? 46 : 30;
    memcpy(h, central ? "PK\1\2" : "PK\3\4", 4);
    h[central ? 8 : 6] = streamed ? 8 : 0;
    h[central ? 20 : 18] = (char)size;
    h[central ? 28 : 26] = (char)n;
    put(h, fixed);
    put(name, n);
}

static void end(size_t directory)
{
    char h[22] = "PK\5\6";
    h[12] = (char)directory;
    put(h, 22);
}

static enum foreign kind(void)
{
    return foreign_zip((struct str){zip, zip_n});
}

static void zips(void **state)
{
    (void)state;
    zip_n = 0;
    header("[Content_Types].xml", 5, false, false);
    put("<xml>", 5);
    header("word/document.xml", 1, false, false);
    assert_int_equal(kind(), FOREIGN_DOCUMENT);
    zip_n = 0;
    header("[Content_Types].xml", 5, false, true);
    put("<xml>", 5);
    header("word/document.xml", 1, false, false);
    assert_int_equal(kind(), FOREIGN_OFFICE);  // what comes behind it can't be told
    zip_n = 0;
    header("a.txt", 40, false, false);
    zip_n += 2;  // a document that is stored in the archive is none of its names
    header("mimetype", 0, false, false);
    put("PK", 2);
    assert_int_equal(kind(), FOREIGN_NONE);
    zip_n = 0;
    header("xl/x.xml", 0, false, true);
    size_t from = zip_n;
    header("xl/x.xml", 0, true, true);
    header("[Content_Types].xml", 0, true, true);
    end(zip_n - from);
    assert_int_equal(kind(), FOREIGN_OFFICE);
    zip_n = 0;
    header("mimetype", 20, false, false);
    put("application/epub+zip", 20);
    put("PK and what follows it in the archive", 37);
    assert_int_equal(kind(), FOREIGN_BOOK);
    zip_n = 0;
    header("mimetype", 39, false, false);
    put("application/vnd.oasis.opendocument.text", 39);
    put("PK", 2);
    assert_int_equal(kind(), FOREIGN_DOCUMENT);
    zip_n = 0;
    header("META-INF/MANIFEST.MF", 0, false, false);
    assert_int_equal(kind(), FOREIGN_PROGRAM);
    assert_int_equal(foreign_zip(STR("PK\5\6\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0\0\0\0\0")), FOREIGN_NONE);
    assert_int_equal(foreign_zip(STR("PK")), FOREIGN_NONE);
}

// Each kind says what it is; each that is refused says what to do.
static void words(void **state)
{
    (void)state;
    for (int i = 1; i < FOREIGN_KINDS; i++) {
        assert_non_null(foreign_kinds[i].one);
        assert_non_null(foreign_kinds[i].many);
        assert_true(foreign_kinds[i].passed_over || foreign_kinds[i].advice);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_bytes),
        cmocka_unit_test(pages),
        cmocka_unit_test(mails_and_captions),
        cmocka_unit_test(markup),
        cmocka_unit_test(markup_by_name),
        cmocka_unit_test(by_name),
        cmocka_unit_test(names_and_looks_of_pages),
        cmocka_unit_test(records),
        cmocka_unit_test(zips),
        cmocka_unit_test(words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
