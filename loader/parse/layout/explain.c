#include "parse/layout/wrap.h"
#include "parse/parser.h"

static void explain_wrap(const struct wrap *w, struct buf *out)
{
    if (w->slack)
        buf_printf(out, "wrapped at about %u columns: %u of %u lines are nearly as long and go on", w->width, w->told,
                   w->of);
    else
        buf_printf(out, "wrapped at %u columns: %u of %u lines end where the next word would not fit", w->width,
                   w->told, w->of);
}

bool layout_explain(const struct article *article, struct buf *out)
{
    struct arena arena;
    struct source source;
    arena_init(&arena, 0);
    bool ok = source_split(article->text, &arena, &source);
    if (!ok) buf_printf(out, "no memory is left to say why");
    size_t blank = 0;
    for (size_t i = 0; ok && i + 1 < source.count; i++) blank += !source.lines[i].whole.n;
    struct wrap w = ok ? wrap_find(&source, article->layout) : (struct wrap){.layout = LAYOUT_AUTO};
    if (ok && article->layout != LAYOUT_AUTO) buf_printf(out, "%s: as it was asked for", layout_name(article->layout));
    else if (ok && w.layout == LAYOUT_WRAPPED) explain_wrap(&w, out);
    else if (ok && !blank) buf_printf(out, "%s: no line is blank", layout_name(w.layout));
    else if (ok)
        buf_printf(out, "%s: %u of %u paragraphs stand beside blank lines", layout_name(w.layout), w.told, w.of);
    arena_release(&arena);
    return ok && !out->failed;
}
