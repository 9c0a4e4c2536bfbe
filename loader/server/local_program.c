#define _DEFAULT_SOURCE  // initgroups, closefrom
#include "server/local_program.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT_FD = 3 };  // closes itself when the program runs, or carries the reason why it does not

struct report {
    const char *step;
    int number;  // errno
};

bool local_program_drop(const struct account *as)
{
    return !as->drop || (initgroups(as->name, as->gid) == 0 && setgid(as->gid) == 0 && setuid(as->uid) == 0);
}

bool local_program_act_as(const struct account *as, struct program_rights *before)
{
    *before = (struct program_rights){.changed = as->drop, .uid = geteuid(), .gid = getegid()};
    if (!as->drop) return true;
    before->group_count = getgroups(sizeof before->groups / sizeof *before->groups, before->groups);
    if (before->group_count >= 0 && initgroups(as->name, as->gid) == 0 && setegid(as->gid) == 0 &&
        seteuid(as->uid) == 0)
        return true;
    int failed = errno;
    local_program_return(before);
    errno = failed;
    return false;
}

void local_program_return(const struct program_rights *before)
{
    if (!before->changed) return;
    int kept = errno;
    bool ok = seteuid(before->uid) == 0 && setegid(before->gid) == 0;
    if (before->group_count >= 0) ok = setgroups((size_t)before->group_count, before->groups) == 0 && ok;
    if (!ok) abort();  // rights that nobody meant us to have or to lack
    errno = kept;
}

// With the child's memory being a copy of ours, a pointer to a literal can travel through the pipe.
static _Noreturn void fail_child(const char *step)
{
    struct report report = {step, errno};
    ssize_t n = write(REPORT_FD, &report, sizeof report);
    _exit(n < 0 ? 126 : 127);
}

struct start {
    const struct account *as;
    const char *const *argv;
    const char *log;  // for a server
    int stream, output;
};

static void set_streams(const struct start *start)
{
    int none = open("/dev/null", O_RDWR);
    if (none < 0) fail_child("open /dev/null for");
    int output = start->output;
    if (start->log) output = open(start->log, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0600);
    if (output < 0) fail_child("open the log of");
    dup2(none, 0);
    dup2(start->log || start->stream == 1 ? output : none, 1);
    dup2(start->log || start->stream == 2 ? output : none, 2);
    closefrom(REPORT_FD + 1);
}

static _Noreturn void run_child(const struct start *start, int report, char *const environment[])
{
    // out of the way of the numbers that are given away below
    int kept = fcntl(report, F_DUPFD, REPORT_FD + 1);
    int output = start->log ? -1 : fcntl(start->output, F_DUPFD, REPORT_FD + 1);
    dup2(kept, REPORT_FD);
    fcntl(REPORT_FD, F_SETFD, FD_CLOEXEC);
    struct start moved = *start;
    moved.output = output;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    if (start->log && setsid() < 0) fail_child("detach");
    if (!local_program_drop(start->as)) fail_child("become another user for");
    if (chdir("/") != 0) fail_child("change to / for");
    set_streams(&moved);
    execve(start->argv[0], (char *const *)start->argv, environment);
    fail_child("run");
}

// "NAME=value" of our own environment, or a harmless setting.
static char *inherited(const char *name, char *line, size_t size)
{
    const char *value = getenv(name);
    int n = snprintf(line, size, "%s=%s", name, value ? value : "");
    return value && n > 0 && (size_t)n < size ? line : NULL;
}

static pid_t start_child(const struct start *start, struct error *error)
{
    char zone[256], libraries[4096];
    // The last two keep glibc from giving memory back after each statement and fetching it again for the next one: a
    // third of what a server needs to plan a question to the views.
    char *environment[] = {"LC_ALL=C",
                           "PATH=/usr/bin:/bin",
                           "MALLOC_TRIM_THRESHOLD_=4194304",
                           "MALLOC_MMAP_THRESHOLD_=4194304",
                           NULL,
                           NULL,
                           NULL};
    size_t n = 4;
    if (inherited("TZ", zone, sizeof zone)) environment[n++] = zone;
    if (inherited("LD_LIBRARY_PATH", libraries, sizeof libraries)) environment[n++] = libraries;

    int ends[2];
    if (pipe(ends) != 0) {
        error_set(error, ERROR_LOCAL, "can't run %s: %s", start->argv[0], strerror(errno));
        return 0;
    }
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) run_child(start, ends[1], environment);
    int fork_errno = errno;
    close(ends[1]);
    struct report report = {"run", fork_errno};
    ssize_t got = sizeof report;
    if (child > 0) do
            got = read(ends[0], &report, sizeof report);
        while (got < 0 && errno == EINTR);
    close(ends[0]);
    if (got <= 0) return child;
    if (child > 0) waitpid(child, NULL, 0);
    error_set(error, ERROR_LOCAL, "can't %s %s%s%s: %s", report.step, start->argv[0],
              start->as->drop ? " as user " : "", start->as->drop ? start->as->name : "", strerror(report.number));
    return 0;
}

bool local_program_run(const struct account *as, const char *const argv[], int stream, struct buf *output, int *status,
                       struct error *error)
{
    int ends[2];
    if (pipe(ends) != 0) return error_set(error, ERROR_LOCAL, "can't run %s: %s", argv[0], strerror(errno));
    struct start start = {.as = as, .argv = argv, .stream = stream, .output = ends[1]};
    pid_t child = start_child(&start, error);
    close(ends[1]);
    char block[4096];
    ssize_t n = 0;
    while (child && ((n = read(ends[0], block, sizeof block)) > 0 || (n < 0 && errno == EINTR)))
        if (n > 0) buf_add(output, block, (size_t)n);
    close(ends[0]);
    if (!child) return false;
    int ended;
    while (waitpid(child, &ended, 0) < 0 && errno == EINTR) continue;
    *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    return true;
}

pid_t local_program_start(const struct account *as, const char *const argv[], const char *log, struct error *error)
{
    struct start start = {.as = as, .argv = argv, .log = log, .output = -1};
    return start_child(&start, error);
}
