// What comes from servers, browsers and their archives: an HTTP response, a page that was saved with its parts, XML
// that is a page, what a page says of its charset, HTML in a field. Any bytes give text within the limit, on as many
// lines as before, or a refusal. The first byte chooses.
#include "input/charset_declared.h"
#include "input/header_field.h"
#include "input/html_field.h"
#include "input/http.h"
#include "input/mhtml.h"
#include "input/xml_page.h"

#include "base/utf8.h"
#include "require.h"

#define LIMIT 100000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void response(struct str message)
{
    struct http http;
    struct http_scratch scratch = {0};
    struct str plain;
    if (http_read(&http, message)) {
        REQUIRE(http.head <= message.n);
        struct str body = str_slice(message, http.head, message.n);
        if (http_body(&http, body, LIMIT, &scratch, &plain) <= CODING_CUT) REQUIRE(plain.n <= LIMIT + body.n);
        header_field_parameter(http.type, "charset");
    }
    http_scratch_release(&scratch);
}

// Bytes that a compressor did not make, in a coding that the first of them chooses.
static void coding(struct str body)
{
    static const char *const names[] = {"gzip", "deflate", "br", "zstd"};
    struct buf out = {0};
    struct str plain;
    if (!body.n) return;
    enum coding_result got =
        coding_undo(str_from(names[(unsigned char)body.p[0] & 3]), str_slice(body, 1, body.n), LIMIT, &out, &plain);
    REQUIRE(got == CODING_TOO_LARGE || plain.n <= LIMIT || plain.n < body.n);
    buf_release(&out);
}

static size_t lines_of(struct str s)
{
    size_t lines = 0;
    for (size_t i = 0; i < s.n; i++) lines += s.p[i] == '\n';
    return lines;
}

static void xml(struct str bytes, struct arena *arena)
{
    struct utf8_repairs repairs;
    struct article article = {.text = utf8_repair(bytes, arena, &repairs), .source = STR("a"), .is_xml = true};
    struct error error = {0};
    size_t lines = lines_of(article.text);
    REQUIRE(xml_page_read(&article, arena, &error));
    REQUIRE(lines_of(article.text) == lines);
    REQUIRE(utf8_valid(article.text) == article.text.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size) return 0;
    struct arena arena;
    struct error error = {0};
    arena_init(&arena, (size_t)64 << 20);
    struct str s = arena_str(&arena, (struct str){(const char *)data + 1, size - 1}), half = str_slice(s, 0, s.n / 2);
    struct article saved = {.bytes = s};
    switch (data[0] % 6) {
    case 0: response(s); break;
    case 1: coding(s); break;
    case 2: xml(s, &arena); break;
    case 3: REQUIRE(mhtml_read(&saved, &arena, &error) ? saved.bytes.n <= s.n : error.message[0]); break;
    case 4: charset_of_page(s); break;
    default: html_field_of(s), html_field_says(half, str_slice(s, half.n, s.n));
    }
    arena_release(&arena);
    return 0;
}
