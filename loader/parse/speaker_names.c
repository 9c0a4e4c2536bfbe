#include "parse/speaker_names.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { NAME_WORDS = 6 };  // in a name, at most

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// A sign that no name has.
static inline bool is_foreign(char c)
{
    switch (c) {
    case '|':
    case '!':
    case '?':
    case ';':
    case '/':
    case '"':
    case '<':
    case '>':
    case '{':
    case '}':
    case '=':
    case '*':
    case '_':
    case '`':
    case '#':
    case '@':
    case '\\': return true;
    default: return false;
    }
}

static inline bool is_bracket(char c)
{
    return c == '(' || c == ')' || c == '[' || c == ']';
}

// Lists of words, in small letters but for those beyond ASCII.

// Who speaks by his part in the talk, and what stands before a name.
static const char PARTS[] =
    " q a question answer interviewer interviewee moderator host co-host guest speaker reporter journalist narrator "
    "audience"
    " caller participant respondent operator court witness clerk chair chairman chairwoman chairperson mr mrs ms miss "
    "dr prof sen rep gov "
    "judge"
    " mr. mrs. ms. dr. prof. sen. rep. gov. sir dame lord president senator professor minister secretary"
    " frage antwort f interviewerin moderatorin sprecher sprecherin herr frau präsident präsidentin vizepräsident"
    " vizepräsidentin abg. d r réponse journaliste m. mme monsieur madame p pregunta respuesta entrevistador"
    " entrevistadora periodista presidente señor señora sr. sra. domanda risposta intervistatore intervistatrice "
    "onorevole"
    " pergunta resposta deputado deputada pytanie odpowiedź vraag antwoord voorzitter вопрос ответ Вопрос Ответ "
    "Ведущий Корр."
    " 问 答 問 记者 記者 主持人 質問 回答 司会 ";

// What labels facts, pieces of advice and other parts of a text.
static const char LABELS[] =
    " note notes tip tips hint warning caution important example pro pros con cons contra myth fact facts problem "
    "solution"
    " cause causes effect result results before after input output error fix price cost verdict rating score best step "
    "day week"
    " month year date time place venue location address update source sources photo photos image caption video credit "
    "credits"
    " summary conclusion objective method methods background symptoms treatment prevention diagnosis advantage "
    "advantages"
    " disadvantage disadvantages benefit benefits features feature issue action situation task challenge strength "
    "strengths"
    " weakness weaknesses risk risks opportunity threat theory reality rule reason reasons goal goals lesson "
    "ingredients"
    " director cast title author publisher description details status category type size color name address phone "
    "email website"
    " url link key why how what when where who option chapter part section figure table version required default "
    "returns see"
    " correct wrong right english translation meaning origin usage also related read learn editor's hinweis tipp "
    "achtung beispiel"
    " vorteil vorteile nachteil nachteile mythos fakt fazit ergebnis ursache quelle foto bild datum ort zeit preis ziel"
    " remarque exemple conseil avantages nota ejemplo ventajas desventajas consejo nb ps todo ";

static const char PARTICLES[] =
    " von van de der den di da del della la le du bin al el of the and und y e et zu zur im für ten ter dos des in ";

// The word that s begins with, and what is behind it.
static struct str first_word(struct str s, struct str *behind)
{
    size_t n = 0;
    while (n < s.n && !is_space(s.p[n])) n++;
    *behind = str_trim(str_slice(s, n, s.n));
    return str_slice(s, 0, n);
}

struct str speaker_name_last(struct str s)
{
    size_t n = s.n;
    while (n && !is_space(s.p[n - 1])) n--;
    return str_slice(s, n, s.n);
}

// Without (Labour), [CDU] or the like at its end.
static struct str without_group(struct str name)
{
    size_t n = name.n;
    if (n < 3 || (name.p[n - 1] != ')' && name.p[n - 1] != ']')) return name;
    while (n && name.p[n - 1] != '(' && name.p[n - 1] != '[') n--;
    return n > 1 ? str_trim(str_slice(name, 0, n - 1)) : name;
}

// With a capital letter, or one of a script that has none.
static bool begins_capital(struct str word)
{
    size_t n;
    if (word.n && (unsigned char)word.p[0] < 0x80) return word.p[0] >= 'A' && word.p[0] <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)utf8_decode(word, &n));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LO;
}

bool speaker_name_is(struct str name)
{
    if (!name.n || name.n > SPEAKER_NAME_BYTES) return false;
    for (size_t i = 0; i < name.n; i++)
        if (is_foreign(name.p[i])) return false;
    struct str rest = without_group(name);
    size_t words = 0;
    while (rest.n) {
        struct str word = first_word(rest, &rest);
        bool capital = begins_capital(word);
        bool number = words && !rest.n && is_digit(word.p[0]) && word.n <= 2;
        if (++words > NAME_WORDS || (!capital && !number && (words == 1 || !str_is_listed_any_case(PARTICLES, word))))
            return false;
        for (size_t i = 0; i < word.n && !number; i++)
            if (is_digit(word.p[i]) || is_bracket(word.p[i])) return false;
    }
    return words > 0;
}

bool speaker_name_is_label(struct str name)
{
    for (struct str rest = name; rest.n;)
        if (str_is_listed_any_case(LABELS, first_word(rest, &rest))) return true;
    return false;
}

bool speaker_name_is_person(struct str name)
{
    struct str rest, bare = without_group(name);
    if (speaker_name_is_label(name)) return false;
    struct str word = first_word(bare, &rest);
    if (str_is_listed_any_case(" the ", word)) word = first_word(rest, &rest);
    bool part =
        str_is_listed_any_case(PARTS, word) && (word.n > 1 || word.n == bare.n);  // Q, but not "A Short History"
    return part || (bare.n < name.n && memchr(bare.p, ' ', bare.n));
}

bool speaker_name_is_full(struct str name)
{
    size_t words = 0;
    for (struct str rest = without_group(name); rest.n; words++) first_word(rest, &rest);
    return words >= 2 && words <= 4 && !memchr(name.p, ',', name.n);
}

// Articles and the like: what they stand before is no person's name.
static const char ARTICLES[] =
    " the a an this these our your my his her their its no der die das den dem des ein eine einen einem einer eines "
    "diese dieser"
    " le la les un une des du el los las una il lo gli i o os as um uma ";

// Whether a word before the name at byte i of the text tells that it is one; *against: that it is none.
static bool is_named_at(struct str text, size_t i, bool one_word, bool *against)
{
    if (!i || text.p[i - 1] != ' ') return false;
    size_t end = i - 1, start = end;
    while (start && !is_space(text.p[start - 1]) && text.p[start - 1] != '\n') start--;
    struct str before = str_slice(text, start, end);
    *against |= str_is_listed_any_case(ARTICLES, before);
    return !one_word || (before.n > 1 && before.p[0] >= 'A' && before.p[0] <= 'Z' && str_is_word_byte(text.p[end - 1]));
}

bool speaker_name_is_met(struct str text, struct str name)
{
    bool against = false, named = false, one_word = !memchr(name.p, ' ', name.n);
    const char *end = text.p + text.n;
    for (const char *p = text.p; p < end && (p = memchr(p, name.p[0], (size_t)(end - p))); p++) {
        size_t i = (size_t)(p - text.p), behind = i + name.n;
        if (!str_starts(str_slice(text, i, text.n), name)) continue;
        if (behind < text.n && str_is_word_byte(text.p[behind])) continue;
        named |= is_named_at(text, i, one_word, &against);
    }
    return named && !against;
}
