// What the tests of tables in plain text share: a table as text, to be compared.
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "base/buf.h"
#include "parse/layout/table.h"
#include "unit.h"

#include <stdlib.h>

typedef size_t table_fn(const struct source *source, const struct wrap *wrap, size_t i, struct draft *draft,
                        struct arena *arena);

// "LINES taken", then the rows, the header's ended by its rule's line or "told"; "none" when there is no table.
static inline void table_print(const struct draft *d, size_t taken, struct buf *out)
{
    if (!taken) {
        buf_str_add(out, STR("none\n"));
        return;
    }
    buf_printf(out, "%zu lines\n", taken);
    for (size_t r = 0; r < d->count; r++) {
        for (size_t c = 0; c < d->columns; c++)
            buf_printf(out, c ? " | %.*s" : "%.*s", STR_ARG(d->rows[r].cells[c].text));
        if (!r && d->header && d->rule == LINE_NO_RULE) buf_str_add(out, STR(" (header)"));
        else if (!r && d->header) buf_printf(out, " (header, ruled by line %u)", d->rule);
        if (d->rows[r].last > d->rows[r].first) buf_printf(out, " (%u-%u)", d->rows[r].first, d->rows[r].last);
        buf_byte(out, '\n');
    }
}

// The table that begins with the text's first line, in a text of this layout.
static inline void table_is_in(enum layout layout, table_fn *read, const char *text, const char *wanted)
{
    struct arena arena;
    struct source source;
    struct draft draft = {.failed = false};
    struct buf out = {0};
    arena_init(&arena, 0);
    assert_true(source_split(str_from(text), &arena, &source));
    struct wrap wrap = wrap_find(&source, layout);
    size_t taken = read(&source, &wrap, 0, &draft, &arena);
    assert_false(draft.failed);
    table_print(&draft, taken, &out);
    if (!str_equal(buf_str(&out), str_from(wanted)))
        fail_msg("%s\nis\n%.*snot\n%s", text, STR_ARG(buf_str(&out)), wanted);
    buf_release(&out);
    arena_release(&arena);
}

// The same where the arena is too small for it: no crash, and it is said.
static inline void table_fails(table_fn *read, const char *text)
{
    for (size_t limit = 1 << 10; limit < 1 << 16; limit *= 2) {
        struct arena arena, full;
        struct source source;
        struct draft draft = {.failed = false};
        arena_init(&arena, 0);
        arena_init(&full, limit);
        assert_true(source_split(str_from(text), &arena, &source));
        struct wrap wrap = wrap_find(&source, LAYOUT_BLOCKS);
        bool found = read(&source, &wrap, 0, &draft, &full) && !draft.failed;
        assert_true(found || full.failed);
        arena_release(&arena);
        arena_release(&full);
    }
}

#endif
