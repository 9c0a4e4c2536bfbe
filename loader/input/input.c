#include "input/input.h"

#include "base/utf8.h"
#include "input/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct input {
    struct walk *walk;
    struct input_options options;
};

struct input *input_open(char *const *paths, size_t count, const struct input_options *options, struct error *error)
{
    struct input *input = calloc(1, sizeof *input);
    if (!input) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    input->options = *options;
    input->walk = walk_open(paths, count, error);
    if (!input->walk) {
        free(input);
        return NULL;
    }
    return input;
}

// All of the descriptor's bytes, at most `limit`.
static bool read_all(int fd, size_t limit, struct arena *arena, struct str *bytes, struct error *error)
{
    struct stat st;
    size_t room = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size + 1 : 65536, n = 0;
    if (room > limit + 1) room = limit + 1;
    char *p = arena_alloc(arena, room);
    while (p) {
        if (n == room) {
            if (n > limit)
                return error_set(error, ERROR_ARTICLE, "larger than the %zu MB one article may have", limit >> 20);
            size_t more = room * 2 > limit + 1 ? limit + 1 : room * 2;
            p = arena_grow(arena, p, room, more, 1);
            room = more;
            continue;
        }
        ssize_t got = read(fd, p + n, room - n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
        if (got == 0) break;
        n += (size_t)got;
    }
    *bytes = (struct str){p, n};
    return arena_ok(arena, error);
}

static bool read_path(const char *path, size_t limit, struct arena *arena, struct str *bytes, struct error *error)
{
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, limit, arena, bytes, error);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
    bool ok = read_all(fd, limit, arena, bytes, error);
    close(fd);
    return ok;
}

// Standard input has no name that lasts, so its content names it.
static struct str source_name(const char *path, const struct sha256 *sha256, struct arena *arena)
{
    if (strcmp(path, "-") != 0) return arena_str(arena, str_from(path));
    char name[32];
    int n = snprintf(name, sizeof name, "stdin:");
    for (int i = 0; i < 8; i++) n += snprintf(name + n, sizeof name - (size_t)n, "%02x", sha256->bytes[i]);
    return arena_str(arena, str_from(name));
}

enum input_result input_next(struct input *input, struct arena *arena, struct article *article, struct error *error)
{
    const char *path;
    enum walk_result found = walk_next(input->walk, &path, error);
    if (found == WALK_END) return INPUT_END;
    if (found == WALK_ERROR) return INPUT_REJECTED;
    *article = (struct article){.dialect = input->options.dialect, .first_line = 1};
    struct utf8_repairs repairs = {0};
    if (!read_path(path, input->options.article_limit, arena, &article->bytes, error)) {
        error_at(error, str_from(path), 0);
        return INPUT_REJECTED;
    }
    article->sha256 = sha256_of(article->bytes);
    article->source = source_name(path, &article->sha256, arena);
    article->text = utf8_repair(article->bytes, arena, &repairs);
    article->repaired = repairs.replaced + repairs.nuls;
    article->repaired_at = repairs.first_offset;
    if (arena_ok(arena, error)) return INPUT_ARTICLE;
    error_at(error, str_from(path), 0);
    return INPUT_REJECTED;
}

void input_close(struct input *input)
{
    if (!input) return;
    walk_close(input->walk);
    free(input);
}
