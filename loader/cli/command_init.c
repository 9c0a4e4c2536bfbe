#define _DEFAULT_SOURCE  // getentropy
#include "base/say.h"
#include "cli/commands.h"
#include "cli/connect.h"
#include "cli/hint.h"
#include "cli/message.h"
#include "sink/roles.h"
#include "sink/schema.h"

#include <stdlib.h>
#include <unistd.h>

#define READER "reader"  // the login that --listen makes

enum { PORT = 5432, PASSWORD_BYTES = 24 };  // 6 bits each

struct listening {
    char password[PASSWORD_BYTES + 1];
    bool made;  // the password holds
    int port;
    bool listens;
};

// In characters that stand for themselves in an address.
static bool make_password(char password[PASSWORD_BYTES + 1], struct error *error)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char bytes[PASSWORD_BYTES];
    if (getentropy(bytes, sizeof bytes) != 0)
        return error_set(error, ERROR_INTERNAL, "the system has no random numbers for a password");
    for (int i = 0; i < PASSWORD_BYTES; i++) password[i] = letters[bytes[i] & 63];
    password[PASSWORD_BYTES] = '\0';
    return true;
}

static bool read_port(void *context, int columns, const char *const *values, struct error *error)
{
    struct listening *l = context;
    (void)columns;
    (void)error;
    l->port = atoi(values[0]);
    l->listens = values[1][0] != '\0';
    return true;
}

static const char LISTENING[] = "SELECT current_setting('port'), current_setting('listen_addresses')";

// The settings, and the server started anew with them.
static bool listen_at(struct database *db, int port, const char *dir, struct error *error)
{
    char sql[64];
    struct local_server server;
    if (!local_port_is_free(dir, port, error)) return false;
    snprintf(sql, sizeof sql, "ALTER SYSTEM SET port = %d", port);
    return database_exec(db, "ALTER SYSTEM SET listen_addresses = '127.0.0.1'", error) &&
           database_exec(db, sql, error) && local_stop(dir, NULL, error) && local_start(dir, &server, error) &&
           (!server.deaf ||
            error_set(error, ERROR_LOCAL, "port %d is not to be had: choose another one with --listen=PORT", port));
}

// The login is made when nothing can fail any more, so that its password is shown; the restart takes another
// connection.
static bool listen_tcp(struct database **db, struct connect *connect, const struct options *o, struct listening *l,
                       struct error *error)
{
    struct roles_granted granted;
    if (!local_close_tcp(o->local_dir, error) || !database_exec(*db, "SELECT pg_reload_conf()", error) ||
        !database_query(*db, LISTENING, 0, NULL, read_port, l, error))
        return false;
    int wanted = o->listen_port ? o->listen_port : l->listens ? l->port : PORT;
    if (!l->listens || l->port != wanted) {
        if (!listen_at(*db, wanted, o->local_dir, error)) return false;
        database_close(*db);
        if (!(*db = connect_open(connect, o, error))) return false;
    }
    l->port = wanted;
    return make_password(l->password, error) && roles_make_login(*db, READER, l->password, o->force, &l->made, error) &&
           roles_grant(*db, READER, ROLES_READER, &granted, error);
}

static void print_addresses(const struct listening *l)
{
    const char *password = l->made ? l->password : "PASSWORD";
    say(stdout, "It takes connections on 127.0.0.1, port %d, by the user " READER ", who only reads:", l->port);
    say(stdout, "  psql                  psql postgresql://" READER ":%s@127.0.0.1:%d/doc2pgsql", password, l->port);
    say(stdout, "  JDBC                  jdbc:postgresql://127.0.0.1:%d/doc2pgsql?user=" READER "&password=%s", l->port,
        password);
    say(stdout, "  SQLAlchemy, Superset  postgresql+psycopg2://" READER ":%s@127.0.0.1:%d/doc2pgsql", password,
        l->port);
    say(stdout, l->made ? "The password is shown this once only; --force makes another one."
                        : "The password is the one that was shown when it was made; --force makes another one.");
}

int command_init(const struct options *options)
{
    struct error error = {0};
    struct connect connect;
    struct listening listening = {0};
    struct database *db = connect_open(&connect, options, &error);
    bool unresolved, ok = db && schema_init(db, options->shards, &unresolved, &error);
    ok = ok && (!options->listen || listen_tcp(&db, &connect, options, &listening, &error));
    database_close(db);
    if (!ok) return message_error(&error);
    if (!options->quiet) {
        say(stdout, "The schema \"%s\" is ready, version %d.", options->schema, schema_newest());
        if (unresolved)
            hint_say(stdout,
                     "Its articles were loaded before facts and statements were known. This works them out: doc2pgsql "
                     "resolve");
    }
    if (options->listen && !(options->quiet && !listening.made)) print_addresses(&listening);
    return 0;
}
