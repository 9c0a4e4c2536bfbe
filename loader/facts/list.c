#include "facts/list.h"

#include "base/utf8.h"
#include "facts/item_key.h"
#include "facts/list_words.h"

#define COMMA_WORDS     6  // of a part between commas, at most
#define SEMICOLON_WORDS 8
#define AND_WORDS       5  // of a part of a list that "and" ends

enum list_kind { LIST_NONE, LIST_LINE, LIST_SEMICOLON, LIST_COMMA };

struct list {
    struct str text;
    enum list_kind kind;
    struct str *elements;
    size_t count;
    int longest;     // words of the longest element
    size_t numbers;  // elements that begin with a digit
    bool digits;     // the text has some
};

// Characters -------------------------------------------------------------------------------------------------------

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Neither a separator nor a bracket or quotation mark: what texts are made of.
static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || c == ' ' || is_capital(c) || is_digit(c);
}

// Bytes of the separator at p, and what it separates; 0 for none.
static size_t separator(const char *p, size_t left, enum list_kind *kind)
{
    static const struct {
        struct str sign;
        enum list_kind kind;
    } wide[] = {{{"،", 2}, LIST_COMMA},  {{"؛", 2}, LIST_SEMICOLON},  {{"、", 3}, LIST_COMMA},
                {{"，", 3}, LIST_COMMA}, {{"；", 3}, LIST_SEMICOLON}, {{"•", 3}, LIST_LINE},
                {{"▪", 3}, LIST_LINE},   {{"‣", 3}, LIST_LINE}};
    if (*p == ',') return *kind = LIST_COMMA, 1;
    if (*p == ';') return *kind = LIST_SEMICOLON, 1;
    if (*p == '\n') return *kind = LIST_LINE, 1;
    if ((unsigned char)*p < 0xD8) return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (str_starts((struct str){p, left}, wide[i].sign)) return *kind = wide[i].kind, wide[i].sign.n;
    return 0;
}

// Whether the list has the word in lower case.
static bool is_listed_lower(const char *list, struct str word)
{
    char lower[3 * STR_LISTED_MOST];  // what is no UTF-8 becomes U+FFFD
    size_t n = 0;
    if (word.n > STR_LISTED_MOST) return false;
    for (size_t at = 0, width; at < word.n; at += width)
        n += utf8_encode(lower_case(utf8_decode(str_slice(word, at, word.n), &width)), lower + n);
    return str_is_listed(list, (struct str){lower, n});
}

static struct str first_word(struct str s)
{
    const char *space = s.n ? memchr(s.p, ' ', s.n) : NULL;
    return space ? str_slice(s, 0, (size_t)(space - s.p)) : s;
}

static struct str last_word(struct str s)
{
    size_t at = s.n;
    while (at && s.p[at - 1] != ' ') at--;
    return str_slice(s, at, s.n);
}

static int count_words(struct str s)
{
    int words = 1;
    for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, ' ', (size_t)(end - p))); p++) words++;
    return words;
}

// What separates -----------------------------------------------------------------------------------------------------

// What a walk from the end has passed: closing brackets that are not opened, and quotation marks.
struct closed {
    int brackets;
    bool straight, curly, angle, low;  // inside of "…", “…”, «…», „…“
};

static void pass(struct closed *c, const char *p, size_t left)
{
    struct str s = {p, left};
    if (*p == ')' || *p == ']' || *p == '}') c->brackets++;
    else if (*p == '(' || *p == '[' || *p == '{') c->brackets -= c->brackets > 0;
    else if (*p == '"') c->straight = !c->straight;
    else if (str_starts(s, STR("”"))) c->curly = true;
    else if (str_starts(s, STR("“"))) c->curly = false, c->low = true;
    else if (str_starts(s, STR("»"))) c->angle = true;
    else if (str_starts(s, STR("«"))) c->angle = false;
    else if (str_starts(s, STR("„"))) c->low = false;
}

static bool is_closed(const struct closed *c)
{
    return c->brackets || c->straight || c->curly || c->angle || c->low;
}

// Most texts have none.
static bool has_separator(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == ';' || s.p[i] == '\n' || (unsigned char)s.p[i] >= 0xD8) return true;
    return false;
}

// The kind by which a list would be split: the strongest separator that stands free.
static enum list_kind kind_of(struct str s)
{
    struct closed closed = {0};
    enum list_kind strongest = LIST_NONE, kind;
    for (size_t at = s.n; at--;) {
        if (is_plain(s.p[at])) continue;
        if (separator(s.p + at, s.n - at, &kind)) {
            bool number = kind == LIST_COMMA && at && at + 1 < s.n && is_digit(s.p[at - 1]) && is_digit(s.p[at + 1]);
            if (kind == LIST_LINE) return LIST_LINE;
            if (!number && !is_closed(&closed) && (!strongest || kind < strongest)) strongest = kind;
        } else {
            pass(&closed, s.p + at, s.n - at);
        }
    }
    return strongest;
}

static struct str trim_part(struct list *l, struct str s)
{
    s = str_trim(s);
    if (l->kind != LIST_LINE) return s;
    size_t mark = str_starts(s, STR("- ")) || str_starts(s, STR("* ")) ? 2 : str_starts(s, STR("– ")) ? 4 : 0;
    return str_trim(str_slice(s, mark, s.n));
}

// False where the part shows that there is no list. Parts are met from the last to the first.
static bool add_part(struct list *l, struct str part)
{
    part = trim_part(l, part);
    if (!part.n || str_is_listed(LIST_ENDS, part)) return true;
    int words = count_words(part);
    if (l->count == LIST_MOST) return false;
    if (l->kind == LIST_SEMICOLON && words > SEMICOLON_WORDS) return false;
    if (l->kind == LIST_COMMA && words > COMMA_WORDS) return false;
    if (words > l->longest) l->longest = words;
    l->numbers += is_digit(part.p[0]);
    l->elements[LIST_MOST - ++l->count] = part;
    return true;
}

// Splits from the end, and puts the elements in order. False where the text is no list.
static bool split(struct list *l)
{
    struct closed closed = {0};
    struct str s = l->text;
    size_t end = s.n, n;
    enum list_kind kind;
    // a line break hides bullet signs between words
    bool lines = l->kind == LIST_LINE && memchr(s.p, '\n', s.n);
    for (size_t at = s.n; at--;) {
        if (is_plain(s.p[at])) continue;
        if (!(n = separator(s.p + at, s.n - at, &kind))) {
            pass(&closed, s.p + at, s.n - at);
            continue;
        }
        bool number = kind == LIST_COMMA && at && at + 1 < s.n && is_digit(s.p[at - 1]) && is_digit(s.p[at + 1]);
        if (kind != l->kind || number || (kind != LIST_LINE && is_closed(&closed))) continue;
        if (lines && s.p[at] != '\n' && str_trim(str_slice(s, 0, at)).n &&
            str_trim(str_slice(s, 0, at)).p + str_trim(str_slice(s, 0, at)).n == s.p + at)
            continue;
        if (!add_part(l, str_slice(s, at + n, end))) return false;
        end = at;
    }
    if (!add_part(l, str_slice(s, 0, end)) || l->count < 2) return false;
    l->elements += LIST_MOST - l->count;
    for (size_t i = 1; i < l->count && l->kind == LIST_COMMA; i++)
        if (str_is_listed(LIST_GOES_ON, first_word(l->elements[i]))) return false;
    return true;
}

// Comma lists --------------------------------------------------------------------------------------------------------

// A full stop inside: "One. Two"
static bool has_sentence_end(struct str s)
{
    for (size_t at = 0, width; at + 2 < s.n; at++) {
        if (s.p[at] != '.' && s.p[at] != '!' && s.p[at] != '?') continue;
        struct str rest = str_slice(s, at + 1, s.n);
        if (!(width = str_space_first(rest))) continue;
        uint32_t c = utf8_decode(str_slice(rest, width, rest.n), &width);
        if (lower_case(c) != c) return true;
    }
    return false;
}

static bool ends_sentence(struct str s)
{
    return strchr(".!?", s.p[s.n - 1]) || str_ends(s, STR("…")) || str_ends(s, STR("。"));
}

// May 12 at the end of an element: before a year, or behind the day of the week.
static bool has_date(const struct list *l)
{
    for (size_t i = 0; i < l->count; i++) {
        struct str s = l->elements[i], day = last_word(s);
        if (day.n > 2 || day.n == s.n || !is_digit(day.p[0])) continue;
        struct str month = last_word(str_slice(s, 0, s.n - day.n - 1));
        if (month.n >= 3 && is_listed_lower(LIST_MONTHS, str_slice(month, 0, 3))) return true;
    }
    return false;
}

// 13 August 1918, 1352 hrs; 3 years, 229 days
static bool is_measure(struct str s)
{
    static const char units[] =
        "|hr|hrs|hours|h|am|pm|a.m|a.m.|p.m|p.m.|uhr|utc|gmt|month|months|week|weeks|day|days|minute|minutes|min|"
        "second|seconds|"
        "sec|tag|tage|monat|monate|";
    return is_digit(s.p[0]) && is_listed_lower(units, last_word(s));
}

static bool contains_word(struct str s, struct str word)
{
    for (size_t at = 0; at + word.n < s.n; at++)
        if (s.p[at] == ' ' && memcmp(s.p + at + 1, word.p, word.n) == 0) return true;
    return false;
}

// Two elements that are one: "Smith, JohnJohn Smith"; "Sunjong, the last emperor"; "3 years, 229 days".
static bool is_turned(const struct list *l)
{
    struct str first = l->elements[0], last = l->elements[1];
    if (!str_equal(first, last) && contains_word(last, first)) return true;
    if (str_is_listed("|the|a|an|", first_word(last)) && is_capital(l->text.p[0])) return true;
    return l->numbers && is_measure(last);
}

static struct str without_bracket(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '(' || s.p[i] == '[') return str_trim(str_slice(s, 0, i));
    return s;
}

static bool is_region(struct str s)
{
    if (is_listed_lower(LIST_REGIONS, s)) return true;
    return str_ends(s, STR(".")) && is_listed_lower(LIST_REGIONS, str_slice(s, 0, s.n - 1));
}

static bool has_state(struct str s)
{
    for (size_t i = 0; i + 1 < s.n; i++) {
        bool begins = i == 0 || s.p[i - 1] == ' ', ends = i + 2 == s.n || s.p[i + 2] == ' ' || is_digit(s.p[i + 2]);
        if (begins && ends && is_capital(s.p[i]) && str_is_listed(LIST_STATES, str_slice(s, i, i + 2))) return true;
    }
    return false;
}

// "Athens, Greece", "Erie, PA 16501": a place with its state or country, and not a list of countries.
static bool is_place(const struct list *l)
{
    size_t width;
    uint32_t c = utf8_decode(l->elements[0], &width);
    if (l->count > 3 || lower_case(c) == c) return false;
    struct str last = l->elements[l->count - 1];
    if (!is_region(without_bracket(last)) && !has_state(l->elements[1]) && !has_state(last)) return false;
    return !is_region(l->elements[0]);
}

static bool has_preposition(struct str s)
{
    for (size_t from = 0; from < s.n;) {
        struct str word = first_word(str_slice(s, from, s.n));
        if (is_listed_lower(LIST_PREPOSITIONS, word)) return true;
        from += word.n + 1;
    }
    return false;
}

// Splits the last element at "and", where it begins with it or joins two. False where the enumeration is prose.
static bool split_and(struct list *l)
{
    struct str last = l->elements[l->count - 1];
    if (str_starts(last, STR("& "))) last = l->elements[l->count - 1] = str_slice(last, 2, last.n);
    bool begins = str_is_listed(LIST_AND, first_word(last)) && first_word(last).n < last.n;
    size_t joined = 0, width = 0;
    for (size_t at = 1; at + 1 < last.n && !joined; at++) {
        if (last.p[at - 1] != ' ') continue;
        struct str word = first_word(str_slice(last, at, last.n));
        if (word.n + at < last.n && str_is_listed(LIST_AND, word)) joined = at, width = word.n;
    }
    if (!begins && !joined) return true;
    if (l->longest > AND_WORDS || has_preposition(l->elements[0])) return false;
    if (begins) {
        l->elements[l->count - 1] = str_trim(str_slice(last, first_word(last).n, last.n));
    } else if (!is_listed_lower(LIST_PAIRS, last)) {
        l->elements[l->count - 1] = str_trim(str_slice(last, 0, joined));
        l->elements[l->count++] = str_trim(str_slice(last, joined + width, last.n));
    }
    return true;
}

static bool is_comma_list(const struct list *l)
{
    struct str last = l->elements[l->count - 1];
    if (l->longest > 3 && ends_sentence(last)) return false;
    if (has_sentence_end(l->text)) return false;
    if (l->numbers && l->numbers != l->count) return false;
    if (l->digits && has_date(l)) return false;
    if (l->count == 2 && is_turned(l)) return false;
    return !is_place(l);
}

// The full stop after the list is not the last element's.
static void drop_stop(struct list *l)
{
    struct str *last = &l->elements[l->count - 1];
    if (last->n < 4 || last->p[last->n - 1] != '.') return;
    for (size_t i = 2; i <= 4; i++)
        if (!is_key_letter((unsigned char)last->p[last->n - i]) && (unsigned char)last->p[last->n - i] < 0x80) return;
    last->n--;
}

static bool make_list(struct list *l)
{
    if (!split(l)) return false;
    if (l->kind == LIST_COMMA && !(is_comma_list(l) && split_and(l))) return false;
    struct str *last = &l->elements[l->count - 1];
    struct str word = first_word(*last);
    if (l->kind == LIST_SEMICOLON && word.n < last->n && str_is_listed(LIST_AND, word))
        *last = str_slice(*last, word.n + 1, last->n);
    drop_stop(l);
    return true;
}

bool list_elements(struct str text, struct arena *arena, struct str **elements, size_t *count)
{
    struct str room[LIST_MOST + 1];  // one more where "and" joins the last two
    struct list l = {.text = text, .kind = has_separator(text) ? kind_of(text) : LIST_NONE, .elements = room};
    for (size_t i = 0; i < text.n && !l.digits; i++) l.digits = is_digit(text.p[i]);
    bool is_list = l.kind && make_list(&l);
    *count = is_list ? l.count : 1;
    *elements = arena_alloc(arena, *count * sizeof **elements);
    if (!*elements) return false;
    if (is_list) memcpy(*elements, l.elements, *count * sizeof **elements);
    else **elements = text;
    return true;
}
