#include "facts/mentions_names.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

// Acronyms that are words when their neighbours are in capitals as well.
static const char *const word_acronyms[] = {"CAN", "ECO", "IDA", "ISA", "QUAD", "US", "WHO"};

static bool parse(struct str word, const char *const *words, size_t count, int *value)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, str_from(words[i]))) return *value = (int)i, true;
    return false;
}

bool mention_kind_parse(struct str word, enum mention_kind *kind)
{
    static const char *const words[] = {"name", "alias", "acronym", "foreign", "demonym"};
    int value;
    return parse(word, words, 5, &value) && (*kind = (enum mention_kind)value, true);
}

bool mention_stop_kind_parse(struct str word, enum mention_stop_kind *kind)
{
    static const char *const words[] = {"phrase", "after", "before", "person", "surname", "state", "beside_state"};
    int value;
    return parse(word, words, 7, &value) && (*kind = (enum mention_stop_kind)value, true);
}

// Characters ------------------------------------------------------------------------------------------------------

bool mention_is_other_word(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_NO;
}

bool mention_is_spaceless(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x0E00 && c <= 0x0EFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}

uint32_t mention_other_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

size_t mention_word(struct str s, uint32_t *hash)
{
    size_t n = 0;
    uint32_t h = 2166136261u;
    for (size_t bytes; n < s.n; n += bytes) {
        uint32_t c = mention_character(s, n, &bytes);
        bool spaceless = c >= 0x80 && mention_is_spaceless(c);
        if ((spaceless && n) || !mention_is_word(c)) break;
        h = (h ^ mention_lower(c)) * 16777619u;
        if (!spaceless) continue;
        n += bytes;
        break;
    }
    *hash = h;
    return n;
}

// Building --------------------------------------------------------------------------------------------------------

static bool has_small(struct str s)
{
    for (size_t i = 0, n; i < s.n; i += n) {
        uint32_t c = utf8_decode(str_slice(s, i, s.n), &n);
        if (mention_is_word(c) && (uint32_t)utf8proc_toupper((utf8proc_int32_t)c) != c) return true;
    }
    return false;
}

static uint8_t flags_of(struct str name, enum mention_kind kind, bool exact)
{
    size_t n;
    uint32_t first = utf8_decode(name, &n);
    uint8_t flags = 0;
    for (size_t i = 0; i < sizeof word_acronyms / sizeof *word_acronyms; i++)
        if (str_equal(name, str_from(word_acronyms[i]))) flags |= MENTION_IS_WORD;
    if (first < 0x250) flags |= MENTION_IS_LATIN;
    if (mention_is_spaceless(first)) flags |= MENTION_IS_SPACELESS;
    if (!exact && kind != MENTION_DEMONYM && name.n >= 8) flags |= MENTION_HAS_LOWER;
    return flags;
}

static void open_three(struct mention_gate *gate, const char *p, unsigned char second, unsigned char third)
{
    uint32_t three = mention_gate_three((unsigned char)p[0], second, mention_gate_third(second, third));
    gate->three[three >> 6] |= (uint64_t)1 << (three & 63);
}

// All that the text can have third where its second byte is that. Behind a short name's end may be a German genitive.
static void open_third(struct mention_gate *gate, const char *p, size_t n, unsigned char second)
{
    if (n == 1 && mention_is_plain_word(second) && second != 's') return;
    open_three(gate, p, second, 0x80);
    open_three(gate, p, second, n > 2 ? (unsigned char)p[2] : 0);
    if (n > 2 && (unsigned char)p[2] >= 0x80) open_three(gate, p, second, 0);
    if (n == 2) open_three(gate, p, second, 's');
}

// Short names, and those with a sign near their capital that can be written in several ways, open by two bytes.
static void open_gate(struct mention_gate *gate, const char *p, size_t n)
{
    bool plain = n >= 4 && !memchr(p, ' ', 4) && !memchr(p, '-', 4) && !memchr(p, '\'', 4) && !memchr(p, 0xE2, 4);
    if (mention_is_small(p[0]) ? n >= 8 : plain) {
        char start[MENTION_GATE_BYTES] = {0};
        memcpy(start, p, n < sizeof start ? n : sizeof start);
        uint32_t hash = mention_gate_hash(start);
        gate->first[hash >> 6] |= (uint64_t)1 << (hash & 63);
        return;
    }
    bool sure = n > 1 && mention_is_word((unsigned char)p[1]);
    uint32_t from = sure ? (unsigned char)p[1] : 0, to = sure ? from : 255;
    for (uint32_t second = from; second <= to; second++) {
        uint32_t two = (unsigned char)p[0] | second << 8;
        gate->two[two >> 6] |= (uint64_t)1 << (two & 63);
        open_third(gate, p, n, (unsigned char)second);
    }
}

static void open_gates(struct mention_names *names, const struct mention_entry *e)
{
    char lower[12], upper[12], title[12];
    size_t l = 0, u = 0, t = 0;
    for (size_t i = 0, n; i < e->name.n && l < 8 && u < 8 && t < 8; i += n) {
        uint32_t c = utf8_decode(str_slice(e->name, i, e->name.n), &n);
        uint32_t capital = (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
        l += utf8_encode(mention_lower(c), lower + l);
        u += utf8_encode(capital, upper + u);
        t += utf8_encode(i ? c : capital, title + t);
    }
    for (int i = e->kind == MENTION_FOREIGN && e->flags & MENTION_IS_LATIN ? 1 : 0; i < 2; i++) {
        open_gate(&names->gates[i], e->name.p, e->name.n);
        open_gate(&names->gates[i], upper, u);
        open_gate(&names->gates[i], title, t);
        if (e->flags & MENTION_HAS_LOWER) open_gate(&names->gates[i], lower, l);
    }
}

static bool add_entry(struct mention_names *names, struct str name, enum mention_kind kind, bool exact, uint32_t entity)
{
    struct mention_entry e = {.entity = entity, .kind = (uint8_t)kind, .exact = exact, .order = (uint32_t)names->count};
    name = str_trim(name);
    size_t first = mention_word(name, &e.hash);
    if (!first) return true;  // begins with no letter: never found
    if (first + 1 < name.n && (unsigned char)name.p[first] < 0x80 && mention_is_small((char)(name.p[first + 1] | 0x20)))
        e.second = (char)(name.p[first + 1] | 0x20);
    e.name = arena_str(&names->arena, name);
    if (!e.name.p) return false;
    e.flags = flags_of(e.name, kind, exact);
    names->entries[names->count++] = e;
    open_gates(names, &e);
    return true;
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

static bool build_slots(struct mention_names *names)
{
    uint32_t size = 64;
    while (size < 2 * names->count) size *= 2;
    names->slots_mask = size - 1;
    names->slots = arena_alloc(&names->arena, size * sizeof *names->slots);
    if (!names->slots) return false;
    memset(names->slots, 0, size * sizeof *names->slots);
    if (names->count) qsort(names->entries, names->count, sizeof *names->entries, compare_entries);
    for (size_t i = 0; i < names->count; i++) {
        if (i && names->entries[i].hash == names->entries[i - 1].hash) continue;
        uint32_t at = names->entries[i].hash & names->slots_mask;
        while (names->slots[at]) at = (at + 1) & names->slots_mask;
        names->slots[at] = (uint32_t)i + 1;
    }
    return true;
}

static int word_list(enum mention_stop_kind kind)
{
    return kind == MENTION_STOP_AFTER          ? 0
           : kind == MENTION_STOP_BEFORE       ? 1
           : kind == MENTION_STOP_BESIDE_STATE ? 2
                                               : -1;
}

static void flag_names(struct mention_names *names, struct str name, uint8_t flag)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_equal(names->entries[i].name, name)) names->entries[i].flags |= flag;
}

static bool add_stops(struct mention_names *names, const struct mention_stop *stops, size_t count)
{
    for (int list = 0; list < 3; list++) {
        names->words[list] = arena_alloc(&names->arena, (count + 1) * sizeof(uint32_t));
        if (!names->words[list]) return false;
    }
    for (size_t i = 0; i < count; i++) {
        int list = word_list(stops[i].kind);
        if (list >= 0) mention_word(stops[i].phrase, &names->words[list][names->word_counts[list]++]);
        else if (stops[i].kind == MENTION_STOP_PERSON) flag_names(names, stops[i].phrase, MENTION_IS_PERSON);
        else if (stops[i].kind == MENTION_STOP_SURNAME) flag_names(names, stops[i].phrase, MENTION_IS_SURNAME);
        else if (stops[i].kind == MENTION_STOP_STATE) flag_names(names, stops[i].phrase, MENTION_IS_STATE);
        else if (!add_entry(names, stops[i].phrase, MENTION_NAME, has_small(stops[i].phrase), MENTION_NONE))
            return false;
    }
    for (int list = 0; list < 3; list++)
        qsort(names->words[list], names->word_counts[list], sizeof(uint32_t), compare_hashes);
    return true;
}

static bool build(struct mention_names *names, const struct mention_name *given, size_t count,
                  const struct mention_stop *stops, size_t stop_count)
{
    names->entries = arena_alloc(&names->arena, (count + stop_count) * sizeof *names->entries);
    if (!names->entries) return false;
    for (size_t i = 0; i < count; i++) {
        enum mention_kind kind = given[i].kind;
        bool exact = given[i].case_sensitive || kind == MENTION_FOREIGN ||
                     (kind == MENTION_ACRONYM && !has_small(given[i].name));
        if (!add_entry(names, given[i].name, kind, exact, given[i].entity)) return false;
    }
    return add_stops(names, stops, stop_count) && build_slots(names);
}

struct mention_names *mention_names_new(const struct mention_name *given, size_t count,
                                        const struct mention_stop *stops, size_t stop_count, struct error *error)
{
    struct mention_names *names = calloc(1, sizeof *names);
    if (names) {
        arena_init(&names->arena, 0);
        if (build(names, given, count, stops, stop_count)) return names;
        mention_names_free(names);
    }
    error_set(error, ERROR_MEMORY, "out of memory for the names of %zu entities", count);
    return NULL;
}

void mention_names_free(struct mention_names *names)
{
    if (names) arena_release(&names->arena);
    free(names);
}

// Looking up ------------------------------------------------------------------------------------------------------

const struct mention_entry *mention_lookup(const struct mention_names *names, uint32_t hash)
{
    for (uint32_t at = hash & names->slots_mask; names->slots[at]; at = (at + 1) & names->slots_mask) {
        const struct mention_entry *e = &names->entries[names->slots[at] - 1];
        if (e->hash == hash) return e;
    }
    return NULL;
}

bool mention_word_is(const struct mention_names *names, enum mention_stop_kind kind, struct str word)
{
    int list = word_list(kind);
    uint32_t hash;
    return mention_word(word, &hash) &&
           bsearch(&hash, names->words[list], names->word_counts[list], sizeof hash, compare_hashes) != NULL;
}
