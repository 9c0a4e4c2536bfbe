// Preloaded into doc2pgsql by tests/faults/run: the call number FAULT_AT of the kind FAULT_KIND goes wrong, once;
// whether there was one is told by the file FAULT_SAID.
//   alloc        malloc, calloc and realloc give NULL
//   read, write  read and recv, write and send move one byte
//   read_error, write_error  they fail: EIO, ENOSPC; of a connection, which ends with it: ECONNRESET. (Where send fails
//                and the connection lives on, libpq waits for an answer to what it hasn't sent.)
//   copy_data, copy_end, pipeline_sync  PQputCopyData, PQputCopyEnd and PQpipelineSync fail, as without memory
// Calls of all libraries count. With FAULT_STOP a debugger stops there.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { NONE, ALLOC, READ, WRITE, READ_ERROR, WRITE_ERROR, COPY_DATA, COPY_END, PIPELINE_SYNC };

static enum kind kind;
static long at;
static atomic_long calls;

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *old, size_t n);

__attribute__((constructor)) static void begin(void)
{
    static const char *const names[] = {"",          "alloc",    "read",         "write", "read_error", "write_error",
                                        "copy_data", "copy_end", "pipeline_sync"};
    const char *wanted = getenv("FAULT_KIND"), *number = getenv("FAULT_AT");
    at = number ? atol(number) : 0;
    for (enum kind k = ALLOC; wanted && k <= PIPELINE_SYNC; k++)
        if (strcmp(wanted, names[k]) == 0) kind = k;
}

static int fails(enum kind of)
{
    if (kind != of || atomic_fetch_add(&calls, 1) + 1 != at) return 0;
    const char *said = getenv("FAULT_SAID");
    int before = errno, fd = said ? open(said, O_CREAT | O_WRONLY, 0644) : -1;
    if (fd >= 0) close(fd);
    if (getenv("FAULT_STOP")) raise(SIGTRAP);
    errno = before;
    return 1;
}

void *malloc(size_t n)
{
    if (!fails(ALLOC)) return __libc_malloc(n);
    errno = ENOMEM;
    return NULL;
}

void *calloc(size_t count, size_t n)
{
    if (!fails(ALLOC)) return __libc_calloc(count, n);
    errno = ENOMEM;
    return NULL;
}

void *realloc(void *old, size_t n)
{
    if (!fails(ALLOC)) return __libc_realloc(old, n);
    errno = ENOMEM;
    return NULL;
}

// How many bytes to move: fewer where the call is short, 0 where it fails.
static size_t move(size_t n, enum kind shorter, enum kind error)
{
    if (n > 1 && fails(shorter)) return 1;
    return fails(error) ? 0 : n;
}

static ssize_t reset(int fd)
{
    shutdown(fd, SHUT_RDWR);
    errno = ECONNRESET;
    return -1;
}

typedef ssize_t read_fn(int fd, void *to, size_t n);
typedef ssize_t write_fn(int fd, const void *from, size_t n);
typedef ssize_t recv_fn(int fd, void *to, size_t n, int flags);
typedef ssize_t send_fn(int fd, const void *from, size_t n, int flags);

ssize_t read(int fd, void *to, size_t n)
{
    read_fn *next = (read_fn *)dlsym(RTLD_NEXT, "read");
    size_t some = move(n, READ, READ_ERROR);
    if (some || !n) return next(fd, to, some);
    errno = EIO;
    return -1;
}

ssize_t recv(int fd, void *to, size_t n, int flags)
{
    recv_fn *next = (recv_fn *)dlsym(RTLD_NEXT, "recv");
    size_t some = move(n, READ, READ_ERROR);
    return some || !n ? next(fd, to, some, flags) : reset(fd);
}

ssize_t write(int fd, const void *from, size_t n)
{
    write_fn *next = (write_fn *)dlsym(RTLD_NEXT, "write");
    size_t some = move(n, WRITE, WRITE_ERROR);
    if (some || !n) return next(fd, from, some);
    errno = ENOSPC;
    return -1;
}

ssize_t send(int fd, const void *from, size_t n, int flags)
{
    send_fn *next = (send_fn *)dlsym(RTLD_NEXT, "send");
    size_t some = move(n, WRITE, WRITE_ERROR);
    return some || !n ? next(fd, from, some, flags) : reset(fd);
}

// libpq's
typedef struct pg_conn connection;
typedef int put_fn(connection *c, const char *p, int n);
typedef int end_fn(connection *c, const char *message);
typedef int sync_fn(connection *c);
put_fn PQputCopyData;
end_fn PQputCopyEnd;
sync_fn PQpipelineSync;

int PQputCopyData(connection *c, const char *p, int n)
{
    return fails(COPY_DATA) ? -1 : ((put_fn *)dlsym(RTLD_NEXT, "PQputCopyData"))(c, p, n);
}

int PQputCopyEnd(connection *c, const char *message)
{
    return fails(COPY_END) ? -1 : ((end_fn *)dlsym(RTLD_NEXT, "PQputCopyEnd"))(c, message);
}

int PQpipelineSync(connection *c)
{
    return fails(PIPELINE_SYNC) ? 0 : ((sync_fn *)dlsym(RTLD_NEXT, "PQpipelineSync"))(c);
}
