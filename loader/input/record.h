// What the readers of files that hold many articles have in common: NDJSON and JSON, CSV, WARC. Each yields one record
// after another.
#ifndef INPUT_RECORD_H
#define INPUT_RECORD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "input/article.h"
#include "input/mapping.h"
#include "input/stream.h"

#include <stdint.h>

struct record {
    struct str fields[FIELD_COUNT];  // STR_NULL: the record has none
    struct str date_name;            // what the record calls FIELD_DATE
    struct str other;                // the fields that mean none of these: a JSON object; or STR_NULL
    enum dialect dialect;            // of the text; AUTO: not known
    const char *declared;            // the charset that its source says the text is in, as in struct article
    bool is_xml;                     // of HTML, as in struct article
    bool doubtful;                   // nobody said what it is
    bool alone;                      // the only one: it is called as its file is
    struct str raw, raw_head;        // of a rejected one: its bytes, and what has to stand before them to be read; live
                                     // until the next call
    uint64_t number;                 // of the line on which it begins or, in WARC, of the record; from 1
};

enum record_result {
    RECORD_OK,
    RECORD_NOTED,     // *error says what was passed over, and is none; go on
    RECORD_REJECTED,  // *error says why and on which line; go on
    RECORD_NO_TEXT,   // the same: none of its fields is the text
    RECORD_END,       // of the member, or it can't be read on: ask stream_ok
};

struct record_options {
    const struct mapping *mapping;
    char delimiter;  // CSV's; '\0': find out
    size_t limit;    // bytes of a record
};

struct record_reader;

struct record_kind {
    const char *suffix;  // of a file of one rejected record
    char mark;           // goes before a number that stands for an id: `#L12`
    struct record_reader *(*open)(struct stream *stream, const struct record_options *options, struct error *error);
    // The record's strings live in the arena.
    enum record_result (*next)(struct record_reader *reader, struct arena *arena, struct record *record,
                               struct error *error);
    void (*close)(struct record_reader *reader);
};

extern const struct record_kind record_json, record_csv, record_warc, record_wiki, record_trafilatura;

// The text of an article by WikiExtractor, without the full stops of its headings.
struct str record_wiki_text(struct str text, struct arena *arena);

// Sets an error that says which line and shows how it begins. Returns RECORD_REJECTED.
__attribute__((format(printf, 4, 5))) enum record_result record_reject(struct error *error, uint64_t line,
                                                                       struct str excerpt, const char *format, ...);

// The same for what is no fault. Returns RECORD_NOTED.
enum record_result record_note(struct error *error, uint64_t line, struct str excerpt, const char *what);

// The same for want of memory, which ends the reading of all. Returns RECORD_REJECTED.
enum record_result record_no_memory(struct error *error);

// As record_reject for a record without text: `names` are its fields' names, count of them. What to do is said, unless
// --map said it already.
enum record_result record_no_text(struct error *error, uint64_t line, const struct mapping *mapping,
                                  const struct str *names, size_t count);

// The same for a line of names without others that --map has, see mapping_missing. Returns RECORD_REJECTED.
enum record_result record_no_field(struct error *error, uint64_t line, const char *missing, const struct str *names,
                                   size_t count);

// The fields that a record has, as a set of 1 << field: all of one that is alone, which may lack what others have.
unsigned record_fields(const struct record *record);
// At the end of a file: sets an error that is none and says what --map names and none of its records has, whose fields
// together are `found`. False: there is nothing to say.
bool record_note_missing(struct error *error, const struct mapping *mapping, unsigned found);

// Adds `"name":"value"` to the JSON object being written, with its opening brace or a comma.
void record_member(struct buf *json, struct str name, struct str value);

// What the record says of its article; what has no column of its own goes to metadata->other. json: scratch.
void record_metadata(const struct record *record, struct buf *json, struct arena *arena, struct metadata *metadata);

// Closes the object and copies it to the arena; STR_NULL when it has no members. The buffer is empty then.
struct str record_object(struct buf *json, struct arena *arena);

#endif
