// What one line looks like: counts of its characters and words, gathered in one pass over its bytes. Nothing here knows
// a language: letters are told by case or its absence, words by their length and their first letter.
#ifndef PARSE_EXTRACTED_SHAPE_H
#define PARSE_EXTRACTED_SHAPE_H

#include "base/str.h"
#include "parse/extracted/glyph.h"

#include <stdbool.h>
#include <stdint.h>

enum number_form {
    NUMBER_NONE,
    NUMBER_DOT,      // 3. Text
    NUMBER_BRACKET,  // 3) Text, (3) Text
    NUMBER_PATH,     // 3.1 Text
    NUMBER_LETTER,   // b) Text, B. Text
    NUMBER_ROMAN,    // IV. Text
    NUMBER_PLAIN,    // 3 Text
};

enum {
    SHAPE_BUCKETS = 24,      // words of a line that are kept
    SHAPE_BUCKET_BITS = 12,  // each as a bucket of a small hash table
    SHAPE_INDENT = 9,
};

struct shape {
    struct str text;                 // trimmed; for marked items without the mark
    uint32_t hash;                   // of the text
    uint32_t first_hash, last_hash;  // of the first and the last word
    uint64_t words_seen[4];          // a bit for each word of four letters or more
    uint16_t count[GLYPH_COUNT];
    uint16_t chars, words, capital_words, upper_words, short_words, long_words, number_words;
    uint16_t longest_word, first_word, last_word;                  // characters
    uint8_t first, second, last, before_last;                      // enum glyph
    uint8_t first_ascii, last_ascii;                               // the characters themselves, 0 when not ASCII
    uint8_t first_word_first, second_word_first, last_word_first;  // enum glyph of the word's first character
    uint16_t sentences;                                            // ends of sentences inside the line
    uint16_t colon_at;                    // words before the first colon that a space follows; 0 for none
    uint16_t dashes;                      // dashes between spaces
    uint16_t times, years, dates, links;  // 12:30; 1984; 3.4. or 3/4; www. or ://
    int16_t brackets;                     // opened less closed
    uint16_t pipes;
    uint16_t number;  // the value of the number at the start
    uint8_t number_form;
    bool marked;           // begins with "- "
    bool mark_only;        // is "-" alone
    bool mark_at_end;      // ends in " -": the mark of the next item
    uint8_t marks_inside;  // " - " inside the line
    bool pipe_first, pipe_last;
    uint8_t indent;  // bytes of white space before the text, at most SHAPE_INDENT
    bool space_last;
    bool odd_quotes;
    uint8_t bucket_count;
    uint16_t buckets[SHAPE_BUCKETS + 1];  // of the first words; there is room for one that is not
};

// `line` without its line end; valid UTF-8.
void shape_scan(struct str line, struct shape *shape);

#endif
