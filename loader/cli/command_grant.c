#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "sink/roles.h"
#include "sink/schema.h"

// Rights on a table are given by who owns it.
static void refuse_owner(struct database *db, const struct options *options, struct error *error)
{
    struct error failed = {0};
    struct buf others = {0};
    if (roles_find_owners(db, &others, &failed) && others.n) {
        *error = (struct error){0};
        error_set(
            error, ERROR_SERVER,
            "not all in schema \"%s\" is yours to give: %.*s. A superuser has to run the same command, or to make "
            "that yours by ALTER … OWNER TO",
            options->schema, STR_ARG(others));
    }
    buf_release(&others);
}

static void say_creation(const char *role)
{
    struct buf sql = {0}, word = {0};
    buf_str_add(&sql, STR("CREATE ROLE \""));
    for (const char *c = role; *c; c++) {
        if (*c == '"') buf_byte(&sql, '"');
        buf_byte(&sql, *c);
    }
    buf_add(&sql, "\" LOGIN", sizeof "\" LOGIN");
    if (!sql.failed) hint_add_word(&word, sql.p);
    if (!sql.failed && !word.failed) hint_say(stdout, "doc2pgsql psql -c %.*s", STR_ARG(word));
    buf_release(&sql);
    buf_release(&word);
}

int command_grant(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct roles_granted granted = {0};
    const char *role = options->operands[0];
    struct database *db = connect_open(&connect, options, &error);
    bool ok = db && schema_require(db, &error) &&
              roles_grant(db, role, options->loader ? ROLES_LOADER : ROLES_READER, &granted, &error);
    bool nobody = !ok && strcmp(error.sqlstate, "42704") == 0;  // undefined_object
    if (nobody) {
        error = (struct error){0};
        error_set(&error, ERROR_INPUT,
                  "there is no role \"%s\"; who may create roles (CREATEROLE, or a superuser) makes it:", role);
    }
    if (!ok && strcmp(error.sqlstate, "42501") == 0) refuse_owner(db, options, &error);  // insufficient_privilege
    database_close(db);
    if (!ok) message_error(&error);
    if (nobody) say_creation(role);
    if (!ok) return (int)error.code;
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
        hint_say(
            stdout,
            "But it may write here by other rights, as an owner, a member of one, a superuser or by a grant to all: "
            "\\dp and \\du in doc2pgsql psql show them.");
    return 0;
}
