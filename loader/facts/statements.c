#include "facts/statements.h"

#include "base/utf8.h"
#include "facts/amount.h"
#include "facts/sentence.h"
#include "facts/statement_frames.h"
#include "rows/language_guess.h"

#define FINDINGS_MAX   64  // of one sentence
#define CONFIDENCE_MIN 0.5f

struct search {
    const struct statement_source *source;
    struct str text;
    enum statement_language language;
    struct arena *arena;
    struct clause_name *names;
    size_t name_count;
    struct statement *found;
    size_t count, room;
    size_t byte, chars;  // of the last sentence's start, to count characters from
};

void frames_add(struct frames *f, const struct finding *finding)
{
    if (f->count < f->room && finding->support.to > finding->support.from) f->found[f->count++] = *finding;
}

// Names
// -----------------------------------------------------------------------------------------------------------------

static struct clause_name name_of(const struct statement_entity *entities, const struct mention *m, bool organ)
{
    const struct statement_entity *e = &entities[m->entity];
    return (struct clause_name){.start = m->byte_start,
                                .end = m->byte_start + m->byte_length,
                                .entity_id = e->entity_id,
                                .giver = e->giver,
                                .demonym = e->demonym,
                                .acronym = e->acronym,
                                .organ = organ};
}

// Mentions and organs in one row; where they overlap, the longer one.
static bool merge_names(struct search *s, const struct mention *mentions, size_t count, const struct mention *organs,
                        size_t organ_count)
{
    size_t i = 0, j = 0;
    if (!count && !organ_count) return true;
    s->names = arena_alloc(s->arena, (count + organ_count) * sizeof *s->names);
    if (!s->names) return false;
    while (i < count || j < organ_count) {
        bool organ = i == count || (j < organ_count && organs[j].byte_start < mentions[i].byte_start);
        struct clause_name name = organ ? name_of(s->source->organ_entities, &organs[j++], true)
                                        : name_of(s->source->entities, &mentions[i++], false);
        struct clause_name *last = s->name_count ? &s->names[s->name_count - 1] : NULL;
        if (!last || name.start >= last->end) s->names[s->name_count++] = name;
        else if (name.end - name.start > last->end - last->start) *last = name;
    }
    return true;
}

// Statements
// --------------------------------------------------------------------------------------------------------------

static struct str text_of(const struct clause *c, struct span s)
{
    return clause_text(c, s.from, s.to);
}

static struct str receiver_id(const struct clause *c, struct span s)
{
    for (int i = s.from; i < s.to; i++)
        if (c->tokens[i].kind == TOKEN_ENTITY) return c->tokens[i].name->entity_id;
    return STR_NULL;
}

static bool add(struct search *s, const struct statement *statement)
{
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 8;
        struct statement *found = arena_grow(s->arena, s->found, s->room, room, sizeof *found);
        if (!found) return false;
        s->found = found;
        s->room = room;
    }
    s->found[s->count++] = *statement;
    return true;
}

static uint32_t start_of(struct search *s, struct str sentence)
{
    size_t at = (size_t)(sentence.p - s->text.p);
    s->chars += utf8_length(str_slice(s->text, s->byte, at));
    s->byte = at;
    return (uint32_t)s->chars;
}

// Whether a phrase is nothing but the entity, and articles.
static bool is_name_alone(const struct clause *c, struct span s)
{
    for (int i = s.from; i < s.to; i++)
        if (c->tokens[i].kind != TOKEN_ENTITY && c->tokens[i].kind != TOKEN_POSSESSIVE &&
            !(c->tokens[i].classes & (W_DET | W_OBLIQUE)))
            return false;
    return true;
}

// Nobody gives to themselves: false where the receiver is who gives; of a longer phrase the name goes.
static bool tell_receiver(struct statement *st, const struct clause *c, struct span receiver, struct str giver_id)
{
    st->receiver = text_of(c, phrase_trim(c, receiver));
    st->receiver_id = receiver_id(c, receiver);
    if (!st->receiver_id.p || !str_equal(st->receiver_id, giver_id)) return true;
    st->receiver_id = STR_NULL;
    return !is_name_alone(c, receiver);
}

static bool add_finding(struct search *s, const struct clause *c, const struct finding *f, struct str sentence)
{
    struct statement st = {.act = f->act,
                           .support = text_of(c, f->support),
                           .sentence = sentence,
                           .start = start_of(s, sentence),
                           .confidence = f->confidence,
                           .reason = f->reason};
    st.support_type = statement_type_of(s->source->words, st.support);
    if (f->money >= 0) {
        st.amount_text = clause_text(c, f->money, f->money + 1);
        struct amount amount = amount_read(st.amount_text, s->language, s->arena);
        st.amount = amount.number;
        st.currency = amount.currency;
        if (!st.support_type.p) st.support_type = STR("money");
    }
    for (int i = 0; i < f->givers.count; i++) {
        st.giver = text_of(c, f->givers.of[i].phrase);
        st.giver_id = c->tokens[f->givers.of[i].name].name->entity_id;
        if (tell_receiver(&st, c, f->receiver, st.giver_id) && !add(s, &st)) return false;
    }
    return true;
}

static bool overlap(struct span a, struct span b)
{
    return a.from < b.to && b.from < a.to;
}

static bool share_giver(const struct finding *a, const struct finding *b)
{
    for (int i = 0; i < a->givers.count; i++)
        for (int j = 0; j < b->givers.count; j++)
            if (a->givers.of[i].name == b->givers.of[j].name) return true;
    return false;
}

// Two frames may tell the same thing: the surer one counts, of equal ones the first.
static bool is_told_better(const struct finding *all, int count, int i)
{
    for (int j = 0; j < count; j++) {
        const struct finding *a = &all[i], *b = &all[j];
        if (i == j || !share_giver(a, b) ||
            !(overlap(a->support, b->support) || overlap(a->support, b->receiver) || overlap(a->receiver, b->support)))
            continue;
        if (b->confidence > a->confidence || (b->confidence >= a->confidence && j < i)) return true;
    }
    return false;
}

// Whether words of these classes may tell that somebody gives something.
static bool may_tell(uint64_t classes)
{
    bool delivery = classes & (W_QUANTITY | W_TO_ASK) && classes & W_THING;
    return delivery || classes & (W_TRANSFER | W_RECEIVE | W_AID | W_PLEDGE | W_DONOR);
}

// What is added up and taken off leaves .79999995 where .8 is meant.
static float hundredths(float confidence)
{
    return (float)(int)(confidence * 100 + 0.5f) / 100;
}

// Does Norway send weapons?
static bool asks(const struct clause *c, struct str sentence)
{
    const struct chunk *first = chunk_at(c, 0);
    return str_ends(sentence, STR("?")) && first->kind == CHUNK_VERB &&
           first->classes & (W_FINITE | W_BASE | W_AUXILIARY);
}

static bool read_piece(struct search *s, struct clause *c, struct str sentence)
{
    struct finding found[FINDINGS_MAX];
    struct frames frames = {.clause = c, .found = found, .room = FINDINGS_MAX};
    if (c->language != LANGUAGE_DE && !may_tell(clause_classes(c))) return true;
    clause_join(c);
    if (!may_tell(clause_classes(c))) return true;
    clause_parse(c);
    frames.all = clause_classes(c);
    if (!may_tell(frames.all) || frames.all & W_SPORT) return true;
    frames_of_lists(&frames);
    if (!frames.count) {
        if (c->language == LANGUAGE_DE) frames_of_german(&frames);
        else frames_of_verbs(&frames);
        frames_of_nouns(&frames);
        if (!frames.count) frames_loose(&frames);
    }
    for (int i = 0; i < frames.count; i++)
        found[i].confidence = hundredths(found[i].confidence - (frames.all & W_TRADE ? 0.2f : 0));
    bool asked = frames.count && asks(c, sentence);
    for (int i = 0; i < frames.count; i++) {
        bool subject = found[i].givers.of[0].name < chunk_at(c, 1)->to;
        if (asked && subject && found[i].act < STATEMENT_ASKS) found[i].act = STATEMENT_ASKS;
        if (found[i].confidence < CONFIDENCE_MIN || is_told_better(found, frames.count, i)) continue;
        if (!add_finding(s, c, &found[i], sentence)) return false;
    }
    return true;
}

// The language's number; LANGUAGES for one without tables.
static enum statement_language language_of(struct str language)
{
    static const char *const codes[LANGUAGES] = {"en", "de", "fr", "es"};
    if (!language_is_code(language)) return LANGUAGE_EN;
    enum statement_language i = 0;
    while (i < LANGUAGES && !language_is(language, codes[i])) i++;
    return i;
}

bool statements_are_told_in(struct str language)
{
    return language_of(language) != LANGUAGES;
}

bool statements_find(const struct statement_source *source, struct str text, const struct mention *mentions,
                     size_t count, struct str language, struct arena *arena, struct statement **found, size_t *n)
{
    struct mention *organs = NULL;
    size_t organ_count = 0;
    bool told = statements_are_told_in(language);
    if (told && !mentions_find(source->organs, text, language, arena, &organs, &organ_count)) return false;
    return statements_find_with(source, text, mentions, count, organs, organ_count, language, arena, found, n);
}

bool statements_find_with(const struct statement_source *source, struct str text, const struct mention *mentions,
                          size_t count, const struct mention *organs, size_t organ_count, struct str language,
                          struct arena *arena, struct statement **found, size_t *n)
{
    struct search s = {.source = source, .text = text, .language = language_of(language), .arena = arena};
    *found = NULL;
    *n = 0;
    if (s.language == LANGUAGES) return true;
    if (!merge_names(&s, mentions, count, organs, organ_count)) return false;
    struct clause clause;
    struct str sentence;
    size_t name = 0;
    for (size_t at = 0; name < s.name_count && sentence_next(text, &at, &sentence);) {
        size_t start = (size_t)(sentence.p - text.p), end = start + sentence.n;
        while (start < end) {
            while (name < s.name_count && s.names[name].start < start) name++;
            size_t last = name;
            while (last < s.name_count && s.names[last].start < end && last - name < CLAUSE_TOKENS) last++;
            if (last == name) break;
            start = clause_read(&clause, source->words, s.language, text, start, end, s.names + name, last - name);
            if (!read_piece(&s, &clause, sentence)) return false;
        }
    }
    *found = s.found;
    *n = s.count;
    return true;
}
