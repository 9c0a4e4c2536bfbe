#include "base/buf.h"
#include "server/local.h"
#include "server/local_dir.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

// The first rule that fits counts.
static const char RULES[] =
    "# doc2pgsql: over TCP, whoever may do everything never gets in; others do with their passwords, by the rules "
    "below.\n"
    "host all doc2pgsql,postgres all reject\n";

static bool read_rules(const char *path, struct buf *rules)
{
    char block[4096];
    FILE *file = fopen(path, "re");
    if (!file) return false;
    for (size_t n; (n = fread(block, 1, sizeof block, file));) buf_add(rules, block, n);
    bool ok = !ferror(file) && !rules->failed;
    fclose(file);
    return ok;
}

static bool write_rules(const char *path, struct str old)
{
    char fresh[LOCAL_DIR_MAX + 80];
    snprintf(fresh, sizeof fresh, "%s.new", path);
    unlink(fresh);
    int fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool ok = fd >= 0 && write(fd, RULES, sizeof RULES - 1) == (ssize_t)sizeof RULES - 1 &&
              write(fd, old.p, old.n) == (ssize_t)old.n && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    return ok && rename(fresh, path) == 0;
}

static bool put_rules(const struct local_dir *local, struct error *error)
{
    char path[LOCAL_DIR_MAX + 64];
    struct buf old = {0};
    struct program_rights before;
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_DATA "/pg_hba.conf", local->path);
    if (!local_program_act_as(&local->server, &before))
        return error_set(error, ERROR_LOCAL, "can't become the server's user: %s", strerror(errno));
    bool ok =
        read_rules(path, &old) && (str_starts(buf_str(&old), str_from(RULES)) || write_rules(path, buf_str(&old)));
    if (!ok) error_set(error, ERROR_LOCAL, "can't write %s: %s", path, strerror(errno));
    local_program_return(&before);
    buf_release(&old);
    return ok;
}

bool local_close_tcp(const char *dir, struct error *error)
{
    char standard[PATH_MAX];
    struct local_dir local;
    if (!dir && !local_default_dir(standard, sizeof standard, error)) return false;
    if (!local_dir_open(dir ? dir : standard, &local, error)) return false;
    bool ok = put_rules(&local, error);
    local_dir_close(&local);
    return ok;
}

// 0, or why the port is not to be had.
static int try_port(int port)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    if (fd < 0) return 0;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    int why = bind(fd, (struct sockaddr *)&address, sizeof address) == 0 ? 0 : errno;
    close(fd);
    return why;
}

bool local_port_is_free(const char *dir, int port, struct error *error)
{
    char standard[PATH_MAX];
    struct local_dir local;
    struct program_rights before;
    if (!dir && !local_default_dir(standard, sizeof standard, error)) return false;
    if (!local_dir_open(dir ? dir : standard, &local, error)) return false;
    bool acts = local_program_act_as(&local.server, &before);
    int why = try_port(port);
    if (acts) local_program_return(&before);
    local_dir_close(&local);
    if (why == EACCES)
        return error_set(error, ERROR_LOCAL,
                         "port %d is kept for the system: choose one from 1024 on with --listen=PORT", port);
    return !why ||
           error_set(error, ERROR_LOCAL, "port %d is taken by another program: choose one with --listen=PORT", port);
}
