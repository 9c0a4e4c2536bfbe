// Feeds texts to statements_find, for tests/lab/score/statements. Standard input is lines of fields parted by tabs:
//   entity ID KIND   name NAME ENTITY KIND CASE_SENSITIVE LANGUAGE   stop PHRASE KIND   organ PHRASE ENTITY KIND
//   type PHRASE TYPE
//   (all of them first)   language CODE   text TEXT
// Prints a line a statement: number of the text, act, giver, giver_id, support, type, amount as written, amount,
// currency, receiver, receiver_id, confidence, reason.
#include "facts/statements.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX 100000

static struct mention_name name_rows[MAX], organ_rows[MAX];
static struct mention_stop stop_rows[MAX];
static struct support_type type_rows[MAX];
static struct statement_entity entities[MAX];
static struct statement_entity organs[MAX];
static struct str giver_ids[MAX];
static size_t name_count, stop_count, organ_count, type_count, giver_count;

static struct str field(char **line)
{
    char *start = *line, *end = start + strcspn(start, "\t\n");
    *line = *end ? end + 1 : end;
    return str_from(strndup(start, (size_t)(end - start)));
}

static bool gives(struct str id)
{
    for (size_t i = 0; i < giver_count; i++)
        if (str_equal(giver_ids[i], id)) return true;
    return false;
}

static bool read_row(struct str what, char *at)
{
    if (str_equal(what, STR("entity"))) {
        struct str id = field(&at);
        if (!str_equal(field(&at), STR("region"))) giver_ids[giver_count++] = id;
    } else if (str_equal(what, STR("name"))) {
        struct mention_name *n = &name_rows[name_count];
        n->name = field(&at);
        struct str id = field(&at);
        n->entity = id.n ? (uint32_t)name_count : MENTION_NONE;
        mention_kind_parse(field(&at), &n->kind);
        n->case_sensitive = str_equal(field(&at), STR("true"));
        n->language = field(&at);
        bool demonym = n->kind == MENTION_DEMONYM || n->kind == MENTION_TONGUE;
        entities[name_count++] = (struct statement_entity){id, gives(id), demonym, n->kind == MENTION_ACRONYM};
    } else if (str_equal(what, STR("stop"))) {
        stop_rows[stop_count].phrase = field(&at);
        mention_stop_kind_parse(field(&at), &stop_rows[stop_count++].kind);
    } else if (str_equal(what, STR("organ"))) {
        struct str phrase = field(&at), id = field(&at);
        bool adjective = str_equal(field(&at), STR("adjective"));
        organ_rows[organ_count] = (struct mention_name){phrase, (uint32_t)organ_count,
                                                        adjective ? MENTION_FOREIGN : MENTION_NAME, true, STR_NULL};
        organs[organ_count++] = (struct statement_entity){id, true, adjective, false};
    } else if (str_equal(what, STR("type"))) {
        type_rows[type_count].phrase = field(&at);
        type_rows[type_count++].type = field(&at);
    } else {
        return false;
    }
    return true;
}

static void print(size_t number, const struct statement *s)
{
    static const char *const acts[] = {"gives", "promises", "asks", "refuses"};
    printf("%zu\t%s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.2f\t%s\n", number, acts[s->act],
           STR_ARG(s->giver), STR_ARG(s->giver_id), STR_ARG(s->support), STR_ARG(s->support_type),
           STR_ARG(s->amount_text), STR_ARG(s->amount), STR_ARG(s->currency), STR_ARG(s->receiver),
           STR_ARG(s->receiver_id), (double)s->confidence, s->reason);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0, number = 0;
    struct statement_source source = {.entities = entities, .organ_entities = organs};
    struct mention_names *names = NULL;
    struct str language = STR_NULL;
    struct error error = {0};
    while (getline(&line, &room, stdin) > 0) {
        char *at = line;
        struct str what = field(&at);
        if (read_row(what, at)) continue;
        if (!names) {
            names = mention_names_new(name_rows, name_count, stop_rows, stop_count, &error);
            source.organs = mention_names_new(organ_rows, organ_count, NULL, 0, &error);
            source.words = statement_words_new(type_rows, type_count, &error);
        }
        if (str_equal(what, STR("language"))) language = field(&at);
        if (!str_equal(what, STR("text"))) continue;
        struct arena arena;
        struct mention *found;
        struct statement *statements;
        size_t count, n;
        struct str text = field(&at);
        arena_init(&arena, 0);
        mentions_find(names, text, language, &arena, &found, &count);
        statements_find(&source, text, found, count, language, &arena, &statements, &n);
        for (size_t i = 0; i < n; i++) print(number, &statements[i]);
        arena_release(&arena);
        number++;
    }
    return 0;
}
