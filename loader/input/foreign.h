// What holds no article that can be read: told by its content, and by its name where that alone tells (a stylesheet).
#ifndef INPUT_FOREIGN_H
#define INPUT_FOREIGN_H

#include "base/str.h"

#include <stdbool.h>

enum foreign {
    FOREIGN_NONE,
    // hold no text: passed over where they were not named
    FOREIGN_IMAGE,
    FOREIGN_FONT,
    FOREIGN_AUDIO,
    FOREIGN_VIDEO,
    FOREIGN_PROGRAM,
    FOREIGN_CODE,
    FOREIGN_STYLE,
    FOREIGN_SETTINGS,
    FOREIGN_JSON,
    FOREIGN_NOTEBOOK,
    FOREIGN_POINTER,
    FOREIGN_BINARY,
    FOREIGN_TEMPLATE,
    FOREIGN_FEED,
    FOREIGN_XML,
    // hold text that would be lost: refused wherever they are
    FOREIGN_PDF,
    FOREIGN_POSTSCRIPT,
    FOREIGN_DOCUMENT,
    FOREIGN_OFFICE,
    FOREIGN_OLD_OFFICE,
    FOREIGN_RTF,
    FOREIGN_MAIL,
    FOREIGN_DOCBOOK,
    FOREIGN_JATS,
    FOREIGN_WIKI_DUMP,
    FOREIGN_MEDIAWIKI,
    FOREIGN_ASCIIDOC,
    FOREIGN_ORG,
    FOREIGN_RST,
    FOREIGN_JIRA,
    FOREIGN_TEXTILE,
    FOREIGN_LATEX,
    FOREIGN_POD,
    FOREIGN_TEXINFO,
    FOREIGN_MAN,
    FOREIGN_CAPTIONS,
    FOREIGN_SQLITE,
    FOREIGN_PARQUET,
    FOREIGN_ARROW,
    FOREIGN_PICKLE,
    FOREIGN_ARCHIVE,
    FOREIGN_KINDS,
    FOREIGN_BOOK,  // an e-book: none of these kinds, for it is read (epub.h)
};

struct foreign_kind {
    const char *one, *many;  // "an image", "images"
    const char *advice;      // how to get at its text; NULL: there is none
    bool passed_over;        // below a directory or in an archive: counted and no fault
};

extern const struct foreign_kind foreign_kinds[FOREIGN_KINDS];

// head: the first bytes, 64 kB of them or all; name: the file's, or empty. by_content: the text is an article whatever
// it looks like, and only bytes that are no text are foreign.
enum foreign foreign_of(struct str head, struct str name, bool is_article);

// Of a record's text: whole pages and documents that begin with their mark.
enum foreign foreign_document(struct str text);

// Whether a text is a page of HTML, by how it begins and ends; whether one, or a piece of one, is a template that a
// program has yet to fill in.
bool foreign_is_page(struct str text);
bool foreign_is_template(struct str head);

// Whether the name is that of a page: .html, .htm, .xhtml. Plain text may be saved under one.
bool foreign_names_page(struct str name);

// Whether the name says that it is text (.txt, .md, none): such a file is refused, not passed over.
bool foreign_promises_text(struct str name);

// A zip archive that is one document or program, by the names in its directory. tail: its last bytes (66 kB or all), or
// where only its beginning is known, that.
enum foreign foreign_zip(struct str bytes);

// Those of foreign.c's parts: by the marks that stand at fixed places; by what a text begins with; by its markup.
enum foreign foreign_bytes(struct str head);
enum foreign foreign_text(struct str head);
enum foreign foreign_markup(struct str head);

// A file whose ending is that of a markup language, and that shows one of its signs: what has none is plain text.
enum foreign foreign_named_markup(struct str head, struct str ending);

// Takes the first line off, without its line end; whether a text begins with a word, in any case.
bool foreign_take_line(struct str *rest, struct str *line);
bool foreign_begins(struct str s, const char *word);

#endif
