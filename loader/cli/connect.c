#include "cli/connect.h"

#include "base/say.h"
#include "cli/commands.h"
#include "cli/log.h"
#include "cli/message.h"
#include "sink/ledger.h"

#include "sink/retry.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define TELL_AGAIN 30  // seconds

// By any thread.
static void tell_waiting(void *context, const char *holders)
{
    struct connect *connect = context;
    int64_t now = (int64_t)time(NULL), last = atomic_load(&connect->told);
    if ((last && now - last < TELL_AGAIN) || !atomic_compare_exchange_strong(&connect->told, &last, now)) return;
    log_notice(connect->options, "waiting", "waiting for a lock of %s", holders);
}

static void fill(struct connect *connect, const struct options *options)
{
    *connect = (struct connect){.options = options,
                                .database = {.host = options->host,
                                             .port = options->port,
                                             .user = options->user,
                                             .dbname = options->dbname,
                                             .schema = options->schema,
                                             .waiting = tell_waiting,
                                             .waiting_context = connect}};
}

static void fill_local(struct connect *connect)
{
    connect->database.host = connect->local.host;
    connect->database.port = connect->local.port;
    connect->database.user = connect->local.user;
    connect->database.dbname = connect->local.dbname;
}

// Making a private server takes seconds, and starting one perhaps, in which nothing else is said.
static bool start_local(struct connect *connect, const struct options *options, struct error *error)
{
    bool tells = isatty(STDERR_FILENO) && !options->quiet && options->log_format == LOG_TEXT;
    if (tells && !local_running(options->local_dir, &connect->local)) {
        say_part(stderr, "making or starting the private server …");
        fflush(stderr);
    }
    bool ok = local_start(options->local_dir, &connect->local, error);
    if (tells) message_progress_end();
    return ok;
}

bool connect_prepare(struct connect *connect, const struct options *options, struct error *error)
{
    fill(connect, options);
    if (!options->local) return true;
    if (!start_local(connect, options, error)) return false;
    if (connect->local.deaf)
        log_notice(options, "notice",
                   "the private server runs without TCP, for its port %s is not to be had: doc2pgsql init "
                   "--listen=PORT chooses "
                   "another one",
                   connect->local.port);
    fill_local(connect);
    return true;
}

// A session only to see that the server is up would cost as much as the one that is wanted.
static struct database *open_running(struct connect *connect, const struct options *options)
{
    struct error ignored = {0};
    fill(connect, options);
    if (!options->local || options->ask_password || !local_running(options->local_dir, &connect->local)) return NULL;
    fill_local(connect);
    return database_connect(&connect->database, NULL, &ignored);
}

// From the terminal itself, without echo. False when there is no terminal.
static bool read_password(char *password, size_t size)
{
    struct termios before = {0}, silent;
    int tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (tty < 0) return false;
    bool is_tty = tcgetattr(tty, &before) == 0;
    silent = before;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    // before the prompt: what is typed as soon as it shows must be neither shown nor lost
    bool ok = is_tty && tcsetattr(tty, TCSAFLUSH, &silent) == 0 && write(tty, "Password: ", 10) == 10;
    ssize_t n = ok ? read(tty, password, size - 1) : -1;
    if (is_tty) tcsetattr(tty, TCSAFLUSH, &before);
    if (write(tty, "\n", 1) != 1) n = -1;
    close(tty);
    if (n <= 0) return false;
    password[n - (password[n - 1] == '\n')] = '\0';
    return true;
}

struct database *connect_open(struct connect *connect, const struct options *options, struct error *error)
{
    struct database *running = open_running(connect, options);
    if (running) return running;
    if (!connect_prepare(connect, options, error)) return NULL;
    if (options->ask_password && read_password(connect->password, sizeof connect->password))
        connect->database.password = connect->password;
    struct error first = {0};
    bool needs_password;
    struct database *db = database_connect(&connect->database, &needs_password, &first);
    if (db) return db;
    bool ask = needs_password && !options->no_password && !connect->database.password;
    if (!ask || !read_password(connect->password, sizeof connect->password)) {
        *error = first;
        return NULL;
    }
    connect->database.password = connect->password;
    return database_connect(&connect->database, NULL, error);
}

bool connect_try(const struct options *options, struct database *db, int64_t load_id, double seconds,
                 connect_step_fn *step, void *context, struct error *error)
{
    struct retry retry = {.limit = seconds, .stop = &interrupted};
    time_t told = 0;
    for (;;) {
        struct error failed = {0};
        bool there = !database_is_lost(db) ||
                     (load_id ? ledger_reconnect(db, load_id, &failed) : database_reconnect(db, &failed));
        if (there && step(context, db, &failed)) return true;
        if (retry_is_transient(&failed) && !retry_is_conflict(&failed) && seconds > 0)
            log_retrying(options, &failed, &told);
        if (retry_again(&retry, &failed)) continue;
        *error = failed;
        return false;
    }
}

// A pooler that takes the session away after each transaction gives the same one to the next client, though the first
// is still there.
bool connect_keeps_session(const struct database_options *options, struct error *error)
{
    static const char process[] = "SELECT pg_backend_pid()";
    struct error ignored = {0};
    struct database *one = database_connect(options, NULL, &ignored), *other = NULL;
    int64_t first = 0, second = 1;
    if (one && database_is_pooled(one) && database_number(one, process, 0, NULL, &first, &ignored) &&
        (other = database_connect(options, NULL, &ignored)))
        database_number(other, process, 0, NULL, &second, &ignored);
    database_close(other);
    database_close(one);
    return first != second ||
           error_set(error, ERROR_CONNECTION,
                     "a pooler in between shares sessions, and psql needs one to itself: connect to the server's own "
                     "port");
}

bool connect_arguments(int argc, char **argv, struct buf *list, struct error *error)
{
    static char hidden[] = "(hidden)";
    char **shown = calloc((size_t)argc + 1, sizeof *shown);
    if (!shown) return error_set(error, ERROR_MEMORY, "out of memory");
    for (int i = 0; i < argc; i++) shown[i] = database_tells_password(argv[i]) ? hidden : argv[i];
    bool ok = ledger_arguments(argc, shown, list, error);
    free(shown);
    return ok;
}

bool connect_open_run(struct database *db, int argc, char **argv, int64_t *load_id, struct error *error)
{
    struct buf list = {0};
    bool ok = connect_arguments(argc, argv, &list, error) && ledger_open_load(db, list.p, load_id, error);
    buf_release(&list);
    return ok;
}
