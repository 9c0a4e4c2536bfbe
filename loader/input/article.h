// One article on its way in: the bytes, where they came from and what is known about them.
// All strings live in the arena that was given to input_next.
#ifndef INPUT_ARTICLE_H
#define INPUT_ARTICLE_H

#include "base/sha256.h"
#include "base/str.h"

#include <stdint.h>

// What a source may know of an article beside its text. STR_NULL where it says nothing.
struct metadata {
    struct str title, author, site, url;
    struct str language;        // as the source writes it, until language_settle makes it a code of ISO 639-1
    struct str language_guess;  // by the text, where the source says nothing: filled when the article is parsed
    struct str name;            // of a header: the title where the text has none, `name: a-skill`
    struct str published_at;    // from records in the form of date_iso; a date in no known form goes to `other`
    struct str other;           // everything else: one JSON object
};

enum dialect { DIALECT_AUTO, DIALECT_EXTRACTED, DIALECT_MARKDOWN, DIALECT_HTML };

// How plain text is laid out (LAYOUT_NONE: it is no plain text).
enum layout {
    LAYOUT_AUTO,
    LAYOUT_LINES,    // each line is a block; blank lines mean little
    LAYOUT_BLOCKS,   // each line is a block, blank lines stand between them
    LAYOUT_WRAPPED,  // lines are wrapped at a width, blank lines stand between blocks
    LAYOUT_NONE,
};

// "auto", "lines", "blocks", "wrapped": for options and the column documents.layout; NULL for LAYOUT_NONE.
const char *layout_name(enum layout layout);

// "auto", "extracted", "markdown", "html": for options and the column documents.dialect.
const char *dialect_name(enum dialect dialect);

struct html_tree;            // parse/html/tree.h
struct article_corrections;  // input/corrections.h

struct article {
    struct str source;     // names the place for good: absolute path, archive!member, dump.jsonl#id
    struct str former;     // of a record without id, or with one that the file had before: what earlier versions called
                           // it, see record_name.h; else STR_NULL
    struct str file;       // of such a one: the file, or member of an archive, that it is in
    struct str bytes;      // as they came: what content_sha256 is computed over
    const char *encoding;  // of bytes, where it is known; NULL: to be found out
    const char
        *declared;        // what its source says it is (HTTP's header): believed where the bytes don't speak against it
    const char *guessed;  // what was found out where it is not UTF-8 and nobody said so; static
    struct metadata metadata;
    enum dialect dialect;   // AUTO: to be detected
    enum layout layout;     // AUTO: to be found; filled by the parser
    bool is_xml;            // HTML that is written by the rules of XML: XHTML, and what xml_page.h reads as it
    bool whole_page;        // of HTML: nothing is left out as no part of the article
    struct str file_name;   // of a file or a member of an archive, without folders and .gz; STR_NULL for a record
    struct str named_date;  // of a file: the date that its name begins with, for where nothing else says one
    uint32_t first_line;    // line of the file, or of the record, on which the text begins, from 1
    const struct article_corrections *corrections;  // what a user says of its rows; NULL: nothing
    // Filled by the thread that parses, for they cost as much as reading: sha256_of and hygiene_article.
    bool hashed;           // sha256 is there already
    struct sha256 sha256;  // of bytes
    struct sha256 digest;  // the same, or where a record says more of the article, or an option how to read it, of all
                           // that: what doesn't change needn't be loaded again
    uint32_t repaired;     // ill-formed bytes that became U+FFFD, NUL bytes dropped
    size_t repaired_at;    // byte offset of the first of them
    struct str text;       // what the parser reads: UTF-8 without NUL bytes; lines end in LF or CRLF
    struct html_tree *tree;  // of HTML, once it is open (html_open); else NULL
};

// "64 MB", "300 kB", "10 bytes": how large an article may be, in powers of 1,024. Returns buffer.
const char *article_limit_text(size_t limit, char buffer[32]);

#endif
