// Where CommonMark's HTML blocks begin and end (0.31.2, section 4.6, with `source` of 0.30).
#ifndef PARSE_MARKDOWN_HTML_BLOCK_H
#define PARSE_MARKDOWN_HTML_BLOCK_H

#include "base/str.h"

#include <stdbool.h>

#define HTML_BLOCK_RAW     1  // <pre>, <script>, <style>, <textarea>
#define HTML_BLOCK_DECLARE 4  // <!X
#define HTML_BLOCK_NAMED   6  // of the names that may interrupt a paragraph
#define HTML_BLOCK_TAG     7  // any tag that is alone on its line; can't interrupt a paragraph

// The number of the start condition that s, a line from its first character on, meets; 0 for none.
int html_block_begins(struct str s);

// Whether the line, the one with the start too, ends a block of that condition.
bool html_block_ends(int condition, struct str s);

#endif
