#include "facts/article_facts.h"

#include "facts/statement_rows.h"

// Facts need the mentions of each text right behind it.
static bool emit_mention(void *context, const struct row *row, struct error *error)
{
    struct article_facts *a = context;
    return a->emit(a->context, row, error) && fact_rows_add(&a->facts, row, error);
}

void article_facts_begin(struct article_facts *a, const struct mention_source *source, struct str language,
                         struct arena *arena, struct arena *scratch, row_fn *emit, void *context)
{
    *a = (struct article_facts){
        .mentions = {.source = source, .language = language, .arena = arena, .emit = emit_mention, .context = a},
        .facts = {.arena = arena,
                  .writer = {.support = source ? source->support : NULL,
                             .scratch = scratch,
                             .emit = emit,
                             .context = context,
                             .decimal = fact_decimal_of(language)}},
        .emit = emit,
        .context = context};
}

bool article_facts_add(struct article_facts *a, const struct row *row, struct error *error)
{
    return !a->mentions.source || (fact_rows_add(&a->facts, row, error) && mention_rows_of(&a->mentions, row, error) &&
                                   statement_rows_of(&a->mentions, &a->statement_count, row, error));
}
