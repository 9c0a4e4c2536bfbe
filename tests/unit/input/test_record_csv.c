// CSV and TSV: input/record_csv.c through input/input.h.
#include "input_files.h"

static void rows(void **state)
{
    (void)state;
    write_text("a.csv",
               "\xEF\xBB\xBFid,title,text,\"we,ird\",score\r\n"
               "1,\"T, \"\"q\"\"\",\"multi\r\nline\n\nthree\",a,\r\n"
               "\r\n"
               "2,, blanks stay ,,7\r\n"
               "3,t,\"\",b,1");
    assert_string_equal(READ(PLAIN, "a.csv"),
                        "a.csv#1 [multi\r|line||three] title=T, \"q\" other={\"we,ird\":\"a\"}\n"
                        "a.csv#2 [ blanks stay ] other={\"score\":\"7\"}\n"
                        "a.csv#3 [] title=t other={\"we,ird\":\"b\",\"score\":\"1\"}\n");
}

static void line_ends(void **state)
{
    (void)state;
    write_text("cr.csv", "id,text\r1,a\r\r2,\"b\rc\"\r3,d");
    write_text("lf.csv", "\n\nid,text\n1,a\n\n\n2,b\n");
    assert_string_equal(READ(PLAIN, "cr.csv", "lf.csv"),
                        "cr.csv#1 [a]\ncr.csv#2 [b|c]\ncr.csv#3 [d]\n"
                        "lf.csv#1 [a]\nlf.csv#2 [b]\n");
}

static void delimiters(void **state)
{
    (void)state;
    write_text("a.tsv", "id\ttext\n1\ta, b; c\n");
    write_text("b.csv", "id;text\n1;a, b\n");
    write_text("c.txt", "id#text\n1#a, b\n");
    assert_string_equal(READ(PLAIN, "a.tsv", "b.csv"), "a.tsv#1 [a, b; c]\nb.csv#1 [a, b]\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_CSV, .delimiter = '#'), "c.txt"), "c.txt#1 [a, b]\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_TSV), "a.tsv"), "a.tsv#1 [a, b; c]\n");
    write_text("one.txt", "text\nlast words\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_CSV), "one.txt"), "one.txt#L2 [last words]\n");
    assert_string_equal(READ(OPTIONS(.format = FORMAT_ARTICLE), "b.csv"), "b.csv [id;text|1;a, b|]\n");
}

static void bad_rows(void **state)
{
    (void)state;
    write_text("a.csv", "id,text,x\n1,a,\n2,b\n3,c,d,e\n\"4\",\"d\ne\"\n5,f,\n");
    assert_string_equal(READ(PLAIN, "a.csv"),
                        "a.csv#1 [a]\n"
                        "! a.csv:3 the record has 2 fields, the header has 3; it begins: 2\n"
                        "! a.csv:4 the record has 4 fields, the header has 3; it begins: 3\n"
                        "! a.csv:5 the record has 2 fields, the header has 3; it begins: 4\n"
                        "a.csv#5 [f]\n");
}

static void unclosed_quote(void **state)
{
    (void)state;
    write_text("a.csv", "id,text\n1,a\n2,\"open\n3,b\n4,c\n");
    assert_string_equal(READ(PLAIN, "a.csv"),
                        "a.csv#1 [a]\n"
                        "! a.csv:3 a quote in this line is not closed to the end of the file; it "
                        "begins: 2,\"open 3,b 4,c\n"
                        "a.csv#3 [b]\na.csv#4 [c]\n");
    write_text("last.csv", "id,text\r\n1,a\r\n2,\"open");
    assert_string_equal(
        READ(PLAIN, "last.csv"),
        "last.csv#1 [a]\n"
        "! last.csv:3 a quote in this line is not closed to the end of the file; it begins: 2,\"open\n");
    write_text("head.csv", "id,\"text\n1,a\n");
    assert_string_equal(
        READ(OPTIONS(.format = FORMAT_CSV), "head.csv"),
        "! head.csv:1 a quote in this line is not closed to the end of the file; it begins: id,\"text 1,a\n");
    FILE *file = fopen("long.csv", "w");
    fputs("id,text\n1,\"open\n", file);
    for (int i = 0; i < 300000; i++) fprintf(file, "2,b %d\n", i);
    fclose(file);
    const char *got = READ(PLAIN, "long.csv");
    assert_non_null(
        strstr(got, "! long.csv:2 a quote in this line is not closed to the end of what one article may have"));
    assert_non_null(strstr(got, "long.csv#2 [b 0]\n"));
}

static void columns(void **state)
{
    (void)state;
    write_text("none.csv", "a,b,c\n1,2,3\n");
    assert_string_equal(
        READ(PLAIN, "none.csv"),
        "! none.csv:1 has no text; its fields are: a, b, c. Say which of them is the text: --map text=FIELD\n");
    assert_string_equal(READ(OPTIONS(.map = "text=b,id=a"), "none.csv"), "none.csv#1 [2] other={\"c\":\"3\"}\n");
    write_text("two.csv",
               "content,text,text,x,x,date,published\nlong,,,1,2,soon,2024-05-03\n,short,other,,2,,\n,,,,,,\n");
    assert_string_equal(READ(PLAIN, "two.csv"),
                        "two.csv#L2 [long] date=2024-05-03 other={\"x\":\"1\",\"x_5\":\"2\",\"date\":\"soon\"}\n"
                        "two.csv#L3 [short] other={\"text_3\":\"other\",\"x_5\":\"2\"}\n"
                        "two.csv#L4 []\n");
    write_text("empty.csv", "");
    assert_string_equal(
        READ(OPTIONS(.format = FORMAT_CSV), "empty.csv"),
        "! empty.csv:1 has no text; its fields are: . Say which of them is the text: --map text=FIELD\n");
    FILE *file = fopen("wide.csv", "w");
    fputs("text", file);
    for (int i = 0; i < 4200; i++) fputs(",c", file);
    fclose(file);
    assert_string_equal(READ(PLAIN, "wide.csv"), "! wide.csv:0 the header has more than 4096 columns\n");
    file = fopen("wider.csv", "w");
    fputs("text,a\nx", file);
    for (int i = 0; i < 5000; i++) fputs(",c", file);
    fclose(file);
    assert_string_equal(READ(PLAIN, "wider.csv"),
                        "! wider.csv:2 the record has 5001 fields, the header has 2; it begins: x\n");
}

static void many_fields_in_the_message(void **state)
{
    (void)state;
    FILE *file = fopen("many.csv", "w");
    for (int i = 0; i < 40; i++) fprintf(file, "a_column_with_a_long_name_%d,", i);
    fputs("z\n", file);
    fclose(file);
    const char *got = READ(PLAIN, "many.csv");
    assert_non_null(strstr(got, "a_column_with_a_long_name_0, a_column_with_a_long_name_1, "));
    assert_non_null(strstr(got, ", …. Say which"));
}

static void encodings(void **state)
{
    (void)state;
    write_text("u.csv", "id,text,ort\n1,Zürich,Köln\n");
    shell("iconv -f UTF-8 -t UTF-16 u.csv >16.csv && iconv -f UTF-8 -t WINDOWS-1252 u.csv >1252.csv");
    assert_string_equal(READ(PLAIN, "16.csv", "1252.csv"),
                        "16.csv#1 [Zürich] other={\"ort\":\"Köln\"}\n"
                        "1252.csv#1 [Zürich] other={\"ort\":\"Köln\"}\n");
}

// Before the line of names.
static void heads(void **state)
{
    (void)state;
    write_text("sep.csv", "sep=;\r\ntitle;text\r\nA;\"a, b\"\r\n");
    write_text("quoted.csv", "\"SEP=|\"\ntitle|text\nA|a; b\n");
    write_text("tab.csv", "sep=\t\ntext\tid\na b\t1\n");
    write_text("remark.csv", "# made by a tool\n# in May\n\ntitle,text\nA,a b\n");
    write_text("preamble.csv", "Exported on Monday\nfor, all\n\ntitle,url,text\nA,u,a b\n");
    write_text("padded.csv", "Exported on Monday,,\ntitle,url,text\nA,u,a b\n");
    write_text("hash.csv", "#,text\n1,a b\n");
    write_text("one.csv", "text\na b\n\"c\nd\"\n");
    write_text("lines.csv", "id,\"the\nnote\",text\n1,x,a b\n");
    write_text("value.csv", "kind,words\narticle,a b\n");
    write_text("prose.csv", "A line of text.\nAnother one\n");
    write_text("open.csv", "a \"line; of\ntext; without\n end\n");
    assert_string_equal(
        READ(PLAIN, "sep.csv", "quoted.csv", "tab.csv", "remark.csv", "preamble.csv", "padded.csv", "hash.csv",
             "one.csv", "lines.csv"),
        "sep.csv#L3 [a, b] title=A\n"
        "quoted.csv#L3 [a; b] title=A\n"
        "tab.csv#1 [a b]\n"
        "~ remark.csv:4 what comes before the line of names is no article; it begins: # made by a tool # in May\n"
        "remark.csv#L5 [a b] title=A\n"
        "~ preamble.csv:4 what comes before the line of names is no article; it begins: Exported on Monday for, all\n"
        "preamble.csv#L5 [a b] title=A url=u\n"
        "~ padded.csv:2 what comes before the line of names is no article; it begins: Exported on Monday,,\n"
        "padded.csv#L3 [a b] title=A url=u\n"
        "hash.csv#L2 [a b] other={\"#\":\"1\"}\n"
        "one.csv#L2 [a b]\none.csv#L3 [c|d]\n"
        "lines.csv#1 [a b] other={\"the\\nnote\":\"x\"}\n");
    assert_string_equal(
        READ(PLAIN, "value.csv", "prose.csv"),
        "! value.csv:1 has no text; its fields are: kind, words. Say which of them is the text: --map text=FIELD\n"
        "prose.csv [A line of text.|Another one|]\n");
    assert_non_null(strstr(READ(PLAIN, "open.csv"), "open.csv"));
    assert_string_equal(READ(OPTIONS(.delimiter = ','), "sep.csv"),
                        "! sep.csv:2 has no text; its fields are: title;text. Say which of them is the text: --map "
                        "text=FIELD\n");
}

// trafilatura 2.3.1 --csv
static void without_names(void **state)
{
    (void)state;
    write_text("a.csv",
               "https://a.example/1\tnull\t160f\ta.example\tT\tnull\t2026-03-04\t\"A b.\n- c\"\tnull\tnull\tarticle\n"
               "null\tnull\t160f\tnull\tnull\tnull\tnull\tD e.\tnull\tnull\tnull\n"
               "null\tnull\t160f\tnull\tnull\tnull\tnull\tnull\tnull\tnull\tnull\n");
    write_text("b.csv", "https://a.example/1,2026-03-04,A b.\n");
    assert_string_equal(READ(PLAIN, "a.csv", "b.csv"),
                        "a.csv#L1 [A b.|- c] title=T site=a.example url=https://a.example/1 date=2026-03-04 "
                        "other={\"fingerprint\":\"160f\",\"pagetype\":\"article\"}\n"
                        "a.csv#L3 [D e.] other={\"fingerprint\":\"160f\"}\n"
                        "! a.csv:4 has no text; it begins: null\n"
                        "! b.csv:1 the first line is no line of names; write one before it, such as url,title,text; it "
                        "begins: https://a.example/1\n");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(delimiters),
        cmocka_unit_test(bad_rows),
        cmocka_unit_test(unclosed_quote),
        cmocka_unit_test(columns),
        cmocka_unit_test(many_fields_in_the_message),
        cmocka_unit_test(encodings),
        cmocka_unit_test(heads),
        cmocka_unit_test(without_names),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
