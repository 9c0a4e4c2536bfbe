#include "facts/statement_words.h"

#include "facts/mentions_names.h"
#include "facts/statement_forms.h"

#include <stdlib.h>

#define WORD_MAX 64  // characters; longer words are of no class
#define STAR_MIN 3   // characters that a star needs beside it

enum star { WHOLE, STAR_BEHIND, STAR_BEFORE };

struct slot {
    uint64_t hash;  // 0: free
    uint64_t classes;
};

#define STAR_BITS 4096

struct statement_words {
    struct slot *slots[LANGUAGES];
    uint32_t masks[LANGUAGES];
    uint64_t stars[LANGUAGES][STAR_BITS / 64];  // a bit for each word with a star, by its hash: most words have none
    struct support_type *types;                 // longest first
    size_t type_count;
};

// FNV-1a, https://www.isthe.com/chongo/tech/comp/fnv/; other kinds begin far from its offset, so that no first letter
// makes up for the difference.
static const uint64_t SEEDS[] = {
    [WHOLE] = 14695981039346656037u, [STAR_BEHIND] = 0x9E3779B97F4A7C15u, [STAR_BEFORE] = 0xC2B2AE3D27D4EB4Fu};

static uint64_t step(uint64_t hash, uint32_t c)
{
    return (hash ^ c) * 1099511628211u;
}

static uint32_t sign(uint32_t c)
{
    return c == 0x2019 || c == 0x02BC ? '\'' : mention_lower(c);
}

// Lower-case characters of a word; 0 when it has too many.
static size_t characters(struct str word, uint32_t *out)
{
    size_t n = 0, bytes;
    for (; n < word.n && n < WORD_MAX && !(word.p[n] & 0x80); n++) out[n] = mention_lower((unsigned char)word.p[n]);
    for (size_t i = n; i < word.n; i += bytes) {
        if (n == WORD_MAX) return 0;
        out[n++] = sign(mention_character(word, i, &bytes));
    }
    return n;
}

// Making --------------------------------------------------------------------------------------------------------------

// With slots, words are added; without, they are counted.
struct maker {
    struct slot *slots;
    uint32_t mask;
    size_t count;
    uint64_t *stars;
    uint64_t classes;  // of the verb whose forms are added
};

static uint64_t key_of(struct str word)
{
    uint32_t c[WORD_MAX];
    bool before = word.n > 1 && word.p[0] == '*', behind = !before && word.n > 1 && word.p[word.n - 1] == '*';
    size_t n = characters(str_slice(word, before, word.n - behind), c);
    uint64_t hash = SEEDS[before ? STAR_BEFORE : behind ? STAR_BEHIND : WHOLE];
    for (size_t i = 0; i < n; i++) hash = step(hash, before ? c[n - 1 - i] : c[i]);
    return hash ? hash : 1;
}

static void star_add(uint64_t *stars, uint64_t hash)
{
    stars[(hash >> 40) % (STAR_BITS / 64)] |= UINT64_C(1) << (hash >> 58);
}

static bool star_may_be(const uint64_t *stars, uint64_t hash)
{
    return stars[(hash >> 40) % (STAR_BITS / 64)] >> (hash >> 58) & 1;
}

static void add(struct maker *m, struct str word, uint64_t classes)
{
    m->count++;
    if (!m->slots) return;
    uint64_t hash = key_of(word);
    uint32_t i = (uint32_t)hash & m->mask;
    while (m->slots[i].hash && m->slots[i].hash != hash) i = (i + 1) & m->mask;
    if (word.p[0] == '*' || word.p[word.n - 1] == '*') star_add(m->stars, hash);
    m->slots[i].hash = hash;
    m->slots[i].classes |= classes;
}

static struct str next_word(const char **at)
{
    while (**at == ' ') (*at)++;
    size_t n = strcspn(*at, " ");
    *at += n;
    return (struct str){*at - n, n};
}

static void add_form(void *maker, struct str word, uint64_t form)
{
    struct maker *m = maker;
    add(m, word, m->classes | form);
}

static void add_rows(struct maker *m, enum statement_language language, const struct word_row *rows)
{
    static const uint64_t forms[] = {W_BASE, W_FINITE, W_FINITE, W_PARTICIPLE, W_ING};
    for (; rows->words || rows->verbs; rows++) {
        struct str word;
        const char *at = rows->words;
        while (at && (word = next_word(&at)).n) add(m, word, rows->classes);
        at = rows->verbs;
        m->classes = rows->classes;
        for (int i = 0; at && (word = next_word(&at)).n; i = (i + 1) % 5)
            if (language == LANGUAGE_EN) add(m, word, rows->classes | forms[i]);
            else verb_forms(word, language, add_form, m);
    }
}

static int longest_first(const void *a, const void *b)
{
    const struct support_type *x = a, *y = b;
    if (x->phrase.n != y->phrase.n) return x->phrase.n > y->phrase.n ? -1 : 1;
    int order = memcmp(x->phrase.p, y->phrase.p, x->phrase.n);
    return order ? order : memcmp(x->type.p, y->type.p, x->type.n < y->type.n ? x->type.n : y->type.n);
}

// Things are of all languages: one vocabulary serves them.
static bool make_language(struct statement_words *words, enum statement_language language, const struct word_row *rows)
{
    struct maker m = {0};
    add_rows(&m, language, rows);
    size_t room = 64;
    while (room < 2 * (m.count + words->type_count)) room *= 2;
    m = (struct maker){
        .slots = calloc(room, sizeof(struct slot)), .mask = (uint32_t)room - 1, .stars = words->stars[language]};
    words->slots[language] = m.slots;
    words->masks[language] = m.mask;
    if (!m.slots) return false;
    add_rows(&m, language, rows);
    for (size_t i = 0; i < words->type_count; i++)
        if (words->types[i].phrase.n && !memchr(words->types[i].phrase.p, ' ', words->types[i].phrase.n))
            add(&m, words->types[i].phrase, W_THING);
    return true;
}

struct statement_words *statement_words_new(struct support_type *types, size_t count, struct error *error)
{
    static const struct word_row *const rows[LANGUAGES] = {WORDS_EN, WORDS_DE, WORDS_FR, WORDS_ES};
    struct statement_words *words = calloc(1, sizeof *words);
    bool ok = words != NULL;
    if (ok && count) qsort(types, count, sizeof *types, longest_first);
    if (ok) words->types = types;
    if (ok) words->type_count = count;
    for (enum statement_language i = 0; ok && i < LANGUAGES; i++) ok = make_language(words, i, rows[i]);
    if (ok) return words;
    statement_words_free(words);
    error_set(error, ERROR_MEMORY, "out of memory");
    return NULL;
}

void statement_words_free(struct statement_words *words)
{
    if (!words) return;
    for (int i = 0; i < LANGUAGES; i++) free(words->slots[i]);
    free(words);
}

// Looking up
// ------------------------------------------------------------------------------------------------------------

static uint64_t look_up(const struct slot *slots, uint32_t mask, uint64_t hash)
{
    if (!hash) hash = 1;
    for (uint32_t i = (uint32_t)hash & mask; slots[i].hash; i = (i + 1) & mask)
        if (slots[i].hash == hash) return slots[i].classes;
    return 0;
}

uint64_t statement_word_classes(const struct statement_words *words, enum statement_language language, struct str word)
{
    uint32_t c[WORD_MAX];
    uint64_t whole = SEEDS[WHOLE], behind = SEEDS[STAR_BEHIND], before = SEEDS[STAR_BEFORE];
    const struct slot *slots = words->slots[language];
    uint32_t mask = words->masks[language];
    size_t n = characters(word, c);
    uint64_t stars = 0;
    for (size_t i = 0; i < n; i++) {
        whole = step(whole, c[i]);
        behind = step(behind, c[i]);
        before = step(before, c[n - 1 - i]);
        if (i + 1 < STAR_MIN) continue;
        if (star_may_be(words->stars[language], behind)) stars |= look_up(slots, mask, behind);
        if (star_may_be(words->stars[language], before)) stars |= look_up(slots, mask, before);
    }
    if (!n) return 0;
    // a word that is there itself is no other word with an ending, but it may be a thing by one
    uint64_t itself = look_up(slots, mask, whole);
    return itself ? itself | (stars & W_THING) : stars;
}

// Whether a phrase stands in a text of lower-case characters, from `at`; stars stand for letters.
static bool stands(struct str phrase, const uint32_t *text, size_t n, size_t at)
{
    bool before = phrase.p[0] == '*', behind = phrase.p[phrase.n - 1] == '*';
    struct str core = str_slice(phrase, before, phrase.n - (behind && phrase.n > 1));
    size_t bytes;
    if (!before && at && mention_is_word(text[at - 1])) return false;
    for (size_t i = 0; i < core.n; i += bytes, at++)
        if (at == n || mention_character(core, i, &bytes) != text[at]) return false;
    return behind || at == n || !mention_is_word(text[at]);
}

#define PHRASE_MAX 128  // characters of a phrase of support that are looked at

struct str statement_type_of(const struct statement_words *words, struct str text)
{
    uint32_t c[PHRASE_MAX];
    size_t n = 0, bytes;
    for (size_t i = 0; i < text.n && n < PHRASE_MAX; i += bytes) c[n++] = sign(mention_character(text, i, &bytes));
    for (size_t i = 0; i < words->type_count; i++) {
        struct str phrase = words->types[i].phrase;
        if (phrase.n < 2) continue;
        // a phrase of ASCII begins with its first byte, or a star
        unsigned char first = (unsigned char)phrase.p[0];
        for (size_t at = 0; at < n; at++)
            if ((first == '*' || first >= 0x80 || first == c[at]) && stands(phrase, c, n, at))
                return words->types[i].type;
    }
    return STR_NULL;
}
