#include "sink/csv_header.h"

#include <stddef.h>
#include <string.h>

struct csv_header csv_header_of(struct str csv)
{
    const char *lf = csv.n ? memchr(csv.p, '\n', csv.n) : NULL;
    struct csv_header header = {.line = {csv.p, lf ? (size_t)(lf - csv.p) : csv.n}, .delimiter = ','};
    if (str_starts(header.line, STR("\xEF\xBB\xBF"))) header.line = str_slice(header.line, 3, header.line.n);
    for (size_t i = 0; i < header.line.n; i++) {
        if (!memchr(",;\t", header.line.p[i], 3)) continue;
        header.delimiter = header.line.p[i];
        break;
    }
    return header;
}

bool csv_header_next(struct csv_header *header, struct str *name)
{
    if (header->ended) return false;
    const char *end = header->line.n ? memchr(header->line.p, header->delimiter, header->line.n) : NULL;
    size_t n = end ? (size_t)(end - header->line.p) : header->line.n;
    *name = str_trim(str_slice(header->line, 0, n));
    if (name->n >= 2 && name->p[0] == '"') *name = str_slice(*name, 1, name->n - 1);
    header->ended = !end;
    if (end) header->line = str_slice(header->line, n + 1, header->line.n);
    return true;
}

const char *csv_header_format(const struct csv_header *header)
{
    return header->delimiter == ';'    ? "FORMAT csv, HEADER, DELIMITER ';'"
           : header->delimiter == '\t' ? "FORMAT csv, HEADER, DELIMITER E'\\t'"
                                       : "FORMAT csv, HEADER";
}
