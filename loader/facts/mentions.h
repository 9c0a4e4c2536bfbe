// Finds mentions of entities (countries, territories, organisations, regions, a user's own) in running text: one pass
// over the text for all names at once.
//
// A mention is one of the names as a whole word: no letter, digit or mark on either side (in scripts written without
// spaces, Chinese, Japanese, Korean, Thai, no border is asked for). The leftmost, then the longest name wins. A
// possessive
// ('s, ’s) is no part of the mention; nor, in German, a genitive -s. White space, hyphens and apostrophes of any kind
// stand for each other. Text of web addresses, mail addresses and file names is none.
//
// Upper and lower case:
//   - a case-sensitive name, an acronym and a foreign name have to be written as they are (U.S., not u.s.);
//   case-sensitive
//     and foreign ones also all in capitals, but demonyms (POLISH), and not beside another word in capitals;
//   - others may also be all in capitals (of four letters or more), or have more capitals at the beginning of words;
//   all
//     in lower case only names of eight bytes or more, and never demonyms (`french fries`);
//   - an acronym of four letters or more with a vowel, unless it is case-sensitive, also with one capital, as a word
//     (Nato); where it is a word of the language, at no beginning (Italian `la Nato`, but `Nato a Roma`);
//   - between words that are all in capitals (`GIRL WHO LEAPT`) an acronym that is also a word (WHO; in Spanish UN)
//     is none, nor is `WHO:` at the beginning of a line, a label beside `WHAT:` and `WHEN:`.
//
// Names of a language count in articles of that language (those in other scripts than Latin also where the language
// isn't known), foreign names of no language in Latin letters where it is known and isn't English: most collide with
// words. In Arabic a name may stand behind one of the words of one letter (وفرنسا); a name in Hangul begins its word,
// one in katakana is a whole word of katakana.
//
// A flag is the mention of its country, a code of ISO 3166-1 only where the caller asks
// (mentions_code).
//
// What swallows a name is data (schema/entity_stop_phrases.csv, the table entity_stop_phrases), by kind:
//   phrase   a longer phrase that isn't about the entity: New Jersey, Gulf of Mexico, guinea pig
//   after    a word right behind makes it the name of a company or newspaper: * Airlines, * Daily
//   before   a word right before does: Air *, Miss *
//   person   a name that people have too: none beside another capitalised word (Michael Jordan, Chad Smith)
//   surname  a family name too: none right behind another capitalised word (Tom Holland, but Holland Park)
//   state    a name that a part of another country has too: none after a place and a comma (Atlanta, Georgia), unless
//            that place is an entity itself, nor beside a word of kind beside_state (Alabama and Georgia), nor where
//            the text, or else the article so far, has more such words than of kind beside_country (Tbilisi), nor in a
//            language that has a name of its own for the country
//   technical  a name that is also a compiler's, a chip's or a file format's: none near a word of kind beside_technical
//            (GCC and Clang), nor before a number but a year (GCC 12), nor in an article that is full of them
// An acronym that an article explains otherwise in brackets (Dependency Ratio Ceiling (DRC)) is none in it from there
// on. Rules of wording: a demonym after in, into, speak or learn that ends its clause is a language (`written in
// German.`), and so are a language's own words for it beside others (`en français`, `język polski`). A name before `II`
// is a ship's, and `US$` money. The rules are our own, drawn from half of the labelled mentions
// (tests/lab/score/mentions.csv) and Wikipedia's disambiguation pages; `make score-entities` says how well they do.
#ifndef FACTS_MENTIONS_H
#define FACTS_MENTIONS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mention_kind {
    MENTION_NAME,
    MENTION_ALIAS,
    MENTION_ACRONYM,
    MENTION_FOREIGN,
    MENTION_DEMONYM,
    MENTION_TONGUE,  // a demonym that is also what the language is called: français, but not française
    MENTION_CODE,    // of ISO 3166-1, two letters or three
};

#define MENTION_NONE UINT32_MAX  // the entity of a stop phrase

// entity: any number of the caller's, such as an index into its entity_ids. Of two entities of one name the first
// counts.
// language: two letters (ISO 639-1); empty where the name counts in any.
struct mention_name {
    struct str name;
    uint32_t entity;
    enum mention_kind kind;
    bool case_sensitive;
    struct str language;
};

enum mention_stop_kind {
    MENTION_STOP_PHRASE,
    MENTION_STOP_AFTER,
    MENTION_STOP_BEFORE,
    MENTION_STOP_PERSON,
    MENTION_STOP_SURNAME,
    MENTION_STOP_STATE,
    MENTION_STOP_BESIDE_STATE,
    MENTION_STOP_TECHNICAL,
    MENTION_STOP_BESIDE_TECHNICAL,
    MENTION_STOP_BESIDE_COUNTRY,
};

struct mention_stop {
    struct str phrase;
    enum mention_stop_kind kind;
};

// As entity_names.kind and entity_stop_phrases.kind spell them; false for another word. An unknown kind of name is best
// taken for an alias.
bool mention_kind_parse(struct str word, enum mention_kind *kind);
bool mention_stop_kind_parse(struct str word, enum mention_stop_kind *kind);

// All workers share one. Borrows the arrays and strings: what a language needs is made ready when the first article of
// it comes. NULL (ERROR_MEMORY) when memory runs out.
struct mention_names;
struct mention_names *mention_names_new(const struct mention_name *names, size_t count,
                                        const struct mention_stop *stops, size_t stop_count, struct error *error);
void mention_names_free(struct mention_names *names);

struct mention {
    uint32_t entity;
    uint32_t start, length;            // characters, from 0: substr(text, start + 1, length)
    uint32_t byte_start, byte_length;  // the same in bytes
    uint32_t flags;                    // of its name; for mentions_find itself
};

#define MENTION_EXPLAINED 32  // acronyms of an article whose meaning is looked for

// What an article has said so far of names that others have, too: empty at its beginning, but for entity_ids, by which
// names of one entity are known.
struct mention_article {
    const struct str *entity_ids;
    enum { MENTION_FOREIGN_UNKNOWN, MENTION_FOREIGN_NO, MENTION_FOREIGN_YES } foreign;  // see MENTION_STOP_STATE
    size_t bytes;
    uint32_t evidence[3];  // words of each kind: beside_state, beside_country, beside_technical
    bool after_state;      // the last text had one of the first
    bool in_table;         // where columns tell what names are (mention_rows.h)
    struct {
        uint32_t hash;  // of the acronym
        bool other;     // it is no entity's here
    } explained[MENTION_EXPLAINED];
    size_t explained_count;
};

// The mentions of valid UTF-8, in order. language: as language_is_code wants it; anything else is unknown. False when
// the arena is full, or has failed since memory ran out.
bool mentions_find(const struct mention_names *names, struct str text, struct str language, struct arena *arena,
                   struct mention **found, size_t *count);

struct mention_list {
    struct mention *all;
    size_t count;
};

// Those of two kinds of names in one pass, each as if it were asked for alone; others: NULL for one kind only. article:
// to which the text belongs, and whose others have been looked at in order. False as above.
bool mentions_find_two(const struct mention_names *names, const struct mention_names *others, struct str text,
                       struct str language, struct mention_article *article, struct arena *arena,
                       struct mention_list found[2]);

// The entity whose code the text is; MENTION_NONE when it is none.
uint32_t mentions_code(const struct mention_names *names, struct str text);

// The entity whose name the whole text is, in any upper and lower case (`germany`), but for acronyms and demonyms;
// MENTION_NONE when it is none.
uint32_t mentions_whole(const struct mention_names *names, struct str text, struct str language);

// For tables, whose cells say too little: whether a header has a word of kind beside_technical, a cell is one of kind
// beside_state, and a name is of kind state or technical.
bool mentions_header_is_technical(const struct mention_names *names, struct str header, struct str language);
bool mentions_cell_is_state(const struct mention_names *names, struct str cell, struct str language);
bool mentions_name_is(const struct mention_names *names, enum mention_stop_kind kind, struct str name);

#endif
