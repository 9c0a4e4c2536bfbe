// Takes a sentence apart: into tokens, and these into chunks, the noun phrases, verb groups and what stands between
// them. No parser: each word's part of speech is told by its neighbours (statement_words.h has the words), a chunk is a
// run of words, and what depends on what is asked of the chunks by statements.c. Time is linear, as a sentence has at
// most CLAUSE_TOKENS tokens; a longer one is read in pieces.
#ifndef FACTS_CLAUSE_H
#define FACTS_CLAUSE_H

#include "facts/statement_words.h"

#include <stdbool.h>
#include <stddef.h>

#define CLAUSE_TOKENS 320

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_MONEY,   // a sum with its currency; see amount.h
    TOKEN_ENTITY,  // a mention
    TOKEN_COMMA,
    TOKEN_STOP,        // ; : and dashes
    TOKEN_OPEN,        // brackets
    TOKEN_CLOSE,       //
    TOKEN_POSSESSIVE,  // 's
    TOKEN_QUOTE,
};

// A name in the text, as clause_read wants it: an entity's (demonym: its adjective or people), or an organ's of one.
struct clause_name {
    uint32_t start, end;  // bytes of the text
    struct str entity_id;
    bool demonym, acronym, organ;
    bool giver;  // what can give: no region
};

struct token {
    uint32_t start, end;  // bytes of the text
    uint64_t classes;     // of the parts of speech that are left
    enum token_kind kind;
    bool capital, joined;            // begins with a capital; by a hyphen to the token before
    const struct clause_name *name;  // of TOKEN_ENTITY
};

enum chunk_kind {
    CHUNK_NOUN,
    CHUNK_VERB,
    CHUNK_PREPOSITION,
    CHUNK_AND,
    CHUNK_COMMA,
    CHUNK_STOP,
    CHUNK_WHICH,
    CHUNK_THAT,
    CHUNK_IF,
};

struct chunk {
    enum chunk_kind kind;
    int from, to;      // tokens, `to` excluded
    int head;          // token: of a verb group the last verb
    uint64_t classes;  // of all its tokens; of a verb group those of the head and the auxiliaries
    bool infinitive, passive, negated;
};

struct clause {
    const struct statement_words *words;
    struct str text;
    enum statement_language language;
    struct token tokens[CLAUSE_TOKENS];
    struct chunk chunks[CLAUSE_TOKENS];
    int token_count, chunk_count;
};

// Reads the tokens of the sentence at bytes [start, end) of text, whose names are given in order. Returns the byte
// behind what was read: `end`, or less for a sentence that is too long.
size_t clause_read(struct clause *clause, const struct statement_words *words, enum statement_language language,
                   struct str text, size_t start, size_t end, const struct clause_name *names, size_t name_count);

// Makes one token of each sum, and one verb of German ones in two parts.
void clause_join(struct clause *clause);

// The classes of all tokens. Of those that tell of giving, clause_join adds only those of German verbs in two parts,
// and clause_parse takes some away.
uint64_t clause_classes(const struct clause *clause);

// Tells the tokens' parts of speech and gathers them into chunks.
void clause_parse(struct clause *clause);

struct str clause_text(const struct clause *clause, int from, int to);  // of tokens, `to` excluded

// Steps of clause_join and clause_parse, in clause_tag.c and clause_chunk.c.
void clause_join_verbs(struct clause *clause);
void clause_tag(struct clause *clause);
void clause_chunk(struct clause *clause);

#endif
