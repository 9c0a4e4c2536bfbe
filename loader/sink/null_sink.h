// The sink that keeps nothing: for measuring what reading and parsing cost.
#ifndef SINK_NULL_SINK_H
#define SINK_NULL_SINK_H

#include "sink/sink.h"

struct sink *null_sink_open(struct error *error);

#endif
