// What a file holds: one article, or records that each hold one.
#ifndef INPUT_FORMAT_H
#define INPUT_FORMAT_H

#include "base/str.h"

// In the order of the names that --format takes: auto, article, ndjson, csv, tsv, warc, wiki, trafilatura.
enum format {
    FORMAT_AUTO,
    FORMAT_ARTICLE,
    FORMAT_NDJSON,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_WARC,
    FORMAT_WIKI,
    FORMAT_TRAFILATURA
};

// False: no format is called so.
bool format_from_name(const char *name, enum format *format);

#define FORMAT_HEAD 65536

// Found by content; never AUTO. head: the first FORMAT_HEAD bytes, or fewer when that is all. name: the file's.
// delimiter: CSV's when it is known, else '\0'.
//   WARC: it begins with `WARC/1.` (or 0.)
//   TRAFILATURA: it is its XML, see xml_page.h
//   WIKI: it begins with WikiExtractor's `<doc id="`
//   NDJSON (also JSON: one object, several, or an array of objects): it begins with an object, and when that ends
//     within the head, nothing or another value follows: an article whose front matter is JSON stays an article
//   CSV, TSV: only when the name ends in .csv, .tsv or .tab (before .gz, .zst, …) and a line of names is there, see
//     csv_head_find, for prose has commas too
//   anything else is one article
enum format format_of(struct str head, struct str name, char delimiter);

// The name without the ending that a packer gave it (.gz, .zst, …).
struct str format_unpacked_name(struct str name);

// The same of the last part of a place: a.txt of b.zip!c/a.txt.gz.
struct str format_file_name(struct str place);

#endif
