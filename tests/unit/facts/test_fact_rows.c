#include "base/buf.h"
#include "facts/fact_rows.h"
#include "facts/list.h"
#include "facts/mention_rows.h"
#include "unit.h"

static const struct mention_name NAMES[] = {
    {{"Kenya", 5}, 0, MENTION_NAME, false, {NULL, 0}},        {{"Denmark", 7}, 1, MENTION_NAME, false, {NULL, 0}},
    {{"DEN", 3}, 1, MENTION_ACRONYM, true, {NULL, 0}},        {{"France", 6}, 2, MENTION_NAME, false, {NULL, 0}},
    {{"Netherlands", 11}, 3, MENTION_NAME, false, {NULL, 0}}, {{"DK", 2}, 1, MENTION_CODE, true, {NULL, 0}},
};
static const struct str IDS[] = {{"KE", 2}, {"DK", 2}, {"FR", 2}, {"NL", 2}};

struct run {
    struct arena arena, scratch;
    struct mention_rows mentions;
    struct fact_rows facts;
    struct buf text;
    int32_t position, table_no, count, fail_at;
};

static bool print(void *context, const struct row *r, struct error *error)
{
    struct run *run = context;
    const struct fact_row *f = &r->fact;
    assert_int_equal(r->table, ROW_FACT);
    if (++run->count == run->fail_at) return error_set(error, ERROR_OUTPUT, "full");
    assert_int_equal(f->fact_no, run->count);
    buf_printf(&run->text, "%s: %.*s", fact_told_by_name(f->told_by), STR_ARG(f->item));
    if (f->entity_id.p) buf_printf(&run->text, "=%.*s", STR_ARG(f->entity_id));
    buf_printf(&run->text, " | %.*s | %.*s", STR_ARG(f->attribute), STR_ARG(f->value));
    if (f->value_entity_id.p) buf_printf(&run->text, "=%.*s", STR_ARG(f->value_entity_id));
    if (f->typed.kind == VALUE_NUMBER)
        buf_printf(&run->text, " (%g%s%.*s)", f->typed.number, f->typed.unit.p ? " " : "", STR_ARG(f->typed.unit));
    if (f->typed.kind == VALUE_DATE) buf_str_add(&run->text, STR(" (date)"));
    if (f->typed.kind == VALUE_BOOLEAN) buf_str_add(&run->text, f->typed.truth ? STR(" (yes)") : STR(" (no)"));
    buf_str_add(&run->text, STR("\n"));
    return true;
}

static bool take_mention(void *context, const struct row *row, struct error *error)
{
    struct run *run = context;
    return fact_rows_add(&run->facts, row, error);
}

static bool add(struct run *run, const struct row *row, struct error *error)
{
    return fact_rows_add(&run->facts, row, error) && mention_rows_of(&run->mentions, row, error);
}

// A line of an article: `# heading`, `> lead-in`, `- text`, `-- text` (one deeper), `- label :: text`, `| cell | cell`,
// where a table's first row is its header, or `|-` where it has none.
static bool add_line(struct run *run, struct str line, struct error *error)
{
    struct row row = {.position = ++run->position, .line = (uint32_t)run->position};
    struct str rest = str_trim(str_slice(line, 1, line.n));
    if (line.p[0] == '#') {
        static const int32_t path[] = {1, 2, 3};
        int depth = 1;
        while (rest.p[0] == '#') rest = str_trim(str_slice(rest, 1, rest.n)), depth++;
        row.table = ROW_SECTION;
        row.section_no = run->position;
        row.section = (struct section_row){.path = path, .path_length = depth, .heading = rest};
    } else if (line.p[0] == '>') {
        row.table = ROW_PARAGRAPH;
        row.paragraph = (struct paragraph_row){.kind = PARAGRAPH_LEAD_IN, .text = rest};
    } else {
        int depth = 1;
        while (rest.p[0] == '-') rest = str_trim(str_slice(rest, 1, rest.n)), depth++;
        const char *colons = strstr(rest.p, " :: ");
        size_t at = colons && colons < rest.p + rest.n ? (size_t)(colons - rest.p) : 0;
        row.table = ROW_BULLET;
        row.bullet = (struct bullet_row){
            1,       depth, -1, at ? str_slice(rest, 0, at) : STR_NULL, at ? str_slice(rest, at + 4, rest.n) : rest,
            STR_NULL};
    }
    return add(run, &row, error);
}

static bool add_table(struct run *run, const char **at, struct error *error)
{
    struct row row = {.table = ROW_TABLE, .position = ++run->position, .line = 1, .of_table.table_no = ++run->table_no};
    bool ok = add(run, &row, error);
    for (int32_t row_no = 0; ok && **at == '|'; row_no++) {
        const char *end = strchr(*at, '\n'), *p = *at + 1;
        bool none = p[0] == '-';
        for (int32_t column = 1; ok && p < end; column++) {
            const char *bar = memchr(p, '|', (size_t)(end - p)), *to = bar ? bar : end;
            struct str cell = str_trim((struct str){p, (size_t)(to - p)});
            p = to + 1;
            row.table = row_no ? ROW_TABLE_CELL : ROW_TABLE_COLUMN;
            if (row_no) row.cell = (struct table_cell_row){run->table_no, row_no, column, cell, 1, 1, false, STR_NULL};
            else
                row.column = (struct table_column_row){
                    .table_no = run->table_no, .column_no = column, .header = none ? STR_NULL : cell};
            ok = add(run, &row, error);
        }
        *at = end + 1;
    }
    return ok;
}

static bool tell(struct run *run, const char *article, size_t memory, struct error *error)
{
    arena_init(&run->arena, memory);
    arena_init(&run->scratch, memory);
    struct mention_names *names = mention_names_new(NAMES, sizeof NAMES / sizeof *NAMES, NULL, 0, error);
    struct mention_source source = {.names = names, .entity_ids = IDS};
    run->mentions = (struct mention_rows){
        .source = &source, .language = STR("en"), .arena = &run->arena, .emit = take_mention, .context = run};
    run->facts = (struct fact_rows){
        .arena = &run->arena,
        .writer = {.scratch = &run->scratch, .emit = print, .context = run, .decimal = fact_decimal_of(STR("en"))}};
    struct row root = {.table = ROW_SECTION, .section.heading = STR_NULL}, end = {.table = ROW_DOCUMENT};
    bool ok = add(run, &root, error);
    for (const char *p = article; ok && *p;) {
        const char *lf = strchr(p, '\n');
        if (*p == '|') ok = add_table(run, &p, error);
        else ok = add_line(run, (struct str){p, (size_t)(lf - p)}, error), p = lf + 1;
    }
    ok = ok && add(run, &end, error);
    mention_names_free(names);
    arena_release(&run->arena);
    arena_release(&run->scratch);
    return ok;
}

static void become(const char *article, const char *wanted, const char *file, int line)
{
    struct run run = {0};
    struct error error = {0};
    assert_true(tell(&run, article, 0, &error));
    unit_str(buf_str(&run.text), wanted, file, line);
    buf_release(&run.text);
}
#define assert_facts(article, wanted) become((article), (wanted), __FILE__, __LINE__)

static void cells(void **state)
{
    (void)state;
    assert_facts(
        "| Donor | Pledged (US$ million) | Type | Date | Paid\n"
        "| Kenya | 1.5 | Money, food | 12 March 2024 | yes\n"
        "| France (FRA) and Denmark | 3 million | n/a | 4/5/2024 | –\n"
        "| | 7 | Denmark | |\n",
        "cell: Kenya=KE | Pledged (US$ million) | 1.5 (1.5e+06 USD)\n"
        "cell: Kenya=KE | Type | Money\n"
        "cell: Kenya=KE | Type | food\n"
        "cell: Kenya=KE | Date | 12 March 2024 (date)\n"
        "cell: Kenya=KE | Paid | yes (yes)\n"
        "cell: France=FR | Pledged (US$ million) | 3 million (3e+06 USD)\n"
        "cell: Denmark=DK | Pledged (US$ million) | 3 million (3e+06 USD)\n"
        "cell: France=FR | Date | 4/5/2024\n"
        "cell: Denmark=DK | Date | 4/5/2024\n"
        "cell: Denmark=DK | Pledged (US$ million) | 7 (7e+06 USD)\n");
    assert_facts("| Host | Partners\n| Kenya | France, Denmark and the Netherlands [1]\n| Copenhagen | DEN / France\n",
                 "cell: Kenya=KE | Partners | France=FR\n"
                 "cell: Kenya=KE | Partners | Denmark=DK\n"
                 "cell: Kenya=KE | Partners | the Netherlands [1]=NL\n"
                 "cell: Copenhagen | Partners | DEN=DK\n"
                 "cell: Copenhagen | Partners | France=FR\n");
}

// Flags and codes.
static void codes(void **state)
{
    (void)state;
    assert_facts("| Country | Gold\n| \U0001F1E9\U0001F1F0 Denmark | 5\n| DK | 4\n| denmark \U0001F1E9\U0001F1F0 | 3\n",
                 "cell: \U0001F1E9\U0001F1F0 Denmark=DK | Gold | 5 (5)\ncell: DK=DK | Gold | 4 (4)\n"
                 "cell: denmark \U0001F1E9\U0001F1F0 | Gold | 3 (3)\n");
}

static void subjects(void **state)
{
    (void)state;
    assert_facts("| Rank | Country | Gold\n| 1st | Kenya | 5\n| =2 | the Denmark | 4\n",
                 "cell: Kenya=KE | Rank | 1st\ncell: Kenya=KE | Gold | 5 (5)\n"
                 "cell: the Denmark=DK | Rank | =2\ncell: the Denmark=DK | Gold | 4 (4)\n");
    // a season is no name; but a column of three equal names doesn't tell the rows
    assert_facts("| Season | Winner\n| 2001/02 | Reds\n| 2002/03 | Blues\n",
                 "cell: Reds | Season | 2001/02\ncell: Blues | Season | 2002/03\n");
    assert_facts("| Year | League\n| 2001 | North\n| 2002 | North\n| 2003 | North\n",
                 "cell: 2001 | League | North\ncell: 2002 | League | North\ncell: 2003 | League | North\n");
    assert_facts("| Week | Score\n| 1 | 13–6\n| 2 | 21–2\n", "cell: 1 | Score | 13–6\ncell: 2 | Score | 21–2\n");
    assert_facts("| Date | Attendance\n| 13 Jul | 1,200\n| 14 Jul | 3\n",
                 "cell: 13 Jul | Attendance | 1,200 (1200)\ncell: 14 Jul | Attendance | 3 (3)\n");
}

static void headers(void **state)
{
    (void)state;
    assert_facts("| Support | Kenya | Other\n| Training | ✓ | 5\n| Loans | no | –\n",
                 "header: Kenya=KE | Training | ✓ (yes)\ncell: Training | Other | 5 (5)\n"
                 "header: Kenya=KE | Loans | no (no)\n");
    assert_facts("| From | Kenya\n| France | 5\n", "cell: France=FR | Kenya | 5 (5)\n");
    // the first row is the header where all below it is typed otherwise
    assert_facts("|- | -\n| Town | People\n| Ayr | 100\n| Bath | 200\n",
                 "cell: Ayr | People | 100 (100)\ncell: Bath | People | 200 (200)\n");
    assert_facts("|- | -\n| Flight | c. 622\n| Treaty | 628\n| Death | 632\n",
                 "cell: Flight |  | c. 622\ncell: Treaty |  | 628 (628)\ncell: Death |  | 632 (632)\n");
    assert_facts("|- | -\n| Ayr | one\n| Bath | two\n", "cell: Ayr |  | one\ncell: Bath |  | two\n");
    assert_facts("|- | -\n| Kenya | soon\n| France | 200\n| Denmark | 300\n",
                 "cell: Kenya=KE |  | soon\ncell: France=FR |  | 200 (200)\ncell: Denmark=DK |  | 300 (300)\n");
}

static void decimals(void **state)
{
    (void)state;
    assert_facts("| Town | Share | Sum\n| Ayr | 1,5 % | 1.234\n| Bath | 2,5 % | 2.345\n",
                 "cell: Ayr | Share | 1,5 % (1.5 %)\ncell: Ayr | Sum | 1.234 (1234)\n"
                 "cell: Bath | Share | 2,5 % (2.5 %)\ncell: Bath | Sum | 2.345 (2345)\n");
}

static void keys(void **state)
{
    (void)state;
    assert_facts("# Kenya\n|- | -\n| Capital | Nairobi\n| People | 50 million\n",
                 "key: Kenya=KE | Capital | Nairobi\nkey: Kenya=KE | People | 50 million (5e+07)\n");
    assert_facts("# Camera X\n| Property | Value\n| Weight | 500 g\n", "key: Camera X | Weight | 500 g (500 g)\n");
    assert_facts("# Camera X\n|- | -\n| Weight: | 500 g\n| Colour: | red\n",
                 "key: Camera X | Weight | 500 g (500 g)\nkey: Camera X | Colour | red\n");
    assert_facts("# Results\n|- | -\n| Reds | Ayr\n| Blues | Bath\n", "cell: Reds |  | Ayr\ncell: Blues |  | Bath\n");
}

static void labels(void **state)
{
    (void)state;
    assert_facts(
        "# Aid\n> It began. Pledges are:\n- Kenya :: $5 million in loans\n- France, Denmark :: tanks, fuel\n- Speed :: "
        "high\n",
        "label: Kenya=KE | Pledges are | $5 million in loans (5e+06 USD)\n"
        "label: France=FR | Pledges are | tanks\nlabel: Denmark=DK | Pledges are | tanks\n"
        "label: France=FR | Pledges are | fuel\nlabel: Denmark=DK | Pledges are | fuel\n"
        "label: Speed | Pledges are | high\n");
    assert_facts("# Kenya\n- Loans :: $5\n- France :: $6\n",
                 "under_heading: Kenya=KE | Loans | $5 (5 USD)\nlabel: France=FR | Kenya | $6 (6 USD)\n");
    assert_facts("- Term :: what it means\n", "label: Term |  | what it means\n");
    // a sentence that ends names nothing below it; a title does, whatever it ends in
    assert_facts("# Prices\n- This is what we say today.\n-- Loans :: $5\n", "label: Loans | Prices | $5 (5 USD)\n");
    assert_facts("# Made in the U. S.\n- Loans :: $5\n", "label: Loans | Made in the U. S. | $5 (5 USD)\n");
    // what readers are asked to do, and what leads on
    assert_facts("# Kenya\n- Subscribe to our newsletter :: here\n- Donate now\n- Speed :: high\n",
                 "under_heading: Kenya=KE | Speed | high\n");
    assert_facts("# You may also like\n- Speed :: high\n", "");
}

static void lists(void **state)
{
    (void)state;
    assert_facts("# Support by country\n## Denmark\n- 10 tanks\n- Money, and food for all\n",
                 "under_heading: Denmark=DK | Support by country | 10 tanks (10 tanks)\n"
                 "under_heading: Denmark=DK | Support by country | Money, and food for all\n");
    assert_facts("# Kenya\n> Military aid:\n- tanks\n", "under_heading: Kenya=KE | Military aid | tanks\n");
    assert_facts("# Aid\n> Denmark will give:\n- tanks\n", "under_lead_in: Denmark=DK | Denmark will give | tanks\n");
    assert_facts("# Aid\n> Denmark was there. These will follow:\n- tanks\n", "");
    assert_facts("# Aid\n- Denmark\n-- tanks\n-- fuel :: lots\n- Other\n-- food\n",
                 "under_item: Denmark=DK | Aid | tanks\nunder_item: Denmark=DK | fuel | lots\n");
    assert_facts("# Support from Denmark\n- tanks\n", "under_heading: Denmark=DK | Support from Denmark | tanks\n");
    assert_facts("# What the people of Denmark say about it all now\n- tanks\n# More\n- food\n", "");
    // what a lead-in or an item names by the way is no subject, but that of support
    assert_facts("# Law\n> The rule will harm Denmark by cutting the capacity of its grid:\n- prices rise\n", "");
    assert_facts("# Food\n- Fresh Denmark butter\n-- melt it\n", "");
    assert_facts(
        "# Aid\n> In a second step the people of Denmark will provide all of this help:\n- tanks\n",
        "under_lead_in: Denmark=DK | In a second step the people of Denmark will provide all of this help | tanks\n");
    // an item that leads to others tells nothing by itself
    assert_facts("# Denmark\n- Armed forces:\n-- navy\n- Background\xEF\xBC\x9A\n- tanks\n",
                 "under_heading: Denmark=DK | Armed forces | navy\nunder_heading: Denmark=DK |  | tanks\n");
    // what an article was made from
    assert_facts("# Denmark\n## [edit] Further reading\n- Smith, A :: a history\n- Maps of the coast\n# Kenya\n- tea\n",
                 "under_heading: Kenya=KE |  | tea\n");
    assert_facts("# Contents\n- Part 1 :: the sea\n", "");
    assert_facts("# Литература\n- Smith, A :: a history\n", "");
    assert_facts("# Denmark and France\n- tanks\n",
                 "under_heading: Denmark=DK |  | tanks\nunder_heading: France=FR |  | tanks\n");
}

// Facts grow with the text and not with its square: a header and an item of 60,000 bytes over 10,000 cells.
static void bounds(void **state)
{
    (void)state;
    enum { LONG = 60000, ROWS = 5000 };
    struct buf article = {0};
    struct run run = {0};
    struct error error = {0};
    buf_str_add(&article, STR("| "));
    for (int i = 0; i < LONG; i++) buf_byte(&article, 'x');
    buf_str_add(&article, STR(" | "));
    for (int i = 0; i < LONG; i++) buf_byte(&article, 'x');
    for (int i = 0; i < ROWS; i++) buf_printf(&article, "\n| %d item | %d", i, i);
    buf_str_add(&article, STR("\n"));
    buf_byte(&article, 0);
    assert_true(tell(&run, article.p, 0, &error));
    assert_int_equal(run.count, ROWS);
    assert_true(run.text.n < article.n * 30);
    buf_release(&run.text);
    // many parties times many elements: what the text's length allows
    run = (struct run){0};
    article.n = 0;
    buf_str_add(&article, STR("| Who | What\n| "));
    for (int i = 0; i < PARTIES_MOST; i++) buf_printf(&article, "%s%s", i ? "," : "", i % 2 ? "Kenya" : "France");
    buf_str_add(&article, STR(" | "));
    for (int i = 0; i < LIST_MOST; i++) buf_str_add(&article, STR("a;"));
    buf_str_add(&article, STR("a\n"));
    buf_byte(&article, 0);
    assert_true(tell(&run, article.p, 0, &error));
    assert_true(run.count < 1500);
    buf_release(&run.text);
    buf_release(&article);
}

// Of a long table the first cells decide, and no more of them are held.
static void long_tables(void **state)
{
    (void)state;
    enum { ROWS = FACT_HELD };
    struct buf article = {0};
    struct run run = {0};
    struct error error = {0};
    buf_str_add(&article, STR("| No | Who | Sum"));
    for (int i = 0; i < ROWS; i++) buf_printf(&article, "\n| %d | name %d | 1,%03d", i, i, i % 1000);
    buf_str_add(&article, STR("\n"));
    buf_byte(&article, 0);
    assert_true(tell(&run, article.p, 20 << 20, &error));
    assert_int_equal(run.count, 2 * ROWS);
    buf_byte(&run.text, 0);
    assert_non_null(
        strstr(run.text.p, "cell: name 32767 | No | 32767 (32767)\ncell: name 32767 | Sum | 1,767 (1767)\n"));
    buf_release(&run.text);
    buf_release(&article);
}

static void failures(void **state)
{
    (void)state;
    const char *article = "# Kenya\n- tanks\n- fuel :: much\n| A | B\n| x | y\n";
    for (int32_t fail_at = 1; fail_at <= 3; fail_at++) {
        struct run run = {.fail_at = fail_at};
        struct error error = {0};
        assert_false(tell(&run, article, 0, &error));
        assert_error(&error, ERROR_OUTPUT, "full");
        assert_int_equal(run.count, fail_at);
        buf_release(&run.text);
    }
    struct run run = {0};
    struct error error = {0};
    assert_false(tell(&run, article, 1, &error));
    assert_int_equal(error.code, ERROR_ARTICLE);
    buf_release(&run.text);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(cells),    cmocka_unit_test(codes),       cmocka_unit_test(subjects), cmocka_unit_test(headers),
    cmocka_unit_test(decimals), cmocka_unit_test(keys),        cmocka_unit_test(labels),   cmocka_unit_test(lists),
    cmocka_unit_test(bounds),   cmocka_unit_test(long_tables), cmocka_unit_test(failures),
};

UNIT_MAIN("fact_rows")
