#include "parse/speakers.h"

#include "parse/speaker_names.h"

enum {
    LABEL_BYTES = 80,  // … with a time and marks of emphasis
    TURNS = 2,         // of a speaker, at least
    ALL_TURNS = 4,     // of all
    TURN_BYTES = 20,   // of one, on average
    ASKED = 6,         // one turn in so many asks, where names alone don't tell
    ASKED_FULL = 20,   // … of Jane Doe and John Roe
    PROSE_BYTES = 60,  // a line of so many is a sentence, or goes on in the next
    NAMED_TURNS = 6,   // where the text tells by itself that they are people …
    NAMED_BYTES = 60,
    NAMED_MOST = 8,  // … so many of them
    BARE_MOST = 3,   // speakers whose names stand alone, where nothing else tells
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_emphasis(char c)
{
    return c == '*' || c == '_';
}

// A sign that ends what may be a label.
static inline bool is_no_label(char c)
{
    switch (c) {
    case '|':
    case '!':
    case '?':
    case ';':
    case '"':
    case '<':
    case '>':
    case '{':
    case '}':
    case '=':
    case '`': return true;
    default: return false;
    }
}

// What no turn begins with: a mark, a bracket, a number, small letters.
static inline bool begins_no_turn(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '|' || c == '#' || c == '>' || c == '(' ||
           c == '"' || c == '[';
}

// Lines --------------------------------------------------------------------------------------------------------------

static struct str skip_emphasis(struct str s)
{
    while (s.n && is_emphasis(s.p[0])) s = str_slice(s, 1, s.n);
    while (s.n && is_emphasis(s.p[s.n - 1])) s.n--;
    return str_trim(s);
}

// Bytes of a time at the end of the name, 12:05 or (00:12:05) or [12:05], and the space before it; 0 for none.
static size_t time_at_end(struct str name)
{
    size_t n = name.n, digits = 0, colons = 0;
    if (n && (name.p[n - 1] == ')' || name.p[n - 1] == ']')) n--;
    while (n && (is_digit(name.p[n - 1]) || name.p[n - 1] == ':')) {
        n--;
        digits += name.p[n] != ':';
        colons += name.p[n] == ':';
    }
    if (n && (name.p[n - 1] == '(' || name.p[n - 1] == '[')) n--;
    if (digits < 3 || !colons || !n || !is_space(name.p[n - 1])) return 0;
    while (n && is_space(name.p[n - 1])) n--;
    return name.n - n;
}

// Where the first colon stands behind which a label's text may follow; s.n for none. It may be the wide one, which
// begins with 0xEF.
static size_t label_end(struct str s, size_t *colon_bytes)
{
    size_t most = s.n < LABEL_BYTES ? s.n : LABEL_BYTES;
    if (!memchr(s.p, ':', most) && !memchr(s.p, 0xEF, most)) return s.n;
    for (size_t i = 1; i < most; i++) {
        char c = s.p[i];
        if (c == '\xEF' && str_starts(str_slice(s, i, s.n), STR("\xEF\xBC\x9A"))) return *colon_bytes = 3, i;
        if (c == ':' && (i + 1 == s.n || str_space_first(str_slice(s, i + 1, s.n)) || is_emphasis(s.p[i + 1])))
            return *colon_bytes = 1, i;
        if (is_no_label(c)) return s.n;
    }
    return s.n;
}

// Nothing but a time, in brackets or not.
static bool is_time(struct str s)
{
    size_t digits = 0, colons = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i]) && !memchr(":()[]\\", s.p[i], 6)) return false;
        digits += is_digit(s.p[i]);
        colons += s.p[i] == ':';
    }
    return digits > 2 && colons;
}

static bool with_colon(struct str s, struct turn *out)
{
    size_t colon = 0, end = label_end(s, &colon);
    if (end == s.n) return false;
    struct str name = skip_emphasis(str_slice(s, 0, end)), text = str_trim(str_slice(s, end + colon, s.n));
    // **Ash:** At seven
    if (is_emphasis(s.p[0]))
        while (text.n && is_emphasis(text.p[0])) text = str_slice(text, 1, text.n);
    text = str_trim(text);
    size_t time = time_at_end(name);
    *out = (struct turn){.name = str_slice(name, 0, name.n - time), .text = text, .alone = !text.n || is_time(text)};
    if (time) out->text = str_trim(str_slice(name, name.n - time, (size_t)(s.p + s.n - name.p)));
    return speaker_name_is(out->name);
}

// What no name that stands alone ends with.
static inline bool ends_no_name(struct str name)
{
    char c = name.p[name.n - 1];
    return c == '.' || c == ',' || c == ':' || c == '-' || is_no_label(c);
}

static bool without_colon(struct str s, struct turn *out)
{
    if (s.n > LABEL_BYTES) return false;
    struct str name = skip_emphasis(s);
    size_t time = time_at_end(name);
    *out = (struct turn){.name = str_slice(name, 0, name.n - time), .alone = true};
    out->text = str_trim(str_slice(name, out->name.n, name.n));
    out->timed = time > 0;
    if (out->name.n < 2 || ends_no_name(out->name) || !speaker_name_is(out->name)) return false;
    return speaker_name_is_full(out->name) ? !speaker_name_is_label(out->name) : speaker_name_is_person(out->name);
}

// The press office's form: Q    When …
static bool is_q(struct str s)
{
    return s.n > 2 && s.p[0] == 'Q' && str_space_first(str_slice(s, 1, s.n));
}

static bool read_turn(struct str line, bool bare, struct turn *out)
{
    struct str s = str_trim(line);
    if (!bare && is_q(s)) {
        *out = (struct turn){.name = str_slice(s, 0, 1), .text = str_trim(str_slice(s, 1, s.n))};
        return true;
    }
    if (s.n < 2 || begins_no_turn(s.p[0])) return false;
    if (s.p[0] == '*' && is_space(s.p[1])) return false;  // an item
    return bare ? without_colon(s, out) : with_colon(s, out);
}

// All ----------------------------------------------------------------------------------------------------------------

// A text's turns, one after the other. What is said may begin on the next line that isn't blank.
struct scan {
    struct str text;
    size_t at;
    bool bare;
};

static struct str next_line(struct scan *scan)
{
    while (scan->at < scan->text.n) {
        const char *start = scan->text.p + scan->at, *lf = memchr(start, '\n', scan->text.n - scan->at);
        size_t n = lf ? (size_t)(lf - start) : scan->text.n - scan->at;
        scan->at += n + 1;
        struct str line = str_trim((struct str){start, n});
        if (line.n) return line;
    }
    return STR("");
}

static bool next_turn(struct scan *scan, struct turn *out)
{
    for (struct str line; (line = next_line(scan)).n;) {
        if (!read_turn(line, scan->bare, out)) continue;
        if (!out->alone) return true;
        size_t before = scan->at;
        struct turn other;
        out->text = next_line(scan);
        scan->at = before;
        if (out->text.n && !read_turn(out->text, scan->bare, &other)) return true;
    }
    return false;
}

static struct speaker *speaker_of(const struct speakers *speakers, struct str name)
{
    for (size_t i = 0; i < speakers->count; i++)
        if (str_equal(speakers->all[i].name, name)) return (struct speaker *)&speakers->all[i];
    return NULL;
}

// Ends as sentences do, quotation marks and brackets behind that aside.
static bool is_sentence(struct str s)
{
    static const char *const closing[] = {"\"", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x9C", "\xC2\xBB", "\xE2\x80\x99"};
    static const char *const stops[] = {".", "?", "!", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
    s = skip_emphasis(s);
    for (size_t k = 0; k < sizeof closing / sizeof *closing; k++)
        if (str_ends(s, str_from(closing[k]))) {
            s.n -= strlen(closing[k]);
            break;
        }
    for (size_t k = 0; k < sizeof stops / sizeof *stops; k++)
        if (str_ends(s, str_from(stops[k]))) return true;
    return false;
}

// A sentence, or a line so long that it goes on in the next.
static bool is_said(struct str s)
{
    return s.n >= PROSE_BYTES || is_sentence(s);
}

static void count_turns(struct str text, struct speakers *out)
{
    struct scan scan = {.text = text, .bare = out->bare};
    for (struct turn turn; next_turn(&scan, &turn);) {
        struct speaker *speaker = speaker_of(out, turn.name);
        if (!speaker && out->count < SPEAKERS_MOST) {
            speaker = &out->all[out->count++];
            *speaker = (struct speaker){.name = turn.name, .last = STR("")};
        }
        if (!speaker) continue;
        speaker->turns += !str_equal(speaker->last, turn.text);
        speaker->sentences += is_said(turn.text);
        speaker->last = turn.text;
    }
}

static bool asks(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '?' || str_starts(str_slice(s, i, s.n), STR("\xEF\xBC\x9F")) ||
            str_starts(str_slice(s, i, s.n), STR("\xD8\x9F")))
            return true;
    return false;
}

static bool is_quoted(struct str s)
{
    static const char *const opening[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB", "\xE3\x80\x8C"};
    for (size_t k = 0; k < sizeof opening / sizeof *opening; k++)
        if (str_starts(s, str_from(opening[k]))) return true;
    return false;
}

struct talk {
    size_t turns, bytes, sentences, changes, asked, quoted, persons, named, full, timed;
};

static struct talk talk_of(struct str text, const struct speakers *speakers)
{
    struct scan scan = {.text = text, .bare = speakers->bare};
    struct talk talk = {.turns = 0};
    const struct speaker *before = NULL;
    for (struct turn turn; next_turn(&scan, &turn);) {
        const struct speaker *speaker = speaker_of(speakers, turn.name);
        if (!speaker || !speaker->speaks) continue;
        talk.turns++;
        talk.bytes += turn.text.n;
        talk.sentences += is_said(turn.text);
        talk.changes += speaker != before;
        talk.timed += turn.timed;
        talk.asked += asks(turn.text);
        talk.quoted += is_quoted(turn.text);
        talk.persons += speaker->person;
        talk.named += speaker->named;
        talk.full += speaker_name_is_full(speaker->name);
        before = speaker;
    }
    return talk;
}

// Names alone above what is said: by their look, by the time beside them, or where two or three take turns and ask.
static bool is_bare_talk(const struct talk *t, size_t speaking)
{
    if (t->persons * 2 >= t->turns || (t->timed * 2 >= t->turns && t->asked)) return true;
    bool takes_turns = speaking <= BARE_MOST && t->turns >= NAMED_TURNS && t->changes * 10 >= t->turns * 9;
    return takes_turns && t->bytes >= t->turns * NAMED_BYTES && t->asked * ASKED >= t->turns;
}

static bool is_talk(const struct talk *t, bool bare, size_t speaking)
{
    if (t->turns < ALL_TURNS || t->bytes < t->turns * TURN_BYTES) return false;
    bool persons = t->persons * 3 >= t->turns;
    if (t->sentences * 2 < t->turns || t->changes * 3 < t->turns * (persons ? 1 : 2)) return false;
    if (bare) return is_bare_talk(t, speaking);
    if (persons || t->quoted * 3 >= t->turns * 2) return true;
    size_t one_in = t->full * 3 >= t->turns * 2 ? ASKED_FULL : ASKED;
    if (t->asked >= TURNS && t->asked * one_in >= t->turns) return true;
    return t->named * 3 >= t->turns * 2 && t->turns >= NAMED_TURNS && t->bytes >= t->turns * NAMED_BYTES;
}

// Who speaks but once is known beside the others by the look of the name, or by its last word: Jane Doe, else Doe.
static void add_singles(struct speakers *s)
{
    for (size_t i = 0; i < s->count; i++) {
        struct speaker *single = &s->all[i];
        bool same = false;
        for (size_t k = 0; k < s->count && !single->speaks && !single->person; k++)
            same |= s->all[k].turns >= TURNS && s->all[k].speaks &&
                    str_equal(speaker_name_last(single->name), speaker_name_last(s->all[k].name));
        single->speaks |= single->person || same;
    }
}

static bool find(struct str text, struct speakers *out)
{
    size_t often = 0, speaking = 0;
    count_turns(text, out);
    for (size_t i = 0; i < out->count; i++) often += out->all[i].turns >= TURNS;
    if (often < 2) return false;
    for (size_t i = 0; i < out->count; i++) {
        struct speaker *s = &out->all[i];
        s->person = speaker_name_is_person(s->name);
        bool others = !speaker_name_is_label(s->name) && s->sentences * 2 >= s->turns;
        s->speaks = s->turns >= TURNS && (s->person || others);
        speaking += s->speaks;
    }
    if (speaking < 2) return false;
    for (size_t i = 0, looked = 0; i < out->count && looked < NAMED_MOST; i++) {
        looked += out->all[i].speaks;
        out->all[i].named = out->all[i].speaks && speaker_name_is_met(text, out->all[i].name);
    }
    struct talk talk = talk_of(text, out);
    if (!is_talk(&talk, out->bare, speaking)) return false;
    add_singles(out);
    return true;
}

// What may be names, by a bit of their hashes, and which came again: the first one, and whether another did.
struct begun {
    uint64_t bits[64], again;
    bool others;
};

// name: with the time behind it.
static void begun_add(struct begun *b, struct str name)
{
    size_t n = name.n - time_at_end(name);
    uint64_t hash = n, eight;
    for (size_t i = 0; i < n; i += sizeof eight) {
        eight = 0;
        memcpy(&eight, name.p + i, n - i < sizeof eight ? n - i : sizeof eight);
        hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    uint64_t *bits = &b->bits[hash >> 58], bit = UINT64_C(1) << (hash >> 52 & 63);
    if (!(*bits & bit)) *bits |= bit;
    else if (!b->again) b->again = hash;
    else b->others |= b->again != hash;
}

// Whether two may speak twice, by what could be names of those who take turns: most texts have none that come again.
static void may_speak(struct str text, bool may[2])
{
    struct begun begun[2] = {{.others = false}};
    struct scan scan = {.text = text};
    for (struct str s; (s = next_line(&scan)).n && !(begun[0].others && begun[1].others);) {
        if (s.n < 2 || begins_no_turn(s.p[0])) continue;
        struct str name = skip_emphasis(s);
        if (s.n <= LABEL_BYTES && name.n && !ends_no_name(name)) begun_add(&begun[1], name);
        size_t bytes, end = is_q(s) ? 1 : label_end(s, &bytes);
        if (end < s.n) begun_add(&begun[0], skip_emphasis(str_slice(s, 0, end)));
    }
    for (int bare = 0; bare < 2; bare++) may[bare] = begun[bare].others;
}

bool speakers_find(struct str text, struct speakers *out)
{
    bool may[2];
    may_speak(text, may);
    for (int bare = 0; bare < 2; bare++) {
        if (!may[bare]) continue;
        out->count = 0;
        out->bare = bare;
        if (find(text, out)) return true;
    }
    out->count = 0;
    return false;
}

bool speakers_turn(const struct speakers *speakers, struct str line, struct turn *out)
{
    if (!speakers->count) return false;
    struct str name = skip_emphasis(str_trim(line));
    bool read = read_turn(line, speakers->bare, out);
    if (!read) *out = (struct turn){.name = name, .text = STR(""), .alone = true};  // … who has been told by a colon
    const struct speaker *speaker = speaker_of(speakers, out->name);
    return speaker && speaker->speaks;
}
