#include "pipeline/batch.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

void batch_free(struct batch *batch)
{
    for (struct batch *next; batch; batch = next) {
        next = batch->next;
        arena_release(&batch->arena);
        free(batch->articles);
        free(batch->hashing);
        free(batch->rejected);
        free(batch->sources);
        free(batch);
    }
}

struct batch *batch_new(size_t articles, size_t bytes)
{
    struct batch *batch = calloc(1, sizeof *batch);
    if (!batch) return NULL;
    size_t set = 16;
    while (set < 2 * articles) set *= 2;
    batch->sources_mask = set - 1;
    batch->arena.next_size = bytes + bytes / 4;
    batch->articles = calloc(articles, sizeof *batch->articles);
    batch->hashing = calloc(articles, sizeof *batch->hashing);
    batch->rejected = calloc(articles, sizeof *batch->rejected);
    batch->sources = calloc(set, sizeof *batch->sources);
    if (batch->articles && batch->hashing && batch->rejected && batch->sources) return batch;
    batch_free(batch);
    return NULL;
}

// FNV-1a; never 0.
static uint64_t hash_of(struct str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    return h ? h : 1;
}

// The same source twice in one transaction would claim it twice. (Two sources of one hash only cost a transaction.)
static bool is_repeated(struct batch *batch, struct str source)
{
    uint64_t hash = hash_of(source);
    size_t i = hash & batch->sources_mask;
    for (; batch->sources[i]; i = (i + 1) & batch->sources_mask) {
        if (batch->sources[i] != hash) continue;
        memset(batch->sources, 0, (batch->sources_mask + 1) * sizeof *batch->sources);
        i = hash & batch->sources_mask;
        batch->sources[i] = hash;
        return true;
    }
    batch->sources[i] = hash;
    return false;
}

void batch_add(struct batch *batch, const struct article *article)
{
    batch->articles[batch->count++] = (struct sink_article){
        .article = *article, .arena = &batch->arena, .repeated = is_repeated(batch, article->source)};
    batch->bytes += article->bytes.n;
}

void batch_reset(struct batch *batch)
{
    arena_reset(&batch->arena);
    batch->count = batch->bytes = batch->rejected_count = 0;
    memset(batch->sources, 0, (batch->sources_mask + 1) * sizeof *batch->sources);
}

// What a user says of the rows, for the digest.
static struct str corrections_text(const struct article_corrections *corrections, struct arena *arena)
{
    struct buf text = {0};
    for (size_t i = 0; i < corrections->count; i++) {
        const struct correction *c = corrections->all[i];
        buf_printf(&text, "%u %d %d %zu ", c->line, c->as, c->value, c->text.n);
        buf_str_add(&text, c->text);
        buf_str_add(&text, c->entity_id);
    }
    struct str kept = text.failed ? STR_NULL : arena_str(arena, buf_str(&text));
    buf_release(&text);
    return kept;
}

static bool set_digest(struct article *article, struct arena *arena)
{
    const struct metadata *m = &article->metadata;
    unsigned char how[] = {(unsigned char)article->dialect,
                           (unsigned char)(article->layout | article->whole_page << 7)};
    struct str corrected = article->corrections ? corrections_text(article->corrections, arena) : STR_NULL;
    if (article->corrections && !corrected.p) return false;
    const struct str all[] = {{(const char *)article->sha256.bytes, sizeof article->sha256.bytes},
                              {(const char *)how, sizeof how},
                              m->title,
                              m->author,
                              m->site,
                              m->url,
                              m->language,
                              m->published_at,
                              m->other,
                              corrected};
    enum { ALL = sizeof all / sizeof *all };
    bool more = article->dialect != DIALECT_AUTO || article->layout != LAYOUT_AUTO || article->whole_page;
    for (size_t i = 2; i < ALL; i++) more = more || all[i].p;
    // as before there were corrections, where there are none
    article->digest = more ? sha256_of_list(all, corrected.p ? ALL : ALL - 1) : article->sha256;
    return true;
}

bool batch_hash(struct batch *batch, const struct corrections *corrections)
{
    bool ok = true;
    size_t jobs = 0;
    for (size_t i = 0; i < batch->count; i++) {
        struct article *article = &batch->articles[i].article;
        ok = ok && (!corrections || corrections_apply(corrections, article, STR_NULL, &batch->arena));
        if (!article->hashed) batch->hashing[jobs++] = (struct sha256_job){article->bytes, &article->sha256};
    }
    sha256_of_all(batch->hashing, jobs);
    for (size_t i = 0; ok && i < batch->count; i++) ok = set_digest(&batch->articles[i].article, &batch->arena);
    return ok;
}

bool batch_follow(struct sink_article *a, const struct corrections *corrections)
{
    if (!corrections_apply(corrections, &a->article, a->moved_from, a->arena) || !set_digest(&a->article, a->arena))
        return false;
    a->action = sink_action_of(a, &a->old_sha256);
    return true;
}
