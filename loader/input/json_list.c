#include "input/json_list.h"

#include "base/arena.h"
#include "input/json_fields.h"
#include "input/json_scan.h"
#include "input/json_value.h"

#include <json-c/json.h>
#include <stdio.h>

#define DEPTH 6  // of objects that a list is looked for in
#define TRIED 5  // elements of a list

struct search {
    const struct mapping *mapping;
    struct json_list *list;
    struct str path;  // where it must be; p NULL: anywhere
    char room[128];   // the path to where it is looked for
};

static size_t skip(struct str s, size_t i, const char *bytes)
{
    while (i < s.n && s.p[i] && strchr(bytes, s.p[i])) i++;
    return i;
}

// Behind the value at i, at most the end.
static size_t behind(struct str s, size_t i)
{
    if (i < s.n && (s.p[i] == '{' || s.p[i] == '[')) {
        struct json_scan scan = {0};
        size_t n = json_scan(&scan, str_slice(s, i, s.n));
        return n ? i + n : s.n;
    }
    bool string = i < s.n && s.p[i] == '"';
    for (i += string; i < s.n; i++) {
        if (string && s.p[i] == '"') return i + 1;
        if (string && s.p[i] == '\\') i++;
        if (!string && memchr(",]} \t\r\n", s.p[i], 7)) return i;
    }
    return s.n;
}

static bool has_text(const struct mapping *mapping, struct str object)
{
    struct arena arena;
    struct json_choice chosen[FIELD_COUNT] = {0};
    arena_init(&arena, 0);
    struct json_object *parsed = json_value_object(object, &arena);
    if (parsed) json_fields_choose(mapping, parsed, &arena, chosen);
    bool found = chosen[FIELD_TEXT].text.n > 0;
    arena_release(&arena);
    json_object_put(parsed);
    return found;
}

static void found(struct search *search, struct str list, size_t length)
{
    struct json_list *to = search->list;
    size_t n = strlen(to->others);
    snprintf(to->others + n, sizeof to->others - n, "%s%.*s", n ? ", " : "", (int)length, search->room);
    if (to->lists++) return;
    to->json = list;
    snprintf(to->path, sizeof to->path, "%.*s", (int)length, search->room);
}

static void look(struct search *search, struct str object, size_t length, int depth);

// The list's elements: s is its text behind the bracket.
static void look_into_list(struct search *search, struct str s, size_t length, int depth)
{
    size_t i = skip(s, 0, " \t\r\n"), count = 0;
    struct str first = {s.p + i, 0};
    bool texts = false;
    for (; i < s.n && s.p[i] == '{' && count < TRIED; count++) {
        size_t end = behind(s, i);
        if (!count) first.n = end - i;
        texts = texts || (!search->path.p && has_text(search->mapping, str_slice(s, i, end)));
        i = skip(s, end, " \t\r\n,");
    }
    if (search->path.p && count && str_equal(search->path, (struct str){search->room, length})) texts = true;
    if (texts) found(search, s, length);
    else if (count == 1) look(search, first, length, depth + 1);
}

static void look(struct search *search, struct str object, size_t length, int depth)
{
    for (size_t i = skip(object, 1, " \t\r\n,"); depth < DEPTH && i < object.n && object.p[i] == '"';) {
        size_t end = behind(object, i);
        struct str name = end > i + 2 ? str_slice(object, i + 1, end - 1) : STR("");
        i = skip(object, end, " \t\r\n:");
        end = behind(object, i);
        size_t n = length + (length > 0) + name.n;
        bool nested = i < object.n && (object.p[i] == '{' || object.p[i] == '[');
        if (nested && n < sizeof search->room) {
            if (length) search->room[length] = '.';
            memcpy(search->room + n - name.n, name.p, name.n);
            if (object.p[i] == '[') look_into_list(search, str_slice(object, i + 1, end), n, depth);
            else look(search, str_slice(object, i, end), n, depth + 1);
        }
        i = skip(object, end, " \t\r\n,");
    }
}

void json_list_find(const struct mapping *mapping, struct str object, struct json_list *list)
{
    *list = (struct json_list){0};
    struct search search = {.mapping = mapping, .list = list};
    for (size_t i = 0; i < mapping->named_count && !list->lists; i++) {
        search.path = mapping->named[i].name;
        while (mapping->named[i].field == FIELD_TEXT && search.path.n && !list->lists)
            if (search.path.p[--search.path.n] == '.') look(&search, object, 0, 0);
    }
    search.path = STR_NULL;
    if (!list->lists) look(&search, object, 0, 0);
}

struct mapping json_list_mapping(const struct mapping *mapping, const struct json_list *list)
{
    struct mapping within = *mapping;
    size_t n = strlen(list->path);
    for (size_t i = 0; i < within.named_count; i++) {
        struct str *name = &within.named[i].name;
        if (name->n > n + 1 && str_starts(*name, str_from(list->path)) && name->p[n] == '.')
            *name = str_slice(*name, n + 1, name->n);
    }
    return within;
}
