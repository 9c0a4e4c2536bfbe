#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/message.h"
#include "sink/entities.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <string.h>

#define SAID_LINES 20  // whom names mean, of files with many rows

struct entities_work {
    struct str csv;
    struct entities_loaded loaded;
};

// What is there already is replaced by itself.
static bool load_once(void *context, struct database *db, struct error *error)
{
    struct entities_work *work = context;
    return entities_load(db, work->csv, &work->loaded, error);
}

static void tell(const struct options *options, const struct entities_loaded *loaded)
{
    char entities[48];
    struct str says = buf_str(&loaded->says);
    struct buf line = {0};
    int64_t nobody = loaded->count - loaded->added - loaded->known;
    buf_printf(&line, "%s loaded", message_count(loaded->count, "entity", "entities", entities));
    if (loaded->added) buf_printf(&line, ", %" PRId64 " new", loaded->added);
    if (loaded->known) buf_printf(&line, ", %" PRId64 " known", loaded->known);
    if (nobody) buf_printf(&line, ", %" PRId64 " nobody", nobody);
    say(stdout, "%.*s", (int)line.n, line.p);
    buf_release(&line);
    for (int lines = 0; says.n; lines++) {
        const char *newline = memchr(says.p, '\n', says.n);
        size_t n = newline ? (size_t)(newline - says.p) : says.n;
        if (lines < SAID_LINES) say(stdout, "%.*s", (int)n, says.p);
        else if (lines == SAID_LINES) say(stdout, "…");
        says = str_slice(says, newline ? n + 1 : n, says.n);
    }
    if (loaded->has_articles)
        connect_say_command(options, "In articles loaded before they are found by: ", "resolve", "");
}

static bool load(const struct options *options, struct database *db, struct error *error)
{
    struct buf csv = {0};
    const char *path = options->operands[1];
    struct entities_work work = {0};
    bool ok = files_read(path, &csv, error);
    work.csv = buf_str(&csv);
    ok = ok && connect_try(options, db, 0, options->retry_seconds, load_once, &work, error);
    if (!ok) error_at(error, str_from(path), 0);
    else if (!options->quiet) tell(options, &work.loaded);
    buf_release(&work.loaded.says);
    buf_release(&csv);
    return ok;
}

static bool list(struct database *db, struct error *error)
{
    struct buf csv = {0};
    bool ok = entities_list(db, &csv, error) && files_write("-", buf_str(&csv), false, error);
    buf_release(&csv);
    return ok;
}

static bool run(const struct options *options, struct database *db, struct error *error)
{
    const char *word = options->operands[0];
    if (strcmp(word, "load") == 0) return load(options, db, error);
    if (strcmp(word, "list") == 0) return list(db, error);
    for (int i = 1; i < options->operand_count; i++)
        if (!entities_delete(db, options->operands[i], error)) return false;
    if (!options->quiet)
        connect_say_command(options, "In articles loaded before they are forgotten by: ", "resolve", "");
    return true;
}

bool command_entities_takes(const struct options *options)
{
    const char *word = options->operand_count ? options->operands[0] : "";
    if (strcmp(word, "list") == 0) return options->operand_count == 1;
    if (strcmp(word, "load") == 0) return options->operand_count == 2;
    return strcmp(word, "delete") == 0 && options->operand_count > 1;
}

int command_entities(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) && run(options, db, &error);
    database_close(db);
    return ok ? 0 : message_error(&error);
}
