#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

bool files_read(const char *path, struct buf *buf, struct error *error)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "r");
    if (!file) return error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
    char piece[65536];
    for (size_t n; (n = fread(piece, 1, sizeof piece, file));) buf_add(buf, piece, n);
    bool ok = !ferror(file) || error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
    if (!standard) fclose(file);
    return ok && (!buf->failed || error_set(error, ERROR_MEMORY, "out of memory"));
}

static bool write_all(int fd, struct str bytes)
{
    size_t written = 0;
    while (written < bytes.n) {
        ssize_t n = write(fd, bytes.p + written, bytes.n - written);
        if (n < 0) return false;
        written += (size_t)n;
    }
    return true;
}

static bool write_new(const char *path, struct str bytes, bool replace)
{
    struct buf beside = {0};
    buf_printf(&beside, "%s.%ld.new", path, (long)getpid());
    if (beside.failed) return errno = ENOMEM, false;
    int fd = open(beside.p, O_WRONLY | O_CREAT | O_EXCL, 0666);
    bool ok = fd != -1 && write_all(fd, bytes);
    if (fd != -1 && close(fd) != 0) ok = false;
    // link fails where there is a file
    ok = ok && (replace ? rename(beside.p, path) : link(beside.p, path)) == 0;
    int cause = errno;
    if (fd != -1) unlink(beside.p);
    errno = cause;
    buf_release(&beside);
    return ok;
}

bool files_write(const char *path, struct str bytes, const char *unless, struct error *error)
{
    bool ok = strcmp(path, "-") == 0 ? write_all(STDOUT_FILENO, bytes) : write_new(path, bytes, !unless);
    if (!ok && errno == EEXIST)
        return error_set(error, ERROR_OUTPUT, "%s is there already, and stays: choose another name, or %s", path,
                         unless);
    return ok || error_set(error, ERROR_OUTPUT, "can't write %s: %s", path, strerror(errno));
}
