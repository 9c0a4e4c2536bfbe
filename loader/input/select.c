#include "input/select.h"

#include <fnmatch.h>
#include <string.h>

static bool matches(char *const *patterns, size_t count, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < count; i++)
        if (fnmatch(patterns[i], path, 0) == 0 || fnmatch(patterns[i], name, 0) == 0) return true;
    return false;
}

bool select_excludes(const struct select *select, const char *path)
{
    return matches(select->exclude, select->exclude_count, path);
}

bool select_takes(const struct select *select, const char *path)
{
    if (select->include_count && !matches(select->include, select->include_count, path)) return false;
    return !select_excludes(select, path);
}
