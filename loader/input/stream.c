#define _GNU_SOURCE  // memmem
#include "input/stream.h"

#include "base/buf.h"
#include "input/charset.h"
#include "input/container.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK 262144
#define HEAD  512  // tells a container
#define BLOCK (CHUNK + HEAD)

enum { FILE_ITSELF, OUTER, INNER };  // where bytes come from

// What a container is fed with: bytes that were read ahead of it, then its source.
struct feed {
    struct stream *stream;
    int level;     // of the source
    char *block;   // BLOCK bytes
    size_t ahead;  // bytes in it that were read before the container was opened
    bool at_end;
};

struct stream {
    size_t limit;
    int fd;
    bool regular, opened;  // opened: the file itself has not been given as a member yet
    struct str whole;      // of a small plain file, in the caller's arena; the buffer is empty then
    struct container *outer, *inner;
    struct feed outer_feed, inner_feed;
    int level;                // of the member
    struct charset *charset;  // NULL: as the bytes come
    char *raw;                // CHUNK bytes
    struct str undecoded;     // in raw
    bool last;                // nothing follows them
    char *buffer;
    size_t start, end, capacity, searched;  // searched: bytes from start on that hold no LF
    bool at_end;
    struct error failure;
    struct buf name;    // of the member
    size_t outer_name;  // bytes of it that are the outer member's
};

struct stream *stream_new(size_t limit)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    stream->limit = limit;
    stream->fd = -1;
    return stream;
}

static void close_inner(struct stream *stream)
{
    container_close(stream->inner);
    stream->inner = NULL;
}

// Ready for another member.
static void clear(struct stream *stream)
{
    charset_close(stream->charset);
    stream->charset = NULL;
    stream->start = stream->end = stream->searched = 0;
    stream->whole = STR_NULL;
    stream->at_end = stream->last = false;
    stream->undecoded = STR_NULL;
    stream->failure = (struct error){0};
}

static void close_file(struct stream *stream)
{
    clear(stream);
    close_inner(stream);
    container_close(stream->outer);
    stream->outer = NULL;
    if (stream->fd > STDIN_FILENO) close(stream->fd);
    stream->fd = -1;
    stream->opened = false;
    if (stream->capacity > 16 * CHUNK) {  // one long line must not hold its memory for good
        free(stream->buffer);
        stream->buffer = NULL;
        stream->capacity = 0;
    }
}

void stream_free(struct stream *stream)
{
    if (!stream) return;
    close_file(stream);
    free(stream->outer_feed.block);
    free(stream->inner_feed.block);
    free(stream->raw);
    free(stream->buffer);
    buf_release(&stream->name);
    free(stream);
}

static ssize_t read_file(int fd, char *to, size_t n, struct error *error)
{
    ssize_t got;
    do got = read(fd, to, n);
    while (got < 0 && errno == EINTR);
    if (got < 0) error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
    return got;
}

static ssize_t read_level(struct stream *stream, int level, char *to, size_t n, struct error *error)
{
    if (level == FILE_ITSELF) return read_file(stream->fd, to, n, error);
    return container_read(level == OUTER ? stream->outer : stream->inner, to, n, error);
}

bool stream_open(struct stream *stream, const char *path, struct arena *arena, struct error *error)
{
    close_file(stream);
    stream->fd = path ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (stream->fd < 0) return error_set(error, ERROR_INPUT, "can't read it: %s", strerror(errno));
    stream->opened = true;
    stream->level = FILE_ITSELF;
    struct stat st;
    stream->regular = fstat(stream->fd, &st) == 0 && S_ISREG(st.st_mode);
    if (!stream->regular || st.st_size <= 0 || st.st_size > CHUNK || (size_t)st.st_size > stream->limit) return true;
    size_t n = (size_t)st.st_size;
    char *p = arena_alloc(arena, n + 1);
    if (!p) return arena_ok(arena, error);
    ssize_t got = read_file(stream->fd, p, n + 1, error);
    if (got < 0) return false;
    stream->whole = (struct str){p, (size_t)got};
    stream->at_end = (size_t)got == n;  // else the file changes as we read: read on
    return true;
}

static bool reserve(struct stream *stream, size_t room)
{
    if (stream->start) {
        if (stream->end > stream->start)
            memmove(stream->buffer, stream->buffer + stream->start, stream->end - stream->start);
        stream->end -= stream->start;
        stream->start = 0;
    }
    if (stream->capacity - stream->end >= room) return true;
    size_t capacity = stream->capacity ? stream->capacity : 2 * CHUNK;
    while (capacity - stream->end < room) capacity *= 2;
    char *p = realloc(stream->buffer, capacity);
    if (!p) {
        stream->at_end = true;
        return error_set(&stream->failure, ERROR_MEMORY, "out of memory");
    }
    stream->buffer = p;
    stream->capacity = capacity;
    return true;
}

// Moves what was read of a small file out of the caller's arena.
static void spill(struct stream *stream)
{
    if (!stream->whole.p) return;
    struct str whole = stream->whole;
    stream->whole = STR_NULL;
    if (!reserve(stream, whole.n)) return;
    memcpy(stream->buffer, whole.p, whole.n);
    stream->end = whole.n;
}

// Adds what the source has next, decoded when it must be.
static void fill(struct stream *stream)
{
    if (!reserve(stream, CHUNK)) return;
    char *to = stream->buffer + stream->end;
    if (!stream->charset) {
        ssize_t got = read_level(stream, stream->level, to, CHUNK, &stream->failure);
        stream->at_end = got <= 0;
        if (got > 0) stream->end += (size_t)got;
        return;
    }
    if (!stream->undecoded.n && !stream->last) {
        ssize_t got = read_level(stream, stream->level, stream->raw, CHUNK, &stream->failure);
        stream->last = got <= 0;
        stream->undecoded = (struct str){stream->raw, got > 0 ? (size_t)got : 0};
    }
    stream->end += charset_decode(stream->charset, &stream->undecoded, stream->last, to, CHUNK);
    stream->at_end = stream->last && !stream->undecoded.n;
}

struct str stream_peek(struct stream *stream, size_t want)
{
    if (stream->whole.p && stream->at_end) return stream->whole;
    spill(stream);
    if (want > stream->limit) want = stream->limit;
    while (stream->end - stream->start < want && !stream->at_end) fill(stream);
    return (struct str){stream->buffer ? stream->buffer + stream->start : "", stream->end - stream->start};
}

void stream_skip(struct stream *stream, size_t n)
{
    spill(stream);
    stream->searched = 0;
    for (;;) {
        size_t have = stream->end - stream->start;
        if (n <= have) {
            stream->start += n;
            return;
        }
        n -= have;
        stream->start = stream->end = 0;
        if (stream->at_end) return;
        fill(stream);
    }
}

static void skip_line(struct stream *stream)
{
    for (;;) {
        struct str rest = stream_peek(stream, 1);
        const char *end = rest.n ? memchr(rest.p, '\n', rest.n) : NULL;
        stream_skip(stream, end ? (size_t)(end - rest.p) + 1 : rest.n);
        if (end || !rest.n) return;
    }
}

enum stream_line stream_line(struct stream *stream, struct str *line)
{
    spill(stream);
    for (;;) {
        const char *p = stream->buffer + stream->start, *end = NULL;
        size_t n = stream->end - stream->start;
        if (n > stream->searched) end = memchr(p + stream->searched, '\n', n - stream->searched);
        if (!end && stream->at_end && (!n || stream->failure.code)) return STREAM_LINE_END;
        size_t length = end ? (size_t)(end - p) + 1 : n;
        stream->searched = end ? 0 : n;
        if (length > stream->limit) {
            stream->searched = 0;
            skip_line(stream);
            return STREAM_LINE_TOO_LONG;
        }
        if (end || stream->at_end) {
            *line = (struct str){p, length};
            stream->start += length;
            stream->searched = 0;
            return STREAM_LINE;
        }
        fill(stream);
    }
}

void stream_keep(struct stream *stream)
{
    spill(stream);
}

static bool too_large(const struct stream *stream, struct error *error)
{
    return error_set(error, ERROR_ARTICLE, "larger than the %zu MB one article may have", stream->limit >> 20);
}

// Up to n bytes: what is in the buffer, then past it straight from the source.
static size_t take_some(struct stream *stream, char *to, size_t n)
{
    if (stream->start == stream->end && !stream->charset && n >= CHUNK) {
        ssize_t got = read_level(stream, stream->level, to, n, &stream->failure);
        stream->at_end = got <= 0;
        return got > 0 ? (size_t)got : 0;
    }
    struct str some = stream_peek(stream, 1);
    if (some.n > n) some.n = n;
    memcpy(to, some.p, some.n);
    stream_skip(stream, some.n);
    return some.n;
}

// How many bytes to expect, one more than there are where that is known.
static size_t expect(struct stream *stream)
{
    struct stat st;
    size_t have = stream->end - stream->start;
    if (stream->level != FILE_ITSELF || !stream->regular || fstat(stream->fd, &st) != 0) return have + CHUNK;
    return (size_t)st.st_size > have ? (size_t)st.st_size + 1 : have + 1;
}

bool stream_take(struct stream *stream, size_t n, struct arena *arena, struct str *bytes, struct error *error)
{
    if (stream->whole.p && stream->at_end && n == SIZE_MAX) {
        *bytes = stream->whole;
        stream->whole = STR("");
        return true;
    }
    if (n != SIZE_MAX && n > stream->limit) return too_large(stream, error);
    spill(stream);
    size_t most = n == SIZE_MAX ? stream->limit + 1 : n, room = n == SIZE_MAX ? expect(stream) : n, have = 0;
    if (room > most) room = most;
    char *p = arena_alloc(arena, room);
    while (p) {
        if (have == room) {
            if (room == most) break;
            size_t more = room > most / 2 ? most : room * 2;
            p = arena_grow(arena, p, room, more, 1);
            room = more;
            continue;
        }
        size_t got = take_some(stream, p + have, room - have);
        if (!got && stream->at_end && stream->start == stream->end) break;
        have += got;
    }
    *bytes = (struct str){p, have};
    if (have > stream->limit) return too_large(stream, error);
    return arena_ok(arena, error) && (have == n || stream_ok(stream, error));
}

bool stream_ok(const struct stream *stream, struct error *error)
{
    if (!stream->failure.code) return true;
    return error_set(error, stream->failure.code, "%s", stream->failure.message);
}

bool stream_decode(struct stream *stream, const char *charset, struct error *error)
{
    spill(stream);
    size_t n = stream->end - stream->start;
    if (!stream->raw && !(stream->raw = malloc(CHUNK))) return error_set(error, ERROR_MEMORY, "out of memory");
    struct charset *opened = charset_open(charset, error);
    if (!opened) return false;
    // what was read ahead is decoded in place of the buffer
    char *ahead = malloc(n + 1);
    if (!ahead) {
        charset_close(opened);
        return error_set(error, ERROR_MEMORY, "out of memory");
    }
    if (n) memcpy(ahead, stream->buffer + stream->start, n);
    stream->start = stream->end = stream->searched = 0;
    stream->charset = opened;
    stream->last = stream->at_end;
    for (struct str rest = {ahead, n}; reserve(stream, CHUNK) && rest.n;)
        stream->end += charset_decode(opened, &rest, stream->last, stream->buffer + stream->end, CHUNK);
    free(ahead);
    return true;
}

static ssize_t feed_read(void *from, const char **bytes, struct error *error)
{
    struct feed *feed = from;
    *bytes = feed->block;
    size_t ahead = feed->ahead;
    feed->ahead = 0;
    if (ahead) return (ssize_t)ahead;
    return feed->at_end ? 0 : read_level(feed->stream, feed->level, feed->block, CHUNK, error);
}

static off_t feed_seek(void *from, off_t offset, int whence)
{
    struct feed *feed = from;
    feed->ahead = 0;
    feed->at_end = false;
    return lseek(feed->stream->fd, offset, whence);
}

// A container over the member that the stream is at, whose head has been peeked at.
static struct container *open_over(struct stream *stream, struct feed *feed, struct error *error)
{
    if (!feed->block && !(feed->block = malloc(BLOCK))) {
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    struct str head = stream_peek(stream, HEAD);
    memcpy(feed->block, head.p, head.n);
    *feed = (struct feed){stream, stream->level, feed->block, head.n, stream->at_end};
    bool can_seek = stream->level == FILE_ITSELF && stream->regular;
    return container_open(&(struct container_feed){feed_read, can_seek ? feed_seek : NULL, feed}, error);
}

static enum container_result next_in(struct stream *stream, int level, struct error *error)
{
    struct str name = STR("");
    if (level == OUTER) stream->name.n = 0;
    else stream->name.n = stream->outer_name;
    enum container_result found = container_next(level == OUTER ? stream->outer : stream->inner, &name, error);
    clear(stream);
    if (found != CONTAINER_MEMBER) return found;
    stream->level = level;
    if (stream->name.n && name.n) buf_byte(&stream->name, '!');
    buf_str_add(&stream->name, name);
    if (level == OUTER) stream->outer_name = stream->name.n;
    return found;
}

// STREAM_END: the inner container is at its end.
static enum stream_result inner_member(struct stream *stream, struct error *error)
{
    enum container_result found = next_in(stream, INNER, error);
    if (found != CONTAINER_MEMBER) {
        close_inner(stream);
        return found == CONTAINER_END ? STREAM_END : STREAM_ERROR;
    }
    if (!container_looks(stream_peek(stream, HEAD))) return STREAM_MEMBER;
    error_set(error, ERROR_INPUT, "packed more than twice; unpack the file around it first");
    return STREAM_ERROR;
}

static enum stream_result outer_member(struct stream *stream, struct error *error)
{
    enum container_result found = next_in(stream, OUTER, error);
    if (found == CONTAINER_MEMBER) return STREAM_MEMBER;
    container_close(stream->outer);
    stream->outer = NULL;
    return found == CONTAINER_END ? STREAM_END : STREAM_ERROR;
}

enum stream_result stream_member(struct stream *stream, struct str *name, struct error *error)
{
    enum stream_result found = STREAM_END;
    for (;;) {
        struct container **container = &stream->inner;
        if (stream->inner) {
            found = inner_member(stream, error);
            if (found == STREAM_END) continue;
            break;
        }
        if (stream->outer) {
            found = outer_member(stream, error);
        } else if (stream->opened) {
            stream->opened = false;
            stream->name.n = 0;
            container = &stream->outer;
            found = STREAM_MEMBER;
        } else {
            found = STREAM_END;
        }
        if (found != STREAM_MEMBER || !container_looks(stream_peek(stream, HEAD))) break;
        bool outer = container == &stream->outer;
        *container = open_over(stream, outer ? &stream->outer_feed : &stream->inner_feed, error);
        if (*container) continue;
        found = STREAM_ERROR;
        break;
    }
    *name = buf_str(&stream->name);
    return found;
}
