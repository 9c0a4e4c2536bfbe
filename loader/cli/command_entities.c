#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/files.h"
#include "cli/message.h"
#include "sink/entities.h"
#include "sink/schema.h"

int command_entities(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct buf csv = {0};
    struct database *db = NULL;
    struct entities_loaded loaded = {0};
    const char *path = options->operands[1];
    bool ok = files_read(path, &csv, &error);
    if (!ok) error_at(&error, str_from(path), 0);
    ok = ok && (db = connect_open(&connect, options, &error)) && schema_require(db, &error);
    if (ok && !entities_load(db, buf_str(&csv), &loaded, &error)) ok = error_at(&error, str_from(path), 0);
    database_close(db);
    buf_release(&csv);
    if (!ok) return message_error(&error);
    if (options->quiet) return 0;
    char entities[48];
    say(stdout, "%s loaded", message_count(loaded.count, "entity", "entities", entities));
    if (loaded.has_articles) say(stdout, "In articles loaded before, doc2pgsql resolve finds them.");
    return 0;
}
