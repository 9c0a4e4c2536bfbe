#include "input/doubt.h"

#include <stdlib.h>

#define MOST      1000         // records held back
#define BYTES     (16u << 20)  // of them
#define LONG_WORD 40           // bytes; longer ones are of a script without spaces, or data

struct held {
    enum record_result result;
    struct record record;
    struct error error;
};

struct doubt {
    bool open;         // nothing has dispelled it
    bool varied;       // two texts differ
    bool sentences;    // a text is more than one word
    bool ended;        // there are no records behind those held
    size_t records;    // among those held
    struct str first;  // text of theirs
    size_t count, given, room;
    struct held *held;
    struct arena arena;
};

struct doubt *doubt_new(void)
{
    struct doubt *doubt = calloc(1, sizeof *doubt);
    if (doubt) arena_init(&doubt->arena, 0);
    return doubt;
}

void doubt_free(struct doubt *doubt)
{
    if (!doubt) return;
    arena_release(&doubt->arena);
    free(doubt);
}

void doubt_begin(struct doubt *doubt, bool asked)
{
    arena_reset(&doubt->arena);
    struct arena arena = doubt->arena;
    *doubt = (struct doubt){.open = asked, .arena = arena};
}

static bool is_word(struct str text)
{
    text = str_trim(text);
    if (text.n > LONG_WORD) return false;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == ' ' || text.p[i] == '\n' || text.p[i] == '\t') return false;
    return true;
}

static struct held *add(struct doubt *doubt)
{
    if (doubt->count == doubt->room) {
        size_t room = doubt->room ? 2 * doubt->room : 4;
        struct held *held = arena_grow(&doubt->arena, doubt->held, doubt->room, room, sizeof *held);
        if (!held) return NULL;
        doubt->held = held;
        doubt->room = room;
    }
    struct held *held = &doubt->held[doubt->count++];
    *held = (struct held){0};
    return held;
}

// Reads on while all that was read is no text. A record's strings live in the doubt's arena.
static bool hold(struct doubt *doubt, const struct record_kind *kind, struct record_reader *reader)
{
    while (!doubt->ended && doubt->records < MOST && doubt->arena.used < BYTES &&
           !(doubt->varied && doubt->sentences)) {
        struct held *held = add(doubt);
        if (!held) return false;
        held->result = kind->next(reader, &doubt->arena, &held->record, &held->error);
        doubt->ended = held->result == RECORD_END;
        if (held->result != RECORD_OK) continue;
        struct str text = held->record.fields[FIELD_TEXT];
        if (!doubt->records++) doubt->first = text;
        doubt->sentences = doubt->sentences || !is_word(text);
        doubt->varied = doubt->varied || !str_equal(doubt->first, text);
    }
    return true;
}

// The most words in a row of a JSON object's string.
static size_t most_words(struct str json)
{
    size_t most = 0, words = 0;
    for (size_t i = 0; i < json.n; i++) {
        if (json.p[i] == '"') words = 0;
        words += json.p[i] == ' ';
        if (words > most) most = words;
    }
    return most + 1;
}

// Whether the record says more elsewhere than a title does.
static bool says_more(const struct record *record, size_t words)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (field != FIELD_TEXT && record->fields[field].n && most_words(record->fields[field]) >= words) return true;
    return record->other.n && most_words(record->other) >= words;
}

// Words may be texts where there are few of them, none comes again, and nothing else is said; so may two articles that
// are the same.
static bool is_refused(const struct doubt *doubt)
{
    if (doubt->varied && doubt->sentences) return false;
    if (doubt->sentences) return doubt->records >= 3;
    bool again = false, more = doubt->records > 0;
    for (size_t i = 0; i < doubt->count; i++)
        if (doubt->held[i].result == RECORD_OK)
            more = more && doubt->first.n && says_more(&doubt->held[i].record, doubt->records > 1 ? 5 : 20);
    if (more || !doubt->varied) return more || doubt->records > 1;
    for (size_t i = 0; i < doubt->count && doubt->records < 10; i++)
        for (size_t k = 0; k < i; k++)
            again = again ||
                    (doubt->held[i].result == RECORD_OK && doubt->held[k].result == RECORD_OK &&
                     str_equal(doubt->held[i].record.fields[FIELD_TEXT], doubt->held[k].record.fields[FIELD_TEXT]));
    return doubt->records >= 10 || (doubt->records >= 3 && again);
}

// Leaves of what was held the errors, and adds one.
static void refuse(struct doubt *doubt)
{
    struct held refusal = {.result = RECORD_REJECTED};
    size_t kept = 0;
    record_reject(&refusal.error, 0, doubt->first,
                  "the text of each record is %s, so another field must be the text: say which, --map text=FIELD",
                  doubt->varied || doubt->records == 1 ? "one word" : "the same");
    for (size_t i = 0; i < doubt->count; i++)
        if (doubt->held[i].result != RECORD_OK && doubt->held[i].result != RECORD_END)
            doubt->held[kept++] = doubt->held[i];
    doubt->held[kept++] = refusal;  // there was a record
    doubt->count = kept;
    doubt->ended = true;
}

enum record_result doubt_next(struct doubt *doubt, const struct record_kind *kind, struct record_reader *reader,
                              struct arena *arena, struct record *record, struct error *error)
{
    if (doubt->open) {
        if (!hold(doubt, kind, reader)) return record_no_memory(error);
        doubt->open = false;
        if (is_refused(doubt)) refuse(doubt);
    }
    if (doubt->given == doubt->count) return doubt->ended ? RECORD_END : kind->next(reader, arena, record, error);
    struct held *held = &doubt->held[doubt->given++];
    *error = held->error;
    *record = held->record;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (record->fields[field].p) record->fields[field] = arena_str(arena, record->fields[field]);
    if (record->date_name.p) record->date_name = arena_str(arena, record->date_name);
    if (record->other.p) record->other = arena_str(arena, record->other);
    return held->result;
}
