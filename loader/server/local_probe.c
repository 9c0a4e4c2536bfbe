#include "server/local_probe.h"

#include "base/buf.h"
#include "server/local_dir.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

static uint32_t read_int32(const char *p)
{
    uint32_t n;
    memcpy(&n, p, sizeof n);
    return __builtin_bswap32(n);
}

// An ErrorResponse is fields of a letter and a NUL-terminated text: C is the SQLSTATE, R the function that refuses. A
// missing role has the SQLSTATE of every refused login, and is told by the function that looks roles up.
static enum local_answer parse_error(struct str fields)
{
    struct str state = STR(""), function = STR("");
    for (size_t i = 0; i < fields.n && fields.p[i];) {
        struct str text = {fields.p + i + 1, strnlen(fields.p + i + 1, fields.n - i - 1)};
        if (fields.p[i] == 'C') state = text;
        if (fields.p[i] == 'R') function = text;
        i += 1 + text.n + 1;
    }
    if (str_equal(state, STR("57P03"))) return LOCAL_BUSY;  // cannot_connect_now
    if (str_equal(state, STR("3D000"))) return LOCAL_NO_DATABASE;
    if (str_equal(state, STR("28000")) && str_equal(function, STR("InitializeSessionUserId"))) return LOCAL_NO_ROLE;
    return LOCAL_READY;  // libpq will get the same error and tell the user
}

enum local_answer local_probe_parse(struct str bytes)
{
    for (size_t i = 0; bytes.n - i >= 5;) {
        uint32_t length = read_int32(bytes.p + i + 1);
        if (length < 4 || bytes.n - i - 1 < length) return LOCAL_BUSY;
        struct str body = str_slice(bytes, i + 5, i + 1 + length);
        if (bytes.p[i] == 'E') return parse_error(body);
        if (bytes.p[i] == 'Z') return LOCAL_READY;                                       // ReadyForQuery
        if (bytes.p[i] == 'R' && body.n >= 4 && read_int32(body.p)) return LOCAL_READY;  // it wants a password
        i += 1 + length;
    }
    return LOCAL_BUSY;
}

static int connect_socket(const char *dir, const char *port)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int n = snprintf(address.sun_path, sizeof address.sun_path, "%s/.s.PGSQL.%s", dir, port);
    if (n >= (int)sizeof address.sun_path) return -1;
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    struct timeval patience = {.tv_sec = 5};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0) return fd;
    close(fd);
    return -1;
}

enum local_answer local_probe_ask(const char *dir, const char *port, const char *user, const char *dbname)
{
    int fd = connect_socket(dir, port);
    if (fd < 0) return LOCAL_BUSY;
    struct buf out = {0}, in = {0};
    buf_int32(&out, (int32_t)(4 + 4 + sizeof "user" + strlen(user) + 1 + sizeof "database" + strlen(dbname) + 2));
    buf_int32(&out, 3 << 16);  // protocol 3.0
    buf_add(&out, "user", sizeof "user");
    buf_add(&out, user, strlen(user) + 1);
    buf_add(&out, "database", sizeof "database");
    buf_add(&out, dbname, strlen(dbname) + 1);
    buf_byte(&out, '\0');
    enum local_answer answer = LOCAL_BUSY;
    char block[1024];
    ssize_t n = !out.failed && send(fd, out.p, out.n, MSG_NOSIGNAL) == (ssize_t)out.n;
    while (n > 0 && answer == LOCAL_BUSY && (n = recv(fd, block, sizeof block, 0)) > 0) {
        buf_add(&in, block, (size_t)n);
        answer = local_probe_parse(buf_str(&in));
    }
    (void)!send(fd, "X\0\0\0\4", 5, MSG_NOSIGNAL);  // Terminate
    close(fd);
    buf_release(&out);
    buf_release(&in);
    return answer;
}

bool local_probe_sees(const char *proc, struct error *error)
{
    char path[256], number[32] = "";
    snprintf(path, sizeof path, "%s/self", proc);
    ssize_t n = readlink(path, number, sizeof number - 1);
    if (n > 0 && strtol(number, NULL, 10) == getpid()) return true;
    return error_set(error, ERROR_LOCAL,
                     "whether a private server runs is told by %s, which is %s here: mount it (mount -t proc proc %s), "
                     "or name another server with -h",
                     proc, n > 0 ? "another system's" : "not mounted", proc);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

// For root without the right to look into other processes (CAP_SYS_PTRACE), as in most containers: a server's name, and
// the owner of the data.
static bool looks_like_server(pid_t pid, uid_t owner)
{
    char path[64], command[4096] = "";
    struct stat process;
    snprintf(path, sizeof path, "/proc/%ld", (long)pid);
    if (stat(path, &process) != 0 || process.st_uid != owner) return false;
    snprintf(path, sizeof path, "/proc/%ld/cmdline", (long)pid);
    FILE *file = fopen(path, "re");
    if (!file) return false;
    command[fread(command, 1, sizeof command - 1, file)] = '\0';
    fclose(file);
    const char *name = strrchr(command, '/');
    return strcmp(name ? name + 1 : command, "postgres") == 0;
}

bool local_probe_alive(const char *dir, pid_t pid)
{
    char path[LOCAL_DIR_MAX + 64];
    struct stat process, data;
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_DATA, dir);
    if (pid <= 1 || stat(path, &data) != 0) return false;
    snprintf(path, sizeof path, "/proc/%ld/cwd", (long)pid);  // a server stays in its data directory
    if (stat(path, &process) == 0) return same_file(&process, &data);
    return errno == EACCES && looks_like_server(pid, data.st_uid);
}

struct local_process local_probe_process(const char *dir)
{
    struct local_process process = {0};
    char path[LOCAL_DIR_MAX + 64], line[256];
    long pid = 0, port = 0;
    snprintf(path, sizeof path, "%s/" LOCAL_DIR_DATA "/postmaster.pid", dir);
    FILE *file = fopen(path, "re");
    for (int i = 1; file && i <= 8 && fgets(line, sizeof line, file); i++) {
        if (i == 1) pid = strtol(line, NULL, 10);
        if (i == 4) port = strtol(line, NULL, 10);
        if (i == 8) process.ready = strncmp(line, "ready", 5) == 0;
    }
    if (file) fclose(file);
    snprintf(process.port, sizeof process.port, "%d", port > 0 && port < 65536 ? (int)port : 5432);
    if (local_probe_alive(dir, (pid_t)pid)) process.pid = (pid_t)pid;
    return process;
}
