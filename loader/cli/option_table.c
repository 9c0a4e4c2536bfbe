#include "cli/option_table.h"
#include "cli/option_values.h"

#include <stdio.h>
#include <string.h>

#define AT(member)          offsetof(struct options, member)
#define FLAG(member)        set_flag, AT(member), NULL
#define TEXT(member)        set_text, AT(member), NULL
#define ENUM(member, words) set_enum, AT(member), words
#define WORD(member, words) set_word, AT(member), words
#define VALUE(set)          set, 0, NULL
#define ONLY(command)       COMMAND_SET(COMMAND_##command)
#define CONNECTION          COMMANDS_CONNECTING | ONLY(VERIFY), GROUP_CONNECTION
#define READING             COMMANDS_READING, GROUP_READING
#define OWN(commands)       commands, GROUP_COMMAND

// clang-format off
const struct option_row option_rows[] = {
    {0, "prune", NULL, OWN(ONLY(LOAD)), FLAG(prune),
     "afterwards delete the articles that lie below a PATH and are no more there; more than\nhalf of them only with "
     "--force",
     "Those are files of folders, members of archives, records of files. What can't be read is not gone, nor is what "
     "lies below it; of a file with a record that can't be read, all is kept. Where more than half would go, nothing "
     "is deleted without `--force` (exit code 3). Not with `--include` and `--exclude`."},
    {0, "force", NULL, OWN(ONLY(LOAD)), FLAG(force), "prune also where more than half is gone", NULL},
    {0, "dry-run", NULL, OWN(ONLY(LOAD)), FLAG(dry_run),
     "say how many articles are new, changed, unchanged and gone, and store nothing", NULL},
    {0, "skip-duplicates", NULL, OWN(ONLY(LOAD)), FLAG(skip_duplicates),
     "leave out new articles whose bytes another one has, and count them",
     "They are counted as unchanged; of those that come twice in a load the first that is stored is kept. 16 bytes of "
     "memory are needed for each new article."},
    {0, "reject-dir", "DIR", OWN(ONLY(LOAD)), TEXT(reject_dir),
     "keep each rejected article in DIR, in a form that load takes again, and why in\nDIR/.why.tsv",
     "Under a number: the file; the record alone, in CSV below the line of names; of what only the database or the "
     "parser refuses, an object with the record's fields. `DIR/.why.tsv` has a line for "
     "each: its file, source, line, kind of error, message, whether the source is a file's or a record's, and the SHA-256 of "
     "what was kept. The same bytes of the same source are kept once, however often they are loaded; once their "
     "rejection is no longer current, they go, unless you have changed the file in DIR. DIR must "
     "not lie below a PATH. Once something is mended there, `load --reject-dir=DIR DIR` loads it under the source that "
     "it is of, and that rejection is no longer current; without the option such a folder is refused. Files larger than `--article-limit` and members of "
     "archives that can't be read stay where they are."},
    {0, "max-errors", "N", OWN(ONLY(LOAD)), VALUE(set_max_errors),
     "stop when more than N articles are rejected (exit code 11)",
     "No more are read then; what has been read is stored, and the load ends as failed."},
    {0, "again", NULL, OWN(ONLY(LOAD)), FLAG(again), "articles that have not changed are taken apart and stored anew",
     "They keep their `document_id`, and are counted as changed: for a newer version of the program."},
    {0, "retry-for", "SECONDS", OWN(ONLY(LOAD) | ONLY(DELETE) | ONLY(ENTITIES) | ONLY(INDEX) | ONLY(RESOLVE)), VALUE(set_retry),
     "how long lost connections and restarts of the server are waited out (default: 600)",
     "A batch is tried again, and the end of a load, when connections are lost, the server is started anew, or has "
     "no room for another session. Each article is looked up anew then, so that none is stored twice. What a server "
     "that crashed has forgotten is counted at the end (exit code 6); the same command loads it. Transactions that "
     "meet those of another load are tried again for 10 seconds at least.\n\n"
     "A server that is gone is noticed after a minute: by TCP, and, since the system of a frozen process goes on "
     "acknowledging and a Unix socket knows no such thing, by another connection, when the server has said nothing "
     "for so long and takes none. `tcp_user_timeout` and `connect_timeout` in a connection string say otherwise, in "
     "milliseconds and seconds. A single frozen process of a server that is otherwise well is waited for. Who holds "
     "a lock that is waited for is said after two seconds."},
    {'j', "jobs", "N", OWN(ONLY(LOAD) | ONLY(RESOLVE)), VALUE(set_jobs),
     "connections that work at once (default: one a core, at most 4)",
     "Each has its own transactions. With more than one, articles get their numbers in another order."},

    {0, "log-format", "FORMAT", OWN(ONLY(LOAD) | ONLY(RESOLVE) | ONLY(INDEX)), ENUM(log_format, "text|json"),
     "(default: text); json: one object a line",
     "Of progress (every ten seconds), rejected and repaired articles, lost connections and errors on standard "
     "error, and of the summary and what was deleted on standard output. Each has `event` (`progress`, `rejected`, "
     "`repaired`, `retry`, `waiting`, `notice`, `error`, `interrupted`, `summary`, `deleted`, `gone`), `command` and `time` (ISO 8601, UTC); sizes are bytes, durations seconds. "
     "The summary of a load, what it deleted, and how many articles are gone and kept, have its number as `load`, that of a dry run has `dry_run`. "
     "`new`, `changed`, `unchanged`, `rejected` and `not_stored` add up to `read`; `missing` counts paths that can't be "
     "read, and `read_anew` articles that an older version had read, which are among the changed and unchanged. "
     "`seconds_connecting`, "
     "`seconds_storing`, `seconds_keys` and `seconds_closing` to `seconds`."},

    {0, "explain", NULL, OWN(ONLY(PREVIEW)), FLAG(explain),
     "say how sure each heading is, and why; what told the dialect and the layout; what of\na page is left out", NULL},
    {0, "format", "FORMAT", OWN(ONLY(PREVIEW)), WORD(format, "outline|jsonl"),
     "(default: outline); jsonl is one JSON object a source line", NULL},
    {0, "output", "DIR", OWN(ONLY(PREVIEW)), TEXT(output),
     "with jsonl: one NAME.jsonl for each article NAME.txt or NAME.md", NULL},
    {0, "color", "WHEN", OWN(ONLY(PREVIEW)), ENUM(colour, "auto|always|never"), "", NULL},
    {0, "output", "DIR", OWN(ONLY(EXPORT)), TEXT(output), "directory of the files; made when missing", NULL},
    {0, "force", NULL, OWN(ONLY(EXPORT)), FLAG(force), "replace files that are there", NULL},
    {0, "csv-safe", NULL, OWN(ONLY(EXPORT)), FLAG(csv_safe),
     "for spreadsheets: texts that begin with = + - @, a tab or CR get an apostrophe, and there\nis no load.sql",
     "Spreadsheets take such a text for a formula. These are not the articles' texts any more."},
    {0, "stored", NULL, OWN(ONLY(VERIFY)), FLAG(stored),
     "instead: compare the articles with what the database holds: lost, changed, waiting for a\n"
     "load, gone, doubled, rows without article, gaps in numbers. Exit code 12 when there are\nany; status tells",
     "Articles that it has not (lost); that have other bytes since, or of which a table has more "
     "or fewer rows, or other texts, than a load would make (changed); that have the same bytes and will be stored "
     "otherwise, for corrections, options or the metadata of their records are others since, or an older version has "
     "read them (waiting for a load); that it has below the paths and that are no more "
     "there (gone). Of the whole schema it counts documents that are there twice (doubled), rows without their "
     "document, and documents and lines of the ledger without each other (orphans), and documents whose sections, "
     "blocks, tables, rows or columns are not numbered without a gap. What was found is kept in `verifications`. A load "
     "stores what is lost, changed or waits. Rows differ, too, where other names have been known since: `resolve` mends "
     "that."},
    {0, "format", "FORMAT", OWN(ONLY(EXPORT)), WORD(format, "csv|null"),
     "(default: csv); null: parse only, write nothing, to measure", NULL},
    {0, "format", "FORMAT", OWN(COMMANDS_ASKING), WORD(format, "table|csv|json"),
     "(default: table, what fits a screen; the others print all)", NULL},
    {0, "sql", NULL, OWN(COMMANDS_ASKING), FLAG(sql), "print the SQL instead of the answer", NULL},

    {0, "article", "SOURCE", OWN(ONLY(REPORT)), TEXT(article),
     "instead: how each line of this article was understood (SOURCE, or the end of it)", NULL},
    {0, "output", "FILE", OWN(ONLY(REPORT)), TEXT(output), "of the page (default: standard output)", NULL},
    {0, "force", NULL, OWN(ONLY(REPORT)), FLAG(force), "replace a file that is there", NULL},

    {0, "load", "N", OWN(ONLY(DELETE)), VALUE(set_load), "those that the load number N wrote last", NULL},
    {0, "dry-run", NULL, OWN(ONLY(DELETE)), FLAG(dry_run), "say how many there are, and delete nothing", NULL},
    {0, "reader", NULL, OWN(ONLY(GRANT)), FLAG(reader), "to ask (the default): its transactions are read-only", NULL},
    {0, "loader", NULL, OWN(ONLY(GRANT)), FLAG(loader), "to load, delete and resolve, too", NULL},
    {0, "listen", "[PORT]", OWN(ONLY(INIT)), VALUE(set_listen),
     "let programs of this machine ask the private server over TCP (default: 5432), as the user\n"
     "reader, whose password is made and shown once",
     "It is shown with addresses for psql, JDBC, SQLAlchemy and Superset. The server listens at 127.0.0.1 and is "
     "started anew; its socket has that port, too. Where another program has taken the port meanwhile, it runs "
     "without TCP, and says so when it starts. Its superuser never gets in over TCP."},
    {0, "distributed", "[SHARDS]", OWN(ONLY(INIT)), VALUE(set_distributed),
     "place the tables on the nodes of a Citus cluster, articles in this many shards (default: 32)",
     "To be said once, to the coordinator; all commands find it by themselves. What is loaded already is moved."},
    {0, "force", NULL, OWN(ONLY(INIT)), FLAG(force), "make another password", NULL},
    {'q', "quiet", NULL, OWN(ONLY(DOCTOR)), FLAG(quiet), "print what is wrong only", NULL},
    {'q', "quiet", NULL, OWN(COMMANDS_KEEPING & ~ONLY(DOCTOR)), FLAG(quiet), "print errors only", NULL},
    {0, "local", "[DIR]", OWN(ONLY(STOP)), VALUE(set_local),
     "of the server in DIR, or in the directory that --local alone names", NULL},
    {0, "format", "FORMAT", OWN(ONLY(HELP)), WORD(format, "text|man|markdown|bash|zsh|fish|commands"),
     "(default: text): the\nmanual, the reference, the completion of a shell, the commands' names", NULL},

    {0, "include", "PATTERN", READING, VALUE(add_include),
     "of directories and archives, only files that match (may be repeated)", NULL},
    {0, "exclude", "PATTERN", READING, VALUE(add_exclude), "but not these (may be repeated)", NULL},
    {0, "part", "K/N", READING, VALUE(set_part),
     "only the K-th of N parts of the articles, which their names make: for N machines",
     "The parts have no article in common, and are all articles together; each is the same whenever it is read, by any "
     "version: the first eight bytes of the SHA-256 of the source, a number with the highest byte first, leave K - 1 "
     "when they are divided by N. So N machines that read the same need nobody who shares the work out, and any part may "
     "be loaded again. Each reads archives and files of records whole, and of other files its own ones only. What can't "
     "be read is told by the part that its file is of. `--prune` deletes articles of the part only."},
    {0, "follow-links", NULL, READING, FLAG(input.select.follow_links),
     "in directories, symbolic links that lead out of them, too", "Without it they are passed over and counted."},
    {0, "files-from", "FILE", READING, TEXT(input.files_from),
     "read the paths from FILE, one a line; - is standard input", NULL},
    {0, "input-format", "FORMAT", READING,
     ENUM(input.format, "auto|article|ndjson|csv|tsv|warc|wiki|trafilatura"), "(its XML)",
     "What the files hold; by default it is found by their content."},
    {0, "map", "ROLE=FIELD,…", READING, TEXT(input.map),
     "which fields of records hold what: text=body,title=headline",
     "Roles are `text`, `id`, `title`, `author`, `site`, `url`, `language` and `date` (of publication). A field is named "
     "as the record has it, in others by a path: `text=response.docs.body`. Of several fields of a role the first that "
     "a record has counts; `author=` alone says that none is it. A record is called by its file and its id, without "
     "one by a hash of its text, so that a changed text is another article. An id that ends in .md and the like makes "
     "Markdown likelier, as a file's name does."},
    {0, "delimiter", "CHAR", READING, VALUE(set_delimiter), "of CSV (default: found in the header line)", NULL},
    {0, "encoding", "NAME", READING, TEXT(input.encoding),
     "of all texts (default: found out, and said where it is no UTF-8)", "A name that `iconv -l` lists."},
    {0, "dialect", "NAME", READING, ENUM(input.dialect, "auto|extracted|markdown|html"),
     "(default: found for each article)", NULL},
    {0, "whole-page", NULL, READING, FLAG(input.whole_page),
     "of HTML: keep menus, footers and all that is no part of the article", NULL},
    {0, "layout", "NAME", READING, ENUM(input.layout, "auto|lines|blocks|wrapped"),
     "(of plain text; default: found\nfor each article)",
     "How the lines of plain text make blocks, see INPUT in doc2pgsql(1). Markdown and HTML are not concerned."},
    {0, "article-limit", "SIZE", READING, VALUE(set_limit), "larger articles are rejected (default: 64M)",
     "Bytes, or with k, M or G behind."},
    {0, "source-root", "DIR", READING, TEXT(input.source_root),
     "call sources by where they lie below DIR, wherever that lies",
     "Instead of by their absolute path; what lies outside of it is rejected. `--prune` of all of DIR needs "
     "`--source-prefix`, too, since other folders' names look alike."},
    {0, "source-prefix", "NAME", READING, VALUE(set_prefix), "put NAME and a slash before the sources' names",
     "As if a folder of that name held them."},
    {0, "stdin-name", "NAME", READING, TEXT(input.stdin_name),
     "names standard input in sources (default: by its content)", NULL},
    {'q', "quiet", NULL, READING, FLAG(quiet), "print errors only", NULL},

    {'h', "host", "HOST", CONNECTION, TEXT(host), "server or socket directory", NULL},
    {'p', "port", "PORT", CONNECTION, TEXT(port), "server port", NULL},
    {'U', "username", "NAME", CONNECTION, TEXT(user), "user", NULL},
    {'d', "dbname", "DBNAME", CONNECTION, TEXT(dbname), "database, conninfo string or URI",
     "A password in it is taken, and warned of: every user of the machine can read it there."},
    {'w', "no-password", NULL, CONNECTION, FLAG(no_password), "never ask for a password", NULL},
    {'W', "password", NULL, CONNECTION, FLAG(ask_password), "ask for a password first",
     "Passwords are never taken from the command line."},
    {0, "local", "[DIR]", CONNECTION, VALUE(set_local), "instead: a private server in DIR, made and started when needed",
     "It goes on running until `stop`, and listens on a Unix socket in DIR only. Default: `/var/lib/doc2pgsql` for "
     "root, else `$XDG_DATA_HOME/doc2pgsql` or `~/.local/share/doc2pgsql`. Run by root, the server runs as the "
     "account postgres, or as the owner of DIR. A DIR that is a symbolic link of another user, or that another user "
     "has made where everybody may write, is refused. Other programs reach it, run by root or by that account, with "
     "DIR as host, port 5432 (or that of `init --listen`), and `doc2pgsql` as user and database. Its rows can be "
     "made again from the articles, so it keeps no log that a second server could follow or that could be archived "
     "(`wal_level = minimal`); pg_dump copies it. A crash or power cut at any moment leaves what was reported as "
     "loaded. Its settings are in `DIR/data/doc2pgsql.conf`."},
    {0, "schema", "NAME", CONNECTION, VALUE(set_schema), "schema of the tables (default: articles)",
     "Dropping it removes everything."},

    {'?', "help", NULL, COMMANDS_ALL, GROUP_OTHERS, FLAG(help), "show the options of the command", NULL},
    {'V', "version", NULL, COMMANDS_ALL, GROUP_OTHERS, FLAG(version), "show the version", NULL},
    {.name = NULL},
};
// clang-format on

const struct option_row *option_find(const char *name, enum command command)
{
    bool any = command == COMMAND_NONE || command == COMMAND_HELP;
    const struct option_row *first = NULL;
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (strcmp(row->name, name) != 0) continue;
        if (row->commands & COMMAND_SET(command)) return row;
        if (!first) first = row;
    }
    return any ? first : NULL;
}

const char *option_choices(const struct option_row *row, char buffer[128])
{
    int n = 0;
    buffer[0] = '\0';
    for (const char *at = row->choices; at && *at;) {
        int word = (int)strcspn(at, "|");
        const char *after = at + word + (at[word] == '|');
        const char *between = n == 0 ? "" : *after ? ", " : " or ";
        n += snprintf(buffer + n, 128 - (size_t)n, "%s%.*s", between, word, at);
        at = after;
    }
    return buffer;
}
