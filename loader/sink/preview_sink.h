// The sink that prints an article as an indented outline, for people.
#ifndef SINK_PREVIEW_SINK_H
#define SINK_PREVIEW_SINK_H

#include "sink/sink.h"

#include <stdio.h>

struct preview_options {
    bool colour;   // ANSI colours
    bool explain;  // each inferred heading's confidence and reason
    int width;     // columns; longer texts are cut and end in …
};

// Prints to `out`, which stays the caller's. Failures are ERROR_OUTPUT.
struct sink *preview_sink_open(FILE *out, const struct preview_options *options, struct error *error);

#endif
