#include "input/paths.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK 65536

struct paths {
    char *const *arguments;
    size_t count, next;
    glob_t matches;  // of the pattern that is being expanded
    size_t match;
    const char *list;
    int fd;           // of the list; -1: none, or at its end
    struct buf text;  // the list's bytes from `at` on are still to come
    size_t at;
    int separator;  // -1: not known yet
};

struct paths *paths_open(char *const *arguments, size_t count, const char *list, struct error *error)
{
    struct paths *paths = calloc(1, sizeof *paths);
    if (!paths) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    *paths = (struct paths){.arguments = arguments, .count = count, .list = list, .fd = -1, .separator = -1};
    if (!list) return paths;
    paths->fd = strcmp(list, "-") == 0 ? dup(STDIN_FILENO) : open(list, O_RDONLY | O_CLOEXEC);
    if (paths->fd >= 0) return paths;
    error_set(error, ERROR_INPUT, "can't read the list of files: %s", strerror(errno));
    error_at(error, str_from(list), 0);
    free(paths);
    return NULL;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// False when there is nothing to expand: the argument is then a path, good or bad.
static bool expand(struct paths *paths, const char *argument)
{
    struct stat st;
    if (!strpbrk(argument, "*?[") || lstat(argument, &st) == 0) return false;
    if (glob(argument, GLOB_NOSORT, NULL, &paths->matches) != 0) {
        globfree(&paths->matches);
        paths->matches = (glob_t){0};
        return false;
    }
    qsort(paths->matches.gl_pathv, paths->matches.gl_pathc, sizeof *paths->matches.gl_pathv, by_bytes);
    paths->match = 0;
    return true;
}

static enum paths_result refuse_list(struct paths *paths, const char *why, struct error *error)
{
    close(paths->fd);
    paths->fd = -1;
    paths->at = paths->text.n;
    error_set(error, ERROR_INPUT, "can't read the list of files: %s", why);
    error_at(error, str_from(paths->list), 0);
    return PATHS_ERROR;
}

// Adds to the list's text; at its end the descriptor is closed.
static bool read_list(struct paths *paths, struct error *error)
{
    if (!buf_reserve(&paths->text, CHUNK)) return refuse_list(paths, "out of memory", error), false;
    ssize_t got;
    do got = read(paths->fd, paths->text.p + paths->text.n, CHUNK);
    while (got < 0 && errno == EINTR);
    if (got < 0) return refuse_list(paths, strerror(errno), error), false;
    paths->text.n += (size_t)got;
    if (got) return true;
    close(paths->fd);
    paths->fd = -1;
    return true;
}

static enum paths_result next_listed(struct paths *paths, const char **path, struct error *error)
{
    struct buf *text = &paths->text;
    while (paths->separator < 0 && paths->fd >= 0 && text->n < CHUNK)
        if (!read_list(paths, error)) return PATHS_ERROR;
    if (paths->separator < 0) paths->separator = text->n && memchr(text->p, '\0', text->n) ? '\0' : '\n';
    for (;;) {
        char *start = text->p + paths->at, *end = NULL;
        if (paths->at < text->n) end = memchr(start, paths->separator, text->n - paths->at);
        if (!end && paths->fd >= 0) {
            if (paths->at) memmove(text->p, start, text->n -= paths->at);
            paths->at = 0;
            if (!read_list(paths, error)) return PATHS_ERROR;
            continue;
        }
        if (!end) {  // the last line, without its end; read_list left room for the NUL
            if (paths->at == text->n) return PATHS_END;
            if (!buf_reserve(text, 1)) return refuse_list(paths, "out of memory", error);
            start = text->p + paths->at;
            end = text->p + text->n++;
        }
        *end = '\0';
        paths->at = (size_t)(end - text->p) + 1;
        if (paths->separator == '\n' && end > start && end[-1] == '\r') *--end = '\0';
        *path = start;
        if (end > start) return PATHS_PATH;
    }
}

enum paths_result paths_next(struct paths *paths, const char **path, bool *standard_input, struct error *error)
{
    *standard_input = false;
    for (;;) {
        if (paths->match < paths->matches.gl_pathc) {
            *path = paths->matches.gl_pathv[paths->match++];
            return PATHS_PATH;
        }
        if (paths->matches.gl_pathv) globfree(&paths->matches);
        paths->matches = (glob_t){0};
        paths->match = 0;
        if (paths->next == paths->count) break;
        *path = paths->arguments[paths->next++];
        if (expand(paths, *path)) continue;
        *standard_input = strcmp(*path, "-") == 0;
        return PATHS_PATH;
    }
    return paths->list ? next_listed(paths, path, error) : PATHS_END;
}

void paths_close(struct paths *paths)
{
    if (!paths) return;
    if (paths->matches.gl_pathv) globfree(&paths->matches);
    if (paths->fd >= 0) close(paths->fd);
    buf_release(&paths->text);
    free(paths);
}
