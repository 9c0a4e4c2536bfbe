#include "input/csv_head.h"

#include <strings.h>

#define LINES 20  // that may come before the names

static const char delimiters[] = ",;\t|";

// Takes a line off, without its end: LF, CR LF or CR.
static struct str take_line(struct str *rest)
{
    size_t n = 0;
    while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r') n++;
    struct str line = {rest->p, n};
    if (n + 1 < rest->n && rest->p[n] == '\r' && rest->p[n + 1] == '\n') n++;
    *rest = str_slice(*rest, n + (n < rest->n), rest->n);
    return line;
}

static bool closes(struct str line)
{
    bool quoted = false;
    for (size_t i = 0; i < line.n; i++) quoted ^= line.p[i] == '"';
    return !quoted;
}

// A line, or several when a quote is open between them.
static struct str take_row(struct str *rest)
{
    struct str row = take_line(rest), all = row, more = *rest;
    for (size_t lines = 0; row.n && row.p[0] != '#' && !closes(all) && more.n && lines < LINES; lines++) {
        struct str line = take_line(&more);
        all.n = (size_t)(line.p + line.n - all.p);
    }
    if (all.n == row.n || !closes(all)) return row;
    *rest = more;
    return all;
}

// The delimiter that the line holds most often outside quotes; '\0': none.
static char delimiter_of(struct str line)
{
    size_t counts[sizeof delimiters] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '"') quoted = !quoted;
        const char *found = quoted || !line.p[i] ? NULL : strchr(delimiters, line.p[i]);
        if (found) counts[found - delimiters]++;
    }
    for (size_t i = 1; i < sizeof delimiters - 1; i++)
        if (counts[i] > counts[best]) best = i;
    return counts[best] ? delimiters[best] : '\0';
}

// The line's cells; whether one is the name of a text, whether one is empty.
static size_t cells_of(struct str line, char delimiter, const struct mapping *mapping, bool *text, bool *empty)
{
    size_t count = 0;
    *text = *empty = false;
    for (size_t start = 0; start <= line.n; count++) {
        bool quoted = start < line.n && line.p[start] == '"';
        const char *close = quoted ? memchr(line.p + start + 1, '"', line.n - start - 1) : NULL;
        size_t end = close ? (size_t)(close - line.p) : start;
        while (delimiter && end < line.n && line.p[end] != delimiter) end++;
        if (!delimiter) end = line.n;
        struct str cell = str_trim(str_slice(line, start, end));
        if (cell.n > 1 && cell.p[0] == '"' && cell.p[cell.n - 1] == '"') cell = str_slice(cell, 1, cell.n - 1);
        unsigned rank;
        *empty = *empty || !cell.n;
        if (cell.n && mapping_find(mapping, cell, &rank) == FIELD_TEXT) *text = true;
        start = end + 1;
    }
    return count;
}

// sep=; as Excel writes and reads it.
static bool says_delimiter(struct str line, char *delimiter)
{
    line = str_trim(line);
    if (line.n == 7 && line.p[0] == '"' && line.p[6] == '"') line = str_slice(line, 1, 6);
    if (line.n == 4 && strncasecmp(line.p, "sep=", 4) == 0) return *delimiter = '\t', true;  // the tab was trimmed
    if (line.n != 5 || strncasecmp(line.p, "sep=", 4) != 0) return false;
    *delimiter = line.p[4];
    return true;
}

struct csv_head csv_head_find(struct str head, char delimiter, const struct mapping *mapping)
{
    struct csv_head first = {.delimiter = delimiter};
    bool announced = false, gaps = false;  // gaps: in the first line, which names no column then
    struct str rest = head;
    size_t begun = 0, lines = 0, first_cells = 0;
    char said;
    if (says_delimiter(take_line(&rest), &said)) {
        if (!delimiter) delimiter = said;
        begun = (size_t)(rest.p - head.p);
        lines = 1;
        announced = true;
    } else {
        rest = head;
    }
    for (size_t i = 0; rest.n && i < LINES; i++, lines++) {
        struct csv_head at = {.start = (size_t)(rest.p - head.p), .lines = lines};
        struct str line = take_row(&rest);
        if (!str_trim(line).n) continue;
        bool text, empty, comment = line.p[0] == '#', is_first = !first_cells;
        at.delimiter = delimiter ? delimiter : delimiter_of(line);
        size_t cells = cells_of(line, at.delimiter, mapping, &text, &empty);
        at.skipped = str_trim(str_slice(head, begun, at.start));
        at.found = announced || text || (at.delimiter && cells > 1);
        if (text && (is_first || (cells > 1 && (cells != first_cells || gaps)))) return at;
        if (!is_first || comment) continue;
        first = at;
        first_cells = cells;
        gaps = empty;
    }
    return first;
}
