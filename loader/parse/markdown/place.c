#include "parse/markdown/place.h"

#include "base/inline.h"
#include "parse/masks.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_newline(char c)
{
    return c == '\n' || c == '\r';
}

// ---- lines

// Puts down where the lines behind the ends begin, the first one at `at`; returns how many there are. Most blocks have
// up to three ends, and to write as many is quicker than to ask of each whether it is there.
INLINE size_t put_lines(uint32_t *lines, uint32_t at, uint64_t ends)
{
    size_t count = mask_count(ends);
    for (int i = 0; i < 3; i++, ends &= ends - 1)
        *lines++ = at + (uint32_t)__builtin_ctzll(ends | UINT64_C(1) << (MASK_BYTES - 1)) + 1;
    for (; ends; ends &= ends - 1) *lines++ = at + (uint32_t)__builtin_ctzll(ends) + 1;
    return count;
}

// The bytes of a block behind which a line ends: LF, CR LF or CR. Looks at the first byte behind the block, too.
INLINE uint64_t line_ends(const char *block, mask_byte_fn *mask)
{
    uint64_t lf = mask(block, '\n', 0), cr = mask(block, '\r', 0);
    uint64_t before_lf = lf >> 1 | (uint64_t)(block[MASK_BYTES] == '\n') << (MASK_BYTES - 1);
    return lf | (cr & ~before_lf);
}

typedef uint32_t *find_fn(struct str source, struct arena *arena, size_t *count);

INLINE uint32_t *find_lines(struct str source, struct arena *arena, size_t *count, mask_byte_fn *mask)
{
    size_t n = 0, capacity = 2 * MASK_BYTES + source.n / 32;
    uint32_t *lines = arena_alloc(arena, capacity * sizeof *lines);
    char last[MASK_BYTES + 1] = {0};
    if (lines) lines[0] = 0;
    for (size_t at = 0; lines && at < source.n; at += MASK_BYTES) {
        const char *block = source.p + at;
        if (source.n - at <= MASK_BYTES) block = memcpy(last, block, source.n - at);
        n += put_lines(lines + n + 1, (uint32_t)at, line_ends(block, mask));
        if (capacity - n > MASK_BYTES) continue;
        lines = arena_grow(arena, lines, capacity, 2 * capacity, sizeof *lines);
        capacity *= 2;
    }
    *count = n;
    return lines;
}

static uint32_t *find_plain(struct str source, struct arena *arena, size_t *count)
{
    return find_lines(source, arena, count, mask_byte);
}

#ifdef __x86_64__
MASKS_WIDE static uint32_t *find_wide(struct str source, struct arena *arena, size_t *count)
{
    return find_lines(source, arena, count, mask_wide_byte);
}

static find_fn *find(void)
{
    return masks_wide_can() ? find_wide : find_plain;
}
#else
static find_fn *find(void)
{
    return find_plain;
}
#endif

bool place_init(struct place *place, struct str source, uint32_t first_line, struct arena *arena)
{
    size_t count;
    uint32_t *lines = find()(source, arena, &count);
    *place = (struct place){.start = source.p,
                            .end = source.p + source.n,
                            .at = source.p,
                            .line = first_line,
                            .first_line = first_line,
                            .line_count = (uint32_t)count,
                            .lines = lines};
    return lines;
}

// Where the i-th line begins. Behind the last one is the end.
static const char *line_start(const struct place *place, uint32_t i)
{
    return place->start + place->lines[i < place->line_count ? i : place->line_count];
}

static uint32_t line_of(const struct place *place)
{
    return place->line - place->first_line;
}

static void go_to_line(struct place *place, uint32_t i)
{
    if (i > place->line_count) i = place->line_count;
    place->line = place->first_line + i;
    place->at = place->start + place->lines[i];
}

// The line that p is on, which is most often near.
static uint32_t line_with(const struct place *place, const char *p)
{
    size_t at = (size_t)(p - place->start);
    uint32_t i = line_of(place);
    while (i < place->line_count && place->lines[i + 1] <= at) i++;
    while (place->lines[i] > at) i--;
    return i;
}

void place_to(struct place *place, const char *p)
{
    go_to_line(place, line_with(place, p));
}

void place_next_line(struct place *place)
{
    go_to_line(place, line_of(place) + 1);
}

void place_skip_blank(struct place *place)
{
    const char *p = place->at, *end = place->end;
    for (; p < end && (is_blank(*p) || (*p >= '\n' && *p <= '\r') || *p == '>'); p++)
        place->line += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    place->at = p;
}

struct str place_rest(const struct place *place)
{
    const char *end = line_start(place, line_of(place) + 1);
    while (end > place->at && is_newline(end[-1])) end--;
    return (struct str){place->at, (size_t)(end - place->at)};
}

// Bytes of the item mark at the cursor; 0 when it isn't the one looked for.
static size_t mark_bytes(const struct place *place, char mark)
{
    const char *p = place->at;
    if (mark == '.' || mark == ')')
        while (p < place->end && *p >= '0' && *p <= '9') p++;
    if (p >= place->end || *p != mark || (p == place->at && (mark == '.' || mark == ')'))) return 0;
    p++;
    return p == place->end || is_blank(*p) || is_newline(*p) ? (size_t)(p - place->at) : 0;
}

static bool is_rule(struct str rest)
{
    char mark = rest.n ? rest.p[0] : 0;
    if (mark != '-' && mark != '_' && mark != '*') return false;
    size_t marks = 0;
    for (size_t i = 0; i < rest.n; i++) {
        marks += rest.p[i] == mark;
        if (rest.p[i] != mark && !is_blank(rest.p[i])) return false;
    }
    return marks >= 3;
}

// What stands between two reported blocks and is none of them is a link reference definition: skipped by the line.
uint32_t place_item(struct place *place, char mark)
{
    struct place found = *place;
    for (place_skip_blank(&found); found.at < found.end; place_next_line(&found), place_skip_blank(&found)) {
        size_t n = mark_bytes(&found, mark);
        if (!n) continue;
        *place = found;
        place->at += n;
        return place->line;
    }
    return place->line;
}

void place_rule(struct place *place)
{
    struct place found = *place;
    for (place_skip_blank(&found); found.at < found.end; place_next_line(&found), place_skip_blank(&found)) {
        if (!is_rule(place_rest(&found))) continue;
        *place = found;
        place_next_line(place);
        return;
    }
}

// ---- inline text

static bool is_definition(const struct place *place)
{
    const char *p = place->at;
    if (p >= place->end || *p != '[') return false;
    for (p++; p < place->end && *p != ']' && *p != '['; p++) p += *p == '\\';
    return p + 1 < place->end && *p == ']' && p[1] == ':';
}

uint32_t place_text_begin(struct place *place, const struct place_text *text)
{
    place_skip_blank(place);
    if (!text->first) {
        while (is_definition(place)) {
            place_next_line(place);
            place_skip_blank(place);
        }
        return place->line;
    }
    uint32_t line = place->first_line + line_with(place, text->first) - text->breaks_before;
    if (line == place->line) return line;
    if (line > place->line && text->span_before && !is_definition(place)) return place->line;
    go_to_line(place, line - place->first_line);
    place_skip_blank(place);
    return line;
}

// Behind the `(…)` of a link, whatever it holds.
static const char *destination_end(const char *p, const char *end)
{
    int depth = 0;
    for (; p < end; p++) {
        p += strcspn(p, "\n\r\"'()<\\");  // most of an address; the source has an end of line at its end
        if (*p == '\\') p++;
        else if (*p == '<' && p[-1] == '(') {
            while (p < end && *p != '>' && !is_newline(*p)) p++;
        } else if (*p == '"' || *p == '\'') {
            const char *quote = memchr(p + 1, *p, (size_t)(end - p - 1));
            if (quote && (is_blank(p[-1]) || is_newline(p[-1]))) p = quote;
        } else if (*p == '(') depth++;
        else if (*p == ')' && --depth == 0) return p + 1;
    }
    return end;
}

// Behind the markup that follows p, where `breaks` line ends are still to come.
static const char *markup_end(const struct place *place, const char *p, uint32_t breaks)
{
    while (p < place->end) {
        char c = *p;
        if (is_newline(c)) {
            if (!breaks--) return p;
            p += p[0] == '\r' && p + 1 < place->end && p[1] == '\n' ? 2 : 1;
        } else if (c == ']' && p + 1 < place->end && p[1] == '(') p = destination_end(p + 1, place->end);
        else if (c == ']' && p + 1 < place->end && p[1] == '[') {
            const char *close = memchr(p, ']', (size_t)(place->end - p));
            close = close ? memchr(close + 1, ']', (size_t)(place->end - close - 1)) : NULL;
            if (!close) return p;
            p = close + 1;
        } else p++;
    }
    return p;
}

uint32_t place_text_end(struct place *place, const struct place_text *text)
{
    const char *from = text->last ? text->last : place->at;
    uint32_t breaks = text->last ? text->after : text->breaks;
    bool hides = text->span_after || !text->last;
    uint32_t i = hides ? line_with(place, markup_end(place, from, breaks)) : line_with(place, from) + breaks;
    go_to_line(place, i + 1);
    return place->first_line + i;
}

bool place_at_hashes(const struct place *place, unsigned level)
{
    const char *p = place->at;
    while (p < place->end && *p == '#') p++;
    return p - place->at == level && (p == place->end || is_blank(*p) || is_newline(*p));
}

// ---- code and tables

// Bytes of the fence at the cursor, and its character.
static size_t fence_bytes(const struct place *place, char *fence)
{
    struct str rest = place_rest(place);
    if (!rest.n || (rest.p[0] != '`' && rest.p[0] != '~')) return 0;
    size_t n = 0;
    while (n < rest.n && rest.p[n] == rest.p[0]) n++;
    *fence = rest.p[0];
    return n < 3 ? 0 : n;
}

static bool closes_fence(const struct place *place, char fence, size_t bytes)
{
    char c = 0;
    struct str rest = place_rest(place);
    size_t n = fence_bytes(place, &c);
    if (n < bytes || c != fence) return false;
    while (n < rest.n && is_blank(rest.p[n])) n++;
    return n == rest.n;
}

uint32_t place_fenced(struct place *place, const struct place_text *text, int quotes, uint32_t *end)
{
    const char *first = text->first;
    uint32_t before = text->breaks_before, lines = text->breaks;
    char fence = 0;
    size_t bytes = 0;
    struct place found = *place;
    place_skip_blank(&found);
    if (first) {
        struct place at = found;
        place_to(&at, first);
        if (found.line + before + 1 < at.line) go_to_line(&found, line_of(&at) - before - 1);
        place_skip_blank(&found);
        bytes = fence_bytes(&found, &fence);
    } else {
        while (found.at < found.end && !(bytes = fence_bytes(&found, &fence))) {
            place_next_line(&found);
            place_skip_blank(&found);
        }
        if (!bytes) found = *place;
    }
    uint32_t line = found.line;
    go_to_line(&found, line_of(&found) + lines + 1);
    *end = line + lines;
    *place = found;
    const char *next = line_start(place, line_of(place) + 1);
    for (; found.at < found.end && (is_blank(*found.at) || (*found.at == '>' && quotes > 0)); found.at++)
        quotes -= *found.at == '>';
    if (bytes && found.at < next && closes_fence(&found, fence, bytes)) {
        place_next_line(place);
        ++*end;
    }
    return line;
}

static size_t next_column(size_t column, char c)
{
    return c == '\t' ? (column + 4) & ~(size_t)3 : column + 1;
}

struct str place_indent(const struct place *place, const char *p, size_t width)
{
    const char *line = p;
    size_t end = 0, column = 0;
    while (line > place->start && !is_newline(line[-1])) line--;
    for (const char *q = line; q < p; q++) end = next_column(end, *q);
    for (; line < p && column + width < end; line++) column = next_column(column, *line);
    for (const char *q = line; q < p; q++)
        if (!is_blank(*q)) return STR_NULL;
    return column + width == end ? (struct str){line, (size_t)(p - line)} : STR_NULL;
}

static bool underlines_table(struct str rest)
{
    bool dash = false, bar = false;
    for (size_t i = 0; i < rest.n; i++) {
        if (!memchr("|:->\t \v\f", rest.p[i], 8)) return false;
        dash = dash || rest.p[i] == '-';
        bar = bar || rest.p[i] == '|';
    }
    return dash && bar;
}

uint32_t place_table(struct place *place, const char *first)
{
    place_skip_blank(place);
    if (first) {
        struct place found = *place;
        place_to(&found, first);
        if (found.line != place->line) *place = found;
        return place->line;
    }
    for (struct place found = *place; found.at < found.end; place_skip_blank(&found)) {
        struct place head = found;
        place_next_line(&found);
        if (!underlines_table(place_rest(&found))) continue;
        *place = head;
        break;
    }
    return place->line;
}

void place_code_end(const struct place *place, struct place_text *text)
{
    if (!text->last) return;
    const char *p = text->last, *end = place->end;
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    if (p == end || (*p != '\n' && *p != '\r')) return;
    while (p < end && memchr(" \t\r\n>", *p, 5)) p++;
    if (p == end || *p != '`') return;
    text->last = p + 1;
    text->after = 0;
}
