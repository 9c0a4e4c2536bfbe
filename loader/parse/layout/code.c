#include "parse/layout/code.h"

enum {
    BLOCK_LINES = 200,     // of a block whose end is looked for …
    BLOCK_BYTES = 16384,   // … at most
    DEPTH = 32,            // of brackets
    TRACE_LINES = 60,      // to the end of a trace
    STATEMENT_LINES = 40,  // of a statement in SQL
    LEVEL_BYTES = 48,      // before the level in a line of a log
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static struct str text_at(const struct source *s, size_t i)
{
    return i < s->count ? s->lines[i].text : STR("");
}

static size_t word_end(struct str s, const char *signs)
{
    size_t n = 0;
    while (n < s.n && (is_letter(s.p[n]) || is_digit(s.p[n]) || strchr(signs, s.p[n]))) n++;
    return n;
}

// Shells -----------------------------------------------------------------------------------------------------------

// $ make, >>> x = 1, C:\>dir, ada@host:~$ ls, db=# select. Not $ 5 million.
static bool is_prompt(struct str s)
{
    if (s.n < 3) return false;
    if (s.p[0] == '$') return s.p[1] == ' ' && (is_letter(s.p[2]) || strchr("./~", s.p[2]));
    if (s.p[0] == '>') return str_starts(s, STR(">>> "));
    if (!is_letter(s.p[0])) return false;
    if (s.p[1] == ':' && s.p[2] == '\\')
        return word_end(str_slice(s, 2, s.n), "\\_-. ") + 2 < s.n && str_contains(s, STR(">"));
    size_t user = word_end(s, "_-."), host = user;
    if (str_starts(str_slice(s, user, s.n), STR("=# ")) || str_starts(str_slice(s, user, s.n), STR("=> "))) return true;
    if (user >= s.n || s.p[user] != '@') return false;
    host += 1 + word_end(str_slice(s, user + 1, s.n), "_-.:~/");
    return host + 1 < s.n && (s.p[host] == '$' || s.p[host] == '#') && s.p[host + 1] == ' ';
}

// What a command prints: no sentence, and no title of one word.
static bool is_output(struct str s)
{
    if (str_ends(s, STR("..."))) return true;
    if (!s.n || strchr(".?!:", s.p[s.n - 1])) return false;
    size_t signs = 0, spaces = 0;
    for (size_t i = 0; i < s.n; i++) {
        spaces += s.p[i] == ' ';
        signs += s.p[i] != ' ' && !is_letter(s.p[i]) && !strchr(",-/'", s.p[i]);
    }
    bool upper = is_upper(s.p[0]);
    return signs ? !upper || !spaces || str_contains(s, STR("  ")) : !upper && spaces < 3;
}

static size_t shell_lines(const struct source *s, size_t i)
{
    if (!is_prompt(text_at(s, i))) return 0;
    bool python = s->lines[i].text.p[0] == '>';
    size_t end = i + 1;
    for (; end < s->count && s->lines[end].text.n; end++) {
        struct str text = s->lines[end].text;
        if (!is_prompt(text) && !(python && str_starts(text, STR("..."))) && !is_output(text)) break;
    }
    return end - i;
}

// Traces -----------------------------------------------------------------------------------------------------------

// KeyError: 'x', java.io.IOException
static bool is_error(struct str s)
{
    struct str name = str_slice(s, 0, word_end(s, "._$"));
    bool ends = name.n == s.n || s.p[name.n] == ':';
    return ends && (str_ends(name, STR("Error")) || str_ends(name, STR("Exception")) ||
                    str_ends(name, STR("Interrupt")) || str_ends(name, STR("Exit")) || str_ends(name, STR("Warning")));
}

// at org.example.Main.run(Main.java:12)
static bool is_frame(struct str s)
{
    if (str_starts(s, STR("Caused by: ")) || (str_starts(s, STR("... ")) && str_ends(s, STR(" more")))) return true;
    return str_starts(s, STR("at ")) && s.p[s.n - 1] == ')' && memchr(s.p, '(', s.n) &&
           (memchr(s.p, '.', s.n) || str_contains(s, STR(":")));
}

static size_t trace_lines(const struct source *s, size_t i)
{
    struct str first = text_at(s, i);
    if (str_starts(first, STR("Traceback (most recent call last)"))) {
        for (size_t k = i + 1; k < i + TRACE_LINES && text_at(s, k).n; k++)
            if (is_error(s->lines[k].text)) return k + 1 - i;
        return 0;
    }
    size_t end = is_error(first) || str_starts(first, STR("Exception in thread ")) ? i + 1 : i;
    if (!is_frame(text_at(s, end)) || str_starts(text_at(s, end), STR("Caused by: "))) return 0;
    while (is_frame(text_at(s, end))) end++;
    return end - i;
}

// Lines of one form ------------------------------------------------------------------------------------------------

// numpy==1.26, requests[socks]>=2.0 ; python_version > "3.8"
static bool is_requirement(struct str s)
{
    size_t n = s.n && (is_letter(s.p[0]) || is_digit(s.p[0])) ? word_end(s, "._-") : 0;
    const char *close = n && n < s.n && s.p[n] == '[' ? memchr(s.p + n, ']', s.n - n) : NULL;
    if (close) n = (size_t)(close - s.p) + 1;
    struct str rest = str_trim(str_slice(s, n, s.n));
    if (!n || rest.n < 3 || rest.p[1] != '=' || !strchr("=><~!", rest.p[0])) return false;
    rest = str_trim(str_slice(rest, 2 + (rest.p[2] == '='), rest.n));
    return rest.n && is_digit(rest.p[0]) && (!memchr(rest.p, ' ', rest.n) || memchr(rest.p, ';', rest.n));
}

// 2024-05-01 12:00:01 ERROR …, [12:00:01] INFO …
static bool is_logged(struct str s)
{
    static const char *const levels[] = {"INFO", "WARN", "ERROR", "DEBUG", "FATAL", "TRACE"};
    if (s.n < 12 || (!is_digit(s.p[0]) && s.p[0] != '[')) return false;
    struct str head = str_slice(s, 0, s.n < LEVEL_BYTES ? s.n : LEVEL_BYTES);
    size_t at = 0;
    while (at + 1 < head.n && !(is_upper(head.p[at]) && is_upper(head.p[at + 1]))) at++;
    if (at + 1 >= head.n || !memchr(head.p, ':', at)) return false;
    for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
        if (str_starts(str_slice(s, at, s.n), str_from(levels[k]))) return true;
    return false;
}

static size_t run_lines(const struct source *s, size_t i, bool (*is)(struct str))
{
    size_t end = i;
    while (is(text_at(s, end))) end++;
    return end > i + 1 ? end - i : 0;
}

// Blocks -----------------------------------------------------------------------------------------------------------

// What follows an opening bracket, in JSON.
static bool may_follow(struct str rest, char open)
{
    rest = str_trim(rest);
    return !rest.n || strchr(open == '{' ? "\"}" : "\"{[]-0123456789tfn", rest.p[0]);
}

// The lines from bracket to bracket.
static size_t json_lines(const struct source *s, size_t i)
{
    size_t depth = 0, bytes = 0;
    bool inside = false, keys = false;
    if (!text_at(s, i).n || !strchr("{[", s->lines[i].text.p[0])) return 0;
    for (size_t k = i; k < i + BLOCK_LINES && text_at(s, k).n && bytes < BLOCK_BYTES; k++) {
        struct str text = s->lines[k].text;
        bytes += text.n;
        for (size_t n = 0; n < text.n; n++) {
            char c = text.p[n];
            if (inside && c == '\\') n++;
            else if (c == '"')
                inside = !inside, keys |= !inside && str_starts(str_trim(str_slice(text, n + 1, text.n)), STR(":"));
            else if (!inside && (c == '{' || c == '[')) {
                if (++depth > DEPTH || !may_follow(str_slice(text, n + 1, text.n), c)) return 0;
            } else if (!inside && (c == '}' || c == ']')) {
                if (!depth || (--depth == 0 && str_trim(str_slice(text, n + 1, text.n)).n > 1)) return 0;
                if (!depth) return keys ? k + 1 - i : 0;
            }
        }
        if (inside) return 0;
    }
    return 0;
}

static bool is_tag(struct str s)
{
    return s.n > 2 && s.p[0] == '<' && s.p[s.n - 1] == '>' && (is_letter(s.p[1]) || strchr("/?!", s.p[1]));
}

// Text that stands between tags, or in one: no sentence.
static bool may_be_inside(struct str s)
{
    return s.n && (s.p[0] == '<' || s.p[s.n - 1] == '>' || !strchr(".:?!", s.p[s.n - 1]) || memchr(s.p, '=', s.n));
}

// From <name …> to </name>, or lines that all are tags.
static size_t xml_lines(const struct source *s, size_t i)
{
    struct str first = text_at(s, i);
    if (!is_tag(first)) return 0;
    size_t end = i, name = word_end(str_slice(first, 1, first.n), ":_-");
    while (is_tag(text_at(s, end))) end++;
    if (first.p[1] == '?') return end > i + 1 ? end - i + xml_lines(s, end) : 0;
    size_t tags = end - i;
    for (size_t k = end; name && k < i + BLOCK_LINES && may_be_inside(text_at(s, k)); k++) {
        struct str text = s->lines[k].text;
        tags += text.p[0] == '<';
        bool closes =
            str_starts(text, STR("</")) && str_starts(str_slice(text, 2, text.n), str_slice(first, 1, name + 1));
        if (closes && tags * 2 > k - i) return k + 1 - i;
    }
    return end > i + 1 ? end - i : 0;
}

// SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP: by their first letters.
static bool is_verb(struct str s)
{
    static const char *const begin[] = {"SEL", "INS", "UPD", "DEL", "CRE", "ALT", "DRO"};
    for (size_t k = 0; s.n > 3 && k < sizeof begin / sizeof *begin; k++)
        if (memcmp(s.p, begin[k], 3) == 0) return true;
    return false;
}

static size_t sql_lines(const struct source *s, size_t i)
{
    if (!is_verb(text_at(s, i))) return 0;
    static const char *const verbs[][2] = {{"SELECT ", "FROM "},     {"INSERT INTO ", "("}, {"UPDATE ", "SET "},
                                           {"DELETE FROM ", ""},     {"CREATE ", "("},      {"CREATE ", " AS"},
                                           {"CREATE DATABASE ", ""}, {"ALTER TABLE ", ""},  {"DROP TABLE ", ""}};
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        if (!str_starts(text_at(s, i), str_from(verbs[v][0]))) continue;
        bool found = !*verbs[v][1];
        for (size_t k = i; k < i + STATEMENT_LINES && text_at(s, k).n; k++) {
            struct str text = s->lines[k].text;
            found |= str_contains(text, str_from(verbs[v][1]));
            if (text.p[text.n - 1] == ';') {
                if (found) return k + 1 - i;
                break;
            }
        }
    }
    return 0;
}

bool code_may_begin(struct str s)
{
    char c = s.p[0], next = s.n > 1 ? s.p[1] : 0;
    if (!is_letter(c)) {
        if (c == '{' || c == '[') return true;
        return c == '$' || c == '<' ? next != 0 : c == '>' ? next == '>' : is_digit(c) && is_logged(s);
    }
    if (c == 'a' && next == 't' && is_frame(s)) return true;
    if (c == 'T' && next == 'r' && str_starts(s, STR("Traceback ("))) return true;
    if (is_upper(next) && is_verb(s)) return true;
    // what a package's name or a prompt goes on with stands right behind the first word
    size_t n = 1;
    char last = s.p[s.n - 1];
    if (last == '.' || last == '?' || last == '!' || last == ':') return false;
    while (n < s.n && is_letter(s.p[n])) n++;
    if (n + 2 >= s.n || (s.p[n] == ' ' && s.p[n + 2] != '=')) return false;
    while (n < s.n && (is_letter(s.p[n]) || is_digit(s.p[n]) || s.p[n] == '-' || s.p[n] == '_' || s.p[n] == '.')) n++;
    if (n < s.n && s.p[n] == ' ' && n + 2 < s.n && s.p[n + 2] == '=') return is_requirement(s);
    return n + 1 < s.n && strchr("=<>~![@:", s.p[n]) && (is_requirement(s) || is_prompt(s));
}

size_t code_lines(const struct source *s, size_t i)
{
    bool traced = i + 1 < s->count && s->lines[i + 1].text.n && s->lines[i + 1].text.p[0] == 'a';
    if (!traced && !code_may_begin(s->lines[i].text)) return 0;
    size_t n = shell_lines(s, i);
    if (!n) n = trace_lines(s, i);
    if (!n) n = run_lines(s, i, is_requirement);
    if (!n) n = run_lines(s, i, is_logged);
    if (!n) n = json_lines(s, i);
    if (!n) n = xml_lines(s, i);
    return n ? n : sql_lines(s, i);
}
