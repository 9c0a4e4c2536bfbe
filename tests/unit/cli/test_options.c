#include "cli/option_table.h"
#include "cli/options.h"
#include "unit.h"

#define ARGUMENTS_MAX 300

// Splits the line at spaces; the words stand in `words`.
static int split(const char *line, char *words, char **argv)
{
    int argc = 1;
    argv[0] = "doc2pgsql";
    strcpy(words, line);
    for (char *at = strtok(words, " "); at; at = strtok(NULL, " ")) argv[argc++] = at;
    argv[argc] = NULL;
    return argc;
}

static void refused(const char *line, const char *message)
{
    char words[4096], *argv[ARGUMENTS_MAX];
    struct options options;
    struct error error = {0};
    int argc = split(line, words, argv);
    if (options_parse(argc, argv, NULL, &options, &error)) fail_msg("accepted: %s", line);
    assert_error(&error, ERROR_USAGE, message);
}

static void bad_options(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"--nonsense", "there is no option --nonsense"},
        {"--nonsense=1 load", "there is no option --nonsense=1"},
        {"load --quite", "there is no option --quite; did you mean --quiet?"},
        {"ask --fromat=csv", "there is no option --fromat; did you mean --format?"},
        {"load --fromat=csv", "there is no option --fromat=csv"},
        {"-x load", "there is no option -x"},
        {"-qx load", "there is no option -x"},
        {"--quiet -xq load", "there is no option -x"},
        {"load a -x", "there is no option -x"},
        {"--p 5", "there is no option --p"},
        {"load --quiet=yes", "--quiet=yes takes no value"},
        {"--help=load", "--help=load takes no value"},
        {"load -j", "-j needs a value"},
        {"load -qj", "-j needs a value"},
        {"load --jobs", "--jobs needs a value"},
        {"status --dbname", "--dbname needs a value"},
        {"-h", "-h needs a value"},
        {"fetch", "there is no command \"fetch\""},
        {"./load", "there is no command \"./load\"; did you mean load PATH, or --local=DIR?"},
        {"-- --help", "there is no command \"--help\"; did you mean help?"},
        {"load -j 0", "--jobs can't be \"0\": it takes a number from 1 to 64"},
        {"load -j 65", "--jobs can't be \"65\": it takes a number from 1 to 64"},
        {"load --jobs=two", "--jobs can't be \"two\": it takes a number from 1 to 64"},
        {"load --jobs=2x", "--jobs can't be \"2x\": it takes a number from 1 to 64"},
        {"load --jobs=", "--jobs can't be \"\": it takes a number from 1 to 64"},
        {"load -j -1", "--jobs can't be \"-1\": it takes a number from 1 to 64"},
        {"load --dialect=xml", "--dialect can't be \"xml\": it takes auto, extracted, markdown or html"},
        {"load --layout=columns", "--layout can't be \"columns\": it takes auto, lines, blocks or wrapped"},
        {"load --input-format=pdf",
         "--input-format can't be \"pdf\": it takes auto, article, ndjson, csv, tsv, warc, wiki or trafilatura"},
        {"load --delimiter=ab", "--delimiter can't be \"ab\": it takes one character, or \\t for a tab"},
        {"load --delimiter=", "--delimiter can't be \"\": it takes one character, or \\t for a tab"},
        {"load --delimiter=\"", "--delimiter can't be \"\"\": it takes one character, or \\t for a tab"},
        {"load --article-limit=0", "--article-limit can't be \"0\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=2G", "--article-limit can't be \"2G\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=5T", "--article-limit can't be \"5T\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=5kB", "--article-limit can't be \"5kB\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=-5", "--article-limit can't be \"-5\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=k", "--article-limit can't be \"k\": it takes bytes up to 1G, such as 500k or 64M"},
        {"load --article-limit=99999999999999999999",
         "--article-limit can't be \"99999999999999999999\": it takes bytes up to 1G, such as 500k or 64M"},
        {"preview --color=yes", "--color can't be \"yes\": it takes auto, always or never"},
        {"--schema= load", "--schema can't be \"\": it takes a name of 1 to 54 bytes that doesn't end in _internal"},
        {"--schema=x234567890123456789012345678901234567890123456789012345 load",
         "--schema can't be \"x234567890123456789012345678901234567890123456789012345\": it takes a name of 1 to 54 "
         "bytes that doesn't end in _internal"},
        {"--schema=news_internal load",
         "--schema can't be \"news_internal\": it takes a name of 1 to 54 bytes that doesn't end in _internal"},
        {"--jobs=2 preview a", "--jobs is no option of preview"},
        {"export --again a", "--again is no option of export"},
        {"resolve --again", "--again is no option of resolve"},
        {"preview a -h localhost", "--host is no option of preview"},
        {"export --explain a", "--explain is no option of export"},
        {"load --format=csv a", "--format is no option of load"},
        {"load --output=x a", "--output is no option of load"},
        {"status --quiet", "--quiet is no option of status"},
        {"init --dialect=auto", "--dialect is no option of init"},
        {"init --layout=auto", "--layout is no option of init"},
        {"verify --local a", "verify asks a server with --stored only"},
        {"verify --color=never a", "--color is no option of verify"},
        {"stop --schema=a", "--schema is no option of stop"},
        {"-q psql", "--quiet is no option of psql"},
        {"--local -h a load x", "--local names the server: leave out -h, -p, -U and -d"},
        {"--local -p 5 load x", "--local names the server: leave out -h, -p, -U and -d"},
        {"--local -U me load x", "--local names the server: leave out -h, -p, -U and -d"},
        {"load x --local=/dir -d a", "--local names the server: leave out -h, -p, -U and -d"},
        {"preview --format=csv a", "--format can't be \"csv\": it takes outline or jsonl"},
        {"export --format=jsonl a", "--format can't be \"jsonl\": it takes csv or null"},
        {"ask --format=jsonl a", "--format can't be \"jsonl\": it takes table, csv or json"},
        {"preview --output=x a", "preview writes files with --format=jsonl only: leave out --output"},
        {"preview --output=x --format=outline a", "preview writes files with --format=jsonl only: leave out --output"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) refused(cases[i][0], cases[i][1]);
}

static void too_many(void **state)
{
    (void)state;
    char line[1024] = "load a";
    for (int i = 0; i < 257; i++) strcat(line, " -q");
    refused(line, "too many options");
}

static struct options parsed(const char *line, char *words, char **argv)
{
    struct options options;
    struct error error = {0};
    int argc = split(line, words, argv);
    if (!options_parse(argc, argv, NULL, &options, &error)) fail_msg("%s: %s", line, error.message);
    return options;
}

static void defaults(void **state)
{
    (void)state;
    char words[64], *argv[8];
    struct options o = parsed("", words, argv);
    assert_int_equal(o.command, COMMAND_NONE);
    assert_int_equal(o.operand_count, 0);
    assert_string_equal(o.schema, "articles");
    assert_null(o.host);
    assert_null(o.dbname);
    assert_int_equal(o.jobs, 0);
    assert_int_equal(o.input.article_limit, 64 << 20);
    assert_int_equal(o.input.dialect, DIALECT_AUTO);
    assert_int_equal(o.input.layout, LAYOUT_AUTO);
    assert_int_equal(o.colour, COLOUR_AUTO);
    assert_false(o.help || o.version || o.local || o.quiet || o.explain || o.no_password || o.ask_password);
}

static void before_and_after_the_command(void **state)
{
    (void)state;
    static const char *const lines[] = {"-h host -p 5 -U me -d base --schema=s -qw -j3 load a b",
                                        "load a -h host --port=5 -U me -q b --dbname base -w --schema s --jobs=3",
                                        "-hhost load --username=me a -p5 -wq b -dbase -j 3 --schema=s"};
    for (size_t i = 0; i < 3; i++) {
        char words[256], *argv[ARGUMENTS_MAX];
        struct options o = parsed(lines[i], words, argv);
        assert_int_equal(o.command, COMMAND_LOAD);
        assert_string_equal(o.host, "host");
        assert_string_equal(o.port, "5");
        assert_string_equal(o.user, "me");
        assert_string_equal(o.dbname, "base");
        assert_string_equal(o.schema, "s");
        assert_true(o.quiet && o.no_password);
        assert_int_equal(o.jobs, 3);
        assert_int_equal(o.operand_count, 2);
        assert_string_equal(o.operands[0], "a");
        assert_string_equal(o.operands[1], "b");
    }
}

static void operands(void **state)
{
    (void)state;
    char words[256], *argv[ARGUMENTS_MAX];
    struct options o = parsed("load -- -a --quiet -- b", words, argv);
    assert_int_equal(o.operand_count, 4);
    assert_string_equal(o.operands[0], "-a");
    assert_string_equal(o.operands[1], "--quiet");
    assert_string_equal(o.operands[2], "--");
    assert_string_equal(o.operands[3], "b");
    assert_false(o.quiet);
    o = parsed("load - --quiet -", words, argv);
    assert_int_equal(o.operand_count, 2);
    assert_string_equal(o.operands[1], "-");
    assert_true(o.quiet);
    o = parsed("-- load -q", words, argv);
    assert_int_equal(o.command, COMMAND_LOAD);
    assert_string_equal(o.operands[0], "-q");
    o = parsed("--schema -- load -q a", words, argv);
    assert_string_equal(o.schema, "--");
    assert_true(o.quiet);
    assert_int_equal(o.operand_count, 1);
}

// what follows psql is psql's
static void of_psql(void **state)
{
    (void)state;
    char words[256], *argv[ARGUMENTS_MAX];
    struct options o = parsed("-d base psql -c select --schema=x -- -q", words, argv);
    assert_int_equal(o.command, COMMAND_PSQL);
    assert_string_equal(o.schema, "articles");
    assert_int_equal(o.operand_count, 5);
    assert_string_equal(o.operands[0], "-c");
    assert_string_equal(o.operands[2], "--schema=x");
    assert_string_equal(o.operands[4], "-q");
}

static void help_and_version(void **state)
{
    (void)state;
    static const char *const helps[] = {"-?", "--help", "load -?", "--help load", "load --he", "-q? load"};
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
        char words[64], *argv[8];
        assert_true(parsed(helps[i], words, argv).help);
    }
    char words[64], *argv[8];
    assert_true(parsed("-V", words, argv).version);
    assert_true(parsed("load --version", words, argv).version);
    assert_false(parsed("psql -?", words, argv).help);
}

static void values(void **state)
{
    (void)state;
    char words[256], *argv[ARGUMENTS_MAX];
    struct options o = parsed(
        "load --dialect=markdown --input-format=csv --delimiter=\\t --article-limit=10k "
        "--map=text=body --encoding=latin1 --stdin-name=n --files-from=f",
        words, argv);
    assert_int_equal(o.input.dialect, DIALECT_MARKDOWN);
    assert_int_equal(o.input.format, FORMAT_CSV);
    assert_int_equal(o.input.delimiter, '\t');
    assert_int_equal(o.input.article_limit, 10240);
    assert_string_equal(o.input.map, "text=body");
    assert_string_equal(o.input.encoding, "latin1");
    assert_string_equal(o.input.stdin_name, "n");
    assert_string_equal(o.input.files_from, "f");
    assert_int_equal(parsed("load --article-limit=1G a", words, argv).input.article_limit, 1 << 30);
    assert_int_equal(parsed("load --article-limit=3M a", words, argv).input.article_limit, 3 << 20);
    assert_int_equal(parsed("load --article-limit=17 a", words, argv).input.article_limit, 17);
    static const char *const layouts[] = {"auto", "lines", "blocks", "wrapped"};
    for (int i = 0; i < 4; i++) {
        char line[32];
        snprintf(line, sizeof line, "verify --layout=%s a", layouts[i]);
        assert_int_equal(parsed(line, words, argv).input.layout, LAYOUT_AUTO + i);
    }
    assert_int_equal(parsed("load -j 64 a", words, argv).jobs, 64);
    assert_true(parsed("load --again a", words, argv).again);
    assert_false(parsed("load a", words, argv).again);
    assert_int_equal(parsed("preview --color always a", words, argv).colour, COLOUR_ALWAYS);
    assert_int_equal(parsed("preview --color=never a", words, argv).colour, COLOUR_NEVER);
    o = parsed("--local load a", words, argv);
    assert_true(o.local);
    assert_null(o.local_dir);
    o = parsed("--local=dir stop", words, argv);
    assert_string_equal(o.local_dir, "dir");
}

static void patterns(void **state)
{
    (void)state;
    char words[4096], *argv[ARGUMENTS_MAX], line[4096] = "load";
    struct options o = parsed("load --include=*.txt --include=*.md --exclude=x a", words, argv);
    assert_int_equal(o.input.select.include_count, 2);
    assert_int_equal(o.input.select.exclude_count, 1);
    assert_string_equal(o.include[1], "*.md");
    assert_string_equal(o.exclude[0], "x");
    for (int i = 0; i < 65; i++) strcat(line, " --include=a");
    refused(line, "more than 64 times --include");
}

static void names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum command command;
    } commands[] = {{"init", COMMAND_INIT},     {"load", COMMAND_LOAD},     {"preview", COMMAND_PREVIEW},
                    {"export", COMMAND_EXPORT}, {"verify", COMMAND_VERIFY}, {"status", COMMAND_STATUS},
                    {"psql", COMMAND_PSQL},     {"stop", COMMAND_STOP},     {"help", COMMAND_HELP}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char words[64], *argv[8];
        assert_int_equal(parsed(commands[i].name, words, argv).command, commands[i].command);
        assert_string_equal(command_name(commands[i].command), commands[i].name);
    }
}

// the words of a choice stand in the order of their enum
static void choices(void **state)
{
    (void)state;
    const struct option_row *row;
    for (row = option_rows; row->name; row++) {
        if (!row->choices) continue;
        int i = 0;
        for (const char *at = row->choices; *at; i++) {
            char word[32] = "";
            size_t n = strcspn(at, "|");
            memcpy(word, at, n);
            at += n + (at[n] == '|');
            if (strcmp(row->name, "dialect") == 0) assert_string_equal(word, dialect_name((enum dialect)i));
            if (strcmp(row->name, "layout") == 0) assert_string_equal(word, layout_name((enum layout)i));
            enum format format;
            if (strcmp(row->name, "input-format") != 0) continue;
            assert_true(format_from_name(word, &format));
            assert_int_equal(format, i);
        }
    }
}

// of two rows of one name no command has both; of one name all have the same letter and take a value alike
static void rows(void **state)
{
    (void)state;
    for (const struct option_row *a = option_rows; a->name; a++)
        for (const struct option_row *b = a + 1; b->name; b++) {
            if (strcmp(a->name, b->name) != 0) continue;
            if (a->commands & b->commands) fail_msg("--%s twice", a->name);
            assert_int_equal(a->letter, b->letter);
            assert_int_equal(a->value ? *a->value == '[' : 2, b->value ? *b->value == '[' : 2);
        }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(bad_options),      cmocka_unit_test(too_many),
    cmocka_unit_test(defaults),         cmocka_unit_test(before_and_after_the_command),
    cmocka_unit_test(operands),         cmocka_unit_test(of_psql),
    cmocka_unit_test(help_and_version), cmocka_unit_test(values),
    cmocka_unit_test(patterns),         cmocka_unit_test(names),
    cmocka_unit_test(choices),          cmocka_unit_test(rows),
};

UNIT_MAIN("options")
