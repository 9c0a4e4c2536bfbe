#include "base/buf.h"
#include "facts/mention_rows.h"
#include "unit.h"

static const struct mention_name NAMES[] = {
    {.name = {"Kenya", 5}, .entity = 0},
    {.name = {"Côte d'Ivoire", 14}, .entity = 1},
    {.name = {"Allemagne", 9}, .entity = 2, .kind = MENTION_FOREIGN},
    {.name = {"DE", 2}, .entity = 2, .kind = MENTION_CODE},
    {.name = {"NAM", 3}, .entity = 3, .kind = MENTION_CODE},
    {.name = {"NA", 2}, .entity = 3, .kind = MENTION_CODE},
    {.name = {"Georgia", 7}, .entity = 4},
    {.name = {"Monaco", 6}, .entity = 5},
    {.name = {"Georgien", 8}, .entity = 6, .kind = MENTION_FOREIGN, .language = {"de", 2}},
    {.name = {"DRC", 3}, .entity = 7, .kind = MENTION_ACRONYM, .case_sensitive = true},
    {.name = {"Democratic Republic of Congo", 28}, .entity = 8},
    {.name = {"KEN", 3}, .entity = 9, .kind = MENTION_ACRONYM, .case_sensitive = true},
    {.name = {"RDC", 3}, .entity = 8, .kind = MENTION_FOREIGN, .case_sensitive = true},
};
static const struct str IDS[] = {{"country:KE", 10}, {"country:CI", 10}, {"country:DE", 10}, {"country:NA", 10},
                                 {"country:GE", 10}, {"country:MC", 10}, {"country:GE", 10}, {"country:CD", 10},
                                 {"country:CD", 10}, {"org:KEN", 7}};
static const struct mention_stop STOPS[] = {{{"Georgia", 7}, MENTION_STOP_STATE},
                                            {{"Alabama", 7}, MENTION_STOP_BESIDE_STATE},
                                            {{"Tbilisi", 7}, MENTION_STOP_BESIDE_COUNTRY},
                                            {{"Monaco", 6}, MENTION_STOP_TECHNICAL},
                                            {{"Monospace", 9}, MENTION_STOP_BESIDE_TECHNICAL}};

struct collector {
    struct buf text;
    int fail_at;  // number of the row that is refused; 0 for none
    int count;
};

static bool collect(void *context, const struct row *r, struct error *error)
{
    struct collector *c = context;
    const struct mention_row *m = &r->mention;
    assert_int_equal(r->table, ROW_MENTION);
    if (++c->count == c->fail_at) return error_set(error, ERROR_OUTPUT, "full");
    buf_printf(&c->text, "%d p%d s%d l%u %s %d/%d %.*s@%d %.*s\n", m->mention_no, r->position, r->section_no, r->line,
               mention_place_name(m->place), m->row_no, m->column_no, STR_ARG(m->entity_id), m->start,
               STR_ARG(m->text));
    return true;
}

// What a user says of names, for the next article.
static const struct article_corrections *corrections;

static bool find(const struct row *rows, size_t count, struct str language, size_t memory, struct collector *collector,
                 struct error *error)
{
    struct arena arena;
    arena_init(&arena, memory);
    struct mention_names *names =
        mention_names_new(NAMES, sizeof NAMES / sizeof *NAMES, STOPS, sizeof STOPS / sizeof *STOPS, error);
    assert_non_null(names);
    struct mention_source source = {.names = names, .entity_ids = IDS};
    struct mention_rows mentions = {.source = &source,
                                    .language = language,
                                    .arena = &arena,
                                    .emit = collect,
                                    .context = collector,
                                    .corrections = corrections};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) ok = mention_rows_of(&mentions, &rows[i], error);
    mention_names_free(names);
    arena_release(&arena);
    return ok;
}

static void become(const struct row *rows, size_t count, struct str language, const char *wanted)
{
    struct collector collector = {0};
    struct error error = {0};
    assert_true(find(rows, count, language, 0, &collector, &error));
    assert_str(buf_str(&collector.text), wanted);
    buf_release(&collector.text);
}
#define assert_mentions(rows, language, wanted) become((rows), sizeof(rows) / sizeof *(rows), (language), (wanted))

// In every text that a reader sees, numbered in reading order; what follows is characters, not bytes.
static void places(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_SECTION, .section.heading = STR_NULL},
        {.table = ROW_SECTION, .section_no = 1, .position = 1, .line = 1, .section.heading = STR("In Kenya")},
        {.table = ROW_PARAGRAPH,
         .section_no = 1,
         .position = 2,
         .line = 2,
         .paragraph.text = STR("Où ? Côte d’Ivoire, Kenya's, Kenya.")},
        {.table = ROW_PARAGRAPH, .position = 3, .paragraph = {PARAGRAPH_CODE, STR("Kenya = 1")}},
        {.table = ROW_PARAGRAPH, .position = 4, .line = 4, .paragraph = {PARAGRAPH_LEFTOVER, STR("Kenya")}},
        {.table = ROW_BULLET, .position = 5, .line = 5, .bullet = {1, 1, -1, STR("Kenya"), STR("as in Kenya")}},
        {.table = ROW_BULLET, .position = 6, .line = 6, .bullet = {1, 1, -1, STR_NULL, STR("Kenya")}},
        {.table = ROW_TABLE, .position = 7, .of_table.shape = STR("Kenya")},
        {.table = ROW_TABLE_COLUMN, .position = 7, .line = 7, .column = {1, 1, STR("Kenya")}},
        {.table = ROW_TABLE_COLUMN, .position = 7, .line = 7, .column = {1, 2, STR_NULL}},
        {.table = ROW_TABLE_CELL, .position = 7, .line = 9, .cell = {1, 2, 3, STR("Kenya"), 9, 9}},
        {.table = ROW_LINK, .position = 8, .link = {1, STR("Kenya"), STR("https://kenya.example")}},
        {.table = ROW_DOCUMENT, .document.title = STR("Kenya")},
    };
    assert_mentions(rows, STR("en"),
                    "1 p1 s1 l1 heading -1/-1 country:KE@3 Kenya\n"
                    "2 p2 s1 l2 text -1/-1 country:CI@5 Côte d’Ivoire\n"
                    "3 p2 s1 l2 text -1/-1 country:KE@20 Kenya\n"
                    "4 p2 s1 l2 text -1/-1 country:KE@29 Kenya\n"
                    "5 p4 s0 l4 text -1/-1 country:KE@0 Kenya\n"
                    "6 p5 s0 l5 label -1/-1 country:KE@0 Kenya\n"
                    "7 p5 s0 l5 text -1/-1 country:KE@6 Kenya\n"
                    "8 p6 s0 l6 text -1/-1 country:KE@0 Kenya\n"
                    "9 p7 s0 l7 header -1/1 country:KE@0 Kenya\n"
                    "10 p7 s0 l9 cell 2/3 country:KE@0 Kenya\n");
}

// Codes count where the header says so.
static void codes(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_TABLE, .position = 1},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 1, STR("Country")}},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 2, STR("ISO-code (alpha3)")}},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 3, STR("What each country of ours gave in all")}},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 65, STR("Country")}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 1, 1, STR("\u00A0DE "), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 1, 2, STR("NAM"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 1, 3, STR("DE"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 1, 65, STR("DE"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 2, 1, STR("NA"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 2, 2, STR("NA"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 3, 1, STR("Kenya"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 3, 1, STR("DE and"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 4, 1, STR(" cÔTE d’ivoire"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 4, 3, STR("kenya"), 9, 9}},
        {.table = ROW_TABLE, .position = 2},
        {.table = ROW_TABLE_CELL, .position = 2, .cell = {2, 1, 1, STR("DE"), 9, 9}},
    };
    assert_mentions(rows, STR("en"),
                    "1 p1 s0 l0 cell 1/1 country:DE@1 DE\n"
                    "2 p1 s0 l0 cell 1/2 country:NA@0 NAM\n"
                    "3 p1 s0 l0 cell 2/2 country:NA@0 NA\n"
                    "4 p1 s0 l0 cell 3/1 country:KE@0 Kenya\n"
                    "5 p1 s0 l0 cell 4/1 country:CI@1 cÔTE d’ivoire\n");
}

// Names in cells that the column says are something else.
static void others(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_TABLE, .position = 1},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 1, STR("Name")}},
        {.table = ROW_TABLE_COLUMN, .position = 1, .column = {1, 2, STR("Monospace font")}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 1, 1, STR("Alabama"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 2, 1, STR("Georgia "), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 2, 2, STR("Monaco"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 2, 3, STR("Georgia"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 3, 1, STR("Monaco"), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 1, .cell = {1, 4, 1, STR("Kenya"), 9, 9}},
        {.table = ROW_TABLE, .position = 2},
        {.table = ROW_TABLE_CELL, .position = 2, .cell = {2, 1, 1, STR("Georgia"), 9, 9}},
        {.table = ROW_TABLE, .position = 3},
        {.table = ROW_TABLE_COLUMN, .position = 3, .column = {3, 1, STR("Monaco")}},
        {.table = ROW_TABLE_COLUMN, .position = 3, .column = {3, 2, STR("Monospace")}},
        {.table = ROW_TABLE_COLUMN, .position = 3, .column = {3, 3, STR("Monaco")}},
    };
    assert_mentions(rows, STR("en"),
                    "1 p1 s0 l0 cell 2/3 country:GE@0 Georgia\n"
                    "2 p1 s0 l0 cell 3/1 country:MC@0 Monaco\n"
                    "3 p1 s0 l0 cell 4/1 country:KE@0 Kenya\n"
                    "4 p2 s0 l0 cell 1/1 country:GE@0 Georgia\n"
                    "5 p3 s0 l0 header -1/1 country:MC@0 Monaco\n");
}

// The mentions in paragraphs of one article, as the paragraph's number and the text.
static void says(const char *language, const char *const *texts, const char *wanted)
{
    struct row rows[12];
    struct collector collector = {0};
    struct error error = {0};
    size_t count = 0;
    for (; texts[count]; count++)
        rows[count] = (struct row){
            .table = ROW_PARAGRAPH, .position = (int32_t)count + 1, .paragraph.text = str_from(texts[count])};
    assert_true(find(rows, count, str_from(language), 0, &collector, &error));
    struct buf out = {0};
    for (const char *line = collector.text.p, *end; line && *line; line = end + 1) {
        end = strchr(line, '\n');
        const char *position = strchr(line, 'p') + 1, *name = strchr(line, '@');
        name = strchr(name, ' ');
        buf_printf(&out, "%.1s%.*s;", position, (int)(end - name), name);
    }
    assert_str(buf_str(&out), wanted);
    buf_release(&out);
    buf_release(&collector.text);
}
#define SAYS(language, wanted, ...) says((language), (const char *const[]){__VA_ARGS__, NULL}, (wanted))

// What an article has said of a name holds for the texts that follow.
static void in_article(void **state)
{
    (void)state;
    SAYS("en", "2 Kenya;", "She left Alabama early.", "In Georgia, Kenya and the rest of it they met.");
    SAYS("en", "1 Georgia;", "In Georgia they met.", "She left Alabama.");
    SAYS("en", "2 Georgia;", "She left Alabama early.", "In Georgia they saw Tbilisi.");
    SAYS("en", "3 Georgia;", "She left Alabama early.", "They saw Tbilisi.", "In Georgia they met.");
    SAYS("en", "", "They saw Tbilisi.", "Georgia is far, and so is Alabama for them.");
    // in a list, by its neighbours
    SAYS("en", "2 Kenya;3 Georgia;", "She left Alabama early.", "Kenya", "Georgia");
    SAYS("en", "", "Alabama", "Georgia");
    // a language has a name of its own for the country
    SAYS("de", "2 Georgien;", "Sie waren in Georgia.", "Sie waren in Georgien.");
    SAYS("en", "1 Georgia;", "They were in Georgia.");
    // acronyms that are explained otherwise, before or behind
    SAYS("en", "", "The Dependency Ratio Ceiling (DRC) is low.", "A DRC of 2 is better.");
    SAYS("en", "", "The ratio (DRC) Dependency Ratio Ceiling is low.", "A DRC of 2 is better.");
    SAYS("en", "", "A DRC (dependency ratio ceiling) is low.", "A DRC of 2 is better.");
    SAYS("en", "", "The Dependency-Ratio of a Ceiling (DRC) is low.");
    SAYS("en", "1 Democratic Republic of Congo;1 DRC;2 DRC;", "The Democratic Republic of Congo (DRC) is large.",
         "The DRC is large.");
    SAYS("en", "1 DRC;2 DRC;", "The Congolese Democratic Republic (DRC) is large.", "The DRC is large.");
    SAYS("fr", "1 RDC;2 RDC;", "La R\xC3\xA9publique d\xC3\xA9mocratique du Congo (RDC) est l\xC3\xA0.",
         "La RDC est l\xC3\xA0.");
    SAYS("fr", "", "Le rapport de d\xC3\xA9pendance calcul\xC3\xA9 (RDC) est bas.", "Le RDC est bas.");
    // an entity of which nothing but the acronym is known
    SAYS("en", "1 KEN;2 KEN;", "The Key Energy Network (KEN) is large.", "KEN is large.");
    SAYS("en", "1 DRC;2 DRC;", "They went to the east (DRC) in May.", "The DRC is large.");
    // an article full of technical words
    SAYS("en", "1 Monaco;", "Monaco.", "Monospace.", "Monospace.", "Monospace.", "Monospace.", "Monospace.", "Monaco.");
}

static void language(void **state)
{
    (void)state;
    const struct row rows[] = {{.table = ROW_PARAGRAPH, .position = 1, .paragraph.text = STR("Allemagne")}};
    const char *found = "1 p1 s0 l0 text -1/-1 country:DE@0 Allemagne\n";
    assert_mentions(rows, STR("fr"), found);
    assert_mentions(rows, STR("fr-CA"), found);
    assert_mentions(rows, STR("en-GB"), "");
    assert_mentions(rows, STR("French"), "");
    assert_mentions(rows, STR_NULL, "");
}

// A cell, header or label is the name that a user says; of two that mean it the later one holds. No running text is.
static void corrected(void **state)
{
    (void)state;
    const struct correction kenya = {.text = STR("Kenia"), .as = CORRECT_ENTITY, .entity_id = STR("country:KE")};
    const struct correction other = {
        .line = 9, .text = STR("Kenya"), .as = CORRECT_ENTITY, .entity_id = STR("country:CI")};
    const struct correction unmet = {.line = 8, .text = STR("Kenia"), .as = CORRECT_ENTITY, .entity_id = STR("x")};
    const struct correction header = {.line = 7, .text = STR("Kenia"), .as = CORRECT_ENTITY, .entity_id = STR("h")};
    const struct correction quote = {.text = STR("Kenia"), .as = CORRECT_QUOTE};
    const struct correction *all[] = {&kenya, &other, &unmet, &header, &quote};
    bool met[5] = {false};
    const struct article_corrections said = {all, 5, met};
    const struct row rows[] = {
        {.table = ROW_PARAGRAPH, .position = 1, .line = 1, .paragraph = {.text = STR("Kenia"), .label = STR("Kenia")}},
        {.table = ROW_BULLET, .position = 2, .line = 2, .bullet = {1, 1, -1, STR("Kenia"), STR("Kenya")}},
        {.table = ROW_TABLE, .position = 3, .line = 7},
        {.table = ROW_TABLE_COLUMN, .position = 3, .column = {1, 1, STR("Kenia")}},
        {.table = ROW_TABLE_CELL, .position = 3, .line = 9, .cell = {1, 1, 1, STR("\u00A0Kenya "), 9, 9}},
        {.table = ROW_TABLE_CELL, .position = 3, .line = 10, .cell = {1, 2, 1, STR("Kenya"), 10, 10}},
        {.table = ROW_TABLE_CELL, .position = 3, .line = 10, .cell = {1, 2, 2, STR("Kenia"), 10, 10}},
        {.table = ROW_TABLE_CELL, .position = 3, .line = 10, .cell = {1, 2, 3, STR("Kenia, Kenya"), 10, 10}},
    };
    corrections = &said;
    assert_mentions(rows, STR("en"),
                    "1 p1 s0 l1 label -1/-1 country:KE@0 Kenia\n"
                    "2 p2 s0 l2 label -1/-1 country:KE@0 Kenia\n"
                    "3 p2 s0 l2 text -1/-1 country:KE@0 Kenya\n"
                    "4 p3 s0 l0 header -1/1 h@0 Kenia\n"
                    "5 p3 s0 l9 cell 1/1 country:CI@1 Kenya\n"
                    "6 p3 s0 l10 cell 2/1 country:KE@0 Kenya\n"
                    "7 p3 s0 l10 cell 2/2 country:KE@0 Kenia\n"
                    "8 p3 s0 l10 cell 2/3 country:KE@7 Kenya\n");
    corrections = NULL;
    assert_true(met[0] && met[1] && !met[2] && met[3] && !met[4]);
}

static void failures(void **state)
{
    (void)state;
    const struct row rows[] = {
        {.table = ROW_BULLET, .bullet = {.label = STR("Kenya"), .text = STR("Kenya")}},
        {.table = ROW_BULLET, .bullet = {.text = STR("Kenya, Kenya, Kenya, Kenya, Kenya, Kenya, Kenya, Kenya, Kenya")}},
    };
    for (int fail_at = 1; fail_at <= 11; fail_at++) {
        struct collector collector = {.fail_at = fail_at};
        struct error error = {0};
        assert_false(find(rows, 2, STR("en"), 0, &collector, &error));
        assert_error(&error, ERROR_OUTPUT, "full");
        assert_int_equal(collector.count, fail_at);
        buf_release(&collector.text);
    }
    struct collector collector = {0};
    struct error error = {0};
    assert_false(find(rows, 2, STR("en"), 1, &collector, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    assert_int_equal(collector.count, 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(places),   cmocka_unit_test(codes),     cmocka_unit_test(others),   cmocka_unit_test(in_article),
    cmocka_unit_test(language), cmocka_unit_test(corrected), cmocka_unit_test(failures),
};

UNIT_MAIN("mention_rows")
