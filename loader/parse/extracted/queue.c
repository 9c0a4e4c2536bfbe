#include "parse/extracted/queue.h"

#include "parse/extracted/features.h"

#include <string.h>

void queue_ask(struct queue *q)
{
    const struct forest *f = q->forest;
    for (size_t i = q->count; i < FOREST_LANES; i++) {
        memset(q->input.features[i], 0, sizeof q->input.features[i]);
        q->scores[i] = 0;
    }
    if (q->rest) forest_add(f->trees, f->first, &q->input, q->features, q->scores);
    else forest_add(f->trees + f->first, f->count - f->first, &q->input, q->features, q->scores);
    for (size_t i = 0; i < q->count; i++) {
        int32_t score = q->scores[i];
        bool undecided = q->rest && score >= f->hopeless && score <= f->sure;
        if (undecided) queue_put(q->rest, q->odds[i], q->input.features[i], score);
        else *q->odds[i] = forest_probability(q->rest ? 2 * score : score);
    }
    q->count = 0;
}

void queue_put(struct queue *q, float *odds, const int16_t *features, int32_t score)
{
    memcpy(q->input.features[q->count], features, FEATURE_COUNT * sizeof *features);
    q->scores[q->count] = score;
    q->odds[q->count++] = odds;
    if (q->count == FOREST_LANES) queue_ask(q);
}
