// Articles that are stored in one transaction, and errors of those that could not be read.
#ifndef PIPELINE_BATCH_H
#define PIPELINE_BATCH_H

#include "base/arena.h"
#include "base/sha256.h"
#include "input/corrections.h"
#include "sink/sink.h"

struct batch {
    struct batch *next;
    struct arena arena;  // holds the articles
    struct sink_article *articles;
    struct sha256_job *hashing;  // of the articles
    size_t count, bytes;
    struct error *rejected;  // files and records that could not be read
    size_t rejected_count;
    uint64_t *sources;  // hash set of the articles' sources since the last repeated one; 0 is free
    size_t sources_mask;
};

// Room for `articles` of them, with about `bytes` of text. NULL without memory.
struct batch *batch_new(size_t articles, size_t bytes);

// All that are chained by `next`.
void batch_free(struct batch *batch);

void batch_add(struct batch *batch, const struct article *article);

// Empty again, with its memory.
void batch_reset(struct batch *batch);

// Gives each article its corrections (NULL: there are none) and computes its SHA-256 and digest. False without memory.
bool batch_hash(struct batch *batch, const struct corrections *corrections);

// The same of an article that was moved, with the corrections of its former name alone, which go with it; its action is
// what its digest then says. False without memory.
bool batch_follow(struct sink_article *article, const struct corrections *corrections);

#endif
