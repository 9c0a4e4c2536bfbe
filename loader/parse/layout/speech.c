#include "parse/layout/speech.h"

enum {
    SPEAKERS = 32,     // different labels that are looked at, at most
    LABEL_BYTES = 40,  // of a label, at most
    LABEL_SPACES = 3,  // in it, at most
    TURNS = 2,         // of a speaker, at least
    ALL_TURNS = 4,     // of all
    TURN_BYTES = 30,   // of one, on average
};

struct speaker {
    struct str label, last;  // last: the turn before
    size_t turns;            // that say something else than the one before
};

struct cast {
    struct speaker speakers[SPEAKERS];
    size_t count;
};

// What stands before the first colon that white space follows, like a name: it begins with no small letter and holds
// neither a digit nor the sign of another form. Empty: none.
static struct str label_of(const struct source_line *line)
{
    struct str s = line->text;
    size_t most = s.n < LABEL_BYTES ? s.n : LABEL_BYTES, spaces = 0;
    const char *colon = most ? memchr(s.p, ':', most) : NULL;
    size_t n = colon ? (size_t)(colon - s.p) : 0;
    if (!n || line->mark.kind != MARK_NONE || n + 2 >= s.n || s.p[n + 1] != ' ') return STR("");
    if (s.p[0] == '-' || (s.p[0] >= 'a' && s.p[0] <= 'z')) return STR("");
    for (size_t i = 0; i < n; i++) {
        if (strchr("0123456789|!?,;/(\"", s.p[i])) return STR("");
        spaces += s.p[i] == ' ';
    }
    return spaces <= LABEL_SPACES ? str_slice(s, 0, n) : STR("");
}

static struct speaker *speaker_of(struct cast *cast, struct str label)
{
    for (size_t i = 0; i < cast->count; i++)
        if (str_equal(cast->speakers[i].label, label)) return &cast->speakers[i];
    if (cast->count == SPEAKERS) return NULL;
    cast->speakers[cast->count] = (struct speaker){.label = label};
    return &cast->speakers[cast->count++];
}

// Ends as sentences do, quotation marks and brackets behind that aside.
static bool is_sentence(struct str s)
{
    static const char *const closing[] = {"\"", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x9C", "\xC2\xBB", "\xE2\x80\x99"};
    static const char *const stops[] = {".", "?", "!", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"};
    for (size_t k = 0; k < sizeof closing / sizeof *closing; k++)
        if (str_ends(s, str_from(closing[k]))) {
            s.n -= strlen(closing[k]);
            break;
        }
    for (size_t k = 0; k < sizeof stops / sizeof *stops; k++)
        if (str_ends(s, str_from(stops[k]))) return true;
    return false;
}

// Enough lines have a colon near their start.
static bool may_speak(const struct source *s)
{
    size_t colons = 0;
    for (size_t i = 0; i < s->count && colons < ALL_TURNS; i++) {
        struct str text = s->lines[i].text;
        colons += text.n && memchr(text.p, ':', text.n < LABEL_BYTES ? text.n : LABEL_BYTES);
    }
    return colons == ALL_TURNS;
}

// Who speaks again and again, in sentences, and mostly in turns: what has labels otherwise is a list of facts.
bool speech_find(struct source *s)
{
    struct cast cast = {.count = 0};
    if (!may_speak(s)) return false;
    for (size_t i = 0; i < s->count; i++) {
        struct str label = label_of(&s->lines[i]);
        struct speaker *speaker = label.n ? speaker_of(&cast, label) : NULL;
        if (!speaker) continue;
        speaker->turns += !str_equal(speaker->last, s->lines[i].text);
        speaker->last = s->lines[i].text;
    }
    size_t turns = 0, bytes = 0, sentences = 0, changes = 0, speakers = 0;
    const struct speaker *before = NULL;
    for (size_t i = 0; i < cast.count; i++) speakers += cast.speakers[i].turns >= TURNS;
    if (speakers < 2) return false;
    for (size_t i = 0; i < s->count; i++) {
        struct str label = label_of(&s->lines[i]);
        const struct speaker *speaker = label.n ? speaker_of(&cast, label) : NULL;
        if (!speaker || speaker->turns < TURNS) continue;
        turns++;
        bytes += s->lines[i].text.n - label.n;
        sentences += is_sentence(s->lines[i].text);
        changes += speaker != before;
        before = speaker;
    }
    if (turns < ALL_TURNS || bytes < turns * TURN_BYTES || sentences * 2 < turns || changes * 3 < turns * 2)
        return false;
    for (size_t i = 0; i < s->count; i++) {
        struct str label = label_of(&s->lines[i]);
        const struct speaker *speaker = label.n ? speaker_of(&cast, label) : NULL;
        s->lines[i].speaks = speaker && speaker->turns >= TURNS;
    }
    return true;
}
