// The texts of the commands.
#include "cli/command.h"

#include <stddef.h>

#define ASKING                                                                                                         \
    "`ask`, `search` and `show` print what fits a screen as a table, paged as psql does it, which they run; with "     \
    "`--format=csv` or `json` all there is, and what a citation needs: article, section, day, address, source and "    \
    "line. `--sql` prints the SQL of the question instead."

// The last columns of an answer.
#define PLACE                                                                                                          \
    "\n\nEach row ends with its place: `date`, the article's day; `where`, the end of its source and the line, which " \
    "`show` takes; and in CSV and JSON `article`, its title, `section_no` and `heading` of the section, `url`, "       \
    "`source` and `line_no`."

#define ANSWERED                                                                                                        \
    "\n\nOf a country: `how` it is told (`gives`, `promises`, `receives`, `is promised`; `fact`, by a table or list; "  \
    "`named` in a text) and `what`: the support, → who receives and ← who gives it; the fact; the text around the " \
    "name."                                                                                                             \
    "\n\nOf a support: the `country` or organisation that gives it; `how`: it `gives` or `promises`; the `support` "    \
    "as "                                                                                                               \
    "it is written, → its receiver, who has a column `receiver` in CSV and JSON; its `type` of `support_types`; "     \
    "`amount` and `currency` of the sum that is told; in CSV and JSON the `sentence`, row or item that says so. "       \
    "Of further ones: the `giver` as it is written, `how` (it `asks` or `refuses`, too), and `confidence`, how sure "   \
    "it is, from 0 to 1."                                                                                               \
    "\n\nOf an item: `as` what it stands there (`row`, `label`, `bullet`, `heading`, …), the `link`, and `what` it "  \
    "is "                                                                                                               \
    "linked with: a value with its header, an item of the same row, list or section, the heading above. "               \
    "Of tables: their `headers`, how many `rows` they have, and the heading they stand `under`."                        \
    "\n\nBy year: the `year`, the `entity` or giving `country`, how many `times` it is told, and in how many "          \
    "`articles`. Of what there is to ask: what to `ask`, in which `words`, and how many `times` it comes." PLACE

const struct command_row command_rows[COMMAND_COUNT] = {
    [COMMAND_LOAD] =
        {"load", "PATH…", "[CONNECTION] load [OPTION…] PATH…", "load files, directories or - (standard input)",
         "Loads files, directories (all files below, hidden ones skipped) or - (standard input).\n"
         "What holds no text (images, stylesheets, source code, …) is passed over there and counted; named, it is "
         "rejected.\n"
         "An article whose bytes have not changed is skipped; one whose bytes have changed replaces its rows.\n"
         "An article that can't be loaded is listed in current_errors; all others are loaded (exit code 4).",
         "The files of a directory are read in the order of their names' bytes. Makes the schema where there is none.\n"
         "\n"
         "Prints how many articles were new, changed, unchanged and rejected, which adds up to those that were read; "
         "what was read and not stored, for the load failed or was interrupted, is said too. On a terminal a line says "
         "meanwhile how far it has come: articles, bytes, of how many where that is quickly known (of what is "
         "compressed, its compressed bytes), the rate, rejected articles and the time left; elsewhere standard error "
         "gets such a line every ten seconds. `resolve` and `index` say so, too; `-q` says nothing.\n"
         "\n"
         "The first load into a private server ends with how to ask, where the server is and how to stop it."},
    [COMMAND_ASK] =
        {"ask", "[WORDS]",
         "[CONNECTION] ask [OPTION…] [[country] NAME [by year] | support WORDS [by year] | item NAME | table WORDS]",
         "ask about a country, a support or an item: ask country Japan",
         "Answers from the loaded articles, without SQL: what a country or organisation gives, what is said of it and\n"
         "where it is named; who gives a support (training, money, …); what is said of an item of a table or list;\n"
         "which tables have such headers. Without such a word, NAME is taken for a country or organisation.\n"
         "Alone, or without words (ask country), it says what there is to ask for. With by year it counts who is "
         "named\n"
         "in which year, or gives: ask Japan by year, ask countries by year, ask support money by year.",
         "A country, organisation or region is known by any of its names; a support by its type (`money`, `training` "
         "and the others of `support_types`), by words of it, or by who gives or receives it; an item is what tables, "
         "lists and headings speak of. "
         "The kind may stand behind the words. `support all` is every support.\n\n" ASKING ANSWERED},
    [COMMAND_SEARCH] =
        {"search", "WORDS", "[CONNECTION] search [OPTION…] WORDS", "find words in the articles",
         "Finds words in the loaded articles of all languages, as web search engines do: \"exact words\", "
         "or, -not.\n"
         "Words are found in their other forms, too, by the grammar of each article's language. Those "
         "that say\n"
         "nothing in the language of most articles (the, of; der, und) are left out, but in quotes, "
         "beside or,\n"
         "and alone: war finds the German war, too, behind the English one.",
         "A question in another language is told by two such words more than it has in the language of "
         "most articles.\n\n" ASKING "\n\nThe columns: `in` what the words are (`text`, `heading`, `bullet`, `row`, "
         "`quote`, …); `what` it says, the "
         "words in « »; the heading that it is `under`." PLACE},
    [COMMAND_SHOW] = {"show", "SOURCE", "[CONNECTION] show [OPTION…] SOURCE", "show how a loaded article is understood",
                      "Shows how a loaded article is understood: how much it holds, how it begins, outline, tables, "
                      "facts, statements, names. SOURCE, or the end of "
                      "it.",
                      ASKING "\n\nThe columns: `line` of the source (0: what is known of the article), number of the "
                             "`section`, `kind` (heading, text, table, fact, support, statement, names; author, "
                             "site, date, …) and `what` it says."},
    [COMMAND_PSQL] = {"psql", "[ARG…]", "[CONNECTION] psql [ARG…]", "open psql on the loaded articles",
                      "Opens psql with the schema on the search path. All that follows is given to psql.",
                      "psql runs without jit, which takes longer than the answers. The exit code is psql's."},
    [COMMAND_PREVIEW] =
        {"preview", "PATH…", "preview [OPTION…] PATH…", "show how articles are understood, without a database",
         "Shows how articles are understood. Needs no database.",
         "Each article is an indented outline with line numbers; of the headings at a confidence of 0.8, about four in "
         "five are headings. With `--format=jsonl` it is one JSON object for each line of extracted text (one for all "
         "lines of a table row), or for each block of Markdown."},
    [COMMAND_EXPORT] =
        {"export", "PATH…", "export --output=DIR [OPTION…] PATH…", "write the rows as CSV files",
         "Writes the rows as CSV files, and load.sql, which loads them with psql.",
         "One file for each table. The files get their names together when all are complete; files that are there are "
         "replaced only with `--force`, and no symbolic link in the directory is followed. A line `\\.` in a field, "
         "which psql before version 18 takes for the end of the file, stands outside the field's quotes. Mentions are "
         "those of the names that the program carries along."},
    [COMMAND_VERIFY] =
        {"verify", "PATH…", "[CONNECTION] verify [OPTION…] PATH…",
         "check that no character of the articles is lost or doubled",
         "Checks that each character of the articles which is neither markup nor white space\n"
         "gets into exactly one row. Exit code 4 when one does not. Needs no database, but with --stored.",
         "In plain text, the characters of the lines that a row names are compared with the row's, in their order; "
         "where cells of several lines stand side by side, they are counted. Of a page, the text of the article must "
         "be in its rows once; how many characters are left out is said. Of Markdown only the characters of "
         "rows are looked for, colons aside, which must stand in the text in this order: what is in no row is not seen "
         "there."},
    [COMMAND_STATUS] =
        {"status", NULL, "[CONNECTION] status", "show what was loaded, and what was rejected",
         "Shows the documents, the last ten loads, and the last ten rejections of articles that are not loaded since.",
         NULL},
    [COMMAND_REPORT] =
        {"report", NULL, "[CONNECTION] report [OPTION…] [PATH…]",
         "make a page for browsers about what is loaded, or about one article",
         "Makes one HTML page that needs no network: what is loaded, what was rejected and why, who gives which "
         "support,\n"
         "what is told of most, how sure it is, and what could be mended. With PATHs, about those articles, which are\n"
         "loaded into a private server that is gone behind it.",
         "The page runs no script. The private server is made in `TMPDIR`. Also told are languages, sites and days, "
         "what "
         "is named most, tables of one kind, and how sure the headings are."},
    [COMMAND_CORRECT] =
        {"correct", NULL, "[CONNECTION] correct SOURCE WORDS | list | delete N… | save FILE | load FILE",
         "say how a line, or all articles of a place, are to be read",
         "Says how something is to be read that was misread. It is kept in the database; each load applies "
         "it.\n"
         "\n"
         "  correct SOURCE line 12 is heading 2   the row that begins on that line of a loaded article (doc2pgsql\n"
         "                                        show SOURCE) is a heading; or a paragraph, item, quote, code,\n"
         "                                        leftover (no part of the article), a table's header, or a row\n"
         "  correct SOURCE line 12 text WORDS is …  of several rows on that line, the one that is, or begins with, "
         "WORDS\n"
         "  correct PATTERN text WORDS is leftover  rows with this text, in all articles whose sources match\n"
         "  correct PATTERN cell Jpan is Japan    whose name such a cell, header or label is, by any name of that\n"
         "                                        entity; with line 12 before, on that line of a loaded article alone\n"
         "  correct PATTERN is markdown           how articles are written: extracted, markdown, html; or their\n"
         "                                        plain text is laid out: lines, blocks, wrapped\n"
         "  correct list                          shows all, with their numbers\n"
         "  correct delete N…                     forgets them\n"
         "  correct save FILE, correct load FILE  as CSV: source,line_no,text,read_as (- is standard output or input)\n"
         "\n"
         "A row is known by its text, so it is found again where lines were put before it. * of a PATTERN crosses\n"
         "slashes; a folder is all below it.",
         "Each load applies a correction, also to articles whose bytes have not changed. Where other rows have the "
         "same text, a row is known by its line, too. A correction that meets nothing any more is said, and how much "
         "of what is loaded a new one means. What a cell names is applied by `resolve`, too. How articles are written "
         "comes before what an option says. Of two that mean the same row the later one holds."},
    [COMMAND_ENTITIES] =
        {"entities", NULL, "[CONNECTION] entities load FILE | list | delete NAME…",
         "add names of your own: countries, organisations, products, …; or say that a name is nobody's",
         "load adds entities, or names of those that are there, from a CSV file (- is standard input) whose header "
         "names\n"
         "its columns: name, and if you like entity_id, kind, aliases (separated by ;), region, case_sensitive.\n"
         "Later loads find them in running text too (table mentions); for what is loaded already: doc2pgsql resolve\n"
         "\n"
         "  name,kind,aliases\n"
         "  Globex,organisation,Globex Corp;GLX    a new one\n"
         "  Singapore,,Lion City                   known by its name\n"
         "  CHL,country,                           a country, known by its code; without the kind it is a new name\n"
         "  Georgia,nobody,                        what is so called is no entity, however it is spelt\n"
         "\n"
         "list prints what you have added as such a file; delete takes it back, by the name or the entity_id.",
         "A row without `entity_id` means the entity that is known by its name and, where the row says one, of its "
         "kind; "
         "a name that several have is refused. A row with the `entity_id` of an entity that is there, or a country's "
         "code "
         "for one, adds names to it. "
         "Where a name is an entity's of yours and another's, too, it is yours. They are kept over every `init`."},
    [COMMAND_INDEX] =
        {"index", NULL, "[CONNECTION] index [OPTION…] full-text", "build an index on request: full-text",
         "Makes search() fast, in all languages. It costs many times the load, so it is built on request only; run\n"
         "again, it indexes what has come or changed since, which search() reads block by block until then.",
         "It may be stopped at any time, and run beside a load."},
    [COMMAND_DELETE] =
        {"delete", NULL, "[CONNECTION] delete [OPTION…] PATTERN…",
         "take articles out again, by their sources or their load",
         "Takes the articles out whose sources match a PATTERN, or lie below what it matches, with all their rows and\n"
         "their lines in the ledger, in one transaction. * crosses slashes; a PATTERN that begins with neither / nor * "
         "is\n"
         "also looked for below the current directory. SQL does the same: DELETE FROM documents WHERE …",
         "A pattern is a shell's; `\\` takes the next character as it is. What lies below are the files of a folder, "
         "the members of an archive, the records of a file. The next load that finds their sources brings them again."},
    [COMMAND_GRANT] =
        {"grant", NULL, "[CONNECTION] grant [OPTION…] ROLE", "let another role of the server ask, or load",
         "Gives a role of the server what it needs in the schema, tables and views to come included, and puts the "
         "schema on\n"
         "its search path.",
         "Tables, keys and indexes stay their owner's. The schema gets on the role's search path in this database, "
         "where the caller may alter the role."},
    [COMMAND_RESOLVE] =
        {"resolve", NULL, "[CONNECTION] resolve [OPTION…]",
         "work mentions, facts and statements of the loaded articles out anew",
         "Works mentions, facts and statements of all loaded articles, and days that no metadata say, out anew from "
         "the\n"
         "stored rows, without the sources: after entities load, after a change of entity_stop_phrases, "
         "entity_organs,\n"
         "support_types or header_roles, and after an init that has brought an older schema up to date. Safe to stop "
         "and\n"
         "to run again.",
         "The rows are those of `load --again`. An article has its old rows until it has its new ones, so that it may "
         "be stopped at any time, run again, and run beside a load; what such a load stores meanwhile is found by the "
         "names that it began with. An article whose new rows the server refuses keeps its old ones."},
    [COMMAND_DOCTOR] =
        {"doctor", NULL, "[CONNECTION] doctor [OPTION…]",
         "see whether server, schema and articles are well, and what to do",
         "Looks at the server, its settings and disk, your rights, the schema, keys, the full-text index, names and\n"
         "loads. One line a check: ok; note: it works, and could be better; wrong. Below it, the command that mends "
         "it.\n"
         "Changes nothing. Exit code 0 when nothing is wrong, 9 when the schema is missing or of another version,\n"
         "else 6.",
         "Settings are `max_wal_size`, `maintenance_work_mem`, `shared_buffers` and `jit`. The disk is seen where the "
         "server is on the same machine and the user may read its `data_directory`. After a dump was read in again "
         "`resolve` may be named without need, once."},
    [COMMAND_INIT] = {"init", NULL, "[CONNECTION] init [OPTION…]",
                      "make or upgrade the schema (load does so where there is none)",
                      "Makes the schema, or brings an older one up to date. Safe to run again.",
                      "Migrations, keys, reference data and views."},
    [COMMAND_STOP] = {"stop", NULL, "--local[=DIR] stop", "stop the private server of --local",
                      "Stops the private server. The next command with --local starts it again.", NULL},
    [COMMAND_HELP] = {"help", "COMMAND", "help [OPTION…] [COMMAND]", "show a command's options", NULL, NULL},
};
