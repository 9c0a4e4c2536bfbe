// Archives and compressed files in a stream: from member to member.
#include "input/stream_state.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static ssize_t feed_read(void *from, const char **bytes, struct error *error)
{
    struct feed *feed = from;
    *bytes = feed->block;
    size_t ahead = feed->ahead;
    feed->ahead = 0;
    if (ahead) return (ssize_t)ahead;
    return feed->at_end ? 0 : stream_read_level(feed->stream, feed->level, feed->block, CHUNK, error);
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
    stream_clear(stream);
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
        stream_close_inner(stream);
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

// What a zip archive is by the names of its members: by its first ones, and by its directory where there is a way to
// it.
static enum foreign zip_kind(struct stream *stream)
{
    if (!str_starts(stream_peek(stream, 4), STR("PK\3\4"))) return FOREIGN_NONE;
    struct str head = stream_peek(stream, LOOK);
    enum foreign found = foreign_zip(head);
    struct stat st;
    if (found == FOREIGN_DOCUMENT || found == FOREIGN_BOOK || stream->level != FILE_ITSELF || !stream->regular)
        return found;
    char *tail = fstat(stream->fd, &st) == 0 ? malloc(LOOK) : NULL;
    ssize_t n = tail ? pread(stream->fd, tail, LOOK, st.st_size > LOOK ? st.st_size - LOOK : 0) : 0;
    enum foreign by_tail = n > 0 ? foreign_zip((struct str){tail, (size_t)n}) : FOREIGN_NONE;
    free(tail);
    return by_tail ? by_tail : found;
}

enum foreign stream_foreign(const struct stream *stream)
{
    return stream->foreign;
}

struct container *stream_document(struct stream *stream, struct error *error)
{
    return open_over(stream, stream->level == FILE_ITSELF ? &stream->outer_feed : &stream->inner_feed, error);
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
        stream->foreign = zip_kind(stream);
        if (stream->foreign) {
            found = STREAM_FOREIGN;
            break;
        }
        bool outer = container == &stream->outer;
        *container = open_over(stream, outer ? &stream->outer_feed : &stream->inner_feed, error);
        if (*container) continue;
        found = STREAM_ERROR;
        break;
    }
    *name = buf_str(&stream->name);
    return found;
}
