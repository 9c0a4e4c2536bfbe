#include "facts/parties.h"

#include "base/utf8.h"
#include "facts/item_key.h"

#define TITLE_WORDS 5

struct fact_text fact_text_slice(const struct fact_text *whole, struct str part)
{
    struct fact_text slice = {part, whole->mentions, 0};
    uint32_t from = 0;
    while (from < whole->count && whole->mentions[from].text.p < part.p) from++;
    slice.mentions += from;
    while (from + slice.count < whole->count &&
           slice.mentions[slice.count].text.p + slice.mentions[slice.count].text.n <= part.p + part.n)
        slice.count++;
    return slice;
}

// What stands between two parties, before the first or behind the last.
struct gap {
    int open;        // brackets
    bool separates;  // holds a separator or "and"
    bool says;       // anything else
};

static bool joins(struct str word)
{
    static const char *const words[] = {"and", "und", "et", "y", "e", "en", "i", "or", "with"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(word, str_from(words[i]))) return true;
    return false;
}

static void read_word(struct gap *gap, struct str word)
{
    if (joins(word)) gap->separates = true;
    else if (!str_equal(word, STR("the")) && !str_equal(word, STR("The"))) gap->says = true;
}

static struct gap read_gap(struct str s)
{
    struct gap gap = {0};
    size_t word = 0;  // bytes of the word before
    for (size_t at = 0, width; at <= s.n; at += width) {
        uint32_t c = at < s.n ? utf8_decode(str_slice(s, at, s.n), &width) : 0;
        if (at == s.n) width = 1;
        if (!gap.open && (is_key_letter(c) || (c >= '0' && c <= '9'))) {
            word += width;
            continue;
        }
        if (word) read_word(&gap, str_slice(s, at - word, at));
        word = 0;
        if (c == '(' || c == '[') gap.open++;
        else if ((c == ')' || c == ']') && gap.open) gap.open--;
        else if (!gap.open && c && c < 0x80 && strchr(",;/&+\n", (int)c)) gap.separates = true;
        else if (!gap.open && (c == 0x60C || c == 0x61B || c == 0x3001 || c == 0xFF0C || c == 0xFF1B || c == 0x2022))
            gap.separates = true;
        else if (!gap.open && (c == '-' || c == '$' || c == '%' || (c >= 0x2010 && c <= 0x2015))) gap.says = true;
    }
    return gap;
}

size_t parties_of(const struct fact_text *t, struct party parties[PARTIES_MOST])
{
    size_t count = 0, end = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        size_t start = (size_t)(t->mentions[i].text.p - t->text.p);
        struct gap gap = read_gap(str_slice(t->text, end, start));
        if (gap.open) continue;                               // Germany (GER)
        bool again = count && !gap.says && !gap.separates &&  // a flag beside the name
                     str_equal(parties[count - 1].entity_id, t->mentions[i].entity_id);
        if (again) end = start + t->mentions[i].text.n;
        if (again) continue;
        if (gap.says || (count && !gap.separates) || count == PARTIES_MOST) return 0;
        parties[count++] = t->mentions[i];
        end = start + t->mentions[i].text.n;
    }
    if (!count || read_gap(str_slice(t->text, end, t->text.n)).says) return 0;
    return count;
}

static bool is_at_end(const struct fact_text *t)
{
    const struct party *m = &t->mentions[0], *last = &t->mentions[t->count - 1];
    struct str s = str_trim(t->text);
    size_t spaces = 0;
    for (size_t i = 0; i < s.n; i++) spaces += s.p[i] == ' ';
    return spaces < TITLE_WORDS && (m->text.p == s.p || last->text.p + last->text.n == s.p + s.n);
}

const struct party *party_only(const struct fact_text *t, bool title)
{
    for (uint32_t i = 1; i < t->count; i++)
        if (!str_equal(t->mentions[i].entity_id, t->mentions[0].entity_id)) return NULL;
    return t->count && (!title || is_at_end(t)) ? &t->mentions[0] : NULL;
}
