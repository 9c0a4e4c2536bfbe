// Records as the field's own tools write them, recognised without --map: input/json_list.h, parts.h, doubt.h,
// record_wiki.c and mapping.h's names, through input/input.h. Each input has the form of the tool's output, in the
// versions that the comments name.
#include "input_files.h"

// trafilatura 2.3.1 --json --with-metadata
static void trafilatura_json(void **state)
{
    (void)state;
    write_text("a.jsonl",
               "{\"title\": \"Pier aid\", \"author\": \"Ann Roe\", \"hostname\": \"quay.example\", \"date\": "
               "\"2026-03-04\", \"fingerprint\": \"160f\", \"id\": null, \"comments\": \"\", \"raw_text\": \"Pier aid "
               "Norway gives boats. Sweden: nets\", \"text\": \"Pier aid\\nNorway gives boats.\\n- Sweden: nets\", "
               "\"language\": null, \"source\": \"https://quay.example/a\", \"source-hostname\": \"Quay News\"}\n");
    assert_string_equal(READ(PLAIN, "a.jsonl"),
                        "a.jsonl#L1 [Pier aid|Norway gives boats.|- Sweden: nets] title=Pier aid author=Ann Roe "
                        "site=Quay News url=https://quay.example/a date=2026-03-04 "
                        "other={\"fingerprint\":\"160f\",\"id\":null,\"comments\":\"\",\"language\":null,"
                        "\"hostname\":\"quay.example\"}\n");
}

// datatrove 0.10.1, Dolma, OSCAR 23.01, HPLT 2, DCLM
static void corpora(void **state)
{
    (void)state;
    write_text(
        "a.jsonl",
        "{\"text\":\"one\\ntwo\",\"id\":\"d1\",\"metadata\":{\"url\":\"https://a.example/1\",\"date\":\"2024-05-03\","
        "\"title\":\"T\",\"score\":1.10}}\n"
        "{\"id\":\"o1\",\"text\":\"a b\",\"source\":\"common-crawl\",\"added\":\"x\",\"created\":\"2024-05-04\"}\n"
        "{\"content\":\"c d\",\"warc_headers\":{\"warc-record-id\":\"<urn:uuid:1>\",\"warc-target-uri\":"
        "\"https://a.example/2\",\"warc-identified-content-language\":\"eng\"}}\n"
        "{\"f\":\"x.warc\",\"u\":\"https://a.example/3\",\"lang\":[\"eng_Latn\",\"deu_Latn\"],\"text\":\"e f\"}\n"
        "{\"text\":\"g h\",\"metadata\":{\"WARC-Target-URI\":\"https://a.example/4\"},\"u\":\"5\"}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#d1 [one|two] title=T url=https://a.example/1 date=2024-05-03 other={\"metadata\":{\"score\":1.10}}\n"
        "a.jsonl#o1 [a b] date=2024-05-04 other={\"source\":\"common-crawl\",\"added\":\"x\"}\n"
        "a.jsonl#<urn:uuid:1> [c d] url=https://a.example/2 language=eng other={\"warc_headers\":{}}\n"
        "a.jsonl#L4 [e f] url=https://a.example/3 language=eng_Latn other={\"f\":\"x.warc\",\"lang\":[\"eng_Latn\","
        "\"deu_Latn\"]}\n"
        "a.jsonl#L5 [g h] url=https://a.example/4 other={\"metadata\":{},\"u\":\"5\"}\n");
}

// FineWeb, RefinedWeb, Dolma 1.2.1's `warc`, C4, CulturaX: when a crawler took the page is no date of the article.
static void dates_of_crawls(void **state)
{
    (void)state;
    write_text(
        "a.jsonl",
        "{\"text\":\"a b\",\"id\":\"<urn:uuid:1>\",\"dump\":\"CC-MAIN-2013-20\",\"url\":\"https://a.example/1\","
        "\"date\":\"2013-05-18T05:48:54Z\",\"file_path\":\"s3://x.warc.gz\",\"language\":\"en\"}\n"
        "{\"content\":\"c d\",\"url\":\"https://a.example/2\",\"timestamp\":\"2013-05-18T10:42:00Z\",\"dump\":"
        "\"CC-MAIN-2013-20\",\"segment\":\"1368696382185\"}\n"
        "{\"id\":\"ee4t\",\"text\":\"e f\",\"source\":\"quay\",\"created\":\"2026-11-30T10:40:25.862Z\",\"added\":"
        "\"2026-11-30T10:40:25.857Z\",\"metadata\":{\"warc_url\":\"https://a.example/3\",\"url\":\"a.example/3\","
        "\"warc_date\":\"2026-11-30T10:40:25.862Z\"},\"attributes\":{}}\n"
        "{\"text\":\"g h\",\"timestamp\":\"2019-04-25T12:57:54Z\",\"url\":\"https://a.example/4\"}\n"
        "{\"text\":\"i j\",\"timestamp\":\"2019/04/25 12:57:54\",\"url\":\"https://a.example/5\",\"source\":\"mC4\"}\n"
        "{\"text\":\"k l\",\"date\":\"2019-04-25\",\"url\":\"https://a.example/6\"}\n"
        "{\"text\":\"m n\",\"timestamp\":\"2019-04-25\",\"url\":\"https://a.example/7\",\"title\":\"T\",\"a\":1}\n"
        "{\"text\":\"o p\",\"dump\":\"x\",\"published_at\":\"2019-04-25\"}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#<urn:uuid:1> [a b] url=https://a.example/1 language=en "
        "other={\"dump\":\"CC-MAIN-2013-20\",\"file_path\":\"s3://x.warc.gz\",\"date\":\"2013-05-18T05:48:54Z\"}\n"
        "a.jsonl#L2 [c d] url=https://a.example/2 "
        "other={\"dump\":\"CC-MAIN-2013-20\",\"segment\":\"1368696382185\",\"timestamp\":\"2013-05-18T10:42:00Z\"}\n"
        "a.jsonl#ee4t [e f] url=https://a.example/3 "
        "other={\"source\":\"quay\",\"added\":\"2026-11-30T10:40:25.857Z\",\"metadata\":{\"url\":\"a.example/"
        "3\",\"warc_date\":\"2026-11-30T10:40:25.862Z\"},\"attributes\":{},\"created\":\"2026-11-30T10:40:25.862Z\"}\n"
        "a.jsonl#L4 [g h] url=https://a.example/4 other={\"timestamp\":\"2019-04-25T12:57:54Z\"}\n"
        "a.jsonl#L5 [i j] url=https://a.example/5 other={\"source\":\"mC4\",\"timestamp\":\"2019/04/25 12:57:54\"}\n"
        "a.jsonl#L6 [k l] url=https://a.example/6 date=2019-04-25\n"
        "a.jsonl#L7 [m n] title=T url=https://a.example/7 date=2019-04-25 other={\"a\":1}\n"
        "a.jsonl#L8 [o p] date=2019-04-25 other={\"dump\":\"x\"}\n");
    assert_non_null(strstr(READ(OPTIONS(.map = "date=timestamp"), "a.jsonl"),
                           "#L4 [g h] url=https://a.example/4 date=2019-04-25T12"));
}

// news-please 1.6.16, newspaper4k 0.9.6, Readability 0.6.0
static void news(void **state)
{
    (void)state;
    write_text(
        "a.jsonl",
        "{\"authors\": [\"Ann\", \"Bo\"], \"date_download\": \"None\", \"date_modify\": \"None\", "
        "\"date_publish\": \"2026-03-04 23:30:00\", \"language\": \"None\", \"maintext\": \"A b.\", \"text\": null,"
        " \"source_domain\": \"quay.example\", \"url\": \"https://quay.example/a\"}\n"
        "{\"url\": \"https://quay.example/b\", \"authors\": [\"Ann\"], \"publish_date\": \"2026-03-04\", "
        "\"meta_site_name\": \"Quay\", \"text\": \"C d.\"}\n"
        "{\"byline\": \"Ann\", \"content\": \"<div><p>E f.</p></div>\", \"textContent\": \"E f.\", "
        "\"siteName\": \"Quay\", \"publishedTime\": \"2026-03-04\"}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#L1 [A b.] author=Ann, Bo site=quay.example url=https://quay.example/a date=2026-03-04T23:30:00Z "
        "other={\"date_download\":\"None\",\"date_modify\":\"None\",\"language\":\"None\",\"text\":null}\n"
        "a.jsonl#L2 [C d.] author=Ann site=Quay url=https://quay.example/b date=2026-03-04\n"
        "a.jsonl#L3 [<div><p>E f.</p></div>] author=Ann site=Quay date=2026-03-04 other={\"textContent\":\"E f.\"}\n");
}

// JSON-LD's NewsArticle; WordPress' REST; MongoDB's export
static void nested_values(void **state)
{
    (void)state;
    write_text(
        "a.jsonl",
        "{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"articleBody\":\"A b.\",\"datePublished\":\"2024-05-03\","
        "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann\",\"url\":\"https://a.example/ann\"},{\"name\":\"Bo\"}],"
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Quay\"},\"mainEntityOfPage\":{\"@id\":"
        "\"https://quay.example/h\"},\"inLanguage\":\"en\"}\n"
        "{\"id\":7,\"date\":\"2024-05-03T08:00:00\",\"date_gmt\":\"2024-05-03T06:00:00\",\"link\":"
        "\"https://quay.example/w\",\"title\":{\"rendered\":\"W\"},\"content\":{\"rendered\":\"C d.\"},\"author\":3}\n"
        "{\"_id\":{\"$oid\":\"5f\"},\"body\":\"E f.\",\"date\":{\"$date\":\"2024-05-03T06:00:00Z\"}}\n"
        "{\"source\":{\"id\":null,\"name\":\"Quay\"},\"url\":\"https://quay.example/n\",\"content\":\"G h.\"}\n"
        "{\"text\":[\"Ships \",{\"type\":\"bold\",\"text\":\"land\"},\" here.\"],\"id\":1499816949527975237}\n"
        "{\"text\":[{\"type\":\"plain\",\"text\":\"Nets \"},{\"type\":\"link\",\"text\":\"here.\"}],\"id\":5}\n"
        "{\"text\":\"\",\"text_entities\":[{\"type\":\"plain\",\"text\":\"Boats.\"}],\"id\":6}\n"
        "{\"_id\":\"e\",\"_source\":{\"url\":\"https://quay.example/e\",\"body\":\"I j.\"}}\n"
        "{\"text\":\"t "
        "u\",\"author\":{\"a\":{\"b\":{\"name\":[[[\"deep\"]]]}}},\"authors\":[],\"title\":[\"one\",\"two\"]}\n");
    assert_string_equal(
        READ(PLAIN, "a.jsonl"),
        "a.jsonl#L1 [A b.] title=H author=Ann, Bo site=Quay url=https://quay.example/h language=en date=2024-05-03 "
        "other={\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann\",\"url\":"
        "\"https://a.example/ann\"},{\"name\":\"Bo\"}]}\n"
        "a.jsonl#7 [C d.] title=W url=https://quay.example/w date=2024-05-03T06:00:00Z "
        "other={\"date\":\"2024-05-03T08:00:00\",\"author\":3}\n"
        "a.jsonl#5f [E f.] date=2024-05-03T06:00:00Z\n"
        "a.jsonl#L4 [G h.] site=Quay url=https://quay.example/n other={\"source\":{\"id\":null,\"name\":\"Quay\"}}\n"
        "a.jsonl#1499816949527975237 [Ships land here.]\n"
        "a.jsonl#5 [Nets here.]\n"
        "a.jsonl#6 [Boats.] other={\"text\":\"\"}\n"
        "a.jsonl#e [I j.] url=https://quay.example/e other={\"_source\":{}}\n"
        "a.jsonl#L9 [t u] title=one other={\"author\":{\"a\":{\"b\":{\"name\":[[[\"deep\"]]]}}},\"authors\":[],"
        "\"title\":[\"one\",\"two\"]}\n");
}

// JSON Feed 1.1; rss-parser 3.13; feedparser 6.0.14; NewsAPI; Ghost 5; Telegram Desktop
static void lists(void **state)
{
    (void)state;
    write_text("feed.json",
               "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Quay\", \"language\": \"en\",\n"
               " \"items\": [\n  {\"id\": \"1\", \"content_text\": \"A b.\", \"authors\": [{\"name\": \"Ann\"}]},\n"
               "  {\"url\": \"https://quay.example/2\", \"content_text\": \"C d.\"}]}\n");
    write_text("rss.jsonl",
               "{\"items\":[{\"creator\":\"Ann\",\"link\":\"https://a.example/\",\"content:encoded\":\"All of "
               "it.\",\"content\":"
               "\"Short.\",\"guid\":\"h-1\",\"isoDate\":\"2026-03-05T04:30:00.000Z\"}],\"title\":\"Quay\"}\n"
               "{\"text\":\"A record as well.\"}\n");
    write_text(
        "feedparser.json",
        "[{\"title\":\"T\",\"summary\":\"Short.\",\"content\":[{\"type\":\"text/plain\",\"value\":\"One.\"},{\"value\":"
        "\"Two.\"}],\"published\":\"Wed, 04 Mar 2026 23:30:00 -0500\"}]");
    write_text("ghost.json",
               "{\"db\":[{\"meta\":{\"version\":\"5\"},\"data\":{\"users\":[{\"name\":\"Ann\"}],\"posts\":[{\"id\":"
               "\"p\",\"title\":"
               "\"T\",\"plaintext\":\"E f.\"}, 5]}}]}");
    assert_string_equal(
        READ(PLAIN, "feed.json", "rss.jsonl", "feedparser.json", "ghost.json"),
        "feed.json#1 [A b.] author=Ann site=Quay language=en\n"
        "feed.json#L4 [C d.] site=Quay url=https://quay.example/2 language=en\n"
        "rss.jsonl#h-1 [All of it.] author=Ann site=Quay url=https://a.example/ date=2026-03-05T04:30:00Z "
        "other={\"content\":\"Short.\"}\n"
        "rss.jsonl#L2 [A record as well.]\n"
        "feedparser.json#L1 [One.||Two.] title=T date=2026-03-05T04:30:00Z other={\"summary\":\"Short.\"}\n"
        "ghost.json#p [E f.] title=T\n");
}

// As deep as other records.
static void lists_of_deep_records(void **state)
{
    (void)state;
#define DEEP "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
    write_text("deep.json", "{\"v\":1,\"items\":[{\"id\":\"1\",\"text\":\"A b.\",\"d\":" DEEP "}]}");
    assert_string_equal(READ(PLAIN, "deep.json"), "deep.json#1 [A b.] other={\"d\":" DEEP "}\n");
#undef DEEP
}

static void lists_that_must_be_named(void **state)
{
    (void)state;
    write_text("two.json",
               "{\"news\":[{\"text\":\"a b\"}],\"old\":{\"news\":[{\"text\":\"c d\"}, {\"text\":\"e f\"}]}}");
    write_text("path.json",
               "{\"news\":[{\"words\":{\"all\":\"a b\"},\"head\":\"T\"},{\"words\":{}}],\"other\":[{\"x\":1}]}");
    assert_string_equal(
        READ(PLAIN, "two.json", "path.json"),
        "! two.json:1 has several lists with texts: news, old.news. Say which holds the articles: --map "
        "text=LIST.FIELD\n"
        "! path.json:1 has no text; its fields are: news, other. Say which of them is the text: --map "
        "text=FIELD\n");
    assert_string_equal(READ(OPTIONS(.map = "text=old.news.text"), "two.json"),
                        "two.json#L1 [c d]\ntwo.json#L1~L1 [e f]\n");
    assert_string_equal(READ(OPTIONS(.map = "text=news.words.all,title=news.head"), "path.json"),
                        "path.json#L1 [a b] title=T other={\"words\":{}}\n"
                        "! path.json:1 has no text in words.all; its fields are: words\n");
}

static void several_on_a_line(void **state)
{
    (void)state;
    write_text("a.json", "{\"title\":\"A\",\"text\":\"a b\"}{\"text\":\"c d\"} {\"text\":\"e f\"}\n{\"text\":\"g h\"}");
    assert_string_equal(READ(PLAIN, "a.json"),
                        "a.json#L1 [a b] title=A\na.json#L1~L1 [c d]\na.json#L1~L1~L1 [e f]\na.json#L2 [g h]\n");
}

// unstructured 0.27.35, elements_to_json
#define ELEMENT(type, text, rest)                                                                                      \
    "{\"element_id\":\"e\",\"type\":\"" type "\",\"text\":\"" text "\",\"metadata\":{" rest "}}"
static void unstructured(void **state)
{
    (void)state;
    write_text("a.json",
               "[" ELEMENT("Title", "Pier *aid*", "\"filename\":\"a.html\",\"category_depth\":0,\"languages\":[\"eng\"]") ",\n"
               ELEMENT("NarrativeText", "1. of\\n\\n# all_", "\"filename\":\"a.html\"") ",\n"
               "{\"text\": 1},\n"
               ELEMENT("ListItem", "Sweden", "\"filename\":\"a.html\",\"category_depth\":1") ",\n"
               ELEMENT("ListItem", "nets", "\"filename\":\"a.html\",\"category_depth\":2") ",\n"
               ELEMENT("Table", "A B", "\"filename\":\"a.html\",\"text_as_html\":\"<table><tr><td>A</td></tr>\\n\\n</table>\"") ",\n"
               ELEMENT("PageBreak", "", "\"filename\":\"a.html\"") ",\n"
               ELEMENT("CodeSnippet", "a ``` b", "\"filename\":\"a.html\"") ",\n"
               ELEMENT("PageBreak", "", "\"url\":\"https://a.example/n\"") ",\n"
               ELEMENT("Title", "Other", "\"url\":\"https://a.example/b\",\"category_depth\":1") "]\n");
    assert_string_equal(
        READ(PLAIN, "a.json"),
        "! a.json:3 is no element of a document; it begins: {\"text\": 1}\n"
        "a.json#a.html [# Pier \\*aid\\*||1\\. of|\\# all\\_||- Sweden|  - nets||<table><tr><td>A</td></tr>|"
        "</table>||````|a ``` b|````] language=eng other={\"filename\":\"a.html\"}\n"
        "! a.json:9 none of the document's elements has text\n"
        "a.json#https://a.example/b [## Other] url=https://a.example/b\n");
    write_text("one.jsonl", ELEMENT("Title", "T", "") "\n" ELEMENT("UncategorizedText", "x y", "") "\n");
    assert_string_equal(READ(PLAIN, "one.jsonl"), "one.jsonl#L1 [# T||x y]\n");
}

// docling-core 2.104.0, export_to_dict
static void docling(void **state)
{
    (void)state;
    write_text(
        "a.json",
        "{\"schema_name\":\"DoclingDocument\",\"name\":\"a\",\"body\":{\"children\":[{\"$ref\":\"#/texts/"
        "0\"},{\"$ref\":"
        "\"#/texts/1\"},{\"$ref\":\"#/tables/0\"},{\"$ref\":\"#/groups/0\"},{\"$ref\":\"#/groups/1\"},{\"$ref\":\"#/"
        "texts/8\"},"
        "{\"$ref\":\"#/texts/0\"},{\"$ref\":\"nothing\"},{\"$ref\":\"#/none/0\"},{\"$ref\":\"#/texts/9\"}]},"
        "\"texts\":[{\"label\":\"title\",\"text\":\"T\"},{\"label\":\"section_header\",\"level\":2,\"text\":\"H\"},"
        "{\"label\":\"caption\",\"text\":\"C\"},"
        "{\"label\":\"list_item\",\"text\":\"one\",\"children\":[{\"$ref\":\"#/groups/"
        "2\"}]},{\"label\":\"list_item\",\"text\":"
        "\"two\",\"enumerated\":true,\"marker\":\"2.\"},{\"label\":\"list_item\",\"text\":\"in\",\"enumerated\":true,"
        "\"marker\":"
        "\"(a)\"},{\"label\":\"text\",\"text\":\"a\"},{\"label\":\"text\",\"text\":\"b\"},{\"label\":\"code\",\"text\":"
        "\"\",\"orig\":\"x*y\"},"
        "{\"label\":\"page_footer\",\"content_layer\":\"furniture\",\"text\":\"Imprint\"}],"
        "\"groups\":[{\"label\":\"list\",\"children\":[{\"$ref\":\"#/texts/3\"},{\"$ref\":\"#/texts/4\"}]},"
        "{\"label\":\"inline\",\"children\":[{\"$ref\":\"#/texts/6\"},{\"$ref\":\"#/texts/7\"}]},"
        "{\"label\":\"list\",\"children\":[{\"$ref\":\"#/texts/5\"}]}],"
        "\"tables\":[{\"label\":\"table\",\"captions\":[{\"$ref\":\"#/texts/"
        "2\"}],\"data\":{\"num_rows\":2,\"num_cols\":2,"
        "\"table_cells\":[{\"start_row_offset_idx\":0,\"end_row_offset_idx\":1,\"start_col_offset_idx\":0,"
        "\"end_col_offset_idx\":2,\"text\":\"a|b\",\"column_header\":true},{\"start_row_offset_idx\":1,\"end_row_"
        "offset_idx\":2,"
        "\"start_col_offset_idx\":1,\"end_col_offset_idx\":9,\"text\":\"c\"}]}}]}");
    assert_string_equal(
        READ(PLAIN, "a.json"),
        "a.json#L1 [# T||### H||C||| a\\|b | a\\|b |||---|---|||  | c |||- one|  - (a) in||2. two||a b||```|x*y|```] "
        "other={\"schema_name\":\"DoclingDocument\",\"furniture\":[\"Imprint\"],\"name\":\"a\"}\n");
    write_text("none.json",
               "{\"schema_name\":\"DoclingDocument\",\"body\":{\"children\":[]},\"tables\":[{\"data\":{}}]}");
    assert_string_equal(READ(PLAIN, "none.json"), "none.json#L1 [] other={\"schema_name\":\"DoclingDocument\"}\n");
}

// WikiExtractor 3.0.6
static void wikiextractor(void **state)
{
    (void)state;
    static const char doc[] =
        "A pier stands on piles.\nHistory.\nThe first piers were built of wood. Storms broke them.\nUses.\n";
    char text[600];
    snprintf(text, sizeof text,
             "<doc id=\"7\" url=\"https://w.example/wiki?curid=7\" title=\"The \"old\" pier\">\nThe \"old\" "
             "pier\n\n%s\n</doc>\n"
             "stray\n<doc id=\"8\" url=\"\" title=\"\">\nA dredger\n</doc>\n",
             doc);
    write_text("wiki_00", text);
    write_text("a.jsonl",
               "{\"id\": \"7\", \"revid\": \"70\", \"url\": \"https://w.example/wiki?curid=7\", \"title\": \"P\", "
               "\"text\": \"A pier.\\nHistory.\\nIt is old...\\nUses.\"}\n");
    assert_string_equal(READ(PLAIN, "wiki_00", "a.jsonl"),
                        "wiki_00#7 [A pier stands on piles.|History|The first piers were built of wood. Storms broke "
                        "them.|Uses.||] title=The \"old\" pier url=https://w.example/wiki?curid=7\n"
                        "! wiki_00:10 stands between WikiExtractor's articles; it begins: stray\n"
                        "wiki_00#8 [A dredger|]\n"
                        "a.jsonl#7 [A pier.|History|It is old...|Uses.] title=P url=https://w.example/wiki?curid=7 "
                        "other={\"revid\":\"70\"}\n");
}

#define ASKS "so another field must be the text: say which, --map text=FIELD; it begins: "
static void no_texts(void **state)
{
    (void)state;
    write_text("word.jsonl", "{\"text\":\"news\",\"x\":\"a b\"}\n{\"text\":\"news\"}\n");
    write_text("words.csv", "title,article\nA,sport\nB,news\nC,sport\n");
    write_text(
        "same.jsonl",
        "{\"text\":\"We use cookies.\"}\n{\"text\":\"We use cookies.\"}\noops\n{\"text\":\"We use cookies.\"}\n");
    write_text("twice.jsonl", "{\"text\":\"We use cookies.\"}\n{\"text\":\"We use cookies.\"}\n");
    write_text("few.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"text\":\"three\"}\n");
    write_text("late.jsonl", "{\"text\":\"one\"}\n{\"text\":\"one\"}\n{\"text\":\"two words\"}\n{\"text\":\"one\"}\n");
    write_text("else.jsonl",
               "{\"text\":\"news\",\"words\":\"Norway gives boats to them all.\"}\n{\"text\":\"sport\",\"title\":"
               "\"A title of five words or more\"}\n");
    write_text("alone.jsonl", "{\"text\":\"news\",\"words\":\"a b c d e f g h i j k l m n o p q r s t u v\"}\n");
    write_text("title.jsonl", "{\"text\":\"news\",\"title\":\"A title of five words or more\"}\n");
    FILE *file = fopen("many.csv", "w");
    fputs("text\n", file);
    for (int i = 0; i < 3000; i++) fprintf(file, "w%d\n", i);
    fclose(file);
    assert_string_equal(READ(PLAIN, "word.jsonl", "words.csv", "same.jsonl", "many.csv", "else.jsonl", "alone.jsonl"),
                        "! word.jsonl:0 the text of each record is the same, " ASKS
                        "news\n"
                        "! words.csv:0 the text of each record is one word, " ASKS
                        "sport\n"
                        "! same.jsonl:3 is no JSON object; it begins: oops\n"
                        "! same.jsonl:0 the text of each record is the same, " ASKS
                        "We use cookies.\n"
                        "! many.csv:0 the text of each record is one word, " ASKS
                        "w0\n"
                        "! else.jsonl:0 the text of each record is one word, " ASKS
                        "news\n"
                        "! alone.jsonl:0 the text of each record is one word, " ASKS "news\n");
    assert_string_equal(READ(PLAIN, "title.jsonl"), "title.jsonl#L1 [news] title=A title of five words or more\n");
    assert_string_equal(READ(PLAIN, "twice.jsonl", "few.jsonl", "late.jsonl"),
                        "twice.jsonl#L1 [We use cookies.]\ntwice.jsonl#L2 [We use cookies.]\n"
                        "few.jsonl#L1 [one]\nfew.jsonl#L2 [two]\nfew.jsonl#L3 [three]\n"
                        "late.jsonl#L1 [one]\nlate.jsonl#L2 [one]\nlate.jsonl#L3 [two words]\nlate.jsonl#L4 [one]\n");
    assert_string_equal(READ(OPTIONS(.map = "text=text"), "word.jsonl"),
                        "word.jsonl#L1 [news] other={\"x\":\"a b\"}\nword.jsonl#L2 [news]\n");
}

// trafilatura 2.3.1 --xml --input-dir DIR: one document behind another; a file of one is called as it is
static void trafilatura_xml(void **state)
{
    (void)state;
    write_text(
        "t.xml",
        "<doc sitename=\"S\" title=\"A\" url=\"https://a/?x&amp;y\">\n  <main>\n    <p>a</p>\n  </main>\n</doc>\n"
        "<doc sitename=\"S\" title=\"B\"><main><p>b</p></main></doc>\n\n"
        "<TEI><text>c</text>\n");
    assert_string_equal(
        READ(PLAIN, "t.xml"),
        "t.xml#https://a/?x&y [<doc sitename=\"S\" title=\"A\" url=\"https://a/?x&amp;y\">|  <main>|    "
        "<p>a</p>|  </main>|</doc>|]\n"
        "t.xml#L6 [<doc sitename=\"S\" title=\"B\"><main><p>b</p></main></doc>|]\n"
        "t.xml#L8 [<TEI><text>c</text>|]\n");
    write_text("u.xml", "<doc sitename=\"S\" url=\"https://a\"><main><p>a</p></main></doc>\n\n");
    assert_string_equal(READ(PLAIN, "u.xml"),
                        "u.xml [<doc sitename=\"S\" url=\"https://a\"><main><p>a</p></main></doc>|]\n");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trafilatura_json),
        cmocka_unit_test(trafilatura_xml),
        cmocka_unit_test(corpora),
        cmocka_unit_test(dates_of_crawls),
        cmocka_unit_test(news),
        cmocka_unit_test(nested_values),
        cmocka_unit_test(lists),
        cmocka_unit_test(lists_of_deep_records),
        cmocka_unit_test(lists_that_must_be_named),
        cmocka_unit_test(several_on_a_line),
        cmocka_unit_test(unstructured),
        cmocka_unit_test(docling),
        cmocka_unit_test(wikiextractor),
        cmocka_unit_test(no_texts),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
