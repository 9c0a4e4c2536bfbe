#include "cli/config.h"

#include "cli/log.h"
#include "cli/option_table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MAX  65536
#define PATH_SIZE 4096
#define FILE_HERE "doc2pgsql.conf"

enum group { SERVER, LOCAL, SCHEMA, READING };

// host, port, username and dbname name a server together, and `local` another one: where either is said, the other
// stays out. A dbname that is a whole connection leaves all of them out, since host, port and username would count more
// than what it says (see PQconnectdbParams).
static const struct key {
    const char *name, *variable;  // of libpq, which counts more than a file; or NULL
    bool here;                    // may stand in the current directory's file
    enum group group;
} keys[] = {
    {"host", "PGHOST", false, SERVER},      {"port", "PGPORT", false, SERVER}, {"username", "PGUSER", false, SERVER},
    {"dbname", "PGDATABASE", true, SERVER}, {"local", "PGHOST", true, LOCAL},  {"schema", NULL, true, SCHEMA},
    {"map", NULL, true, READING},           {"include", NULL, true, READING},  {"exclude", NULL, true, READING},
};

// What was said before this file: by the command line, or by the file before.
struct said {
    bool host, port, username, dbname, local, schema, map, include, exclude;
    bool connection;  // the dbname is one
};

// A conninfo string or a URI rather than a name, as libpq tells them apart (recognized_connection_string() in
// fe-connect.c).
static bool is_connection(const char *dbname)
{
    return strchr(dbname, '=') || strncmp(dbname, "postgres://", 11) == 0 || strncmp(dbname, "postgresql://", 13) == 0;
}

static struct said look(const struct options *o)
{
    const struct select *select = &o->input.select;
    return (struct said){o->host,
                         o->port,
                         o->user,
                         o->dbname,
                         o->local,
                         o->schema != options_default_schema,
                         o->input.map,
                         select->include_count,
                         select->exclude_count,
                         o->dbname && is_connection(o->dbname)};
}

static bool is_said(const struct said *s, const struct key *key)
{
    if ((key->group == SERVER || key->group == LOCAL) && s->connection) return true;
    bool each[] = {s->host, s->port, s->username, s->dbname, s->local, s->schema, s->map, s->include, s->exclude};
    bool server = s->host || s->port || s->username || s->dbname;
    if (key->group == SERVER && s->local) return true;
    if (key->group == LOCAL && server) return true;
    if ((key->group == SERVER || key->group == LOCAL) && getenv("PGSERVICE")) return true;
    if (key->variable && getenv(key->variable)) return true;
    return each[key - keys];
}

static bool wrong(const char *path, unsigned line, struct error *error, const char *format, const char *what)
{
    error_set(error, ERROR_USAGE, format, what);
    return error_at(error, str_from(path), line);
}

static const struct key *find_key(const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(name, keys[i].name) == 0) return &keys[i];
    return NULL;
}

// A plain name, or one of the user's own ~/.pg_service.conf.
static bool names_own_database(const char *value)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (strncmp(value, "service=", 8) == 0) value += 8;
    return *value && !value[strspn(value, plain)];
}

static bool may_stand_here(const struct key *key, const char *value, const char *path, unsigned line,
                           struct error *error)
{
    static const char elsewhere[] = "%s names a server: that is for the command line and ~/.config/doc2pgsql.conf";
    if (!key->here) return wrong(path, line, error, elsewhere, key->name);
    if (key->group == LOCAL && strcmp(value, "yes") != 0) return wrong(path, line, error, elsewhere, "local = DIR");
    if (key->group == SERVER && !names_own_database(value))
        return wrong(path, line, error, "%s may be the name of a database, or service=NAME, in this file", key->name);
    return true;
}

static bool take(struct options *o, const struct key *key, char *value, struct error *error)
{
    const struct option_row *row = option_find(key->name, o->command);
    if (!row) return true;  // no option of this command
    bool server = key->group == SERVER || key->group == LOCAL;
    if (server && o->command == COMMAND_VERIFY && !o->stored) return true;  // see options_agree
    if (key->group == READING) o->configured_reading = true;
    if (key->group == SERVER) o->configured_server = true;
    return row->set(o, row, key->group == LOCAL && strcmp(value, "yes") == 0 ? NULL : value, error);
}

static char *trim(char *text)
{
    text += strspn(text, " \t\r");
    size_t n = strlen(text);
    while (n && strchr(" \t\r", text[n - 1])) n--;
    text[n] = '\0';
    return text;
}

static bool take_line(struct options *o, const struct said *said, char *text, bool here, const char *path,
                      unsigned line, struct error *error)
{
    text = trim(text);
    if (!*text || *text == '#') return true;
    char *value = strchr(text, '=');
    if (!value) return wrong(path, line, error, "\"%s\" is no line of key = value", text);
    *value++ = '\0';
    text = trim(text), value = trim(value);
    const struct key *key = find_key(text);
    if (!key)
        return wrong(path, line, error,
                     "there is no key \"%s\"; there are host, port, username, dbname, local, schema, map, include and "
                     "exclude",
                     text);
    if (!*value) return wrong(path, line, error, "%s has no value", key->name);
    if (here && !may_stand_here(key, value, path, line, error)) return false;
    if (is_said(said, key)) return true;
    return take(o, key, value, error) || error_at(error, str_from(path), line);
}

// Other people's files don't count, since they may leave articles out. True with *text NULL: there is none.
static bool read_file(const struct options *o, const char *path, char **text, struct error *error)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES)) return true;
    if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        if (fd >= 0) close(fd);
        return wrong(path, 0, error, "%s", "is no file that can be read");
    }
    bool foreign = (info.st_uid && info.st_uid != geteuid()) || info.st_mode & S_IWOTH;
    if (foreign) log_notice(o, "notice", "%s is not read: others may write it", path);
    else if ((*text = malloc(FILE_MAX + 1))) {
        ssize_t n = read(fd, *text, FILE_MAX);
        (*text)[n < 0 ? 0 : n] = '\0';
        if (n == FILE_MAX) wrong(path, 0, error, "%s", "is too long for a configuration");
    } else error_set(error, ERROR_MEMORY, "out of memory");
    close(fd);
    return error->code == ERROR_NONE;
}

static bool apply_file(char **text, const char *path, bool here, struct options *o, struct error *error)
{
    if (!read_file(o, path, text, error)) return false;
    const struct said said = look(o);
    unsigned line = 1;
    for (char *at = *text; at && *at; line++) {
        char *end = strchr(at, '\n');
        if (end) *end = '\0';
        if (!take_line(o, &said, at, here, path, line, error)) return false;
        at = end ? end + 1 : at + strlen(at);
    }
    return true;
}

static bool home_path(char path[PATH_SIZE])
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    int n = 0;
    if (config && *config == '/') n = snprintf(path, PATH_SIZE, "%s/doc2pgsql.conf", config);
    else if (home && *home == '/') n = snprintf(path, PATH_SIZE, "%s/.config/doc2pgsql.conf", home);
    return n > 0 && n < PATH_SIZE;
}

static bool same_file(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool config_apply(struct config *config, struct options *o, struct error *error)
{
    char path[PATH_SIZE];
    bool home = home_path(path);
    if (!(home && same_file(path, FILE_HERE)) && !apply_file(&config->texts[0], FILE_HERE, true, o, error))
        return false;
    return !home || apply_file(&config->texts[1], path, false, o, error);
}

void config_release(struct config *config)
{
    free(config->texts[0]);
    free(config->texts[1]);
}
