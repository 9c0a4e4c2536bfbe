// The articles that a command line names, one after another.
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/arena.h"
#include "base/error.h"
#include "input/article.h"

enum input_result {
    INPUT_ARTICLE,   // *article is filled
    INPUT_REJECTED,  // *error says which file or record can't be read, and why; go on
    INPUT_END,
    INPUT_FAILED,  // *error says why; no more can be read
};

struct input_options {
    enum dialect dialect;  // AUTO: detected for each article
    size_t article_limit;  // bytes; a larger article is rejected
};

struct input;

// paths: files, directories (walked in the order of their names' bytes, hidden files skipped), "-" for standard
// input. The strings must outlive the input. NULL when there is no memory.
struct input *input_open(char *const *paths, size_t count, const struct input_options *options, struct error *error);

// The article's strings are in the arena.
enum input_result input_next(struct input *input, struct arena *arena, struct article *article, struct error *error);

void input_close(struct input *input);

#endif
