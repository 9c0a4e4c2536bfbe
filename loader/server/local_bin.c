#include "server/local_bin.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define VERSIONS "/usr/lib/postgresql"  // of Debian and Ubuntu

struct search {
    const struct account *as;
    int wanted;  // major version; 0: any
    int other;   // one that was found and is not wanted
    char *dir;   // the result
    size_t size;
};

int local_bin_major(struct str version)
{
    size_t i = 0;
    while (i < version.n && version.p[i] != ')') i++;  // the ) of "(PostgreSQL)"
    while (i < version.n && !isdigit((unsigned char)version.p[i])) i++;
    int major = 0;
    for (; i < version.n && isdigit((unsigned char)version.p[i]) && major < 1000; i++)
        major = major * 10 + (version.p[i] - '0');
    return major;
}

// What a program prints, without the line end; empty when it fails.
static struct str ask(const struct account *as, const char *program, const char *option, struct buf *answer)
{
    struct error ignored = {0};
    int status = 0;
    const char *argv[] = {program, option, NULL};
    answer->n = 0;
    bool ok = local_program_run(as, argv, 1, answer, &status, &ignored) && status == 0;
    return ok ? str_trim(buf_str(answer)) : STR("");
}

static bool try_dir(struct search *search, struct str dir)
{
    char program[PATH_MAX];
    if (!dir.n || dir.p[0] != '/') return false;  // a relative entry of PATH is nothing for root to trust
    static const char *const needed[] = {"initdb", "createdb", "postgres"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        int n = snprintf(program, sizeof program, "%.*s/%s", STR_ARG(dir), needed[i]);
        if (n >= (int)sizeof program || access(program, X_OK) != 0) return false;
    }
    struct buf answer = {0};
    int major = local_bin_major(ask(search->as, program, "--version", &answer));
    buf_release(&answer);
    if (major && search->wanted && major != search->wanted) search->other = major;
    if (!major || (search->wanted && major != search->wanted) || dir.n >= search->size) return false;
    snprintf(search->dir, search->size, "%.*s", STR_ARG(dir));
    return true;
}

// Each directory of PATH in turn; asks the first pg_config instead of looking for the server when told to.
static bool try_path(struct search *search, const char *path, bool config)
{
    for (const char *p = path; p && *p;) {
        size_t n = strcspn(p, ":");
        struct str dir = {p, n};
        p += n + (p[n] == ':');
        if (!config) {
            if (try_dir(search, dir)) return true;
            continue;
        }
        char program[PATH_MAX];
        int length = snprintf(program, sizeof program, "%.*s/pg_config", STR_ARG(dir));
        if (program[0] != '/' || length >= (int)sizeof program || access(program, X_OK) != 0) continue;
        struct buf answer = {0};
        bool found = try_dir(search, ask(search->as, program, "--bindir", &answer));
        buf_release(&answer);
        return found;
    }
    return false;
}

static bool try_versions(struct search *search)
{
    for (int below = INT_MAX; below > 0;) {
        int newest = 0;
        DIR *versions = opendir(VERSIONS);
        if (!versions) return false;
        for (struct dirent *entry; (entry = readdir(versions));) {
            int version = atoi(entry->d_name);
            if (version > newest && version < below) newest = version;
        }
        closedir(versions);
        char dir[64];
        snprintf(dir, sizeof dir, VERSIONS "/%d/bin", newest);
        if (newest && try_dir(search, str_from(dir))) return true;
        below = newest;
    }
    return false;
}

bool local_bin_find(const struct account *as, int major, char *dir, size_t size, struct error *error)
{
    struct search search = {.as = as, .wanted = major, .dir = dir, .size = size};
    const char *told = getenv("DOC2PGSQL_PGBIN"), *path = getenv("PATH");
    if (told && *told ? try_dir(&search, str_from(told))
                      : try_path(&search, path, true) || try_path(&search, path, false) || try_versions(&search))
        return true;
    if (search.other)
        return error_set(error, ERROR_LOCAL,
                         "the private server's data was made by PostgreSQL %d, but the programs found are of version "
                         "%d: install the package postgresql-%d, or set DOC2PGSQL_PGBIN to the directory of its "
                         "programs, or choose another directory with --local=DIR and load again",
                         major, search.other, major);
    return error_set(error, ERROR_LOCAL,
                     "%s%s%sno PostgreSQL server programs (postgres, initdb, createdb): install the package postgresql "
                     "(apt-get install postgresql), or set DOC2PGSQL_PGBIN to their directory, or name a server that "
                     "runs elsewhere with --host instead of --local",
                     told && *told ? "DOC2PGSQL_PGBIN=" : "", told && *told ? told : "",
                     told && *told ? " holds " : "found ");
}
