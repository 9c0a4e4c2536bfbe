// The bytes of one file or of standard input, decompressed: gzip, zstd, xz, bzip2, lz4, recognised by their first
// bytes; and the members of tar and zip archives one after another. A member may be compressed or an archive itself
// (`.tar` of `.jsonl.gz`); no deeper. A plain file costs open, fstat, read and close and is read where it is used.
// Memory: one buffer of 256 kB that grows with the longest piece asked for, and what libarchive needs.
#ifndef INPUT_STREAM_H
#define INPUT_STREAM_H

#include "base/arena.h"
#include "base/error.h"
#include "input/container.h"
#include "input/foreign.h"

#include <stdint.h>

struct stream;

// limit: bytes of the longest piece that is kept at once (an article, a line). NULL when there is no memory.
struct stream *stream_new(size_t limit);
void stream_free(struct stream *stream);

// path: a file; NULL for standard input. A small plain file is read into the arena at once. False: *error says why
// it can't be read. A stream that is open is closed first.
bool stream_open(struct stream *stream, const char *path, struct arena *arena, struct error *error);

enum stream_result { STREAM_MEMBER, STREAM_FOREIGN, STREAM_END, STREAM_ERROR };

// Goes to the next member. *name: its path in the archive (`a/b.txt`, `inner.tar!a/b.txt`), empty for a file that is
// no archive; it lives until the next call. Directories, links and hidden members are passed over. STREAM_FOREIGN: a
// zip that is one document or program; stream_foreign says which. STREAM_ERROR: *error says why; go on, there may be
// more.
enum stream_result stream_member(struct stream *stream, struct str *name, struct error *error);

enum foreign stream_foreign(const struct stream *stream);

// The zip that stream_foreign tells of, as an archive: to be read and closed before the stream goes on. NULL: *error
// says why not.
struct container *stream_document(struct stream *stream, struct error *error);

// Bytes of all files opened so far that were read or passed over, as they lie on the disk; of regular files only.
int64_t stream_done(const struct stream *stream);

// Call it before the arena of stream_open goes, when the member is still to be read from.
void stream_keep(struct stream *stream);

// The next bytes: at least `want` (at most the limit) of them, fewer only at the member's end or when it can't be read
// on. They live until the next call.
struct str stream_peek(struct stream *stream, size_t want);

// Passes over n bytes, as many as there are.
void stream_skip(struct stream *stream, size_t n);

enum stream_line { STREAM_LINE, STREAM_LINE_TOO_LONG, STREAM_LINE_END };

// The next line with its LF; it lives until the next call. A line longer than the limit is passed over. The end comes
// early, and a last line without its LF is dropped, when the member can't be read on: ask stream_ok.
enum stream_line stream_line(struct stream *stream, struct str *line);

// The next n bytes (fewer at the end), or all that follow for n = SIZE_MAX, in the arena; they must not exceed the
// limit.
bool stream_take(struct stream *stream, size_t n, struct arena *arena, struct str *bytes, struct error *error);

// From here on the member's text is converted from `charset` to UTF-8; ill-formed parts become U+FFFD. False when the
// system doesn't know the charset. guessed: the member can't be read on where it goes on in UTF-8.
bool stream_decode(struct stream *stream, const char *charset, bool guessed, struct error *error);

// False, with *error set, when the member could not be read to its end.
bool stream_ok(const struct stream *stream, struct error *error);

#endif
