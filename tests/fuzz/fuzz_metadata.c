// What stands before a text and within its fields: headers in YAML, TOML and JSON, dates of any form, mappings. Any
// bytes give metadata in UTF-8 and dates that timestamptz takes, or none. The first byte chooses.
#include "base/timestamp.h"
#include "base/utf8.h"
#include "input/date.h"
#include "input/front_matter.h"
#include "input/mapping.h"
#include "require.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require_date(struct str date)
{
    int64_t micros;
    REQUIRE(!date.p || timestamp_parse(date, &micros));
}

static void read_header(struct str bytes, struct arena *arena)
{
    struct utf8_repairs repairs;
    struct error error = {0};
    struct article article = {.source = STR("fuzz.md"), .bytes = bytes, .first_line = 1};
    article.text = utf8_repair(bytes, arena, &repairs);
    struct str before = article.text;
    if (!front_matter_read(&article, arena, &error)) {
        REQUIRE(error.message[0]);
        return;
    }
    const struct str fields[] = {
        article.metadata.title,    article.metadata.author, article.metadata.site, article.metadata.url,
        article.metadata.language, article.metadata.other,  article.text};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) REQUIRE(utf8_valid(fields[i]) == fields[i].n);
    require_date(article.metadata.published_at);
    REQUIRE(article.text.n <= before.n);
    REQUIRE(!article.text.n || (article.text.p >= before.p && article.text.p + article.text.n == before.p + before.n));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct utf8_repairs repairs;
    if (!size) return 0;
    arena_init(&arena, (size_t)64 << 20);
    struct str bytes = {(const char *)data + 1, size - 1}, text = utf8_repair(bytes, &arena, &repairs);
    switch (data[0] & 3) {
    case 0: read_header(bytes, &arena); break;
    case 1: require_date(date_iso(text, &arena)); break;
    case 2: require_date(date_named(text, &arena)); break;
    default: {
        struct mapping mapping;
        struct error error = {0};
        struct str spec = arena_str(&arena, text);
        unsigned rank;
        if (spec.p && mapping_init(&mapping, spec.p, &error)) mapping_find(&mapping, STR("text"), &rank);
        else REQUIRE(error.message[0]);
    }
    }
    arena_release(&arena);
    return 0;
}
