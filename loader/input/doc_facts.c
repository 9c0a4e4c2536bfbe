#include "input/doc_facts.h"

#include "input/date.h"
#include "input/hygiene.h"
#include "input/mapping.h"
#include "input/record.h"

static size_t find(const struct doc_facts *facts, struct str name)
{
    size_t i = 0;
    while (i < facts->count && !str_equal(facts->pairs[i].name, name)) i++;
    return i;
}

bool doc_facts_has(const struct doc_facts *facts, struct str name)
{
    return find(facts, name) < facts->count;
}

// Its room doubles: a book may have a million subjects.
static void join(struct doc_fact *fact, struct str more, struct arena *arena)
{
    struct str *value = &fact->value;
    if (value->n + more.n > fact->room) {
        size_t room = 2 * fact->room > value->n + more.n ? 2 * fact->room : value->n + more.n;
        char *grown = arena_grow(arena, (char *)value->p, value->n, room, 1);
        if (!grown) return;
        value->p = grown;
        fact->room = room;
    }
    memcpy((char *)value->p + value->n, more.p, more.n);
    value->n += more.n;
}

void doc_facts_add(struct doc_facts *facts, struct str name, struct str value, struct arena *arena)
{
    value = hygiene_one_line(value, arena);
    if (!value.n || mapping_is_nothing(value)) return;
    size_t i = find(facts, name);
    if (i == DOC_FACTS_MOST) return;
    if (i == facts->count) facts->pairs[facts->count++] = (struct doc_fact){.name = arena_str(arena, name)};
    else join(&facts->pairs[i], str_equal(name, STR("author")) ? STR(", ") : STR("; "), arena);
    join(&facts->pairs[i], value, arena);
}

void doc_facts_store(const struct doc_facts *facts, struct metadata *metadata, struct arena *arena)
{
    static const struct mapping common;
    struct buf json = {0};
    if (metadata->other.n > 2) buf_add(&json, metadata->other.p, metadata->other.n - 1);
    for (size_t i = 0; i < facts->count; i++) {
        unsigned rank;
        struct str value = facts->pairs[i].value;
        enum field field = mapping_find(&common, facts->pairs[i].name, &rank);
        struct str *to = mapping_field(metadata, field), date = field == FIELD_DATE ? date_iso(value, arena) : value;
        if (to && !to->p && date.p) *to = date;
        else record_member(&json, facts->pairs[i].name, value);
    }
    if (json.n) metadata->other = record_object(&json, arena);
    buf_release(&json);
}
