// Lines of one series in an article: "Day 1: …" to "Day 5: …", or a few words over a sentence each. Where most of them
// are told to be headings, all are; the second forest (parallel.h) weighs what they have in common, and leaves out one
// of them now and then. Questions are no series: interviews set some of them as headings and others not.
#ifndef PARSE_EXTRACTED_SERIES_H
#define PARSE_EXTRACTED_SERIES_H

#include "parse/extracted/path.h"

// Raises the odds of headings.
void series_raise(const struct part *parts, struct path_line *lines, size_t count);

#endif
