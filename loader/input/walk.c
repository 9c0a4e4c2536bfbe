#define _GNU_SOURCE  // asprintf, realpath
#include "input/walk.h"

#include "base/buf.h"
#include "input/paths.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEPTH_LIMIT 256

struct level {
    char *path;
    char **names;  // each behind one byte: f for a regular file, ? for anything
    size_t count, next;
    dev_t device;
    ino_t inode;
};

struct walk {
    struct paths *paths;
    struct select select;
    struct level *levels;  // directories being walked, outermost first
    size_t depth;
    char *current;
    size_t links_out;
    struct buf named;
    bool known;  // current is a regular file: no need to ask
};

struct walk *walk_open(char *const *paths, size_t count, const char *list, const struct select *select,
                       struct error *error)
{
    struct walk *walk = calloc(1, sizeof *walk);
    if (!walk || !(walk->levels = calloc(DEPTH_LIMIT, sizeof *walk->levels)))
        error_set(error, ERROR_MEMORY, "out of memory");
    else if ((walk->paths = paths_open(paths, count, list, error))) {
        walk->select = *select;
        return walk;
    }
    walk_close(walk);
    return NULL;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a + 1, *(char *const *)b + 1);
}

static enum walk_result refuse(const char *path, const char *why, struct error *error)
{
    error_set(error, ERROR_INPUT, "can't read it: %s", why);
    error_at(error, str_from(path), 0);
    return WALK_ERROR;
}

static enum walk_result no_memory(struct error *error)
{
    error_set(error, ERROR_MEMORY, "out of memory");
    return WALK_ERROR;
}

// What load --reject-dir has kept is called otherwise than by where it lies.
static bool is_kept(const struct walk *walk, const char *dir, size_t n)
{
    char list[PATH_MAX];
    if (!walk->select.keep_named ||
        (walk->select.kept && strlen(walk->select.kept) == n && memcmp(walk->select.kept, dir, n) == 0))
        return false;
    return snprintf(list, sizeof list, "%.*s/.why.tsv", (int)n, dir) < PATH_MAX && access(list, F_OK) == 0;
}

static enum walk_result refuse_kept(const char *path, size_t n, struct error *error)
{
    bool plain = strspn(path, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./") >= n;
    const char *quote = plain ? "" : "'";
    error_set(error, ERROR_INPUT,
              "lies where --reject-dir has kept what was rejected, whose sources are others: doc2pgsql load "
              "--reject-dir=%s%.*s%s %s%.*s%s loads all of that by those, and --exclude leaves it out",
              quote, (int)n, path, quote, quote, (int)n, path, quote);
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
        if (asprintf(&level->names[level->count], "%c%s", entry->d_type == DT_REG ? 'f' : '?', entry->d_name) < 0)
            return false;
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
    return ok ? WALK_END : no_memory(error);
}

// The next entry of the directories being walked, in walk->current; false when there is none left.
static bool next_entry(struct walk *walk)
{
    while (walk->depth) {
        struct level *level = &walk->levels[walk->depth - 1];
        if (level->next < level->count) {
            const char *slash = level->path[strlen(level->path) - 1] == '/' ? "" : "/";
            const char *name = level->names[level->next++];
            walk->known = *name == 'f';
            if (asprintf(&walk->current, "%s%s%s", level->path, slash, name + 1) < 0) walk->current = NULL;
            return true;
        }
        leave(walk);
    }
    return false;
}

// What is below the argument of an entry's path.
static const char *below(const struct walk *walk)
{
    const char *path = walk->current + strlen(walk->levels[0].path);
    return *path == '/' ? path + 1 : path;
}

// Whether it is a symbolic link to something outside the directory that the user named.
static bool leads_out(const struct walk *walk, const char *path)
{
    struct stat st;
    if (walk->select.follow_links || lstat(path, &st) != 0 || !S_ISLNK(st.st_mode)) return false;
    char *target = realpath(path, NULL);
    if (!target) return false;  // said when it is read
    size_t n = strlen(walk->levels[0].path);
    while (n && walk->levels[0].path[n - 1] == '/') n--;
    bool out = strncmp(target, walk->levels[0].path, n) != 0 || (target[n] && target[n] != '/');
    free(target);
    return out;
}

// WALK_FILE: it is one. WALK_END: entered or passed over, go on.
static enum walk_result look(struct walk *walk, const struct walk_file *file, struct error *error)
{
    struct stat st;
    if (!file->named && select_excludes(&walk->select, below(walk))) return WALK_END;
    if (!file->named && walk->known) return select_takes(&walk->select, below(walk)) ? WALK_FILE : WALK_END;
    if (!file->named && leads_out(walk, file->path)) {
        walk->links_out++;
        return WALK_END;
    }
    if (stat(file->path, &st) != 0) return refuse(file->path, strerror(errno), error);
    size_t n = strlen(file->path);
    if (file->named && !S_ISDIR(st.st_mode))
        while (n && file->path[--n] != '/') continue;
    if ((file->named || S_ISDIR(st.st_mode)) && is_kept(walk, file->path, n)) return refuse_kept(file->path, n, error);
    if (S_ISDIR(st.st_mode)) return enter(walk, file->path, &st, error);
    if (file->named) return WALK_FILE;
    return S_ISREG(st.st_mode) && select_takes(&walk->select, below(walk)) ? WALK_FILE : WALK_END;
}

enum walk_result walk_next(struct walk *walk, struct walk_file *file, struct error *error)
{
    for (;;) {
        free(walk->current);
        walk->current = NULL;
        *file = (struct walk_file){0};
        if (!next_entry(walk)) {
            const char *path;
            enum paths_result found = paths_next(walk->paths, &path, &file->standard_input, error);
            if (found == PATHS_END) return WALK_END;
            if (found == PATHS_ERROR) return WALK_ERROR;
            file->named = true;
            if (!file->standard_input) walk->current = realpath(path, NULL);
            if (walk->current && walk->select.keep_named)
                buf_add(&walk->named, walk->current, strlen(walk->current) + 1);
            if (!walk->current) walk->current = strdup(path);
        }
        if (!walk->current) return no_memory(error);
        file->path = walk->current;
        if (file->standard_input) return WALK_FILE;
        enum walk_result seen = look(walk, file, error);
        if (seen != WALK_END) return seen;
    }
}

struct str walk_named(const struct walk *walk)
{
    return walk->named.failed ? STR_NULL : buf_str(&walk->named);
}

size_t walk_links_out(const struct walk *walk)
{
    return walk->links_out;
}

void walk_close(struct walk *walk)
{
    if (!walk) return;
    while (walk->depth) leave(walk);
    paths_close(walk->paths);
    buf_release(&walk->named);
    free(walk->current);
    free(walk->levels);
    free(walk);
}
