// What was learned of pages whose article is known: select_model.c is written by tests/lab/train/page_units.py, never
// by hand.
#ifndef PARSE_HTML_SELECT_MODEL_H
#define PARSE_HTML_SELECT_MODEL_H

#include "parse/forest.h"

// Whether a unit is the article's.
extern const struct forest SELECT_MODEL;

#endif
