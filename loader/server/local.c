#define _DEFAULT_SOURCE
#include "server/local.h"

#include "server/local_bin.h"
#include "server/local_dir.h"
#include "server/local_probe.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define USER      "doc2pgsql"  // the cluster's superuser, whoever runs the server
#define USER_ONCE "postgres"   // what it was called in clusters of earlier versions
#define DBNAME    "doc2pgsql"

enum {
    START_SECONDS = 300,  // recovery after a crash may read all of max_wal_size
    STOP_SECONDS = 120,   // a last checkpoint
    RETRY_SECONDS = 15,   // for the processes that a killed server left behind
    TAIL_MAX = 300,       // bytes of a log in a message
};

static const char SETTINGS[] =
    "# Settings of doc2pgsql's private server, for loading many articles on a small machine. Edit them freely: a\n"
    "# restart applies them. Everything that is not here has PostgreSQL's default.\n"
    "\n"
    "# Nobody but the owner of this directory and root gets in: no network, and a socket in the directory above\n"
    "# (doc2pgsql starts the server with -k).\n"
    "# To let a BI tool in over TCP: doc2pgsql --local init --listen.\n"
    "listen_addresses = ''\n"
    "port = 5432\n"
    "unix_socket_permissions = 0700\n"
    "# Every program finds the tables without naming their schema.\n"
    "search_path = 'articles, public'\n"
    "\n"
    "# Memory: the indexes that COPY writes to should fit into shared_buffers; building an index sorts in\n"
    "# maintenance_work_mem.\n"
    "shared_buffers = 256MB\n"
    "maintenance_work_mem = 128MB\n"
    "work_mem = 16MB\n"
    "# Questions to the views take milliseconds; compiling them would take half a second.\n"
    "jit = off\n"
    "\n"
    "# Checkpoints seldom: after each one, the next change of a page goes to the log as a whole page. The price is\n"
    "# up to 2 GB of disk, and a longer recovery after a crash.\n"
    "max_wal_size = 2GB\n"
    "checkpoint_timeout = 15min\n"
    "# Processor time is scarcer than disk on a small machine. What a load builds anew (indexes) goes to the disk and\n"
    "# not to the log first, which saves a sixth of the server's time; the price is that this server can't be\n"
    "# replicated or archived: pg_dump copies it.\n"
    "wal_compression = off\n"
    "wal_level = minimal\n"
    "max_wal_senders = 0\n"
    "# A batch that was reported as loaded survives a power cut.\n"
    "synchronous_commit = on\n";

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void doze(long milliseconds)
{
    nanosleep(&(struct timespec){.tv_nsec = milliseconds * 1000 * 1000}, NULL);
}

// The end of what a program wrote, on one line: "a / b / c", without the time and process before each line of a log.
static void last_lines(struct str text, char *tail, size_t size)
{
    struct buf lines = {0};
    text = str_trim(text);
    for (size_t i = 0, end; i < text.n; i = end + 1) {
        const char *newline = memchr(text.p + i, '\n', text.n - i);
        end = newline ? (size_t)(newline - text.p) : text.n;
        const char *process = text.p[i] == '2' ? memchr(text.p + i, ']', end - i) : NULL;
        if (process) i = (size_t)(process - text.p) + 1;
        buf_printf(&lines, "%s%.*s", lines.n ? " / " : "", STR_ARG(str_trim(str_slice(text, i, end))));
    }
    struct str last = buf_str(&lines);
    if (last.n >= size) last = str_slice(last, last.n - size + 1, last.n);
    snprintf(tail, size, "%.*s", STR_ARG(last));
    buf_release(&lines);
}

static bool fail_with(const struct local_dir *local, const char *what, struct str said, struct error *error)
{
    char tail[TAIL_MAX + 1];
    last_lines(said, tail, sizeof tail);
    struct statvfs disk;
    bool full = statvfs(local->path, &disk) == 0 && disk.f_bavail == 0;
    return error_set(error, ERROR_LOCAL, "%s %s: %s%s", what, local->path, full ? "the disk is full: " : "",
                     tail[0] ? tail : "it said nothing");
}

static bool run(const struct local_dir *local, const char *const argv[], const char *what, struct error *error)
{
    struct buf said = {0};
    int status = 0;
    bool ok = local_program_run(&local->server, argv, 2, &said, &status, error);
    if (ok && status != 0) ok = fail_with(local, what, buf_str(&said), error);
    buf_release(&said);
    return ok;
}

static bool write_conf(const struct local_dir *local, const char *name, int flags, const char *text,
                       struct error *error)
{
    char path[LOCAL_DIR_MAX + 64];
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_FRESH "/%s", local->path, name);
    struct program_rights before;
    bool acts = local_program_act_as(&local->server, &before);
    int fd = acts ? open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags, 0600) : -1;
    bool ok = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && fsync(fd) == 0;
    if (!ok) error_set(error, ERROR_LOCAL, "can't write %s: %s", path, strerror(errno));
    if (fd >= 0) close(fd);
    if (acts) local_program_return(&before);
    return ok;
}

// Under another name until it is complete: a cluster that was being made when the power failed is made anew.
static bool make_cluster(struct local_dir *local, const char *bin, struct error *error)
{
    char initdb[LOCAL_BIN_MAX + 16], fresh[LOCAL_DIR_MAX + 64], data[LOCAL_DIR_MAX + 64];
    snprintf(initdb, sizeof initdb, "%s/initdb", bin);
    snprintf(fresh, sizeof fresh, "%s/" LOCAL_DIR_FRESH, local->path);
    snprintf(data, sizeof data, "%s/" LOCAL_DIR_DATA, local->path);
    const char *rm[] = {"/bin/rm", "-rf", "--", fresh, NULL};
    // over a network, which the settings leave off, a password would be wanted
    const char *make[] = {initdb,
                          "-D",
                          fresh,
                          "-U",
                          USER,
                          "--encoding=UTF8",
                          "--locale=C.UTF-8",
                          "--lc-collate=C",  // the same order, and texts are sorted by their first bytes at once
                          "--auth-local=trust",
                          "--auth-host=scram-sha-256",
                          NULL};
    if (access(fresh, F_OK) == 0 && !run(local, rm, "can't remove the remains of a private server in", error))
        return false;
    bool ok = run(local, make, "initdb can't make the private server in", error) &&
              write_conf(local, LOCAL_DIR_CONF, O_CREAT | O_EXCL, SETTINGS, error) &&
              write_conf(local, "postgresql.conf", O_APPEND, "\ninclude = '" LOCAL_DIR_CONF "'\n", error);
    struct program_rights before;
    bool acts = ok && local_program_act_as(&local->server, &before);
    if (ok && !(acts && rename(fresh, data) == 0))
        ok = error_set(error, ERROR_LOCAL, "can't make %s: %s", data, strerror(errno));
    if (acts) local_program_return(&before);
    struct error ignored = {0};
    if (!ok) run(local, rm, "", &ignored);
    return ok;
}

// The major version of the cluster; 0 when there is none yet.
static int cluster_major(const struct local_dir *local)
{
    char path[LOCAL_DIR_MAX + 64], line[16] = "";
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_DATA "/PG_VERSION", local->path);
    FILE *file = fopen(path, "re");
    if (file && !fgets(line, sizeof line, file)) line[0] = '\0';
    if (file) fclose(file);
    return atoi(line);
}

// PostgreSQL removes these itself, unless the number of the dead process is in use again.
static void remove_remnants(const struct local_dir *local, const char *port)
{
    char path[LOCAL_DIR_MAX + 64];
    struct program_rights before;
    if (!local_program_act_as(&local->server, &before)) return;
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_DATA "/postmaster.pid", local->path);
    unlink(path);
    snprintf(path, sizeof path, "%s/.s.PGSQL.%s.lock", local->path, port);
    unlink(path);
    local_program_return(&before);
}

static void read_log(const char *path, off_t from, struct buf *text)
{
    FILE *file = fopen(path, "re");
    if (!file) return;
    char block[4096];
    size_t n;
    if (fseeko(file, from, SEEK_SET) == 0)
        while ((n = fread(block, 1, sizeof block, file)) > 0) buf_add(text, block, n);
    fclose(file);
}

// The server that we started has ended. True when it is worth another try: processes of one that was killed still hold
// its memory, but not for long; or its TCP port is not to be had, and it can do without (*deaf).
static bool server_ended(const struct local_dir *local, const char *log, off_t from, bool patient, bool *deaf,
                         struct error *error)
{
    struct buf said = {0};
    read_log(log, from, &said);
    buf_byte(&said, '\0');
    bool again = patient && !said.failed && strstr(said.p, "shared memory block");
    if (!*deaf && !said.failed && strstr(said.p, "could not create any TCP/IP sockets")) again = *deaf = true;
    if (said.n) said.n--;
    if (!again) fail_with(local, "the private server does not start in", buf_str(&said), error);
    buf_release(&said);
    return again;
}

// The server's process (0: none), its port, and whether it takes connections.
static pid_t look(const struct local_dir *local, struct local_server *server, enum local_answer *answer)
{
    struct local_process process = local_probe_process(local->path);
    memcpy(server->port, process.port, sizeof server->port);
    *answer = LOCAL_BUSY;
    if (process.pid && process.ready) *answer = local_probe_ask(local->path, process.port, USER, DBNAME);
    return process.pid;
}

static bool start_server(const struct local_dir *local, const char *bin, struct local_server *server,
                         enum local_answer *answer, struct error *error)
{
    char postgres[LOCAL_BIN_MAX + 16], data[LOCAL_DIR_MAX + 64], log[LOCAL_DIR_MAX + 64];
    snprintf(postgres, sizeof postgres, "%s/postgres", bin);
    snprintf(data, sizeof data, "%s/" LOCAL_DIR_DATA, local->path);
    snprintf(log, sizeof log, "%s/server.log", local->path);
    const char *argv[] = {postgres, "-D", data, "-k", local->path, NULL, "listen_addresses=", NULL};
    struct stat status = {0};
    pid_t child = 0;
    off_t from = 0;
    for (double begin = now(); now() - begin < START_SECONDS; doze(20)) {
        pid_t pid = look(local, server, answer);
        if (*answer != LOCAL_BUSY) return true;
        if (child && waitpid(child, NULL, WNOHANG) == child) {
            if (!server_ended(local, log, from, now() - begin < RETRY_SECONDS, &server->deaf, error)) return false;
            if (server->deaf) argv[5] = "-c";
            child = 0;
            doze(200);
        } else if (!pid && !child) {
            remove_remnants(local, server->port);
            from = stat(log, &status) == 0 ? status.st_size : 0;
            child = local_program_start(&local->server, argv, log, error);
            if (!child) return false;
            server->started = true;
        }
    }
    return error_set(error, ERROR_LOCAL, "the private server in %s is not ready after %d seconds: see %s", local->path,
                     START_SECONDS, log);
}

static bool create_role(const struct local_dir *local, const char *bin, const char *port, struct error *error)
{
    char createuser[LOCAL_BIN_MAX + 16];
    snprintf(createuser, sizeof createuser, "%s/createuser", bin);
    const char *argv[] = {createuser, "-w", "-h", local->path, "-p", port, "-U", USER_ONCE, "--superuser", USER, NULL};
    return run(local, argv, "createuser can't make the role " USER " in", error);
}

static bool create_database(const struct local_dir *local, const char *bin, const char *port, struct error *error)
{
    char createdb[LOCAL_BIN_MAX + 16];
    snprintf(createdb, sizeof createdb, "%s/createdb", bin);
    const char *argv[] = {createdb, "-w", "-h", local->path, "-p", port, "-U", USER, DBNAME, NULL};
    return run(local, argv, "createdb can't make the database " DBNAME " in", error);
}

static bool bring_up(struct local_dir *local, struct local_server *server, struct error *error)
{
    char bin[LOCAL_BIN_MAX];
    enum local_answer answer;
    look(local, server, &answer);
    if (answer == LOCAL_READY) return true;
    if (!local_dir_reachable(local, error) ||
        !local_bin_find(&local->server, cluster_major(local), bin, sizeof bin, error))
        return false;
    if (!local->made) {
        if (!make_cluster(local, bin, error)) return false;
        server->created = true;
    }
    if (answer == LOCAL_BUSY && !start_server(local, bin, server, &answer, error)) return false;
    if (answer == LOCAL_NO_ROLE) {
        if (!create_role(local, bin, server->port, error)) return false;
        look(local, server, &answer);
    }
    return answer != LOCAL_NO_DATABASE || create_database(local, bin, server->port, error);
}

bool local_start(const char *dir, struct local_server *server, struct error *error)
{
    char standard[PATH_MAX];
    struct local_dir local;
    *server = (struct local_server){.user = USER, .dbname = DBNAME};
    if (!local_probe_sees("/proc", error)) return false;
    if (!dir && !local_default_dir(standard, sizeof standard, error)) return false;
    if (!local_dir_open(dir ? dir : standard, &local, error)) return false;
    snprintf(server->host, sizeof server->host, "%s", local.path);
    bool ok = bring_up(&local, server, error);
    local_dir_close(&local);
    return ok;
}

bool local_running(const char *dir, struct local_server *server)
{
    char standard[PATH_MAX];
    struct local_dir local;
    struct error ignored = {0};
    *server = (struct local_server){.user = USER, .dbname = DBNAME};
    if (!dir && !local_default_dir(standard, sizeof standard, &ignored)) return false;
    if (!local_dir_find(dir ? dir : standard, &local, &ignored) || local.fd < 0) return false;
    struct local_process process = local_probe_process(local.path);
    memcpy(server->port, process.port, sizeof server->port);
    snprintf(server->host, sizeof server->host, "%s", local.path);
    local_dir_close(&local);
    return process.pid && process.ready;
}

bool local_stop(const char *dir, bool *ran, struct error *error)
{
    if (ran) *ran = false;
    char standard[PATH_MAX];
    struct local_dir local;
    if (!dir && !local_default_dir(standard, sizeof standard, error)) return false;
    if (!local_dir_find(dir ? dir : standard, &local, error)) return false;
    if (local.fd < 0) return true;
    bool ok = local_probe_sees("/proc", error);
    pid_t pid = ok ? local_probe_process(local.path).pid : 0;
    if (ran) *ran = pid != 0;
    if (pid && kill(pid, SIGINT) != 0)  // its "fast shutdown"
        ok = error_set(error, ERROR_LOCAL, "can't stop process %ld in %s: %s", (long)pid, local.path, strerror(errno));
    double begin = now();
    while (ok && local_probe_alive(local.path, pid) && waitpid(pid, NULL, WNOHANG) != pid) {
        if (now() - begin > STOP_SECONDS)
            ok = error_set(error, ERROR_LOCAL,
                           "the private server in %s does not end within %d seconds: see its server.log", local.path,
                           STOP_SECONDS);
        doze(20);
    }
    local_dir_close(&local);
    return ok;
}

bool local_default_dir(char *path, size_t size, struct error *error)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    int n;
    if (geteuid() == 0) n = snprintf(path, size, "/var/lib/doc2pgsql");
    else if (data && data[0] == '/') n = snprintf(path, size, "%s/doc2pgsql", data);
    else if (home && home[0] == '/') n = snprintf(path, size, "%s/.local/share/doc2pgsql", home);
    else
        return error_set(error, ERROR_LOCAL,
                         "HOME is not set: name a directory for the private server with --local=DIR");
    if (n >= 0 && (size_t)n < size) return true;
    return error_set(error, ERROR_LOCAL, "the home directory's path is too long: name another one with --local=DIR");
}
