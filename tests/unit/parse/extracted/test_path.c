// The best path leaves out what can't win, and says nothing of what all ways share: it must be the plain best one
// still.
#include "parse/extracted/path.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { LINES = 40, ARTICLES = 300 };

static uint32_t seed = 1;

static uint32_t random_bits(void)
{
    return (seed = seed * 1664525u + 1013904223u) >> 8;
}

// Any power of ten between 1 and 1e-4, or 0.
static float random_odds(void)
{
    return random_bits() % 3 ? powf(10, -(float)(random_bits() % 4000) / 1000) : 0;
}

static void article_make(struct part *parts, struct path_line *lines)
{
    for (int i = 0; i < LINES; i++) {
        parts[i] = (struct part){0};
        parts[i].shape.pipe_last = random_bits() % 4 == 0;
        lines[i] = (struct path_line){0};
        for (int r = 0; r < ROLE_COUNT; r++)
            if (r != ROLE_ROW) lines[i].odds[r] = random_odds();
        if (lines[i].odds[ROLE_PARAGRAPH] <= 0) lines[i].odds[ROLE_PARAGRAPH] = 0.01f;
    }
}

// Each role of each line, with every step to it.
static void plain_path(const struct path *p, uint8_t *roles)
{
    double score[LINES + 1][ROLE_COUNT];
    uint8_t from[LINES + 1][ROLE_COUNT];
    for (int r = 0; r < ROLE_COUNT; r++) score[0][r] = r == ROLE_PARAGRAPH ? 0 : -1e30;
    for (int i = 0; i < LINES; i++)
        for (int r = 0; r < ROLE_COUNT; r++) {
            const float(*step)[ROLE_COUNT] = p->step[!i ? 2 : !p->parts[i - 1].shape.pipe_last];
            int best = 0;
            for (int q = 1; q < ROLE_COUNT; q++)
                if (score[i][q] + (double)step[q][r] > score[i][best] + (double)step[best][r]) best = q;
            double odds = (double)p->lines[i].odds[r] * (double)p->worth[r];
            score[i + 1][r] = odds > 0 ? score[i][best] + (double)step[best][r] + log(odds) : -1e30;
            from[i + 1][r] = (uint8_t)best;
        }
    int role = 0;
    for (int r = 1; r < ROLE_COUNT; r++)
        if (score[LINES][r] > score[LINES][role]) role = r;
    for (int i = LINES; i > 0; role = from[i--][role]) roles[i - 1] = (uint8_t)role;
}

static void roles_without_tables(void **state)
{
    (void)state;
    unsigned others = 0;
    for (int n = 0; n < ARTICLES; n++) {
        struct part parts[LINES];
        struct path_line lines[LINES];
        struct arena arena;
        uint8_t wanted[LINES];
        article_make(parts, lines);
        arena_init(&arena, 0);
        assert_true(path_decide(parts, lines, LINES, false, &arena));
        struct path p = {.parts = parts, .lines = lines, .count = LINES};
        weights_begin(&p);
        plain_path(&p, wanted);
        for (int i = 0; i < LINES; i++) {
            assert_int_equal(lines[i].role, wanted[i]);
            others += wanted[i] != ROLE_PARAGRAPH;
        }
        arena_release(&arena);
    }
    assert_in_range(others, 1000, ARTICLES * LINES);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(roles_without_tables)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
