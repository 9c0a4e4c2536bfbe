#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/message.h"
#include "sink/roles.h"
#include "sink/schema.h"

int command_grant(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct roles_granted granted = {0};
    const char *role = options->operands[0];
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) &&
              roles_grant(db, role, options->loader ? ROLES_LOADER : ROLES_READER, &granted, &error);
    database_close(db);
    if (!ok && strcmp(error.sqlstate, "42704") == 0) {  // undefined_object
        error = (struct error){0};
        error_set(&error, ERROR_INPUT,
                  "there is no role \"%s\": CREATE ROLE makes one, with LOGIN where it is to connect", role);
    }
    if (!ok) return message_error(&error);
    if (options->quiet) return 0;
    say(stdout, "%s may %s in schema \"%s\".", role, options->loader ? "load, delete and read" : "read",
        options->schema);
    if (!granted.settled)
        say(stdout,
            "Its search_path could not be set, which takes the right to alter the role (CREATEROLE, or a superuser): "
            "name the schema in questions%s.",
            options->loader || granted.writes ? ""
                                              : "; that it only reads needs no setting, for it has no other right");
    if (granted.writes)
        say(stdout,
            "But it may write here by other rights, as an owner, a member of one, a superuser or by a grant to all: "
            "\\dp and \\du in doc2pgsql psql show them.");
    return 0;
}
