#define _GNU_SOURCE  // memrchr
#include "facts/article_date.h"

#include "base/timestamp.h"
#include "facts/address_date.h"

#include <stdlib.h>

#define HEAD_LINES     40   // of which bylines are looked for
#define BODY_BYTES     150  // of a text that is no byline, title or teaser, at least
#define SHORT_BYTES    40   // of a line of a menu, less than
#define NO_BODY        8    // the line taken for the first paragraph where there is none
#define SIGNED_BEFORE  8    // short lines before it up to which a date with an author or time is the article's
#define DAY_BEFORE     4    // a date alone: further up it is today's, of a page's head
#define SIGNED_BEHIND  6    // lines behind it
#define DAY_BEHIND     1
#define LABEL_BEHIND   12
#define DOUBT          12        // lines behind a date in which another one makes it doubtful
#define SIGNED_OFF     60        // bytes of a last line that is a place and a date
#define LABELLED_BYTES 200       // of a label and text that are read as one line
#define EARLIEST_BARE  (-7305)   // 1980-01-01: what is older and has no label is told of, in days since 2000
#define EARLIEST       (-73049)  // 1800-01-01: of what is labelled
#define EPOCH          (-10957)  // 1970-01-01: a clock that wasn't set
#define APART          2         // days by which time zones, editions and datelines may differ

#define DAY_MICROSECONDS INT64_C(86400000000)

// Who writes 3/5/2024 for the third of May: where dots are usual (3.5.2024), slashes may be in either order. Of English
// only some countries' names tell.
static enum date_order order_of(const struct article *article)
{
    const struct metadata *m = &article->metadata;
    struct str language = m->language.n ? m->language : m->language_guess, url = m->url, host = url;
    static const char day_first[] = "|fr|es|it|pt|nl|ar|ca|gl|el|ro|vi|id|he|hi|";
    if (language.n >= 2 && str_is_listed_any_case(day_first, str_slice(language, 0, 2))) return DATE_DAY_FIRST;
    if (language.n < 2 || !str_is_listed_any_case("|en|", str_slice(language, 0, 2))) return DATE_ORDER_UNKNOWN;
    for (size_t i = 0; i + 3 < url.n; i++)
        if (memcmp(url.p + i, "://", 3) == 0) {
            host = str_slice(url, i + 3, url.n);
            break;
        }
    const char *slash = host.n ? memchr(host.p, '/', host.n) : NULL;
    if (slash) host = str_slice(host, 0, (size_t)(slash - host.p));
    const char *dot = host.n ? memrchr(host.p, '.', host.n) : NULL;
    if (!dot) return DATE_ORDER_UNKNOWN;
    struct str top = str_slice(host, (size_t)(dot - host.p) + 1, host.n);
    if (str_is_listed_any_case("|uk|au|nz|ie|in|za|ng|ke|pk|bd|lk|sg|my|eu|", top)) return DATE_DAY_FIRST;
    return str_is_listed_any_case("|us|gov|mil|", top) ? DATE_MONTH_FIRST : DATE_ORDER_UNKNOWN;
}

void article_date_begin(struct article_date *date, const struct article *article, int32_t today)
{
    *date = (struct article_date){.latest = today + 1, .order = order_of(article)};
}

static bool is_labelled(enum byline kind)
{
    return kind == BYLINE_UPDATED || kind == BYLINE_DATED || kind == BYLINE_PUBLISHED;
}

static enum byline read_line(const struct article_date *date, struct str label, struct str text, int32_t *days)
{
    char joined[LABELLED_BYTES + 2];
    if (label.n && label.n + text.n <= LABELLED_BYTES) {
        memcpy(joined, label.p, label.n);
        memcpy(joined + label.n, ": ", 2);
        memcpy(joined + label.n + 2, text.p, text.n);
        text = (struct str){joined, label.n + 2 + text.n};
    } else if (label.n) {
        return BYLINE_NONE;
    }
    enum byline kind = byline_read(str_trim(text), date->order, days);
    if (kind == BYLINE_NONE || *days > date->latest) return BYLINE_NONE;
    return *days >= (is_labelled(kind) ? EARLIEST : EARLIEST_BARE) ? kind : BYLINE_NONE;
}

// Below a day: when on that day, or where. It is an event's.
static bool tells_event(struct str label, struct str line)
{
    size_t n = 0;
    if (!label.n) label = line;
    while (n < label.n && str_is_word_byte(label.p[n])) n++;
    bool labels = label.p != line.p || (n < line.n && line.p[n] == ':');
    return labels && str_is_listed_any_case(
                         "|time|where|location|place|venue|webcast|uhrzeit|zeit|ort|heure|lieu|hora|lugar|ora|luogo|",
                         str_slice(label, 0, n));
}

static void see_line(struct article_date *date, struct str label, struct str line, bool in_body)
{
    int32_t days;
    date->lines++;
    bool dated = date->count && date->found[date->count - 1].kind == BYLINE_DATED &&
                 date->found[date->count - 1].line == date->lines - 1;
    if (dated && date->body && tells_event(label, str_trim(line))) date->count--;
    enum byline kind = read_line(date, label.n ? label : date->line_before, line, &days);
    enum byline_label before = date->label_before;
    date->label_before = byline_label(str_trim(line));
    date->line_before = date->label_before == BYLINE_LABEL_DATE ? str_trim(line) : STR_NULL;
    if (before == BYLINE_LABEL_OTHER && !is_labelled(kind)) kind = BYLINE_NONE;
    if (kind == BYLINE_DATELINE && !in_body) kind = BYLINE_NONE;
    if (kind != BYLINE_NONE) {
        date->found[date->count].kind = kind;
        date->found[date->count].line = date->lines;
        date->found[date->count].short_lines = date->short_lines;
        date->found[date->count++].days = days;
    }
    date->short_lines += line.n < SHORT_BYTES;
    // A long one: no sign ends it.
    bool title =
        date->lines == 1 && line.n && (signed char)line.p[line.n - 1] > 0 && str_is_word_byte(line.p[line.n - 1]);
    if (date->body || !in_body || line.n < BODY_BYTES || title) return;
    date->body = date->lines;
    date->body_short_lines = date->short_lines;
}

void article_date_see(struct article_date *date, const struct row *row)
{
    struct str text, label = STR_NULL;
    bool in_body = false;
    switch (row->table) {
    case ROW_SECTION: text = row->section.heading; break;
    case ROW_BULLET:
        text = row->bullet.text;
        label = row->bullet.label;
        break;
    case ROW_PARAGRAPH:
        if (row->paragraph.kind == PARAGRAPH_CODE || row->paragraph.kind == PARAGRAPH_CAPTION) return;
        text = row->paragraph.text;
        label = row->paragraph.label;
        in_body = row->paragraph.kind == PARAGRAPH_TEXT || row->paragraph.kind == PARAGRAPH_LEAD_IN;
        break;
    default: return;
    }
    if (!text.n) return;
    date->last = text;
    date->label = label;
    while (text.n && date->lines < (date->body ? date->body + LABEL_BEHIND + DOUBT : HEAD_LINES)) {
        const char *end = memchr(text.p, '\n', text.n);
        size_t n = end ? (size_t)(end - text.p) : text.n;
        see_line(date, label, str_slice(text, 0, n), in_body);
        text = str_slice(text, end ? n + 1 : n, text.n);
    }
}

// Where a line says the article's day: labelled ones at the head, others around the first paragraph; before it lines of
// a menu part them.
static bool is_in_place(const struct article_date *date, int i)
{
    enum byline kind = date->found[i].kind;
    int line = date->found[i].line, body = date->body ? date->body : NO_BODY;
    if (is_labelled(kind)) return line <= body + LABEL_BEHIND;
    int between = (date->body ? date->body_short_lines : date->short_lines) - date->found[i].short_lines;
    return line <= body + (kind == BYLINE_SIGNED ? SIGNED_BEHIND : DAY_BEHIND) &&
           between <= (kind == BYLINE_SIGNED ? SIGNED_BEFORE : DAY_BEFORE);
}

// The day that all lines of these kinds say; false where there is none, or where they differ.
static bool agree(const struct article_date *date, enum byline first, enum byline last, int32_t *days)
{
    bool found = false;
    int at = 0;
    for (int i = 0; i < date->count; i++) {
        int line = date->found[i].line;
        if (date->found[i].kind < first || date->found[i].kind > last) continue;
        if (found && line <= at + DOUBT && date->found[i].days != *days) return false;
        if (found || !is_in_place(date, i)) continue;
        *days = date->found[i].days;
        at = line;
        found = true;
    }
    return found;
}

static enum byline last_line(const struct article_date *date, int32_t *days)
{
    struct str text = date->last;
    if (date->lines < 2 || !text.n) return BYLINE_NONE;
    const char *end = memrchr(text.p, '\n', text.n);
    if (end) text = str_slice(text, (size_t)(end - text.p) + 1, text.n);
    enum byline kind = read_line(date, date->label, text, days);
    bool signed_off = kind == BYLINE_PLACED && text.n <= SIGNED_OFF && memchr(text.p, ',', text.n);
    return signed_off || is_labelled(kind) ? kind : BYLINE_NONE;
}

static enum byline says_text(const struct article_date *date, int32_t *days)
{
    static const enum byline ranked[][2] = {{BYLINE_PUBLISHED, BYLINE_PUBLISHED}, {BYLINE_DATED, BYLINE_DATED},
                                            {BYLINE_SIGNED, BYLINE_SIGNED},       {BYLINE_DAY, BYLINE_PLACED},
                                            {BYLINE_DATELINE, BYLINE_DATELINE},   {BYLINE_UPDATED, BYLINE_UPDATED}};
    for (size_t i = 0; i < sizeof ranked / sizeof *ranked; i++)
        if (agree(date, ranked[i][0], ranked[i][1], days)) return ranked[i][0];
    return last_line(date, days);
}

static bool says_metadata(const struct article_date *date, const struct article *article, int32_t *days)
{
    struct str stated = article->metadata.published_at;
    int64_t time;
    if (!stated.p || stated.p == article->named_date.p || !timestamp_parse(stated, &time)) return false;
    *days = (int32_t)((time - (time % DAY_MICROSECONDS + DAY_MICROSECONDS) % DAY_MICROSECONDS) / DAY_MICROSECONDS);
    return *days >= EARLIEST && *days != EPOCH && *days <= date->latest;
}

void article_date_set(struct article_date *date, struct document_row *document)
{
    const struct article *a = document->article;
    struct str url = a->metadata.url;
    int32_t *days = &document->date, said;
    document->date_source = DATE_SOURCE_NONE;
    if (says_metadata(date, a, days)) {
        document->date_source = DATE_SOURCE_METADATA;
        return;
    }
    bool is_address = !url.n && str_contains(a->source, STR("://"));
    bool addressed = address_date(is_address ? a->source : url, date->latest, days);
    enum byline byline = says_text(date, &said);
    if (byline != BYLINE_NONE && !(addressed && byline == BYLINE_UPDATED)) {
        if (addressed && abs(said - *days) > APART) return;
        *days = said;
        document->date_source = DATE_SOURCE_BYLINE;
    } else if (addressed) {
        document->date_source = DATE_SOURCE_ADDRESS;
    } else if (file_name_date(a->file_name, date->latest, days)) {
        document->date_source = DATE_SOURCE_FILE_NAME;
    }
}
