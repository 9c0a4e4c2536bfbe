#define _GNU_SOURCE  // asprintf, realpath
#include "input/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEPTH_LIMIT 256

struct level {
    char *path;
    char **names;
    size_t count, next;
    dev_t device;
    ino_t inode;
};

struct walk {
    char *const *paths;
    size_t count, next;
    struct level *levels;  // directories being walked, outermost first
    size_t depth;
    char *current;
};

struct walk *walk_open(char *const *paths, size_t count, struct error *error)
{
    struct walk *walk = calloc(1, sizeof *walk);
    if (!walk || !(walk->levels = calloc(DEPTH_LIMIT, sizeof *walk->levels))) {
        free(walk);
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    walk->paths = paths;
    walk->count = count;
    return walk;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static enum walk_result refuse(const char *path, const char *why, struct error *error)
{
    error_set(error, ERROR_INPUT, "can't read it: %s", why);
    error_at(error, str_from(path), 0);
    return WALK_ERROR;
}

static bool read_names(struct level *level, DIR *dir)
{
    size_t room = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.') continue;
        if (level->count == room) {
            room = room ? room * 2 : 64;
            char **names = realloc(level->names, room * sizeof *names);
            if (!names) return false;
            level->names = names;
        }
        if (!(level->names[level->count] = strdup(entry->d_name))) return false;
        level->count++;
    }
    if (level->count) qsort(level->names, level->count, sizeof *level->names, by_bytes);
    return true;
}

static void leave(struct walk *walk)
{
    struct level *level = &walk->levels[--walk->depth];
    for (size_t i = 0; i < level->count; i++) free(level->names[i]);
    free(level->names);
    free(level->path);
    *level = (struct level){0};
}

// WALK_END here means: entered, or passed over, go on.
static enum walk_result enter(struct walk *walk, const char *path, const struct stat *st, struct error *error)
{
    for (size_t i = 0; i < walk->depth; i++)
        if (walk->levels[i].device == st->st_dev && walk->levels[i].inode == st->st_ino) return WALK_END;
    if (walk->depth == DEPTH_LIMIT) return refuse(path, "directories are nested too deeply", error);
    DIR *dir = opendir(path);
    if (!dir) return refuse(path, strerror(errno), error);
    struct level *level = &walk->levels[walk->depth++];
    *level = (struct level){.path = strdup(path), .device = st->st_dev, .inode = st->st_ino};
    bool ok = level->path && read_names(level, dir);
    closedir(dir);
    return ok ? WALK_END : refuse(path, "out of memory", error);
}

// The next path to look at, in walk->current; false at the end.
static bool next_path(struct walk *walk)
{
    free(walk->current);
    walk->current = NULL;
    while (walk->depth) {
        struct level *level = &walk->levels[walk->depth - 1];
        if (level->next < level->count) {
            const char *slash = level->path[strlen(level->path) - 1] == '/' ? "" : "/";
            return asprintf(&walk->current, "%s%s%s", level->path, slash, level->names[level->next++]) >= 0;
        }
        leave(walk);
    }
    if (walk->next == walk->count) return false;
    const char *path = walk->paths[walk->next++];
    walk->current = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL);
    if (!walk->current) walk->current = strdup(path);
    return walk->current != NULL;
}

enum walk_result walk_next(struct walk *walk, const char **path, struct error *error)
{
    while (next_path(walk)) {
        *path = walk->current;
        if (strcmp(walk->current, "-") == 0) return WALK_FILE;
        struct stat st;
        if (stat(walk->current, &st) != 0) return refuse(walk->current, strerror(errno), error);
        if (!S_ISDIR(st.st_mode)) return WALK_FILE;
        if (enter(walk, walk->current, &st, error) == WALK_ERROR) return WALK_ERROR;
    }
    return WALK_END;
}

void walk_close(struct walk *walk)
{
    if (!walk) return;
    while (walk->depth) leave(walk);
    free(walk->current);
    free(walk->levels);
    free(walk);
}
