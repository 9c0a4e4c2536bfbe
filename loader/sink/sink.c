#include "sink/sink.h"

// A sink without a memory of its own: every article is new.
static void number_articles(struct sink *sink, struct sink_article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        articles[i].action = SINK_NEW;
        articles[i].document_id = ++sink->last_document_id;
    }
}

bool sink_look_up(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    if (sink->ops->look_up) return sink->ops->look_up(sink, articles, count, error);
    number_articles(sink, articles, count);
    return true;
}

bool sink_begin(struct sink *sink, const struct sink_article *article, struct error *error)
{
    sink->begun = true;
    return !sink->ops->begin || sink->ops->begin(sink, article, error);
}

bool sink_end(struct sink *sink, struct error *error)
{
    bool ok = !sink->ops->end || sink->ops->end(sink, error);
    if (ok) sink->begun = false;
    return ok;
}

void sink_abort(struct sink *sink)
{
    if (sink->begun && sink->ops->abort) sink->ops->abort(sink);  // else it would be the article before
    sink->begun = false;
}

bool sink_reject(struct sink *sink, struct str source, const struct error *why, struct error *error)
{
    return !sink->ops->reject || sink->ops->reject(sink, source, why, error);
}

bool sink_commit(struct sink *sink, struct sink_article *articles, size_t count, struct error *error)
{
    return !sink->ops->commit || sink->ops->commit(sink, articles, count, error);
}

void sink_rollback(struct sink *sink)
{
    if (sink->ops->rollback) sink->ops->rollback(sink);
}

bool sink_takes_back(const struct sink *sink)
{
    return sink->ops->rollback;
}

bool sink_close(struct sink *sink, struct error *error)
{
    return sink->ops->close(sink, error);
}
