#define _GNU_SOURCE  // memmem
#include "input/language.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/language_codes.h"
#include "input/record.h"

#include <stdlib.h>
#include <utf8proc.h>

#define LONGEST 64  // bytes of the longest name

static int by_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct language_name *)element)->name);
}

static struct str of_two_letters(const char *name)
{
    for (const char *p = language_codes; *p; p += 3)
        if (memcmp(p, name, 2) == 0) return (struct str){p, 2};
    return STR_NULL;
}

static struct str look_up(struct str stated)
{
    char name[2 * LONGEST];
    size_t n = 0;
    stated = str_trim(stated);
    if (stated.n < 2 || stated.n > LONGEST) return STR_NULL;
    for (size_t at = 0, used; at < stated.n; at += used)
        n += utf8_encode(
            (uint32_t)utf8proc_tolower((utf8proc_int32_t)utf8_decode(str_slice(stated, at, stated.n), &used)),
            name + n);
    name[n] = '\0';
    struct str code = n == 2 ? of_two_letters(name) : STR_NULL;
    if (code.p) return code;
    const struct language_name *found =
        bsearch(name, language_names, language_name_count, sizeof *language_names, by_name);
    return found ? str_from(found->code) : STR_NULL;
}

static size_t until(struct str s, const char *ends)
{
    size_t n = 0;
    while (n < s.n && !(s.p[n] && strchr(ends, s.p[n]))) n++;
    return n;
}

struct str language_code(struct str stated)
{
    stated = str_trim(stated);
    if (until(stated, ",;|/+&") < stated.n) return STR_NULL;  // several
    struct str code = look_up(stated);
    if (!code.p) code = look_up(str_slice(stated, 0, until(stated, "(")));
    size_t n = until(stated, "-_.@");
    return code.p || n == stated.n || n > 3 ? code : look_up(str_slice(stated, 0, n));
}

// Whether the object has a member with these words: WARC's headers are all there.
static bool is_kept(struct str object, struct str words)
{
    for (const char *p = object.p; p && (p = memmem(p, object.n - (size_t)(p - object.p), words.p, words.n)); p++) {
        struct str before = {object.p, (size_t)(p - object.p)};
        if (str_ends(before, STR(":\"")) && p[words.n] == '"') return true;
    }
    return false;
}

static bool add_member(struct metadata *metadata, struct str language, struct arena *arena, struct error *error)
{
    struct buf json = {0};
    if (metadata->other.n > 2) buf_add(&json, metadata->other.p, metadata->other.n - 1);
    record_member(&json, STR("language"), language);
    metadata->other = record_object(&json, arena);
    buf_release(&json);
    return arena_ok(arena, error);
}

bool language_settle(struct metadata *metadata, struct arena *arena, struct error *error)
{
    struct str stated = metadata->language;
    metadata->language = stated.n ? language_code(stated) : STR_NULL;
    if (!stated.n) return true;
    if (str_equal(stated, metadata->language) || is_kept(metadata->other, stated)) return true;
    return add_member(metadata, stated, arena, error);
}
