#define _GNU_SOURCE  // memmem, strncasecmp
#include "input/charset_declared.h"

#include "input/header_field.h"

#include <strings.h>

#define PRESCAN 1024   // bytes that browsers look at whatever they hold
#define MOST    65536  // … and how far a head may go on

// Labels
// -----------------------------------------------------------------------------------------------------------------

// The standard's labels in small letters, without what is neither letter nor digit, by iconv's name of its encoding.
static const struct {
    const char *name, *labels;
} charsets[] = {
    {"UTF-8", " utf8 unicode11utf8 unicode20utf8 xunicode20utf8 "},
    {"WINDOWS-1252",
     " windows1252 iso88591 latin1 l1 ascii usascii ansix341968 cp1252 cp819 csisolatin1 ibm819 isoir100 "
     "iso885911987 xcp1252 "},
    {"GB18030", " gb18030 gbk gb2312 chinese csgb2312 csiso58gb231280 gb231280 isoir58 xgbk "},
    {"BIG5-HKSCS", " big5 big5hkscs cnbig5 csbig5 xxbig5 "},
    {"CP932", " shiftjis sjis xsjis windows31j csshiftjis ms932 mskanji "},
    {"EUC-JP-MS", " eucjp xeucjp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", " iso2022jp csiso2022jp "},
    {"CP949", " euckr korean cseuckr csksc56011987 isoir149 ksc5601 ksc56011987 ksc56011989 windows949 "},
    {"WINDOWS-1250", " windows1250 cp1250 xcp1250 "},
    {"WINDOWS-1251", " windows1251 cp1251 xcp1251 "},
    {"WINDOWS-1253", " windows1253 cp1253 xcp1253 "},
    {"WINDOWS-1254", " windows1254 cp1254 xcp1254 iso88599 latin5 l5 csisolatin5 isoir148 iso885991989 "},
    {"WINDOWS-1255", " windows1255 cp1255 xcp1255 "},
    {"WINDOWS-1256", " windows1256 cp1256 xcp1256 "},
    {"WINDOWS-1257", " windows1257 cp1257 xcp1257 "},
    {"WINDOWS-1258", " windows1258 cp1258 xcp1258 "},
    {"CP874", " windows874 tis620 iso885911 dos874 "},
    {"ISO-8859-2", " iso88592 latin2 l2 csisolatin2 isoir101 iso885921987 "},
    {"ISO-8859-3", " iso88593 latin3 l3 csisolatin3 isoir109 iso885931988 "},
    {"ISO-8859-4", " iso88594 latin4 l4 csisolatin4 isoir110 iso885941988 "},
    {"ISO-8859-5", " iso88595 cyrillic csisolatincyrillic isoir144 iso885951988 "},
    {"ISO-8859-6",
     " iso88596 arabic asmo708 csisolatinarabic ecma114 isoir127 iso88596e iso88596i csiso88596e "
     "csiso88596i iso885961987 "},
    {"ISO-8859-7", " iso88597 greek greek8 csisolatingreek ecma118 elot928 isoir126 suneugreek iso885971987 "},
    {"ISO-8859-8",
     " iso88598 hebrew csisolatinhebrew isoir138 visual logical iso88598e iso88598i csiso88598e "
     "csiso88598i iso885981988 "},
    {"ISO-8859-10", " iso885910 latin6 l6 csisolatin6 isoir157 "},
    {"ISO-8859-13", " iso885913 "},
    {"ISO-8859-14", " iso885914 "},
    {"ISO-8859-15", " iso885915 latin9 l9 csisolatin9 "},
    {"ISO-8859-16", " iso885916 "},
    {"KOI8-R", " koi8r koi8 koi cskoi8r "},
    {"KOI8-U", " koi8u koi8ru "},
    {"CP866", " ibm866 cp866 866 csibm866 "},
    {"MACINTOSH", " macintosh mac csmacintosh xmacroman "},
    {"MAC-CYRILLIC", " xmaccyrillic xmacukrainian "},
    {"UTF-16LE", " utf16 utf16le unicode csunicode iso10646ucs2 ucs2 unicodefeff "},
    {"UTF-16BE", " utf16be unicodefffe "},
};

const char *charset_of_label(struct str label)
{
    char key[32] = " ";
    size_t n = 1;
    for (size_t i = 0; i < label.n; i++) {
        char c = label.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
        if (!letter && !digit) continue;
        if (n == sizeof key - 2) return NULL;
        key[n++] = letter ? (char)(c | 0x20) : c;
    }
    if (n == 1) return NULL;
    key[n] = ' ';
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
        if (strstr(charsets[i].labels, key)) return charsets[i].name;
    return NULL;
}

// A page whose declaration can be read as ASCII is not in UTF-16.
static const char *declared(struct str label)
{
    if (header_field_is(str_trim(label), "x-user-defined")) return "WINDOWS-1252";
    const char *name = charset_of_label(label);
    return name && strncmp(name, "UTF-16", 6) == 0 ? "UTF-8" : name;
}

// The prescan
// -----------------------------------------------------------------------------------------------------------------

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

// Past the next `mark`; to the end when there is none.
static size_t past(struct str page, size_t at, const char *mark)
{
    const char *found = memmem(page.p + at, page.n - at, mark, strlen(mark));
    return found ? (size_t)(found - page.p) + strlen(mark) : page.n;
}

// One attribute of the tag at *at. False: there are no more, and *at is on its `>` or at the end.
static bool attribute(struct str page, size_t *at, struct str *name, struct str *value)
{
    size_t i = *at;
    while (i < page.n && (is_space(page.p[i]) || page.p[i] == '/')) i++;
    size_t start = *at = i;
    if (i == page.n || page.p[i] == '>') return false;
    while (i < page.n && !(page.p[i] == '=' && i > start) && !is_space(page.p[i]) && page.p[i] != '/' &&
           page.p[i] != '>')
        i++;
    *name = str_slice(page, start, i);
    *value = STR("");
    size_t equals = i;
    while (equals < page.n && is_space(page.p[equals])) equals++;
    *at = i;
    if (equals == page.n || page.p[equals] != '=') return true;
    for (i = equals + 1; i < page.n && is_space(page.p[i]);) i++;
    if (i < page.n && (page.p[i] == '"' || page.p[i] == '\'')) {
        const char *end = memchr(page.p + i + 1, page.p[i], page.n - i - 1);
        size_t stop = end ? (size_t)(end - page.p) : page.n;
        *value = str_slice(page, i + 1 < stop ? i + 1 : stop, stop);
        *at = end ? stop + 1 : stop;
        return true;
    }
    for (start = i; i < page.n && !is_space(page.p[i]) && page.p[i] != '>';) i++;
    *value = str_slice(page, start, i);
    *at = i;
    return true;
}

// The label behind `charset=` in the content of a http-equiv.
static struct str label_in(struct str content)
{
    for (size_t i = 0; i + 7 < content.n; i++) {
        if (strncasecmp(content.p + i, "charset", 7) != 0) continue;
        size_t n = i + 7;
        while (n < content.n && is_space(content.p[n])) n++;
        if (n == content.n || content.p[n] != '=') continue;
        struct str parameter = str_slice(content, i, content.n);
        struct str value = str_trim(str_slice(parameter, n - i + 1, parameter.n));
        char quote = value.n && (value.p[0] == '"' || value.p[0] == '\'') ? value.p[0] : '\0';
        size_t end = quote != '\0';
        while (end < value.n && (quote ? value.p[end] != quote : !is_space(value.p[end]) && value.p[end] != ';')) end++;
        if (quote && end == value.n) return STR_NULL;
        return str_slice(value, quote != '\0', end);
    }
    return STR_NULL;
}

// Of the meta tag whose attributes begin at `at`.
static const char *of_meta(struct str page, size_t at)
{
    struct str name, value, charset = STR_NULL, content = STR_NULL;
    bool pragma = false;
    while (attribute(page, &at, &name, &value)) {
        if (header_field_is(name, "http-equiv")) pragma = pragma || header_field_is(value, "content-type");
        else if (header_field_is(name, "content") && !content.p) content = value;
        else if (header_field_is(name, "charset") && !charset.p) charset = value;
    }
    if (!charset.p && pragma) charset = label_in(content);
    return charset.p ? declared(charset) : NULL;
}

// <?xml version="1.0" encoding="…"?>
static const char *of_xml(struct str page)
{
    struct str name, value, declaration = str_slice(page, 0, past(page, 0, ">"));
    for (size_t at = 5; attribute(declaration, &at, &name, &value);)
        if (header_field_is(name, "encoding")) return declared(value);
    return NULL;
}

static bool is_tag(struct str page, size_t at, const char *name)
{
    size_t n = strlen(name);
    return page.n - at > n && strncasecmp(page.p + at, name, n) == 0 &&
           (is_space(page.p[at + n]) || page.p[at + n] == '/' || page.p[at + n] == '>');
}

// Past what the tag at `at` opens and where no tags are.
static size_t past_raw(struct str page, size_t at)
{
    static const char *const raw[][2] = {{"<script", "</script"}, {"<style", "</style"}};
    for (size_t i = 0; i < 2; i++)
        if (is_tag(page, at, raw[i][0])) return past(page, at, raw[i][1]);
    return at;
}

const char *charset_of_page(struct str page)
{
    if (page.n > MOST) page.n = MOST;
    if (str_starts(page, STR("\xEF\xBB\xBF"))) page = str_slice(page, 3, page.n);
    const char *found = str_starts(page, STR("<?xml")) ? of_xml(page) : NULL;
    for (size_t at = 0; !found && at < page.n;) {
        const char *tag = memchr(page.p + at, '<', page.n - at);
        if (!tag || page.n - (at = (size_t)(tag - page.p)) < 3) break;
        if (at >= PRESCAN && (is_tag(page, at, "</head") || is_tag(page, at, "<body"))) break;
        char next = page.p[at + 1] == '/' ? page.p[at + 2] : page.p[at + 1];
        if (page.n - at >= 4 && memcmp(tag, "<!--", 4) == 0) {
            at = past(page, at + 2, "-->");
        } else if (is_tag(page, at, "<meta")) {
            found = of_meta(page, at + 5);
            at = past(page, at, ">");
        } else if ((next | 0x20) >= 'a' && (next | 0x20) <= 'z') {
            struct str name, value;
            size_t end = at + 1;
            while (end < page.n && !is_space(page.p[end]) && page.p[end] != '>') end++;
            while (attribute(page, &end, &name, &value)) {
            }
            size_t behind = past_raw(page, at);
            at = behind > end ? behind : end;
        } else {
            at = strchr("!/?", page.p[at + 1]) && page.p[at + 1] ? past(page, at, ">") : at + 1;
        }
    }
    return found;
}
