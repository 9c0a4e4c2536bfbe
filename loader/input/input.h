// The articles that a command line names, one after another: files, directories, archives, and files of many records
// (NDJSON, JSON, CSV, WARC). Each article has a source, a name under which a person finds it again and which is the
// same whenever the same input is read:
//   /data/a.txt                    a file: its absolute path
//   /data/dump.tar.gz!a/b.txt      a member of an archive; of one in an archive: dump.tar!inner.zip!b.txt
//   /data/dump.tar.gz!a/b.txt~2    a later member of a name that the archive had before
//   /data/corpus.jsonl.zst#4711    a record: its id, in WARC its URI (else its record id)
//   /data/corpus.jsonl#4711~2      a later record with an id that the file had before
//   /data/corpus.jsonl#sha256:3f0c8e12ab34cd56   a record without id: its text, wherever in the file it stands
//   /data/book.epub                an e-book's chapters, or a page that a browser saved with its parts: one article
//   stdin:3f0c…, stdin#4711        standard input has no name that lasts: its content names it, and a record without
//                                  id; stdin_name says it better
// Bytes in paths that are no UTF-8 are written %E9. Memory: besides what is in the caller's arena, one buffer of 256 kB
// to article_limit, what libarchive needs, and at most 10 MB that know the ids of the file.
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"
#include "input/foreign.h"
#include "input/format.h"
#include "input/part.h"
#include "input/select.h"
#include "input/source_name.h"

enum input_result {
    INPUT_ARTICLE,   // *article is filled
    INPUT_NOTED,     // *error says what was passed over, and is none; go on
    INPUT_REJECTED,  // *error says which file or record can't be read, and why; go on
    INPUT_OTHER,     // of another part: of *article source, former and file are filled, or *error as before; go on
    INPUT_END,
    INPUT_FAILED,  // *error says why; no more can be read
};

// Zeros mean: find out, or all.
struct input_options {
    enum dialect dialect;     // --dialect; AUTO: detected for each article
    bool whole_page;          // --whole-page, of HTML: nothing is left out as no part of the article
    enum layout layout;       // --layout, of plain text; AUTO: found for each article
    size_t article_limit;     // bytes; a larger article is rejected
    enum format format;       // --format: what the files hold; AUTO: found by content, see format_of
    const char *map;          // --map text=body,title=headline: which fields mean what, see mapping_init
    const char *encoding;     // --encoding: of all texts, as iconv knows it; NULL: found out, see hygiene_article
    char delimiter;           // --delimiter, of CSV; '\0': found out, see csv_head_find
    struct part part;         // --part: only the articles of this one
    struct select select;     // --include, --exclude: hold for what is below a directory or in an archive that is named
    const char *files_from;   // --files-from: a file that lists paths, "-" for standard input; see paths_open
    const char *source_root;  // --source-root: a directory; what lies below it is named from there on
    const char *source_prefix;  // --source-prefix: goes before the names, as a folder
    struct renamed renamed;     // files that --reject-dir has kept, and what they are called
    const char *stdin_name;     // --stdin-name: stands for the path of standard input in sources and for its format
};

// Of a record that was rejected: its bytes in UTF-8, what stands before them where they are to be read again, and the
// suffix of such a file. Nothing where only a file, or the member of an archive, is known. missing: it is no article,
// but a path that was named and can't be read.
struct input_rejected {
    bool missing;
    struct str head, raw;
    const char *suffix;
};

struct input;

// paths: files, patterns, directories (walked in the order of their names' bytes, hidden files skipped), "-" for
// standard input. All strings must outlive the input. NULL: *error says which option is wrong, that the list can't be
// read, or that there is no memory.
struct input *input_open(char *const *paths, size_t count, const struct input_options *options, struct error *error);

// The article's strings are in the arena, which may be another one each time. Its sha256 and text are not filled yet.
enum input_result input_next(struct input *input, struct arena *arena, struct article *article, struct error *error);

// After INPUT_REJECTED; lives until the next call of input_next.
struct input_rejected input_rejected(const struct input *input);

// How many files of each kind were passed over so far: those below a directory or in an archive that hold no text. One
// that is named, by itself or by --include, is rejected instead.
const size_t *input_passed_over(const struct input *input);  // FOREIGN_KINDS of them

// Whether any file, or member of an archive, was there to be looked at: that is none where a directory is empty, or
// none of its files are taken by --include and --exclude.
bool input_found(const struct input *input);

// The files and directories that were named so far, see walk_named; and how they are called.
struct str input_named(const struct input *input);
const struct source_naming *input_naming(const struct input *input);

// How many symbolic links were not followed, because they lead out of the directory that was named.
size_t input_links_out(const struct input *input);

// Bytes of the files that were read so far, as they lie on the disk: compressed, and with all that is passed over; of
// what is no regular file nothing. input_size tells what they come to in the end.
int64_t input_done(const struct input *input);

void input_close(struct input *input);

#endif
