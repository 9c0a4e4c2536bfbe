// Is all well? Each check is a row of sql/doctor/*.sql, or made here where the server alone can't tell: the disk, a
// pooler in between, the schema's version, missing keys. Nothing is changed.
#include "base/buf.h"
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "facts/reader_version.h"
#include "sink/distributed.h"
#include "sink/keys.h"
#include "sink/ledger.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/statvfs.h>

struct doctor {
    const struct options *options;
    int wrong, notes;
    enum error_code code;  // why the exit code is not 0
    bool readable;         // the user may read the tables
    bool loading;          // a load is running
};

// What to do: `what` says how to read todo, see sql/doctor/server.sql.
static void print_todo(const char *what, const char *todo)
{
    static const char margin[] = "       ";
    struct buf line = {0};
    bool sql = strcmp(what, "sql") == 0;
    if (strcmp(what, "grant") == 0) {
        buf_str_add(&line, STR("doc2pgsql grant "));
        hint_add_word(&line, todo);
    } else if (sql) buf_str_add(&line, STR("doc2pgsql psql"));
    else if (strcmp(what, "command") == 0) buf_printf(&line, "doc2pgsql %s", todo);
    for (const char *at = todo; sql && *at;) {
        struct buf statement = {0};
        size_t n = strcspn(at, "\n");
        buf_add(&statement, at, n);
        buf_byte(&statement, '\0');
        buf_str_add(&line, STR(" -c "));
        if (!statement.failed) hint_add_word(&line, statement.p);
        buf_release(&statement);
        at += n + (at[n] == '\n');
    }
    if (line.n) hint_say(stdout, "%s%.*s", margin, STR_ARG(line));
    const char *prefix = strcmp(what, "superuser") == 0 ? "a superuser has to say: " : "";
    const char *suffix = strcmp(what, "text") == 0 ? "" : ";";
    for (const char *at = todo; !line.n && *at;) {
        size_t n = strcspn(at, "\n");
        say(stdout, "%s%s%.*s%s", margin, prefix, (int)n, at, suffix);
        at += n + (at[n] == '\n');
    }
    buf_release(&line);
}

// A state that is empty goes on from the check before.
static void tell(struct doctor *d, const char *subject, const char *state, const char *says, const char *what,
                 const char *todo)
{
    bool wrong = strcmp(state, "wrong") == 0;
    d->wrong += wrong;
    d->notes += strcmp(state, "note") == 0;
    if (wrong && d->code == ERROR_NONE) d->code = ERROR_SERVER;
    if (d->options->quiet && !wrong && *state) return;
    if (*state) say(stdout, "%-5s  %-20s  %s", state, subject, says);
    else say(stdout, "       %s", says);
    if (what && todo) print_todo(what, todo);
}

static bool print_check(void *context, int columns, const char *const *values, struct error *error)
{
    struct doctor *d = context;
    (void)columns;
    (void)error;
    const char *state = values[1];
    if (strcmp(values[0], "rights") == 0) d->readable = strcmp(state, "wrong") != 0;
    if (strncmp(values[0], "load ", 5) == 0 && strcmp(state, "ok") == 0) d->loading = true;
    tell(d, values[0], state, values[2], values[3], values[4]);
    return true;
}

static bool ask(struct doctor *d, struct database *db, const char *file, int count, const char *const *values,
                struct error *error)
{
    return schema_query(db, file, count, values, print_check, d, error);
}

// Any function in a language of its own needs one of the server's libraries.
static bool look_at_programs(struct doctor *d, struct database *db, struct error *error)
{
    struct error failed = {0};
    if (database_exec(db, "DO 'BEGIN END'", &failed)) return true;
    if (!message_is_replaced(&failed)) return error_set(error, failed.code, "%s", failed.message);
    tell(d, "programs", "wrong",
         "PostgreSQL was upgraded while the server runs, which can't load its libraries: restart it",
         d->options->local ? "command" : NULL, "stop");
    return true;
}

struct disk {
    char directory[1024];
    uint64_t log;  // bytes that the log of changes may take
};

static bool read_disk(void *context, int columns, const char *const *values, struct error *error)
{
    struct disk *disk = context;
    (void)columns;
    (void)error;
    if (values[0]) snprintf(disk->directory, sizeof disk->directory, "%s", values[0]);
    disk->log = strtoull(values[1], NULL, 10);
    return true;
}

// The data directory, where the server is on this machine and we may know it: a Unix socket, or one address for both.
static const char DATA[] =
    "SELECT (SELECT setting FROM pg_settings WHERE name = 'data_directory' "
    "AND (inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr())), "
    "pg_size_bytes(current_setting('max_wal_size'))";

// A server whose disk is full stops. Between checkpoints its log grows to max_wal_size by itself.
static bool look_at_disk(struct doctor *d, struct database *db, struct error *error)
{
    struct disk disk = {0};
    struct statvfs room;
    char free_size[32], log_size[32], says[256];
    if (!database_query(db, DATA, 0, NULL, read_disk, &disk, error)) return false;
    if (!disk.directory[0] || statvfs(disk.directory, &room) != 0) {
        tell(d, "disk", "ok", "not to be seen from here", NULL, NULL);
        return true;
    }
    uint64_t left = (uint64_t)room.f_bavail * room.f_frsize;
    bool full = left < disk.log;
    snprintf(says, sizeof says,
             full ? "%s free for the server's data, and its log alone may grow to %s: make room" : "%s free",
             message_size((int64_t)left, free_size), message_size((int64_t)disk.log, log_size));
    tell(d, "disk", full ? "wrong" : "ok", says, full ? "command" : NULL, "status");
    return true;
}

static bool look_for_pooler(struct doctor *d, struct database *db, const struct connect *connect)
{
    struct error shared = {0};
    if (!database_is_pooled(db)) tell(d, "connection", "ok", "straight to the server", NULL, NULL);
    else if (connect_keeps_session(&connect->database, &shared))
        tell(d, "connection", "ok", "through a pooler that keeps sessions", NULL, NULL);
    else
        tell(d, "connection", "ok", "through a pooler that shares sessions; psql needs the server's own port", NULL,
             NULL);
    return true;
}

static bool look_at_schema(struct doctor *d, struct database *db, int *version, struct error *error)
{
    char says[256];
    int newest = schema_newest();
    if (!schema_version(db, version, error)) return false;
    if (*version == newest) {
        snprintf(says, sizeof says, "\"%.63s\", version %d", d->options->schema, newest);
        tell(d, "schema", "ok", says, NULL, NULL);
        return true;
    }
    d->code = ERROR_SCHEMA;
    if (*version == 0) snprintf(says, sizeof says, "there is no schema \"%.63s\" yet", d->options->schema);
    else if (*version < newest)
        snprintf(says, sizeof says, "of version %d, and this program needs %d", *version, newest);
    else
        snprintf(says, sizeof says, "of version %d, and this program knows only %d: install a newer doc2pgsql",
                 *version, newest);
    tell(d, "schema", "wrong", says, *version < newest ? "command" : NULL, "init");
    return true;
}

static bool look_at_keys(struct doctor *d, struct database *db, struct error *error)
{
    char says[128];
    int missing = 0;
    if (!keys_missing(db, &missing, error)) return false;
    if (!missing) tell(d, "keys", "ok", "all keys and indexes are there", NULL, NULL);
    else if (d->loading) tell(d, "keys", "ok", "a first load is running, and builds them at its end", NULL, NULL);
    else {
        snprintf(says, sizeof says, "%d keys and indexes are missing: a first load was stopped", missing);
        tell(d, "keys", "wrong", says, "command", "init");
    }
    return true;
}

static bool look_at_reader(struct doctor *d, struct database *db, struct error *error)
{
    char says[160], articles[48];
    int64_t count;
    if (!ledger_count_outdated(db, &count, error)) return false;
    snprintf(says, sizeof says,
             count ? "%s read by an older version; the next load of their files reads them anew"
                   : "all articles were read by this version's reader, or a newer one",
             message_count(count, "article was", "articles were", articles));
    tell(d, "reader", count ? "note" : "ok", says, count ? "sql" : NULL,
         "SELECT source FROM sources WHERE reader < " READER_VERSION_TEXT " ORDER BY source");
    return true;
}

// On one server its numbers of transactions tell what is older than what.
static bool look_at_place(struct doctor *d, struct database *db, struct error *error)
{
    int shards;
    return distributed_shards(db, &shards, error) &&
           ask(d, db, shards ? "sql/distributed/doctor.sql" : "sql/doctor/words.sql", 0, NULL, error);
}

static bool examine(struct doctor *d, struct database *db, const struct connect *connect, struct error *error)
{
    const char *schema[] = {d->options->schema};
    int version = 0;
    tell(d, "program", "ok", "doc2pgsql " DOC2PGSQL_VERSION, NULL, NULL);
    if (!ask(d, db, "sql/doctor/server.sql", 0, NULL, error) || !look_at_programs(d, db, error) ||
        !look_at_disk(d, db, error) || !look_for_pooler(d, db, connect) ||
        !ask(d, db, "sql/doctor/rights.sql", 1, schema, error))
        return false;
    if (!d->readable) return true;
    if (!look_at_schema(d, db, &version, error)) return false;
    return version != schema_newest() ||
           (ask(d, db, "sql/doctor/schema.sql", 0, NULL, error) && look_at_place(d, db, error) &&
            look_at_reader(d, db, error) && look_at_keys(d, db, error));
}

int command_doctor(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct doctor d = {.options = options};
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && examine(&d, db, &connect, &error);
    database_close(db);
    if (!ok) return message_error(&error);
    if (options->quiet || d.wrong) return (int)d.code;
    putc('\n', stdout);
    say(stdout, "Nothing is wrong%s.", d.notes ? "; notes say what could be better" : "");
    return (int)d.code;
}
