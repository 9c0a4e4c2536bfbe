#define _GNU_SOURCE  // realpath
#include "cli/load_kept.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Where a folder lies, or will; malloc'd, NULL where that can't be told.
static char *place_of(const char *dir)
{
    char *real = realpath(dir, NULL);
    if (real) return real;
    struct str above = str_from(dir);
    while (above.n && above.p[above.n - 1] == '/') above.n--;
    while (above.n && above.p[above.n - 1] != '/') above.n--;
    char *parent = above.n ? strndup(above.p, above.n) : strdup(".");
    real = parent ? realpath(parent, NULL) : NULL;
    free(parent);
    return real;
}

// Whether anything was kept there.
static bool has_list(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool has = fd >= 0 && faccessat(fd, ".why.tsv", F_OK, 0) == 0;
    if (fd >= 0) close(fd);
    return has;
}

bool load_kept_outside(const struct options *options, struct error *error)
{
    bool outside = true;
    char *kept = options->reject_dir ? place_of(options->reject_dir) : NULL;
    for (int i = 0; kept && outside && i < options->operand_count; i++) {
        char *read = realpath(options->operands[i], NULL);
        size_t n = read ? strlen(read) : 0;
        outside = !n || (strcmp(kept, read) == 0 && has_list(kept)) || strncmp(kept, read, n) != 0 ||
                  (n > 1 && kept[n] && kept[n] != '/') ||
                  error_set(error, ERROR_USAGE, "--reject-dir lies below %s, whose next load would read it",
                            options->operands[i]);
        free(read);
    }
    free(kept);
    return outside;
}

bool load_kept_name(const struct options *options, struct arena *arena, struct input_options *reading,
                    struct error *error)
{
    char *dir = options->reject_dir ? realpath(options->reject_dir, NULL) : NULL;
    size_t n = dir ? strlen(dir) : 0;
    bool ok = true;
    for (int i = 0; dir && ok && !reading->select.kept && i < options->operand_count; i++) {
        char *read = realpath(options->operands[i], NULL);
        if (read && strncmp(read, dir, n) == 0 && (!read[n] || read[n] == '/')) {
            reading->select.kept = arena_str(arena, str_from(dir)).p;
            ok = reading->select.kept ? reject_dir_names(dir, arena, &reading->renamed, error)
                                      : error_set(error, ERROR_MEMORY, "out of memory");
        }
        free(read);
    }
    free(dir);
    return ok;
}

static bool settle(void *context, int columns, const char *const *values, struct error *error)
{
    (void)columns;
    (void)error;
    reject_dir_settled(context, str_from(values[0]), (uint32_t)strtoul(values[1], NULL, 10));
    return true;
}

bool load_kept_settle(struct reject_dir *dir, struct database *db, int64_t load_id, struct error *error)
{
    static const char settled[] =
        "SELECT source, coalesce(line, 0) FROM load_errors WHERE settled_by = $1 AND source IS NOT NULL";
    char load[32];
    snprintf(load, sizeof load, "%" PRId64, load_id);
    const char *values[] = {load};
    return database_query(db, settled, 1, values, settle, dir, error);
}
