#include "parse/html/select.h"

// To be replaced: marks but what is never text, and what the elements themselves say.
bool html_select(struct html_tree *tree, bool whole_page, struct arena *arena, struct error *error)
{
    for (struct html_node *n = tree->document->first; n; n = html_node_next(tree->document, n, n->left)) {
        if (n->type != HTML_NODE_ELEMENT) continue;
        switch ((enum html_element)n->element) {
        case ELEMENT_HEAD:
        case ELEMENT_SCRIPT:
        case ELEMENT_STYLE:
        case ELEMENT_TEMPLATE:
        case ELEMENT_TEXTAREA:
        case ELEMENT_IFRAME:
        case ELEMENT_SVG: n->left = HTML_LEFT_NEVER; break;
        case ELEMENT_NAV: n->left = whole_page ? HTML_LEFT_NOT : HTML_LEFT_NAVIGATION; break;
        case ELEMENT_ASIDE:
        case ELEMENT_FOOTER: n->left = whole_page ? HTML_LEFT_NOT : HTML_LEFT_FURNITURE; break;
        default: break;
        }
    }
    return arena_ok(arena, error);
}
