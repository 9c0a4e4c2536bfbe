// Lines on their way through a forest, as many side by side as go down it at once.
#ifndef PARSE_EXTRACTED_QUEUE_H
#define PARSE_EXTRACTED_QUEUE_H

#include "parse/forest.h"

// Lines that wait for a forest's first trees, or for those behind, until there are as many as go down side by side.
struct queue {
    const struct forest *forest;
    struct queue *rest;  // where the undecided go on; NULL for those behind
    size_t features;     // that its trees ask for
    size_t count;
    float *odds[FOREST_LANES];  // where the answers go
    int32_t scores[FOREST_LANES];
    struct forest_input input;
};

// A line's answer, a probability, goes to *odds once as many wait as go down side by side, or queue_ask is called.
// features: FEATURE_COUNT; score: the forest's base, or what its first trees said.
void queue_put(struct queue *q, float *odds, const int16_t *features, int32_t score);

// Answers those that wait.
void queue_ask(struct queue *q);

#endif
