#include "cli/help.h"

#include <stdio.h>

static const char OVERVIEW[] =
    "doc2pgsql loads articles into PostgreSQL, so that you can question them in SQL.\n"
    "\n"
    "Usage: doc2pgsql [CONNECTION] COMMAND [OPTION…] [PATH…]\n"
    "\n"
    "  load PATH…      load files, directories or - (standard input)\n"
    "  ask WORDS       ask about a country, a support or an item: ask country Japan\n"
    "  search WORDS    find words in the articles\n"
    "  show SOURCE     show how a loaded article is understood\n"
    "  psql [ARG…]     open psql on the loaded articles\n"
    "  preview PATH…   show how articles are understood, without a database\n"
    "  export PATH…    write the rows as CSV files\n"
    "  verify PATH…    check that no character of the articles is lost or doubled\n"
    "  status          show what was loaded, and what was rejected\n"
    "  report          make a page for browsers about what is loaded, or about one article\n"
    "  correct         say how a line, or all articles of a place, are to be read\n"
    "  entities        add names of your own: countries, organisations, products, …\n"
    "  index           build an index on request: full-text\n"
    "  delete          take articles out again, by their sources or their load\n"
    "  grant           let another role of the server ask, or load\n"
    "  resolve         work mentions, facts and statements of the loaded articles out anew\n"
    "  doctor          see whether server, schema and articles are well, and what to do\n"
    "  init            make or upgrade the schema (load does so where there is none)\n"
    "  stop            stop the private server of --local\n"
    "  help COMMAND    show a command's options\n"
    "\n";

static const char CONNECTION[] =
    "Connection (as for psql; PG* variables and .pgpass work too):\n"
    "  -h, --host=HOST        server or socket directory\n"
    "  -p, --port=PORT        server port\n"
    "  -U, --username=NAME    user\n"
    "  -d, --dbname=DBNAME    database, conninfo string or URI\n"
    "  -w, --no-password      never ask for a password\n"
    "  -W, --password         ask for a password first\n"
    "      --local[=DIR]      instead: a private server in DIR, made and started when needed\n"
    "      --schema=NAME      schema of the tables (default: articles)\n";

static const char READING[] =
    "\nReading:\n"
    "      --include=PATTERN      of directories and archives, only files that match (may be repeated)\n"
    "      --exclude=PATTERN      but not these (may be repeated)\n"
    "      --follow-links         in directories, symbolic links that lead out of them, too\n"
    "      --files-from=FILE      read the paths from FILE, one a line; - is standard input\n"
    "      --input-format=FORMAT  article, ndjson, csv, tsv, warc, wiki, trafilatura (its XML) or auto\n"
    "      --map=ROLE=FIELD,…     which fields of records hold what: text=body,title=headline\n"
    "      --delimiter=CHAR       of CSV (default: found in the header line)\n"
    "      --encoding=NAME        of all texts (default: found out, and said where it is no UTF-8)\n"
    "      --dialect=NAME         extracted, markdown, html or auto (default: found for each article)\n"
    "      --whole-page           of HTML: keep menus, footers and all that is no part of the article\n"
    "      --layout=NAME          of plain text: lines, blocks, wrapped or auto (default: found for each article)\n"
    "      --article-limit=SIZE   larger articles are rejected (default: 64M)\n"
    "      --source-root=DIR      name articles by where they lie below DIR, wherever DIR lies\n"
    "      --source-prefix=NAME   put NAME/ before their names\n"
    "      --stdin-name=NAME      names standard input in sources (default: by its content)\n"
    "  -q, --quiet                print errors only\n";

#define ASKED                                                                                                          \
    "      --format=FORMAT    table (default: what fits a screen), csv or json (all of it)\n"                          \
    "      --sql              print the SQL instead of the answer\n"
#define QUIET "  -q, --quiet            print errors only\n"

static const char *const TEXTS[] = {
    [COMMAND_INIT] =
        "Usage: doc2pgsql [CONNECTION] init\n\n"
        "Makes the schema, or brings an older one up to date. Safe to run again.\n\n"
        "      --listen[=PORT]    let programs of this machine ask the private server over TCP (default: 5432), as the "
        "user\n"
        "                         reader, whose password is made and shown once\n"
        "      --force            make another password\n" QUIET,
    [COMMAND_LOAD] =
        "Usage: doc2pgsql [CONNECTION] load [OPTION…] PATH…\n\n"
        "Loads files, directories (all files below, hidden ones skipped) or - (standard input).\n"
        "What holds no text (images, stylesheets, source code, …) is passed over there and counted; named, it is "
        "rejected.\n"
        "An article whose bytes have not changed is skipped; one whose bytes have changed replaces its rows.\n"
        "An article that can't be loaded is recorded in load_errors; all others are loaded (exit code 4).\n\n"
        "      --prune            afterwards delete the articles that lie below a PATH and are no more there; more "
        "than\n"
        "                         half of them only with --force\n"
        "      --force            prune also where more than half is gone\n"
        "      --dry-run          say how many articles are new, changed, unchanged and gone, and store nothing\n"
        "      --skip-duplicates  leave out new articles whose bytes another one has, and count them\n"
        "      --reject-dir=DIR   keep each rejected article in DIR, in a form that load takes again, and why in\n"
        "                         DIR/.why.tsv\n"
        "      --max-errors=N     stop when more than N articles are rejected (exit code 11)\n"
        "      --again            articles that have not changed are taken apart and stored anew\n"
        "      --retry-for=SECONDS  how long lost connections and restarts of the server are waited out (default: "
        "600)\n"
        "  -j, --jobs=N           connections that load at once (default: one a core, at most 4)\n",
    [COMMAND_PREVIEW] =
        "Usage: doc2pgsql preview [OPTION…] PATH…\n\n"
        "Shows how articles are understood. Needs no database.\n\n"
        "      --explain          say how sure each heading is, and why; what told the dialect and the layout; what "
        "of\n"
        "                         a page is left out\n"
        "      --format=FORMAT    outline (default) or jsonl: one JSON object a source line\n"
        "      --output=DIR       with jsonl: one NAME.jsonl for each article NAME.txt or NAME.md\n"
        "      --color=WHEN       auto, always or never\n",
    [COMMAND_EXPORT] =
        "Usage: doc2pgsql export --output=DIR [OPTION…] PATH…\n\n"
        "Writes the rows as CSV files, and load.sql, which loads them with psql.\n\n"
        "      --output=DIR       directory of the files; made when missing\n"
        "      --force            replace files that are there\n"
        "      --csv-safe         for spreadsheets: texts that begin with = + - @, a tab or CR get an apostrophe, and "
        "there\n"
        "                         is no load.sql\n"
        "      --format=FORMAT    csv (default), or null: parse only, write nothing\n",
    [COMMAND_VERIFY] =
        "Usage: doc2pgsql verify [OPTION…] PATH…\n"
        "       doc2pgsql [CONNECTION] verify --stored [OPTION…] PATH…\n\n"
        "Checks that each character of the articles which is neither markup nor white space\n"
        "gets into exactly one row. Exit code 4 when one does not. Needs no database.\n\n"
        "      --stored           instead: compare the articles with what the database holds: lost, changed, gone, "
        "doubled,\n"
        "                         rows without article, gaps in numbers. Exit code 12 when there are any; status "
        "tells\n",
    [COMMAND_STATUS] =
        "Usage: doc2pgsql [CONNECTION] status\n\n"
        "Shows the documents, the last ten loads, and the last ten rejections of articles that are not loaded since.\n",
    [COMMAND_PSQL] =
        "Usage: doc2pgsql [CONNECTION] psql [ARG…]\n\n"
        "Opens psql with the schema on the search path. All that follows is given to psql.\n",
    [COMMAND_ASK] =
        "Usage: doc2pgsql [CONNECTION] ask country NAME | support WORDS | item NAME\n\n"
        "Answers from the loaded articles, without SQL: what a country or organisation gives, what is said of it and\n"
        "where it is named; who gives a support (training, money, …); what is said of an item of a table or list.\n"
        "Without such a word, NAME is taken for a country or organisation.\n\n" ASKED,
    [COMMAND_SEARCH] =
        "Usage: doc2pgsql [CONNECTION] search WORDS\n\n"
        "Finds words in the loaded articles, as web search engines do: \"exact words\", or, -not.\n\n" ASKED,
    [COMMAND_SHOW] =
        "Usage: doc2pgsql [CONNECTION] show SOURCE\n\n"
        "Shows how a loaded article is understood: outline, tables, facts, statements, names. SOURCE, or the end of "
        "it.\n\n" ASKED,
    [COMMAND_REPORT] =
        "Usage: doc2pgsql [CONNECTION] report [--article=SOURCE] --output=FILE\n"
        "       doc2pgsql report --output=FILE PATH…\n\n"
        "Makes one HTML page that needs no network: what is loaded, what was rejected and why, who gives which "
        "support,\n"
        "what is told of most, how sure it is, and what could be mended. With PATHs, about those articles, which are\n"
        "loaded into a private server that is gone behind it.\n\n"
        "      --article=SOURCE   instead: how each line of this article was understood (SOURCE, or the end of it)\n"
        "      --output=FILE      of the page (default: standard output)\n"
        "      --force            replace a file that is there\n" QUIET,
    [COMMAND_CORRECT] =
        "Usage: doc2pgsql [CONNECTION] correct SOURCE WORDS | list | delete N… | save FILE | load FILE\n\n"
        "Says how something is to be read that was misread. It is kept in the table corrections; each load applies "
        "it.\n"
        "\n"
        "  correct SOURCE line 12 is heading 2         the row that begins on that line of a loaded article "
        "(doc2pgsql\n"
        "                                              show SOURCE) is a heading; or a paragraph, item, quote, code,\n"
        "                                              leftover (no part of the article), a table's header, or a row\n"
        "  correct PATTERN text WORDS is leftover      rows with this text, in all articles whose sources match\n"
        "  correct PATTERN is markdown                 how articles are written: extracted, markdown, html; or their\n"
        "                                              plain text is laid out: lines, blocks, wrapped\n"
        "  correct list                                shows all, with their numbers\n"
        "  correct delete N…                           forgets them\n"
        "  correct save FILE, correct load FILE        as CSV: source,line_no,text,read_as (- is standard output or "
        "input)\n"
        "\n"
        "A row is known by its text, so it is found again where lines were put before it. * of a PATTERN crosses\n"
        "slashes.\n\n" QUIET,
    [COMMAND_ENTITIES] =
        "Usage: doc2pgsql [CONNECTION] entities load FILE\n\n"
        "Adds entities, or names of those that are there, from a CSV file (- is standard input) whose header names\n"
        "its columns: name, and if you like entity_id, kind, aliases (separated by ;), region, case_sensitive.\n"
        "Later loads find them in running text too (table mentions); for what is loaded already: doc2pgsql resolve\n"
        "\n" QUIET,
    [COMMAND_INDEX] =
        "Usage: doc2pgsql [CONNECTION] index full-text\n\n"
        "Makes search() fast, in all languages. It costs many times the load, so it is built on request only; run\n"
        "again, it indexes what has come or changed since, which search() reads block by block until then.\n\n" QUIET,
    [COMMAND_DELETE] =
        "Usage: doc2pgsql [CONNECTION] delete [OPTION…] PATTERN…\n\n"
        "Takes the articles out whose sources match a PATTERN, or lie below what it matches, with all their rows and\n"
        "their lines in the ledger, in one transaction. * crosses slashes; a PATTERN that begins with neither / nor * "
        "is\n"
        "also looked for below the current directory. SQL does the same: DELETE FROM documents WHERE …\n\n"
        "      --load=N           those that the load number N wrote\n"
        "      --dry-run          say how many there are, and delete nothing\n" QUIET,
    [COMMAND_GRANT] =
        "Usage: doc2pgsql [CONNECTION] grant [OPTION…] ROLE\n\n"
        "Gives a role of the server what it needs in the schema, tables and views to come included, and puts the "
        "schema on\n"
        "its search path.\n\n"
        "      --reader           to ask (the default): its transactions are read-only\n"
        "      --loader           to load, delete and resolve, too\n" QUIET,
    [COMMAND_RESOLVE] =
        "Usage: doc2pgsql [CONNECTION] resolve [OPTION…]\n\n"
        "Works mentions, facts and statements of all loaded articles out anew from the stored rows, without the\n"
        "sources: after entities load, after a change of entity_stop_phrases, entity_organs, support_types or\n"
        "header_roles, and after an init that has brought an older schema up to date. Safe to stop and to run again.\n"
        "\n"
        "  -j, --jobs=N           connections that work at once (default: one a core, at most 4)\n" QUIET,
    [COMMAND_DOCTOR] =
        "Usage: doc2pgsql [CONNECTION] doctor [-q]\n\n"
        "Looks at the server, its settings and disk, your rights, the schema, keys, the full-text index, names and\n"
        "loads. One line a check: ok; note: it works, and could be better; wrong. Below it, the command that mends "
        "it.\n"
        "Changes nothing. Exit code 0 when nothing is wrong, 9 when the schema is missing or of another version,\n"
        "else 6.\n\n"
        "  -q, --quiet            print what is wrong only\n",
    [COMMAND_STOP] =
        "Usage: doc2pgsql --local[=DIR] stop\n\n"
        "Stops the private server. The next command with --local starts it again.\n\n"
        "      --local[=DIR]      of the server in DIR, or in the directory that --local alone names\n",
    [COMMAND_HELP] = "Usage: doc2pgsql help [COMMAND]\n",
};

void help_print(enum command command)
{
    if (command == COMMAND_NONE) {
        fputs(OVERVIEW, stdout);
        fputs(CONNECTION, stdout);
        puts(
            "\nOthers:\n"
            "  -?, --help             show the options of the command\n"
            "  -V, --version          show the version\n"
            "\nExit codes: 0 done, 1 fault of the program, 2 usage, 3 input, 4 some articles were rejected,\n"
            "5 no connection, 6 server, 7 output, 8 memory, 9 schema, 10 private server, 11 too many rejected,\n"
            "12 verify --stored found differences. More: man doc2pgsql");
        return;
    }
    fputs(TEXTS[command], stdout);
    if (command_reads(command)) fputs(READING, stdout);
    if (command_connects(command)) printf("\n%s", CONNECTION);
}

void help_begin(void)
{
    fputs(
        "doc2pgsql loads articles into PostgreSQL, so that you can question them. To begin:\n"
        "  doc2pgsql --local load FOLDER          into a private server, which it makes and starts by itself\n"
        "  doc2pgsql --local ask country Japan    what the articles say of it\n"
        "  doc2pgsql --help                       everything else\n",
        stderr);
}
