// Keys of names, mentions, values and lists in any text: keys are UTF-8 and stay when they are made again, mentions are
// pieces of the text in order, in bytes and in characters, elements of a list are UTF-8. The first byte chooses the
// language.
#include "base/utf8.h"
#include "facts/item_key.h"
#include "facts/list.h"
#include "facts/mentions.h"
#include "facts/value.h"
#include "require.h"
#include "sink/entity_names.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t characters(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

static void require_mentions(struct str text, struct str language, struct arena *arena)
{
    static struct entity_names *names;
    struct error error = {0};
    struct mention *found;
    size_t count;
    if (!names) names = entity_names_bundled(&error);
    REQUIRE(names);
    const struct mention_source *source = entity_names_source(names);
    REQUIRE(mentions_find(source->names, text, language, arena, &found, &count));
    for (size_t i = 0, end = 0; i < count; i++) {
        REQUIRE(found[i].byte_start >= end);
        end = found[i].byte_start + found[i].byte_length;
        REQUIRE(found[i].byte_length && end <= text.n);
        REQUIRE(characters(str_slice(text, 0, found[i].byte_start)) == found[i].start);
        REQUIRE(characters(str_slice(text, found[i].byte_start, end)) == found[i].length);
    }
    mentions_code(source->names, text);
    mentions_whole(source->names, text, language);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct str languages[] = {{"en", 2}, {"de", 2}, {"fr", 2}, {"es", 2},
                                           {"ru", 2}, {"ar", 2}, {"zh", 2}, {NULL, 0}};
    struct arena arena;
    struct utf8_repairs repairs;
    struct value value;
    struct str *elements, unit = {NULL, 0};
    size_t count;
    double magnitude = 1;
    if (!size) return 0;
    arena_init(&arena, (size_t)64 << 20);
    struct str text = utf8_repair((struct str){(const char *)data + 1, size - 1}, &arena, &repairs);
    struct str key = item_key(text, &arena);
    REQUIRE(utf8_valid(key) == key.n);
    require_mentions(text, languages[data[0] & 7], &arena);
    if (value_read(text, value_decimal(text), &value)) REQUIRE(utf8_valid(value_trim(text)) == value_trim(text).n);
    value_header(text, &unit, &magnitude);
    REQUIRE(utf8_valid(unit) == unit.n);
    if (list_elements(text, &arena, &elements, &count))
        for (size_t i = 0; i < count; i++) REQUIRE(utf8_valid(elements[i]) == elements[i].n);
    arena_release(&arena);
    return 0;
}
