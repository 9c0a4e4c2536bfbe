#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "sink/entities.h"
#include "sink/schema.h"

#include <inttypes.h>
#include <stdio.h>
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

static void tell(const struct entities_loaded *loaded)
{
    char entities[48];
    int64_t nobody = loaded->count - loaded->added - loaded->known;
    say_part(stdout, "%s loaded", message_count(loaded->count, "entity", "entities", entities));
    if (loaded->added) say_part(stdout, ", %" PRId64 " new", loaded->added);
    if (loaded->known) say_part(stdout, ", %" PRId64 " known", loaded->known);
    if (nobody) say_part(stdout, ", %" PRId64 " nobody", nobody);
    putc('\n', stdout);
    message_lines(buf_str(&loaded->says), SAID_LINES);
    if (loaded->has_articles) hint_say(stdout, "In articles loaded before they are found by: doc2pgsql resolve");
}

static bool load(const struct options *options, struct database *db, struct str csv, struct error *error)
{
    struct entities_work work = {.csv = csv};
    bool ok = connect_try(options, db, 0, options->retry_seconds, load_once, &work, error);
    if (ok && !options->quiet) tell(&work.loaded);
    buf_release(&work.loaded.says);
    return ok || error_at(error, str_from(options->operands[1]), 0);
}

static bool list(struct database *db, struct error *error)
{
    struct buf csv = {0};
    bool ok = entities_list(db, &csv, error) && files_write("-", buf_str(&csv), NULL, error);
    buf_release(&csv);
    return ok;
}

static bool takes_back(const struct options *options, struct database *db, struct error *error)
{
    if (!entities_delete(db, options->operands + 1, options->operand_count - 1, error)) return false;
    if (!options->quiet) hint_say(stdout, "In articles loaded before they are forgotten by: doc2pgsql resolve");
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
    struct buf csv = {0};
    const char *word = options->operands[0];
    bool loads = strcmp(word, "load") == 0, lists = strcmp(word, "list") == 0;
    // before the server: a wrong name must not make one
    bool ok =
        !loads || files_read(options->operands[1], &csv, &error) || error_at(&error, str_from(options->operands[1]), 0);
    struct database *db = ok ? connect_open(&connect, options, &error) : NULL;
    ok = db && schema_require(db, &error) &&
         (loads   ? load(options, db, buf_str(&csv), &error)
          : lists ? list(db, &error)
                  : takes_back(options, db, &error));
    database_close(db);
    buf_release(&csv);
    return ok ? 0 : message_error(&error);
}
