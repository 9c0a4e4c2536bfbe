// The passes of rewriting, and what each does to the lines at one place: it returns the line behind those that it has
// read, or the line itself where nothing of its kind begins. Lines are those of line_context_free.
#ifndef PARSE_MARKDOWN_REWRITE_PASS_H
#define PARSE_MARKDOWN_REWRITE_PASS_H

#include "parse/markdown/line_context.h"
#include "parse/markdown/rewrite.h"

// Steps over what comes out for the lines from i to before `next`, whether it was put or is still to be kept.
void rewrite_step(const struct rewrite *rw, struct line_context *c, uint32_t i, uint32_t next);

// Steps over the last lines that were put.
void rewrite_step_put(const struct rewrite *rw, struct line_context *c, uint32_t lines);

// Ends the fence that the context is in, before line i: md4c takes lines behind an item or a quote for those of a
// fence that was left open there.
void rewrite_close_fence(struct rewrite *rw, struct line_context *c, uint32_t i);

// The first pass.
void rewrite_blocks(struct rewrite *rw);

// Rows that html2text has wrapped become a line each. Its delimiter row ends in two blanks.
void rewrite_rows(struct rewrite *rw);
bool rewrite_is_wrapping_rule(struct str line);

// Tables of bars that GFM does not know as such: right behind text, without a delimiter row, with several, with a
// header that is empty, with rows that are broken. `after_text`: the line before is of a paragraph.
uint32_t rewrite_table(struct rewrite *rw, uint32_t i, const struct line_view *v, bool after_text);

// The parts of tables that others write, too.
void rewrite_table_head(struct rewrite *rw, uint32_t i, const struct line_view *v, size_t columns);  // an empty one
void rewrite_table_rule(struct rewrite *rw, uint32_t i, const struct line_view *v, size_t columns);
void rewrite_blank(struct rewrite *rw, uint32_t i, const struct line_view *v);  // in the same quotes

// Pandoc's tables: simple and multiline ones, whose upper border or ruler is line i; grids.
uint32_t rewrite_ruled(struct rewrite *rw, uint32_t i);
uint32_t rewrite_grid(struct rewrite *rw, uint32_t i);

// Marks that are no text.
uint32_t rewrite_attributes(struct rewrite *rw, uint32_t i, const struct line_view *v);  // {#id .class} ^id
bool rewrite_has_attributes(struct str source);
uint32_t rewrite_mark_line(struct rewrite *rw, uint32_t i, const struct line_view *v);  // {: .class} [TOC]
uint32_t rewrite_callout(struct rewrite *rw, uint32_t i, const struct line_view *v);    // > [!note] Title
uint32_t rewrite_anchor(struct rewrite *rw, uint32_t i, const struct line_view *v);     // <a id="x"></a># Heading
uint32_t rewrite_property(struct rewrite *rw, uint32_t i, const struct line_view *v);   // id:: 6a51 (Logseq)

// Sentences that are indented like code: a paragraph, or the definition of the term before. *defines: the one before
// did.
uint32_t rewrite_prose(struct rewrite *rw, uint32_t i, bool *defines);
uint32_t rewrite_terms(struct rewrite *rw, uint32_t i);  // terms with such definitions on the lines right below
// Terms and sentences with a forced line break between them, as pandoc prints lists of definitions; several.
uint32_t rewrite_broken_terms(struct rewrite *rw, uint32_t i);

// HTML that md4c would take for something else than CommonMark does. `after_text`: the line before is of a paragraph.
bool rewrite_misreads_html(struct str s);  // the line, from its `<` on
uint32_t rewrite_html(struct rewrite *rw, uint32_t i, const struct line_view *v, bool after_text);
// A line of a block that </textarea> ends.
uint32_t rewrite_html_end(struct rewrite *rw, uint32_t i, const struct line_view *v);

// Code of site generators.
uint32_t rewrite_tags(struct rewrite *rw, uint32_t i, const struct line_view *v);       // {{< figure >}} {% include %}
uint32_t rewrite_module(struct rewrite *rw, uint32_t i, const struct line_view *v);     // import Tabs from '…'
uint32_t rewrite_component(struct rewrite *rw, uint32_t i, const struct line_view *v);  // <Tabs>
// The lines become fenced code.
void rewrite_code(struct rewrite *rw, uint32_t from, uint32_t to, const struct line_view *v);

#endif
