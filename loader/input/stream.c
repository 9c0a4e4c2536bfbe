#include "input/stream_state.h"

#include "input/article.h"
#include "input/charset_guess.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define WINDOW 4096

struct stream *stream_new(size_t limit)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    stream->limit = limit;
    stream->fd = -1;
    return stream;
}

void stream_close_inner(struct stream *stream)
{
    container_close(stream->inner);
    stream->inner = NULL;
}

void stream_clear(struct stream *stream)
{
    charset_close(stream->charset);
    stream->charset = NULL;
    stream->guessed = NULL;
    stream->start = stream->end = stream->searched = 0;
    stream->whole = STR_NULL;
    stream->at_end = stream->last = false;
    stream->undecoded = STR_NULL;
    stream->failure = (struct error){0};
}

static void close_file(struct stream *stream)
{
    stream_clear(stream);
    stream_close_inner(stream);
    container_close(stream->outer);
    stream->outer = NULL;
    if (stream->fd > STDIN_FILENO) close(stream->fd);
    stream->closed += stream->size;
    stream->size = 0;
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

ssize_t stream_read_level(struct stream *stream, int level, char *to, size_t n, struct error *error)
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
    if (stream->regular) stream->size = st.st_size;
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

int64_t stream_done(const struct stream *stream)
{
    off_t at = stream->size ? lseek(stream->fd, 0, SEEK_CUR) : 0;
    return stream->closed + (at < 0 ? 0 : at < stream->size ? at : stream->size);
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

// Bytes of what was read (in raw) before it turns to UTF-8: a window that is valid and has many characters beyond
// ASCII.
static size_t still_guessed(struct stream *stream, size_t n)
{
    for (size_t i = 0; i + WINDOW <= n; i += WINDOW) {
        struct charset_share share = charset_share_of((struct str){stream->raw + i, WINDOW});
        if (share.bad > 6 || share.good < 50) continue;  // those at its edges are cut
        error_set(&stream->failure, ERROR_ARTICLE,
                  "from byte %zu on it is UTF-8, and not %s as at its beginning; split it there", stream->decoded + i,
                  stream->guessed);
        stream->last = true;
        return i;
    }
    stream->decoded += n;
    return n;
}

// Adds what the source has next, decoded when it must be.
static void fill(struct stream *stream)
{
    if (!reserve(stream, CHUNK)) return;
    char *to = stream->buffer + stream->end;
    if (!stream->charset) {
        ssize_t got = stream_read_level(stream, stream->level, to, CHUNK, &stream->failure);
        stream->at_end = got <= 0;
        if (got > 0) stream->end += (size_t)got;
        return;
    }
    if (!stream->undecoded.n && !stream->last) {
        ssize_t got = stream_read_level(stream, stream->level, stream->raw, CHUNK, &stream->failure);
        stream->last = got <= 0;
        if (got > 0 && stream->guessed) got = (ssize_t)still_guessed(stream, (size_t)got);
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
    char limit[32];
    return error_set(error, ERROR_ARTICLE, "larger than the %s one article may have; --article-limit allows more",
                     article_limit_text(stream->limit, limit));
}

// Up to n bytes: what is in the buffer, then past it straight from the source.
static size_t take_some(struct stream *stream, char *to, size_t n)
{
    if (stream->start == stream->end && !stream->charset && n >= CHUNK) {
        ssize_t got = stream_read_level(stream, stream->level, to, n, &stream->failure);
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

bool stream_decode(struct stream *stream, const char *charset, bool guessed, struct error *error)
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
    stream->guessed = guessed ? charset : NULL;
    stream->decoded = n;
    stream->last = stream->at_end;
    for (struct str rest = {ahead, n}; reserve(stream, CHUNK) && rest.n;)
        stream->end += charset_decode(opened, &rest, stream->last, stream->buffer + stream->end, CHUNK);
    free(ahead);
    return true;
}
