#include "parse/html/talk.h"

#include "parse/html/run.h"

static void add(char *p, size_t *n, char c)
{
    if (*n && (p[*n - 1] == '\n' || (p[*n - 1] == ' ' && c == ' '))) return;
    p[(*n)++] = c;
}

// The article's text, a line a block; white space is one space each.
static struct str lines_of(const struct html_node *document, struct arena *arena)
{
    size_t bytes = 0, n = 0;
    for (const struct html_node *c = document->first; c; c = html_node_next(document, c, c->left))
        bytes += html_is_kept(c) ? c->text.n + 1 : 1;
    char *p = arena_alloc(arena, bytes + 1);
    for (const struct html_node *c = document->first; c && p; c = html_node_next(document, c, c->left)) {
        bool element = c->type == HTML_NODE_ELEMENT;
        if ((element && html_is_block(c)) || (c->prev && html_is_block(c->prev))) add(p, &n, '\n');
        else if (element && c->element == ELEMENT_BR) add(p, &n, ' ');
        for (size_t i = 0; html_is_kept(c) && i < c->text.n; i++) {
            char byte = c->text.p[i];
            if ((unsigned char)byte > ' ') p[n++] = byte;
            else add(p, &n, ' ');
        }
    }
    return (struct str){p, n};
}

bool html_speakers(const struct html_node *document, struct arena *arena, struct speakers *speakers)
{
    struct str lines = lines_of(document, arena);
    return lines.p && speakers_find(lines, speakers);
}
