#include "sink/new_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct new_file {
    FILE *file;
    char name[64], fresh[96];
};

struct new_files {
    char *directory;
    int fd;
    bool made, force;
    struct new_file files[NEW_FILES_MAX];
    int count;
    const char *dropped;  // or NULL
};

static bool fail(const struct new_files *files, const char *name, struct error *error)
{
    return error_set(error, ERROR_OUTPUT, "can't write %s/%s: %s", files->directory, name, strerror(errno));
}

struct new_files *new_files_open(const char *directory, bool force, struct error *error)
{
    struct new_files *files = calloc(1, sizeof *files);
    if (!files || !(files->directory = strdup(directory))) {
        free(files);
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    for (size_t n = strlen(directory); n > 1 && directory[n - 1] == '/';) files->directory[--n] = '\0';
    files->force = force;
    files->fd = -1;
    files->made = mkdir(directory, 0777) == 0;
    if (!files->made && errno != EEXIST)
        error_set(error, ERROR_OUTPUT, "can't make the directory %s: %s", directory, strerror(errno));
    else if ((files->fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        error_set(error, ERROR_OUTPUT, "can't write to %s: %s", directory, strerror(errno));
    if (files->fd >= 0) return files;
    new_files_end(files, false, error);
    return NULL;
}

FILE *new_files_add(struct new_files *files, const char *name, struct error *error)
{
    struct new_file *new = &files->files[files->count];
    struct stat st;
    if (files->count == NEW_FILES_MAX || strlen(name) >= sizeof new->name) {
        error_set(error, ERROR_INTERNAL, "no room for a file %s", name);
        return NULL;
    }
    if (!files->force && fstatat(files->fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
        error_set(error, ERROR_OUTPUT, "%s/%s is there already: --force replaces it", files->directory, name);
        return NULL;
    }
    snprintf(new->name, sizeof new->name, "%s", name);
    snprintf(new->fresh, sizeof new->fresh, ".%s.%ld", name, (long)getpid());
    unlinkat(files->fd, new->fresh, 0);  // of a process of that number that was killed
    int fd = openat(files->fd, new->fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    new->file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!new->file) {
        fail(files, name, error);
        if (fd >= 0) close(fd);
        return NULL;
    }
    files->count++;
    return new->file;
}

void new_files_drop(struct new_files *files, const char *name)
{
    if (files->force) files->dropped = name;
}

bool new_files_end(struct new_files *files, bool keep, struct error *error)
{
    if (!files) return true;
    for (int i = 0; i < files->count; i++)
        if (fclose(files->files[i].file) != 0 && keep) keep = fail(files, files->files[i].name, error);
    int named = 0;
    for (; keep && named < files->count; named++) {
        const struct new_file *new = &files->files[named];
        if (renameat(files->fd, new->fresh, files->fd, new->name) != 0) keep = fail(files, new->name, error);
    }
    if (keep && files->dropped && unlinkat(files->fd, files->dropped, 0) != 0 && errno != ENOENT)
        keep = fail(files, files->dropped, error);
    for (int i = 0; !keep && i < files->count; i++) unlinkat(files->fd, files->files[i].fresh, 0);
    if (files->fd >= 0) close(files->fd);
    if (!keep && files->made) rmdir(files->directory);
    free(files->directory);
    free(files);
    return keep;
}
