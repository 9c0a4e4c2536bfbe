#define _GNU_SOURCE  // realpath
#include "input/source_name.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static int by_path(const void *path, const void *file)
{
    return strcmp(path, ((const struct renamed_file *)file)->path);
}

const struct renamed_file *renamed_find(const struct renamed *renamed, const char *path)
{
    return renamed->count ? bsearch(path, renamed->all, renamed->count, sizeof *renamed->all, by_path) : NULL;
}

bool source_naming_init(struct source_naming *naming, const char *root, const char *prefix, struct renamed renamed,
                        struct error *error)
{
    struct stat st;
    *naming = (struct source_naming){.prefix = prefix, .renamed = renamed};
    if (!root) return true;
    errno = ENOTDIR;
    if (!realpath(root, naming->root) || stat(naming->root, &st) != 0 || !S_ISDIR(st.st_mode))
        return error_set(error, ERROR_INPUT, "--source-root \"%s\" is no directory to be read: %s", root,
                         strerror(errno));
    if (strcmp(naming->root, "/") == 0) naming->root[0] = '\0';
    return true;
}

void source_name_add_word(const struct source_naming *naming, struct str word, struct buf *name)
{
    if (naming->prefix) buf_str_add(name, str_from(naming->prefix));
    if (naming->prefix && word.n) buf_byte(name, '/');
    buf_str_add(name, word);
}

bool source_name_add(const struct source_naming *naming, struct str path, struct buf *name)
{
    size_t n = strlen(naming->root);
    bool relative = n > 0 || naming->prefix;
    if (!str_starts(path, (struct str){naming->root, n}) || (n && path.n > n && path.p[n] != '/')) return false;
    while (relative && n < path.n && path.p[n] == '/') n++;
    source_name_add_word(naming, str_slice(path, n, path.n), name);
    return true;
}
