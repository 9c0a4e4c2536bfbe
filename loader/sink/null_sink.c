#include "sink/null_sink.h"

#include <stdlib.h>

static bool row(void *sink, const struct row *r, struct error *error)
{
    (void)sink;
    (void)r;
    (void)error;
    return true;
}

static bool close_sink(struct sink *sink, struct error *error)
{
    (void)error;
    free(sink);
    return true;
}

static const struct sink_ops OPS = {.row = row, .close = close_sink};

struct sink *null_sink_open(struct error *error)
{
    struct sink *sink = calloc(1, sizeof *sink);
    if (sink) sink->ops = &OPS;
    else error_set(error, ERROR_MEMORY, "out of memory");
    return sink;
}
