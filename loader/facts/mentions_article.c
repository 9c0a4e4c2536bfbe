#include "facts/mentions_article.h"

#define WORDS_MAX       12   // of what an acronym stands for
#define TECHNICAL_MIN   5    // words of technical things in an article that is of them
#define TECHNICAL_BYTES 400  // and at least one in so many bytes

struct words {
    struct str all[WORDS_MAX];
    size_t count;
};

static bool is_same(const struct mention_article *a, uint32_t x, uint32_t y)
{
    return x != MENTION_NONE && y != MENTION_NONE && str_equal(a->entity_ids[x], a->entity_ids[y]);
}

static bool is_plain(struct str s, size_t at)
{
    size_t n;
    return at < s.n && mention_is_word(mention_character(s, at, &n));
}

static size_t character_before(struct str s, size_t at)
{
    while (at && ((unsigned char)s.p[at - 1] & 0xC0) == 0x80) at--;
    return at ? at - 1 : 0;
}

// The last words of s before a gap of more than a space or hyphen, the last first.
static struct words words_before(struct str s)
{
    struct words w = {.count = 0};
    size_t end = s.n;
    while (w.count < WORDS_MAX && end) {
        size_t at = end;
        while (at && is_plain(s, character_before(s, at))) at = character_before(s, at);
        if (at == end) break;
        w.all[w.count++] = str_slice(s, at, end);
        if (!at || !strchr(" -'", s.p[at - 1])) break;
        end = at - 1;
    }
    return w;
}

// The first words of s, the first first.
static struct words words_after(struct str s)
{
    struct words w = {.count = 0};
    for (size_t at = 0, n; w.count < WORDS_MAX && at < s.n;) {
        size_t end = at;
        while (is_plain(s, end)) mention_character(s, end, &n), end += n;
        if (end == at) break;
        w.all[w.count++] = str_slice(s, at, end);
        if (end == s.n || !strchr(" -'", s.p[end])) break;
        at = end + 1;
    }
    return w;
}

static uint32_t first_lower(struct str s)
{
    size_t n;
    return mention_lower(mention_character(s, 0, &n));
}

// Whether the words' first letters make the acronym, from its end (last: the words are in that order) or its beginning;
// *used are those that do. Small words may be left out (Organisation of Petroleum).
static bool spells(struct words *w, struct str acronym, bool last)
{
    size_t letters = 0, met = 0, i = 0, used = 0;
    uint32_t all[WORDS_MAX];
    for (size_t at = 0, n; at < acronym.n; at += n) {
        uint32_t c = mention_character(acronym, at, &n);
        if (!mention_is_word(c)) continue;
        if (letters == WORDS_MAX) return false;
        all[letters++] = mention_lower(c);
    }
    for (; i < w->count && met < letters; i++) {
        uint32_t c = first_lower(w->all[i]);
        if (c == all[last ? letters - 1 - met : met]) w->all[used++] = w->all[i], met++;
        else if (w->all[i].n > 3 || !met) return false;
    }
    w->count = used;
    return letters > 1 && met == letters;
}

#define STEM 4  // bytes in which words of one name agree, whatever their endings

static bool shares_word(struct str name, struct str word)
{
    if (word.n < STEM) return false;
    for (size_t at = 0, n, end; at < name.n; at = end + n) {
        for (end = at, n = 1; end < name.n && mention_is_word(mention_character(name, end, &n)); n = 1) {
            mention_character(name, end, &n);
            end += n;
        }
        if (end - at < STEM) continue;
        size_t i = 0;
        while (i < STEM && (name.p[at + i] | 0x20) == (word.p[i] | 0x20)) i++;
        if (i == STEM) return true;
    }
    return false;
}

// Whether half of the words are in names of the entity: then the acronym is explained as its own.
static bool are_its_own(const struct mention_article *a, const struct mention_set *set, uint32_t entity,
                        const struct words *w)
{
    size_t own = 0, long_words = 0;
    for (size_t i = 0; i < w->count; i++) {
        bool shared = false;
        long_words += w->all[i].n >= STEM;
        for (size_t j = 0; j < set->count && !shared; j++)
            shared = is_same(a, set->entries[j].entity, entity) && shares_word(set->entries[j].name, w->all[i]);
        own += shared;
    }
    return 2 * own >= long_words;
}

// The words that explain the acronym, if brackets say so.
static bool find_words(struct str text, size_t start, size_t end, struct words *w)
{
    struct str acronym = str_slice(text, start, end);
    bool inside = start && text.p[start - 1] == '(' && end < text.n && text.p[end] == ')';
    if (inside) {
        size_t open = start - 1;
        while (open && text.p[open - 1] == ' ') open--;
        *w = words_before(str_slice(text, 0, open));
        if (spells(w, acronym, true)) return true;
        size_t close = end + 1;
        while (close < text.n && text.p[close] == ' ') close++;
        *w = words_after(str_slice(text, close, text.n));
        return close > end + 1 && spells(w, acronym, false);
    }
    if (end + 1 >= text.n || text.p[end] != ' ' || text.p[end + 1] != '(') return false;
    *w = words_after(str_slice(text, end + 2, text.n));
    return spells(w, acronym, false);
}

// The World Health Organization (WHO): its name stands right before.
static bool is_behind_name(const struct mention_article *a, const struct mention *last, uint32_t entity,
                           struct str text, size_t start)
{
    if (!last || !start || text.p[start - 1] != '(') return false;
    size_t end = start - 1;
    while (end && text.p[end - 1] == ' ') end--;
    return last->byte_start + last->byte_length == end && is_same(a, last->entity, entity);
}

bool article_explains(struct mention_article *a, const struct mention_set *set, const struct mention_entry *e,
                      const struct mention *last, struct str text, size_t start, size_t end)
{
    struct words w;
    uint32_t hash = e->hash;
    for (size_t i = 0; i < a->explained_count; i++)
        if (a->explained[i].hash == hash) return a->explained[i].other;
    bool own = is_behind_name(a, last, e->entity, text, start);
    if (a->explained_count == MENTION_EXPLAINED || (!own && !find_words(text, start, end, &w))) return false;
    own = own || are_its_own(a, set, e->entity, &w);
    a->explained[a->explained_count].hash = hash;
    a->explained[a->explained_count++].other = !own;
    return !own;
}

// Whether the language has a name of its own for the entity: then Georgia is no country in it, but Georgien is.
static bool is_foreign(struct mention_article *a, const struct mention_set *set, uint32_t entity)
{
    for (size_t i = 0; !a->foreign && i < set->count && set->language[0]; i++) {
        const struct mention_entry *e = &set->entries[i];
        if (e->kind == MENTION_FOREIGN && is_same(a, e->entity, entity) && e->flags & MENTION_IS_LATIN)
            a->foreign = MENTION_FOREIGN_YES;
    }
    if (!a->foreign) a->foreign = MENTION_FOREIGN_NO;
    return a->foreign == MENTION_FOREIGN_YES;
}

static bool is_of_state(const struct mention_article *a, const uint32_t evidence[EVIDENCES], bool alone)
{
    if (evidence[EVIDENCE_COUNTRY]) return false;
    if (evidence[EVIDENCE_STATE]) return true;
    if (alone) return a->after_state;  // in a list of such names
    return a->evidence[EVIDENCE_STATE] > a->evidence[EVIDENCE_COUNTRY];
}

size_t article_settle(struct mention_article *a, const struct mention_set *set, const uint32_t evidence[EVIDENCES],
                      struct str text, struct mention *found, size_t count)
{
    size_t left = 0;
    a->bytes += text.n;
    for (int i = 0; i < EVIDENCES; i++) a->evidence[i] += evidence[i];
    bool technical = a->evidence[EVIDENCE_TECHNICAL] >= TECHNICAL_MIN &&
                     (size_t)a->evidence[EVIDENCE_TECHNICAL] * TECHNICAL_BYTES >= a->bytes;
    for (size_t i = 0; i < count; i++) {
        bool alone = found[i].byte_length == str_trim(text).n;
        if (found[i].flags & MENTION_IS_STATE && !a->in_table &&
            (is_of_state(a, evidence, alone) || is_foreign(a, set, found[i].entity)))
            continue;
        if (found[i].flags & MENTION_IS_TECHNICAL && technical) continue;
        found[left++] = found[i];
    }
    a->after_state = evidence[EVIDENCE_STATE] > 0 || (a->after_state && left < count);
    return left;
}
