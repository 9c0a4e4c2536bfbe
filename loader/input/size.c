#include "input/size.h"

#include "input/walk.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool is_regular(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

int64_t input_size(char *const *paths, size_t count, const struct input_options *options, double seconds)
{
    // what is read once can't be read for its length before
    if (options->files_from && !is_regular(options->files_from)) return 0;
    struct error ignored = {0};
    struct walk *walk = walk_open(paths, count, options->files_from, &options->select, &ignored);
    struct walk_file file;
    struct stat st;
    int64_t bytes = 0;
    double end = now() + seconds;
    enum walk_result found = WALK_END;
    bool known = walk != NULL;
    while (known && (found = walk_next(walk, &file, &ignored)) != WALK_END) {
        if (found == WALK_ERROR) continue;
        bool there = file.standard_input ? fstat(STDIN_FILENO, &st) == 0 : stat(file.path, &st) == 0;
        known = (!there || S_ISREG(st.st_mode)) && now() < end;
        if (there) bytes += st.st_size;
    }
    walk_close(walk);
    return known ? bytes : 0;
}
