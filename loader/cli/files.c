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

bool files_write(const char *path, struct str bytes, struct error *error)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    size_t written = 0;
    for (ssize_t n = 0; fd != -1 && written < bytes.n && n >= 0; written += n > 0 ? (size_t)n : 0)
        n = write(fd, bytes.p + written, bytes.n - written);
    bool ok = fd != -1 && written == bytes.n;
    if (!ok) error_set(error, ERROR_OUTPUT, "can't write %s: %s", path, strerror(errno));
    if (fd != -1 && !standard && close(fd) != 0 && ok)
        ok = error_set(error, ERROR_OUTPUT, "can't write %s: %s", path, strerror(errno));
    return ok;
}
