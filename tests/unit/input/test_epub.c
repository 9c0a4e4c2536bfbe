// E-books: input/epub.c through input/input.h, and input/xml_page.h behind it.
#include "input/xml_page.h"
#include "input_files.h"

static void add(const char *name, const char *text)
{
    write_text(name, text);
}

static void pack(const char *name)
{
    char command[256];
    snprintf(command, sizeof command,
             "rm -f %s; (cd book && zip -q -X0 ../%s mimetype && zip -q -X -r ../%s . -x mimetype)", name, name, name);
    shell(command);
}

static void make_book(void)
{
    shell("rm -rf book; mkdir -p book/META-INF book/OPS/text");
    add("book/mimetype", "application/epub+zip");
    add("book/META-INF/container.xml",
        "<?xml version='1.0'?><container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>");
    add("book/OPS/book.opf",
        "<?xml version='1.0' encoding='utf-8'?><package xmlns:opf='o'><metadata xmlns:dc='d'>\n"
        "<dc:title>The Mill &amp; the Moor</dc:title><dc:title>A Tale</dc:title>\n"
        "<dc:creator opf:role='aut'>Ada</dc:creator><dc:creator>Bo</dc:creator><dc:creator "
        "opf:role='ill'>Cy</dc:creator>\n"
        "<dc:language>en</dc:language><dc:date opf:event='creation'>2001</dc:date><dc:date>2024-05-06</dc:date>\n"
        "<dc:publisher>Moor Press</dc:publisher><dc:identifier>urn:isbn:1</dc:identifier>\n"
        "<dc:identifier>https://a.org/b</dc:identifier><meta property='dcterms:modified'>2024-06-07T00:00:00Z</meta>\n"
        "</metadata><manifest><item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\n"
        "<item id='b' href='text/two%20b.xhtml' media-type='application/xhtml+xml'/>\n"
        "<item id='a' href='./text/../text/one.xhtml#x' media-type='application/xhtml+xml'/>\n"
        "<item id='i' href='cover.svg' media-type='image/svg+xml'/></manifest>\n"
        "<spine><itemref idref='i'/><itemref idref='nav'/><itemref idref='a'/><itemref idref='b'/></spine></package>");
    add("book/OPS/nav.xhtml", "<html><body><nav>Contents</nav></body></html>");
    add("book/OPS/cover.svg", "<svg/>");
    add("book/OPS/text/one.xhtml",
        "<?xml version='1.0' encoding='iso-8859-1'?>\n<html><head><title/></head>\n<body><a id='p'/>"
        "<h1>One</h1><p>M\xFCnster</p></body></html>");
    add("book/OPS/text/two b.xhtml", "<html>\n<head><title>Two</title></head>\n<body><h1>Two</h1></body></html>\n");
}

static void chapters(void **state)
{
    (void)state;
    make_book();
    pack("a.epub");
    static const char wanted[] =
        "a.epub [<?xml version='1.0' encoding='iso-8859-1'?>|<html><head><title/></head>|<body><a id='p'/><h1>One</h1>"
        "<p>Münster</p></body></html>|<html>|<head><title>Two</title></head>|<body><h1>Two</h1></body></html>|] "
        "title=The Mill & the Moor author=Ada, Bo site=Moor Press url=https://a.org/b language=en date=2024-05-06 "
        "other={\"subtitle\":\"A Tale\",\"contributor\":\"Cy\",\"creation\":\"2001\",\"identifier\":\"urn:isbn:1\","
        "\"modified\":\"2024-06-07T00:00:00Z\",\"chapters\":\"OPS/text/one.xhtml:1; OPS/text/two b.xhtml:4\"}\n";
    assert_string_equal(READ(PLAIN, "a.epub"), wanted);
    // the same in an archive
    shell("tar -cf b.tar a.epub; rm -f c.zip; zip -q c.zip a.epub");
    assert_string_equal(strstr(READ(PLAIN, "b.tar"), "[<?xml"), strstr(wanted, "[<?xml"));
    assert_string_equal(strstr(READ(PLAIN, "c.zip"), "[<?xml"), strstr(wanted, "[<?xml"));
}

// The navigation document is told by a word of its properties; a chapter that the spine names again is no second one.
static void once(void **state)
{
    (void)state;
    make_book();
    add("book/OPS/book.opf",
        "<package><manifest><item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' "
        "properties='scripted nav'/><item id='b' href='text/two%20b.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='m' href='no.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='nav'/>"
        "<itemref idref='b'/><itemref idref='m'/><itemref idref='b'/><itemref idref='m'/></spine></package>");
    pack("o.epub");
    assert_string_equal(READ(PLAIN, "o.epub"),
                        "o.epub [<html>|<head><title>Two</title></head>|<body><h1>Two</h1></body></html>|] "
                        "other={\"chapters\":\"OPS/text/two b.xhtml:1\",\"chapters that are missing\":"
                        "\"OPS/no.xhtml\"}\n");
}

// Names decomposed, as some systems write them, composed and escaped: the same.
static void composed(void **state)
{
    (void)state;
    make_book();
    shell("mv 'book/OPS/text/two b.xhtml' \"book/OPS/text/$(printf 'u\\314\\210.xhtml')\"");
    static const char *const hrefs[] = {"text/u\xCC\x88.xhtml", "text/\xC3\xBC.xhtml", "text/u%CC%88.xhtml",
                                        "text/%C3%BC.xhtml"};
    for (size_t i = 0; i < sizeof hrefs / sizeof *hrefs; i++) {
        char package[256];
        snprintf(package, sizeof package,
                 "<package><item id='a' href='%s' media-type='application/xhtml+xml'/><itemref idref='a'/></package>",
                 hrefs[i]);
        add("book/OPS/book.opf", package);
        pack("n.epub");
        assert_non_null(strstr(READ(PLAIN, "n.epub"), "<title>Two</title>"));
    }
}

static void as_html(void **state)
{
    (void)state;
    struct article a = {.text = STR("<?xml version='1.0'?>\n<html><head><title/></head>\n<body>1</body></html>\n"
                                    "<html>\n<head><title>2</title></head>\n<body>2</body></html>\n"),
                        .is_xml = true,
                        .whole_page = true};
    struct arena arena;
    arena_init(&arena, 0);
    assert_true(xml_page_read(&a, &arena, &(struct error){0}));
    static const char wanted[] = "<!DOCTYPE html>\n<html><head><title></title></head>\n<body>1\n\n\n2\n";
    assert_int_equal(a.text.n, sizeof wanted - 1);
    assert_memory_equal(a.text.p, wanted, a.text.n);
    arena_release(&arena);
}

static void refused(void **state)
{
    (void)state;
    make_book();
    shell("rm 'book/OPS/text/one.xhtml' 'book/OPS/text/two b.xhtml'");
    pack("m.epub");
    assert_string_equal(READ(PLAIN, "m.epub"),
                        "! m.epub:0 the files of its chapters are not there: OPS/text/one.xhtml; "
                        "OPS/text/two b.xhtml\n");
    add("book/OPS/text/one.xhtml", "\1\2\3\4 no text at all \5\6\16\17");
    pack("e.epub");
    assert_non_null(strstr(READ(PLAIN, "e.epub"), "one.xhtml is no text: is the book encrypted?"));
    shell("rm book/OPS/book.opf");
    pack("p.epub");
    assert_string_equal(READ(PLAIN, "p.epub"), "! p.epub:0 is an e-book without a package document; is it whole?\n");
    make_book();
    shell("head -c 2000000 /dev/zero | tr '\\0' ' ' >>book/OPS/text/one.xhtml");
    pack("l.epub");
    assert_string_equal(READ(PLAIN, "l.epub"), "! l.epub:0 its chapters are larger than one article may be\n");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(chapters), cmocka_unit_test(once), cmocka_unit_test(composed),
                                       cmocka_unit_test(as_html), cmocka_unit_test(refused)};
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
