// Any file must give articles that PostgreSQL takes, or clear refusals: text in UTF-8 and NFC without NUL bytes and
// lone CRs, metadata that jsonb and timestamptz take, sources that differ; and what is read of JSON without json-c must
// be what json-c reads. The first byte chooses the options.
#include "base/timestamp.h"
#include "base/utf8.h"
#include "input/hygiene.h"
#include "input/input.h"
#include "input/json_lift.h"
#include "input/nfc.h"
#include "require.h"

#include <json-c/json.h>
#include <stdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require_clean(struct str s)
{
    REQUIRE(utf8_valid(s) == s.n);
}

static void require_metadata(const struct metadata *m, struct arena *arena)
{
    int64_t micros;
    REQUIRE(!m->published_at.p || timestamp_parse(m->published_at, &micros));
    require_clean(m->title);
    require_clean(m->author);
    require_clean(m->site);
    require_clean(m->url);
    require_clean(m->language);
    require_clean(m->other);
    if (!m->other.p) return;
    struct json_tokener *tokener = json_tokener_new_ex(1000);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    struct json_object *object = json_tokener_parse_ex(tokener, arena_str(arena, m->other).p, (int)m->other.n + 1);
    REQUIRE(json_object_is_type(object, json_type_object));
    json_object_put(object);
    json_tokener_free(tokener);
}

static void require_article(const struct article *a, struct arena *arena)
{
    REQUIRE(a->source.n);
    require_clean(a->source);
    require_clean(a->text);
    REQUIRE(str_equal(nfc(a->text, arena), a->text));
    REQUIRE(a->first_line > 0);
    REQUIRE(!a->repaired || a->repaired_at <= a->bytes.n);
    for (size_t i = 0; i < a->text.n; i++)
        REQUIRE(a->text.p[i] != '\r' || (i + 1 < a->text.n && a->text.p[i + 1] == '\n'));
    require_metadata(&a->metadata, arena);
}

static int by_source(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    int order = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);
    return order ? order : (x->n > y->n) - (x->n < y->n);
}

static void require_different(struct str *sources, size_t count)
{
    if (count) qsort(sources, count, sizeof *sources, by_source);
    for (size_t i = 1; i < count; i++) REQUIRE(!str_equal(sources[i - 1], sources[i]));
}

// Of an object whose members mean nothing, all that json_lift calls plain is what json-c writes.
static void require_plain(struct str json, struct arena *arena)
{
    struct mapping mapping;
    struct error error = {0};
    REQUIRE(mapping_init(&mapping, "text=,id=,title=,author=,site=,url=,language=,date=", &error));
    struct json_lift lift = {.mapping = &mapping};
    json = arena_str(arena, json);
    if (json.n && *json.p == '{' && json_lift(&lift, json, arena) && lift.plain) {
        struct json_tokener *tokener = json_tokener_new_ex(1000);
        struct json_object *object = json_tokener_parse_ex(tokener, json.p, (int)json.n);
        REQUIRE(object && lift.count == 0);
        size_t n;
        int flags = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE;
        const char *p = json_object_to_json_string_length(object, flags, &n);
        REQUIRE(str_equal(buf_str(&lift.rest), (struct str){p, n}));
        json_object_put(object);
        json_tokener_free(tokener);
    }
    buf_release(&lift.rest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char path[64];
    static struct str sources[1000];
    static const char *const encodings[] = {NULL, NULL, NULL, "WINDOWS-1252", "UTF-16", "SHIFT_JIS", "UTF-8", NULL};
    if (!size) return 0;
    if (!path[0]) snprintf(path, sizeof path, "/dev/shm/doc2pgsql-fuzz-%ld.csv", (long)getpid());
    FILE *file = fopen(path, "wb");
    REQUIRE(file && fwrite(data + 1, 1, size - 1, file) == size - 1 && fclose(file) == 0);
    struct input_options options = {.article_limit = 20000,
                                    .format = (enum format)(data[0] & 7),
                                    .encoding = encodings[data[0] >> 3 & 7],
                                    .map = data[0] & 64 ? "text=a.b,text=text,date=d" : NULL};
    struct error error = {0};
    struct input *input = input_open((char *[]){path}, 1, &options, &error);
    REQUIRE(input);
    struct arena arena;
    arena_init(&arena, (size_t)256 << 20);
    bool archive = false;
    size_t count = 0;
    for (;;) {
        struct article article;
        error = (struct error){0};
        enum input_result got = input_next(input, &arena, &article, &error);
        if (got == INPUT_END) break;
        REQUIRE(got != INPUT_FAILED);
        if (got == INPUT_REJECTED || got == INPUT_NOTED) {
            REQUIRE(error.message[0] && error.source[0]);
            continue;
        }
        if (!hygiene_article(&article, &arena, &error)) {  // hardly any text in it
            REQUIRE(error.code == ERROR_ARTICLE && error.message[0]);
            continue;
        }
        require_article(&article, &arena);
        archive |= memchr(article.source.p, '!', article.source.n) != NULL;  // may hold a name twice
        if (count < 1000) sources[count++] = article.source;
    }
    if (!archive) require_different(sources, count);
    require_plain((struct str){(const char *)data + 1, size - 1}, &arena);
    input_close(input);
    arena_release(&arena);
    unlink(path);
    return 0;
}
