// Whether lines are wrapped at a width, and what stands between blocks: the evidence is counted over the article.
#ifndef PARSE_LAYOUT_WRAP_H
#define PARSE_LAYOUT_WRAP_H

#include "parse/layout/source.h"
#include "parse/line.h"

struct wrap {
    enum layout layout;
    unsigned width;  // columns; 0: lines aren't wrapped
    unsigned slack;  // a line that ends so many columns before the width may have been wrapped
    // What told it, of how many: wrapped lines that end where the next word would not fit, or, with slack, long lines
    // that go on; of others paragraphs beside blank lines.
    uint32_t told, of;
};

// forced: LAYOUT_AUTO, or what it has to be. Fills source->lines[].width and source->body where they are needed.
struct wrap wrap_find(struct source *source, enum layout forced);

// Finds lines that are wrapped at a width of their own, where blank lines part blocks: fills source->lines[].run.
void wrap_runs(struct source *source, const struct wrap *wrap);

// Whether line i was broken at the width, so that its text goes on in the next one, which is not blank.
bool wrap_goes_on(const struct source *source, const struct wrap *wrap, size_t i);

#endif
