#include "parse/markdown/markdown.h"

// What a small text can make md4c take forever for.
#define PARAGRAPH_BYTES     (256u << 10)   // below that no paragraph is too long
#define PARAGRAPH_STEPS_MAX 2000000000ull  // lines times brackets; about a second
#define ADDRESSES_MIN       (1u << 20)
#define ADDRESSES_FACTOR    16

bool markdown_too_deep(struct markdown_reader *r)
{
    error_set(r->error, ERROR_ARTICLE,
              "lists and quotes lie in each other more than %d deep: mend it, or load the article with "
              "--dialect extracted",
              MARKDOWN_DEPTH_MAX);
    return error_at(r->error, r->article->source, markdown_line(r, r->place.line));
}

// Containers that a line opens by itself, one after another. md4c would need time that grows with depth times lines.
static bool line_nests_too_deep(struct str line)
{
    int depth = 0;
    for (size_t i = 0; i < line.n;) {
        char c = line.p[i];
        size_t mark = i;
        while (i < line.n && line.p[i] >= '0' && line.p[i] <= '9') i++;
        bool listed = i > mark ? i < line.n && memchr(".)", line.p[i], 2) : c == '-' || c == '+' || c == '*';
        if (listed) {
            if (i + 1 < line.n && line.p[i + 1] != ' ' && line.p[i + 1] != '\t') return false;
            depth++;
        } else if (c == '>') depth++;
        else if (c != ' ' && c != '\t') return false;
        if (depth > MARKDOWN_DEPTH_MAX) {
            // a rule of many dashes nests nothing
            for (size_t j = mark; j < line.n; j++)
                if (line.p[j] != c && line.p[j] != ' ' && line.p[j] != '\t') return true;
            return c == '>' || c == '+';
        }
        i++;
    }
    return false;
}

// Blanks, '>' and what lies from ')' to '9', told without a branch.
static unsigned may_nest(char c)
{
    const uint64_t nests = UINT64_C(1) << ' ' | UINT64_C(1) << '\t' | UINT64_C(1) << '>' | UINT64_C(0x1FFFF) << ')';
    return ((unsigned char)c < 64) & (unsigned)(nests >> (c & 63));
}

static bool check_depth(struct markdown_reader *r)
{
    const struct place *place = &r->place;
    for (uint32_t i = 0; i < place->line_count; i++) {
        const char *p = place->start + place->lines[i];
        size_t n = place->lines[i + 1] - place->lines[i];
        if (n <= MARKDOWN_DEPTH_MAX || !(may_nest(p[0]) & may_nest(p[MARKDOWN_DEPTH_MAX]))) continue;
        if (!line_nests_too_deep((struct str){p, n - 1})) continue;
        place_to(&r->place, p);
        return markdown_too_deep(r);
    }
    return true;
}

bool markdown_check_size(struct markdown_reader *r)
{
    if (r->source.n <= MARKDOWN_BYTES_MAX) return true;
    error_set(r->error, ERROR_ARTICLE,
              "%zu MB of Markdown are more than the %u MB one article may have: split it, or load it with --dialect "
              "extracted",
              r->source.n >> 20, MARKDOWN_BYTES_MAX >> 20);
    return error_at(r->error, r->article->source, 0);
}

// md4c's time grows with lines times links of a paragraph.
static bool check_paragraphs(struct markdown_reader *r)
{
    uint64_t lines = 0, links = 0;
    bool blank = false;
    for (const char *p = r->place.start, *end = r->place.end; p < end; p++) {
        if (*p == '\n') {
            lines = blank ? 0 : lines + 1;
            links = blank ? 0 : links;
            blank = true;
        } else if (*p != ' ' && *p != '\t' && *p != '\r' && *p != '>') blank = false;
        links += *p == ']';
        if (lines * links < PARAGRAPH_STEPS_MAX) continue;
        place_to(&r->place, p);
        error_set(r->error, ERROR_ARTICLE,
                  "a paragraph of %llu lines with %llu links: part it by blank lines, or load the article with "
                  "--dialect extracted",
                  (unsigned long long)lines, (unsigned long long)links);
        return error_at(r->error, r->article->source, markdown_line(r, r->place.line));
    }
    return true;
}

bool markdown_check_shape(struct markdown_reader *r)
{
    uint64_t lines = r->place.line_count, bytes = r->source.n;
    bool short_enough = bytes < PARAGRAPH_BYTES || lines * bytes < PARAGRAPH_STEPS_MAX;
    return check_depth(r) && (short_enough || check_paragraphs(r));
}

bool markdown_check_address(struct markdown_reader *r, const MD_SPAN_A_DETAIL *detail)
{
    r->address_bytes += detail->href.size + detail->title.size;
    if (r->address_bytes <= ADDRESSES_MIN + ADDRESSES_FACTOR * r->source.n) return true;
    error_set(r->error, ERROR_ARTICLE,
              "the addresses of its links repeat to more than %d times its size: mend it, or load the article with "
              "--dialect extracted",
              ADDRESSES_FACTOR);
    return error_at(r->error, r->article->source, markdown_line(r, r->place.line));
}
