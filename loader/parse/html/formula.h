// Formulas: MathML, and what else a page holds of the same formula.
#ifndef PARSE_HTML_FORMULA_H
#define PARSE_HTML_FORMULA_H

#include "parse/html/tree.h"

// Makes phrases of scripts that hold a formula in TeX (<script type="math/tex">, as kramdown writes them), unless what
// MathJax has made of it stands before it.
void html_formulas_show(struct html_node *body);

// Leaves out what stands beside a <math> for eyes alone: the same formula as laid out signs (KaTeX, MathJax) or as a
// picture (MediaWiki).
void html_formula_settle(struct html_node *math);

// Whether the words below the node begin with a formula: it stands in a line of its own.
bool html_formula_begins(const struct html_node *node);

// Whether the text is raised, lowered or below a line in a formula, behind what it belongs to.
bool html_formula_parts(const struct html_node *text);

#endif
