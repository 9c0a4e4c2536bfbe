#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/message.h"
#include "sink/entities.h"
#include "sink/schema.h"

struct entities_work {
    struct str csv;
    struct entities_loaded loaded;
};

// What is there already is replaced by itself.
static bool load(void *context, struct database *db, struct error *error)
{
    struct entities_work *work = context;
    return entities_load(db, work->csv, &work->loaded, error);
}

int command_entities(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct buf csv = {0};
    struct database *db = NULL;
    const char *path = options->operands[1];
    bool ok = files_read(path, &csv, &error);
    if (!ok) error_at(&error, str_from(path), 0);
    ok = ok && (db = connect_open(&connect, options, &error)) && schema_require(db, &error);
    struct entities_work work = {.csv = buf_str(&csv)};
    if (ok && !connect_try(options, db, 0, options->retry_seconds, load, &work, &error))
        ok = error_at(&error, str_from(path), 0);
    database_close(db);
    buf_release(&csv);
    if (!ok) return message_error(&error);
    if (options->quiet) return 0;
    char entities[48];
    say(stdout, "%s loaded", message_count(work.loaded.count, "entity", "entities", entities));
    if (work.loaded.has_articles)
        connect_say_command(options, "In articles loaded before they are found by: ", "resolve", "");
    return 0;
}
