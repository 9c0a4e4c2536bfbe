#include "facts/byline.h"

#include "base/utf8.h"
#include "facts/byline_words.h"
#include "facts/item_key.h"

#define LINE_BYTES     220  // of a line with a label, at most
#define LABEL_BYTES    40   // of a label alone on its line
#define BARE_BYTES     140  // of one without
#define DATELINE_BYTES 80   // of a dateline up to its date
#define LONG_DATELINE  100  // the same with the date
#define TEXT_BYTES     30   // behind a dateline, at least
#define NAMES          8    // words of names, at most
#define UNKNOWN        3    // words behind a labelled date that no byline has, at most: topics
#define COUNT_DIGITS   3    // of figures behind a date: 8 min read, 25 comments
#define WORD_BYTES     48

// The words and signs of a line, up to where it is read.
struct reading {
    struct str rest;
    int names, unknown, numbers;
    bool marked;             // has what tells a byline from a list of names
    bool foreign;            // has what no byline has
    bool in_name;            // the last word is one of no byline
    bool after_by;           // the next one is a name
    bool parted;             // a sign stands behind the last name
    bool on;                 // `Paris on`: what goes on with a date is a sentence
    enum byline_word label;  // of the next date: DATE, PUBLISHED, UPDATED, else NONE
    char before;             // the byte before the rest
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Four digits in a row: one of any four bytes of them is looked at.
static bool has_year(struct str s)
{
    for (size_t i = 3; i < s.n; i += 4) {
        if (!is_digit(s.p[i])) continue;
        size_t from = i, to = i + 1;
        while (from > i - 3 && is_digit(s.p[from - 1])) from--;
        while (to < s.n && to - from < 4 && is_digit(s.p[to])) to++;
        if (to - from == 4) return true;
    }
    return false;
}

static void go(struct reading *r, size_t n)
{
    r->before = r->rest.p[n - 1];
    r->rest = str_slice(r->rest, n, r->rest.n);
}

static bool go_past(struct reading *r, struct str literal)
{
    if (!str_starts(r->rest, literal)) return false;
    go(r, literal.n);
    return true;
}

static size_t count_digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && is_digit(s.p[n])) n++;
    return n;
}

// 11:14, 10.55, 22h23, 16:05:36, the first figure of 9 Uhr; any other number is counted.
static void read_number(struct reading *r)
{
    size_t n = count_digits(r->rest), more;
    bool time = false;
    while (n <= 8 && n + 1 < r->rest.n && strchr(":.hH", r->rest.p[n]) &&
           (more = count_digits(str_slice(r->rest, n + 1, r->rest.n))) == 2) {
        time = true;
        n += 1 + more;
    }
    go(r, n);
    if (time) r->marked = true;
    else r->numbers += n <= COUNT_DIGITS ? 1 : 100;
}

// Letters, in lower case into out; a name begins with a capital, or is of a script that has none.
static struct str take_word(struct reading *r, char out[WORD_BYTES], bool *named)
{
    size_t at = 0, n = 0;
    *named = false;
    for (size_t length; at < r->rest.n; at += length) {
        uint32_t c = utf8_decode(str_slice(r->rest, at, r->rest.n), &length);
        if (!is_key_letter(c)) break;
        if (!at) *named = lower_case(c) != c || c >= 0x590;
        if (n < WORD_BYTES - 4) n += utf8_encode(lower_case(c), out + n);
    }
    if (at) go(r, at);
    return (struct str){out, n};
}

static void read_word(struct reading *r, struct str word, bool named)
{
    bool after_by = r->after_by;
    enum byline_word kind = byline_word(word);
    r->after_by = false;
    if (kind != BYLINE_WORD_BESIDE) r->in_name = false;
    switch (kind) {
    case BYLINE_WORD_FOREIGN: r->foreign = true; break;
    case BYLINE_WORD_UPDATED: r->label = BYLINE_WORD_UPDATED; break;
    case BYLINE_WORD_DATE:
    case BYLINE_WORD_PUBLISHED:
        if (r->label == BYLINE_WORD_NONE || r->label == BYLINE_WORD_DATE) r->label = kind;
        break;
    case BYLINE_WORD_BY: r->marked = r->after_by = true; break;
    case BYLINE_WORD_WEEKDAY: break;
    case BYLINE_WORD_BESIDE: r->on |= r->names && !r->parted; break;
    case BYLINE_WORD_NONE:
        r->in_name = true;
        r->parted = r->on = false;
        if (named || after_by) r->names++;
        else r->unknown++;
    }
}

static void read_sign(struct reading *r)
{
    size_t length;
    uint32_t c = utf8_decode(r->rest, &length);
    if (c == '@' || c == 0xA9 || c == '?' || c == '!' || c == '%' || c == '=' || c == 0x2020) r->foreign = true;
    if (c == ':' && r->in_name) r->foreign = true;  // another label
    if (c != ' ') r->parted = true;
    if (c == '|' || c == 0xB7 || c == 0x2022 || (c == '-' && r->before == ' ')) r->marked = true;
    go(r, length);
}

// What follows goes on: (Reuters) –, /PRNewswire/ --, :
static bool is_dateline(struct str s, bool placed)
{
    static const char *const dashes[] = {"–", "—", "--", "- ", ":", "/", ". "};
    for (size_t i = 0; i < s.n && i < DATELINE_BYTES / 2; i++) {
        struct str behind = str_slice(s, i, s.n);
        if (str_starts(behind, STR("):"))) return false;  // Archive picture (3 May 2024): whose caption it is
        bool inner = s.p[i] == ' ' || s.p[i] == ',' || s.p[i] == '(' || s.p[i] == ')' || s.p[i] == '.';
        for (size_t d = 0; d < sizeof dashes / sizeof *dashes - (placed ? 0 : 3); d++)
            if (str_starts(behind, str_from(dashes[d]))) return behind.n > TEXT_BYTES;
        if (s.p[i] == '(') {
            const char *close = memchr(behind.p, ')', behind.n < DATELINE_BYTES / 2 ? behind.n : DATELINE_BYTES / 2);
            if (!close) return false;
            i += (size_t)(close - behind.p);
        } else if (!inner) {
            return false;
        }
    }
    return false;
}

// The last word of up to two before a colon: ` Title: …`, ` Media Contact: …`, fields of a head whose lines were
// joined.
static struct str field_behind(struct str s)
{
    struct str word = STR_NULL;
    for (int n = 0; n < 2 && s.n > 1 && s.p[0] == ' '; n++) {
        size_t at = 1;
        while (at < s.n && ((s.p[at] & 0x80) || str_is_word_byte(s.p[at]))) at++;
        word = str_slice(s, 1, at);
        s = str_slice(s, at, s.n);
        if (word.n && s.n && s.p[0] == ':') return word;
    }
    return STR_NULL;
}

static bool may_date(const struct reading *r)
{
    return !((signed char)r->before > 0 && str_is_word_byte(r->before)) &&
           ((r->rest.p[0] & 0x80) || str_is_word_byte(r->rest.p[0]));
}

static bool take_date(struct reading *r, enum date_order order, int32_t *days)
{
    struct str rest = r->rest;
    if (!may_date(r) || !value_date_take(&rest, order, days) || (rest.n && is_digit(rest.p[0]))) return false;
    go(r, r->rest.n - rest.n);
    if (r->rest.n > 1 && r->rest.p[0] == 'T' && is_digit(r->rest.p[1])) go(r, 1);
    if (!go_past(r, STR(" года"))) go_past(r, STR(" г."));  // Russian says that it is a year
    return true;
}

struct dated {
    bool any, differs;
    int names;  // before it
    enum byline_word label;
    int32_t days;
    int unknown;  // words before it
};

// False: the line is no byline.
static bool see_date(struct dated *d, struct reading *r, int32_t days)
{
    if (r->foreign || r->unknown > d->unknown + (d->any ? UNKNOWN : 0) || (!d->any && r->numbers)) return false;
    bool published = r->label == BYLINE_WORD_PUBLISHED || r->label == BYLINE_WORD_DATE;
    bool sooner = d->label == BYLINE_WORD_UPDATED && published;
    if (!d->any || sooner) *d = (struct dated){true, d->differs, r->names, r->label, days, r->unknown};
    else if (days != d->days && r->label == BYLINE_WORD_NONE) d->differs = true;
    r->label = BYLINE_WORD_NONE;
    return true;
}

static enum byline kind_of_label(enum byline_word label)
{
    if (label == BYLINE_WORD_UPDATED) return BYLINE_UPDATED;
    return label == BYLINE_WORD_DATE ? BYLINE_DATED : BYLINE_PUBLISHED;
}

static enum byline kind_of(const struct dated *d, const struct reading *r, size_t bytes)
{
    if (!d->any) return BYLINE_NONE;
    if (r->label == BYLINE_WORD_PUBLISHED && r->unknown == d->unknown && !d->differs && !r->foreign)
        return BYLINE_PUBLISHED;  // behind it: wurde am 3. Mai 2024 veröffentlicht
    if (d->label != BYLINE_WORD_NONE) {
        if (r->unknown > UNKNOWN || d->differs) return BYLINE_NONE;
        return kind_of_label(d->label);
    }
    if (d->differs || r->foreign || r->unknown || r->numbers > 2 || r->names > NAMES || bytes > BARE_BYTES)
        return BYLINE_NONE;
    if (r->marked) return BYLINE_SIGNED;
    if (r->on && r->before == '.') return BYLINE_NONE;  // the end of a sentence, in text that is broken into lines
    return d->names && d->names == r->names ? BYLINE_PLACED : BYLINE_DAY;
}

// A day at the beginning of a joined head: `Date: May 3, 2024 Title: …` of any length, `May 3, 2024 Contact: Ann Lee`.
static enum byline kind_in_head(const struct dated *d, const struct reading *r, bool whole)
{
    struct str field = field_behind(r->rest);
    if (!field.n || r->names || r->unknown || r->marked) return BYLINE_NONE;
    if (d->label != BYLINE_WORD_NONE) return whole ? BYLINE_NONE : kind_of_label(d->label);
    return str_is_listed_any_case("|contact|contacts|contacto|contato|contatto|kontakt|", field) ? BYLINE_DAY
                                                                                                 : BYLINE_NONE;
}

enum byline byline_read(struct str line, enum date_order order, int32_t *days)
{
    bool whole = line.n <= LINE_BYTES;  // else only a dateline can be
    struct str head = whole ? line : utf8_prefix(line, LONG_DATELINE);
    if (!has_year(head)) return BYLINE_NONE;
    struct reading r = {.rest = head, .label = BYLINE_WORD_NONE, .before = ' '};
    struct dated d = {0};
    if (go_past(&r, STR("—")) || go_past(&r, STR("–"))) return BYLINE_NONE;  // who is quoted
    while (r.rest.n) {
        char word[WORD_BYTES];
        bool named;
        int32_t found;
        if (take_date(&r, order, &found)) {
            bool first = !d.any;
            if (!see_date(&d, &r, found)) break;
            if (str_starts(r.rest,
                           STR(":"))) {  // an entry of a list of days, unless it is labelled; what was added then
                r.foreign = true;
                if (d.label == BYLINE_WORD_UPDATED) return BYLINE_NONE;
            }
            size_t at = (size_t)(r.rest.p - line.p);
            enum byline kind = first ? kind_in_head(&d, &r, whole) : BYLINE_NONE;
            if (kind != BYLINE_NONE) {
                *days = found;
                return kind;
            }
            if (first && d.label == BYLINE_WORD_NONE && !r.on && at < DATELINE_BYTES &&
                is_dateline(str_slice(line, at, line.n), r.names > 0)) {
                *days = found;
                return BYLINE_DATELINE;
            }
            continue;
        }
        if (is_digit(r.rest.p[0])) {
            read_number(&r);
            continue;
        }
        struct str letters = take_word(&r, word, &named);
        if (letters.n) read_word(&r, letters, named);
        else read_sign(&r);
        if (!d.any && (r.unknown || r.foreign || r.names > NAMES)) return BYLINE_NONE;
    }
    if (d.any) *days = d.days;
    return whole ? kind_of(&d, &r, line.n) : BYLINE_NONE;
}

enum byline_label byline_label(struct str line)
{
    struct reading r = {.rest = line, .before = ' '};
    bool colon = line.n && line.p[line.n - 1] == ':', labels = false, dates = false, others = line.n > LABEL_BYTES;
    while (r.rest.n && !others) {
        char bytes[WORD_BYTES];
        bool named;
        struct str word = take_word(&r, bytes, &named);
        if (!word.n && !go_past(&r, STR(" ")) && !go_past(&r, STR(":"))) others = true;
        if (!word.n) continue;
        enum byline_word kind = byline_word(word);
        if (kind == BYLINE_WORD_PUBLISHED || kind == BYLINE_WORD_UPDATED) labels = true;
        else if (kind == BYLINE_WORD_DATE) dates = true;
        else if (kind != BYLINE_WORD_BESIDE) others = true;
    }
    if (labels && !others) return BYLINE_LABEL_DATE;
    return colon && (others || !dates) ? BYLINE_LABEL_OTHER : BYLINE_LABEL_NONE;
}
