#include "facts/mentions_names.h"

#include "base/utf8.h"
#include "rows/language_guess.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <utf8proc.h>

// Acronyms that are words when their neighbours are in capitals as well, and those that are where they are written with
// one capital (Italian for born, uses; French for meeting).
static const struct word_acronym {
    const char *acronym, *languages;  // NULL: whatever the language, as headlines in English stand anywhere
} word_acronyms[] = {
    {"CAN", NULL},       {"ECO", NULL},        {"IDA", NULL},
    {"ISA", NULL},       {"QUAD", NULL},       {"US", NULL},
    {"WHO", NULL},       {"EU", "|gl|pt|ro|"}, {"UN", "|ca|es|fr|gl|it|ro|"},
    {"UNO", "|es|it|"},  {"NATO", "|it|"},     {"Usa", "|it|"},
    {"Réunion", "|fr|"},
};

static bool parse(struct str word, const char *const *words, size_t count, int *value)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, str_from(words[i]))) return *value = (int)i, true;
    return false;
}

bool mention_kind_parse(struct str word, enum mention_kind *kind)
{
    static const char *const words[] = {"name", "alias", "acronym", "foreign", "demonym", "tongue", "code"};
    int value;
    return parse(word, words, sizeof words / sizeof *words, &value) && (*kind = (enum mention_kind)value, true);
}

bool mention_stop_kind_parse(struct str word, enum mention_stop_kind *kind)
{
    static const char *const words[] = {"phrase", "after",        "before",    "person",           "surname",
                                        "state",  "beside_state", "technical", "beside_technical", "beside_country"};
    int value;
    return parse(word, words, sizeof words / sizeof *words, &value) && (*kind = (enum mention_stop_kind)value, true);
}

// Building --------------------------------------------------------------------------------------------------------

static uint32_t upper_of(uint32_t c)
{
    if (c < 0x80) return c - 'a' < 26 ? c & ~0x20u : c;
    if (mention_is_caseless(c)) return c;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

static bool has_small(struct str s)
{
    for (size_t i = 0, n; i < s.n; i += n) {
        uint32_t c = mention_character(s, i, &n);
        if (mention_is_word(c) && upper_of(c) != c) return true;
    }
    return false;
}

// Whether it can be read as a word: NATO, but not CPLP. Acronyms of three letters are words somewhere.
static bool is_spoken(struct str name)
{
    bool vowel = false;
    for (size_t i = 0; i < name.n; i++) {
        if (name.p[i] < 'A' || name.p[i] > 'Z') return false;
        vowel |= strchr("AEIOU", name.p[i]) != NULL;
    }
    return vowel && name.n >= 4;
}

static uint16_t flags_of(struct str name, enum mention_kind kind, bool exact)
{
    size_t n;
    uint32_t first = utf8_decode(name, &n);
    uint16_t flags = 0;
    if (first < 0x250) flags |= MENTION_IS_LATIN;
    if (mention_is_spaceless(first)) flags |= MENTION_IS_SPACELESS;
    if (!exact && !mention_is_demonym(kind) && name.n >= 8) flags |= MENTION_HAS_LOWER;
    return flags;
}

// Whether a letter in the first bytes of a name may have another case.
static bool has_case(struct str name, size_t most)
{
    for (size_t i = 0, n; i < name.n && i < most; i += n) {
        uint32_t c = mention_character(name, i, &n);
        if (c < 0x80 ? (c | 0x20) - 'a' < 26 : !mention_is_caseless(c)) return true;
    }
    return false;
}

// Each way of writing the name's first word that case_fits lets pass, as far as it makes a key.
static void open_gate(struct mention_set *set, const struct mention_entry *e)
{
    enum { ROOM = MENTION_GATE_BYTES + 8 };
    char same[ROOM] = {0}, lower[ROOM] = {0}, upper[ROOM] = {0}, title[ROOM] = {0};
    size_t most = (unsigned char)e->name.p[0] < 0x80 ? MENTION_GATE_KEY : MENTION_GATE_LONG, i = 0, n;
    bool genitive = mention_set_is(set, "de");
    memcpy(same, e->name.p, e->name.n < MENTION_GATE_BYTES ? e->name.n : MENTION_GATE_BYTES);
    mention_gate_add(&set->gate, same, genitive);
    if (!has_case(e->name, most)) return;
    for (; i < e->name.n && i < most && !(same[i] & 0x80); i++) {
        lower[i] = (char)mention_lower((unsigned char)same[i]);
        upper[i] = (char)upper_of((unsigned char)same[i]);
        title[i] = !i ? upper[i] : e->flags & MENTION_IS_SPOKEN ? lower[i] : same[i];
    }
    for (size_t l = i, u = i, t = i; i < e->name.n && l < most && u < most && t < most; i += n) {
        uint32_t c = mention_character(e->name, i, &n), capital = upper_of(c);
        l += utf8_encode(mention_lower(c), lower + l);
        u += utf8_encode(capital, upper + u);
        t += utf8_encode(i ? c : capital, title + t);
    }
    if (memcmp(upper, same, most) != 0) mention_gate_add(&set->gate, upper, genitive);
    if ((!e->exact || e->flags & MENTION_IS_SPOKEN) && memcmp(title, same, most) != 0)
        mention_gate_add(&set->gate, title, genitive);
    if (e->flags & MENTION_HAS_LOWER && memcmp(lower, same, most) != 0) mention_gate_add(&set->gate, lower, genitive);
}

static void add_entry(struct mention_set *set, struct str name, enum mention_kind kind, bool exact, uint16_t flags,
                      uint32_t entity, size_t order)
{
    struct mention_entry e = {.entity = entity, .kind = (uint8_t)kind, .exact = exact, .order = (uint32_t)order};
    e.name = str_trim(name);
    size_t first = mention_word(e.name, &e.hash);
    if (!first) return;  // begins with no letter: never found
    e.word = (uint32_t)first;
    e.flags = flags | flags_of(e.name, kind, exact);
    set->entries[set->count++] = e;
    open_gate(set, &e);
}

// What a word of this kind tells of names in its article; EVIDENCES for nothing.
static enum mention_evidence evidence_of(enum mention_stop_kind kind)
{
    return kind == MENTION_STOP_BESIDE_STATE       ? EVIDENCE_STATE
           : kind == MENTION_STOP_BESIDE_COUNTRY   ? EVIDENCE_COUNTRY
           : kind == MENTION_STOP_BESIDE_TECHNICAL ? EVIDENCE_TECHNICAL
                                                   : EVIDENCES;
}

// No name, but it has to be met by the scan.
static void add_evidence(struct mention_set *set, struct str word, enum mention_evidence evidence, size_t order)
{
    size_t count = set->count;
    add_entry(set, word, MENTION_NAME, false, 0, MENTION_NONE, order);
    if (set->count == count) return;
    set->entries[count].flags |= MENTION_IS_EVIDENCE;
    set->entries[count].evidence = (uint8_t)(1 << evidence);
}

static int compare_entries(const void *a, const void *b)
{
    const struct mention_entry *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    if (x->name.n != y->name.n) return x->name.n > y->name.n ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int compare_hashes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static bool build_slots(struct mention_set *names)
{
    uint32_t size = 64;
    while (size < 2 * names->count) size *= 2;
    names->slots_mask = size - 1;
    names->slots = arena_alloc(&names->arena, size * sizeof *names->slots);
    if (!names->slots) return false;
    memset(names->slots, 0, size * sizeof *names->slots);
    struct mention_entry *first = NULL;
    for (size_t i = 0; i < names->count; i++) {
        struct mention_entry *e = &names->entries[i];
        if (!first || e->hash != first->hash) first = e;
        first->evidence |= e->evidence;
        if (e->name.n > e->word) {
            e->next = mention_next(str_slice(e->name, e->word, e->name.n));
            first->nexts |= e->next;
            first->longer = (uint32_t)(e - first) + 1;
        }
        if (e != first) continue;
        uint32_t at = names->entries[i].hash & names->slots_mask;
        while (names->slots[at]) at = (at + 1) & names->slots_mask;
        names->slots[at] = (uint32_t)i + 1;
    }
    return true;
}

static int word_list(enum mention_stop_kind kind)
{
    return kind == MENTION_STOP_AFTER              ? 0
           : kind == MENTION_STOP_BEFORE           ? 1
           : kind == MENTION_STOP_BESIDE_STATE     ? 2
           : kind == MENTION_STOP_BESIDE_TECHNICAL ? 3
           : kind == MENTION_STOP_BESIDE_COUNTRY   ? 4
                                                   : -1;
}

static void flag_names(struct mention_set *set, struct str name, uint16_t flag)
{
    for (size_t i = 0; i < set->count; i++)
        if (str_equal(set->entries[i].name, name)) set->entries[i].flags |= flag;
}

// What people, parts of countries and technical things are called, too.
static void flag_all(struct mention_set *set, const struct mention_stop *stops, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (stops[i].kind == MENTION_STOP_PERSON) flag_names(set, stops[i].phrase, MENTION_IS_PERSON);
        else if (stops[i].kind == MENTION_STOP_SURNAME) flag_names(set, stops[i].phrase, MENTION_IS_SURNAME);
        else if (stops[i].kind == MENTION_STOP_STATE) flag_names(set, stops[i].phrase, MENTION_IS_STATE);
        else if (stops[i].kind == MENTION_STOP_TECHNICAL) flag_names(set, stops[i].phrase, MENTION_IS_TECHNICAL);
}

static void flag_words(struct mention_set *set)
{
    struct str language = {set->language, sizeof set->language};
    for (size_t i = 0; i < set->count; i++) {
        for (size_t w = 0; w < sizeof word_acronyms / sizeof *word_acronyms; w++) {
            const struct word_acronym *word = &word_acronyms[w];
            if (!str_equal(set->entries[i].name, str_from(word->acronym))) continue;
            if (!word->languages || str_is_listed(word->languages, language)) set->entries[i].flags |= MENTION_IS_WORD;
        }
    }
}

static bool make_words(struct mention_set *set, const struct mention_stop *stops, size_t count)
{
    for (int list = 0; list < MENTION_WORD_LISTS; list++) {
        set->words[list] = arena_alloc(&set->arena, (count + 1) * sizeof(uint32_t));
        if (!set->words[list]) return false;
    }
    for (size_t i = 0; i < count; i++) {
        int list = word_list(stops[i].kind);
        if (list >= 0) mention_word(stops[i].phrase, &set->words[list][set->word_counts[list]++]);
    }
    for (int list = 0; list < MENTION_WORD_LISTS; list++)
        qsort(set->words[list], set->word_counts[list], sizeof(uint32_t), compare_hashes);
    return true;
}

static bool is_latin(struct str name)
{
    return !name.n || (unsigned char)name.p[0] < 0xC9 ||
           ((unsigned char)name.p[0] == 0xC9 && (unsigned char)name.p[1] < 0x90);
}

// Whether the name counts whatever the language: such names are the common set's.
static inline bool counts_anywhere(const struct mention_name *name)
{
    return !name->language.n &&
           (name->kind == MENTION_NAME || name->kind == MENTION_ALIAS || name->kind == MENTION_ACRONYM);
}

// Whether another name counts where the set's language is spoken. others: names of any language do unless they are in
// Latin letters.
static inline bool counts(const struct mention_set *set, const struct mention_name *name, bool others)
{
    if (counts_anywhere(name)) return false;
    // most names are another language's
    if (name->language.n && !others) return name->kind != MENTION_CODE && mention_set_is(set, name->language.p);
    if (name->kind == MENTION_CODE) return false;
    bool foreign = set->language[0] && !mention_set_is(set, "en");
    if (!name->language.n) {
        if (mention_is_demonym(name->kind)) return !foreign;  // Indian is Polish for something else
        return foreign || !is_latin(name->name);
    }
    return mention_set_is(set, name->language.p) || (others && !is_latin(name->name));
}

static bool has_names(const struct mention_names *names, const struct mention_set *set)
{
    for (size_t i = 0; i < names->count; i++)
        if (names->given[i].language.n && mention_set_is(set, names->given[i].language.p)) return true;
    return mention_set_is(set, "en");
}

static void add_name(struct mention_set *set, const struct mention_names *names, size_t i)
{
    const struct mention_name *name = &names->given[i];
    bool exact = name->case_sensitive || name->kind == MENTION_FOREIGN ||
                 (name->kind == MENTION_ACRONYM && !has_small(name->name));
    bool spoken = !name->case_sensitive && counts_anywhere(name) && is_spoken(str_trim(name->name));
    add_entry(set, name->name, name->kind, exact, spoken ? MENTION_IS_SPOKEN : 0, name->entity, i);
}

static void sort_entries(struct mention_set *set)
{
    if (set->count) qsort(set->entries, set->count, sizeof *set->entries, compare_entries);
}

// The names and stop phrases that count in every language, sorted.
static bool build_common(struct mention_set *set, const struct mention_names *names)
{
    size_t count = names->stop_count;
    for (size_t i = 0; i < names->count; i++) count += counts_anywhere(&names->given[i]);
    set->entries = arena_alloc(&set->arena, (count + 1) * sizeof *set->entries);
    if (!set->entries || !make_words(set, names->stops, names->stop_count)) return false;
    for (size_t i = 0; i < names->count; i++)
        if (counts_anywhere(&names->given[i])) add_name(set, names, i);
    flag_all(set, names->stops, names->stop_count);
    for (size_t i = 0; i < names->stop_count; i++) {
        struct str phrase = names->stops[i].phrase;
        if (names->stops[i].kind == MENTION_STOP_PHRASE)
            add_entry(set, phrase, MENTION_NAME, has_small(phrase), 0, MENTION_NONE, names->count + i);
        enum mention_evidence evidence = evidence_of(names->stops[i].kind);
        if (evidence != EVIDENCES) add_evidence(set, phrase, evidence, names->count + i);
    }
    sort_entries(set);
    return true;
}

// All that counts, out of what does everywhere and the set's own, before which there is room for the others.
static void merge_entries(struct mention_set *set, const struct mention_set *common)
{
    size_t own = set->count, i = 0, j = 0;
    struct mention_entry *all = set->entries - common->count;
    for (size_t k = 0; k < own + common->count; k++) {
        bool next = j == common->count || (i < own && compare_entries(&set->entries[i], &common->entries[j]) < 0);
        all[k] = next ? set->entries[i++] : common->entries[j++];
    }
    set->entries = all;
    set->count = own + common->count;
}

static bool build(struct mention_set *set, const struct mention_names *names)
{
    const struct mention_set *common = names->common;
    bool others = !has_names(names, set);
    // for all of them: memory that is not written to costs nothing
    set->entries = arena_alloc(&set->arena, (common->count + names->count + 1) * sizeof *set->entries);
    if (!set->entries) return false;
    set->entries += common->count;
    set->gate = common->gate;
    for (size_t i = 0; i < common->count && mention_set_is(set, "de"); i++) open_gate(set, &common->entries[i]);
    for (size_t i = 0; i < names->count; i++)
        if (counts(set, &names->given[i], others)) add_name(set, names, i);
    flag_all(set, names->stops, names->stop_count);
    sort_entries(set);
    memcpy(set->words, common->words, sizeof set->words);
    memcpy(set->word_counts, common->word_counts, sizeof set->word_counts);
    merge_entries(set, common);
    flag_words(set);
    return build_slots(set);
}

static void set_free(struct mention_set *set)
{
    if (set) arena_release(&set->arena);
    free(set);
}

typedef bool build_fn(struct mention_set *set, const struct mention_names *names);

static struct mention_set *set_new(const struct mention_names *names, char first, char second, build_fn *build_it)
{
    struct mention_set *set = calloc(1, sizeof *set);
    if (!set) return NULL;
    arena_init(&set->arena, 0);
    set->language[0] = first;
    set->language[1] = second;
    if (build_it(set, names)) return set;
    set_free(set);
    return NULL;
}

const struct mention_set *mention_set_of(const struct mention_names *names, struct str language)
{
    bool known = language_is_code(language);
    char first = known ? (char)(language.p[0] | 0x20) : 0, second = known ? (char)(language.p[1] | 0x20) : 0;
    size_t at = known ? (size_t)(first - 'a') * 26 + (size_t)(second - 'a') : MENTION_LANGUAGES;
    struct mention_set *set = atomic_load(&names->sets[at]), *none = NULL;
    if (set) return set;
    set = set_new(names, first, second, build);
    // of two workers that make the same, the first one's is kept
    if (!set || atomic_compare_exchange_strong(&names->sets[at], &none, set)) return set;
    set_free(set);
    return none;
}

struct mention_names *mention_names_new(const struct mention_name *given, size_t count,
                                        const struct mention_stop *stops, size_t stop_count, struct error *error)
{
    struct mention_names *names = calloc(1, sizeof *names);
    if (names) {
        *names = (struct mention_names){.given = given, .count = count, .stops = stops, .stop_count = stop_count};
        names->sets = calloc(MENTION_LANGUAGES + 1, sizeof *names->sets);
        for (size_t i = 0; i < count; i++) names->code_count += given[i].kind == MENTION_CODE;
        names->codes = calloc(names->code_count + 1, sizeof *names->codes);
        names->common = set_new(names, 0, 0, build_common);
        if (names->sets && names->codes && names->common) {
            for (size_t i = 0, n = 0; i < count; i++)
                if (given[i].kind == MENTION_CODE) names->codes[n++] = &given[i];
            return names;
        }
        mention_names_free(names);
    }
    error_set(error, ERROR_MEMORY, "out of memory for the names of %zu entities", count);
    return NULL;
}

void mention_names_free(struct mention_names *names)
{
    if (!names) return;
    for (size_t i = 0; names->sets && i <= MENTION_LANGUAGES; i++) set_free(names->sets[i]);
    set_free(names->common);
    free(names->sets);
    free(names->codes);
    free(names);
}

// Looking up ------------------------------------------------------------------------------------------------------

const struct mention_entry *mention_lookup(const struct mention_set *set, uint32_t hash)
{
    for (uint32_t at = hash & set->slots_mask; set->slots[at]; at = (at + 1) & set->slots_mask) {
        const struct mention_entry *e = &set->entries[set->slots[at] - 1];
        if (e->hash == hash) return e;
    }
    return NULL;
}

bool mention_word_is(const struct mention_set *set, enum mention_stop_kind kind, struct str word)
{
    int list = word_list(kind);
    uint32_t hash;
    return mention_word(word, &hash) &&
           bsearch(&hash, set->words[list], set->word_counts[list], sizeof hash, compare_hashes) != NULL;
}

uint32_t mentions_code(const struct mention_names *names, struct str text)
{
    if (text.n != 2 && text.n != 3) return MENTION_NONE;
    for (size_t i = 0; i < names->code_count; i++)
        if (str_equal(names->codes[i]->name, text)) return names->codes[i]->entity;
    return MENTION_NONE;
}

bool mentions_name_is(const struct mention_names *names, enum mention_stop_kind kind, struct str name)
{
    for (size_t i = 0; i < names->stop_count; i++)
        if (names->stops[i].kind == kind && str_equal(names->stops[i].phrase, name)) return true;
    return false;
}
