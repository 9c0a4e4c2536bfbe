#include "facts/support.h"

#include "facts/statement_words.h"
#include "facts/value.h"

#include <stdlib.h>

#define SUM_BYTES  40   // of a sum of money within a text, at most
#define SUM_TRIES  60   // words of a text at which one may begin
#define TEXT_BYTES 400  // of a support; what is longer isn't the name of one

// Roles of headers --------------------------------------------------------------------------------------------------

enum header_role header_role_parse(struct str word)
{
    if (str_equal(word, STR("support"))) return ROLE_SUPPORT;
    if (str_equal(word, STR("amount"))) return ROLE_AMOUNT;
    if (str_equal(word, STR("recipient"))) return ROLE_RECIPIENT;
    return word.n ? ROLE_OTHER : ROLE_NONE;
}

static int compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static int compare_roles(const void *a, const void *b)
{
    return compare(((const struct header_role_of *)a)->header_key, ((const struct header_role_of *)b)->header_key);
}

void support_sort(struct header_role_of *roles, size_t count)
{
    if (count) qsort(roles, count, sizeof *roles, compare_roles);
}

enum header_role support_role(const struct support_source *source, struct str header_key)
{
    struct header_role_of wanted = {header_key, ROLE_NONE};
    if (!header_key.n || !source->role_count) return ROLE_NONE;
    const struct header_role_of *found =
        bsearch(&wanted, source->roles, source->role_count, sizeof wanted, compare_roles);
    return found ? found->role : ROLE_NONE;
}

// Words --------------------------------------------------------------------------------------------------------------

// Between spaces; a star stands for any ending.
static const char GIVEN[] =
    " promis* support* assist* aid help* contribu* donat* donor donors funder funders pledg* commitment commitments "
    "offer* provid* supply "
    "supplies "
    "supplied delivers delivered deliveries backing give gives given giving relief cooperation "
    "unterstütz* hilfe* hilft beitrag* beiträg* förder* geförder* soutien appui* aide aides aident apoy* ayud* "
    "asistencia "
    "apoio* ajuda* sostegno aiut* wspar* pomoc* pomaga* steun* hulp* поддерж* помощ* допомог* destek* yardım* ";
static const char OTHER_WORDS[] = " supporter* assistant* helpline* helpdesk* helper* provider* ";
// what is received, or only wanted
static const char TAKEN[] =
    " receiv* received recipient* beneficiar* needed needs need requested requests required staff erhält erhalten "
    "empfänger* bénéficiair* reçu* reçoi* recib* recept* получ* ";
static const char *const GIVEN_ANYWHERE[] = {"co-operation", "who pays", "wer zahlt", "qui paie", "quién paga", "支持",
                                             "援助",         "支援",     "지원",      "دعم",      "مساعد"};

static bool in_list(const char *list, struct str word)
{
    // most words begin like none; no ending is all but a letter
    char beginning[] = {' ', word.n ? word.p[0] : ' ', word.n > 1 ? word.p[1] : 0};
    struct str rest = str_from(list), two = {beginning, word.n > 1 ? 3 : 2};
    for (const char *p; (p = str_find(rest, two)); rest = str_slice(rest, (size_t)(p - rest.p), rest.n)) {
        size_t n = strcspn(++p, " ");
        bool open = p[n - 1] == '*';
        if (open ? word.n >= n - 1 && memcmp(word.p, p, n - 1) == 0 : word.n == n && memcmp(word.p, p, n) == 0)
            return true;
    }
    return false;
}

// The next word from *at on; empty at the end.
static struct str next_word(struct str s, size_t *at)
{
    while (*at < s.n && !str_is_word_byte(s.p[*at])) ++*at;
    size_t from = *at;
    while (*at < s.n && str_is_word_byte(s.p[*at])) ++*at;
    return str_slice(s, from, *at);
}

bool tells_support(struct str key)
{
    bool given = false;
    struct str word;
    for (size_t at = 0; (word = next_word(key, &at)).n;) {
        if (in_list(TAKEN, word)) return false;
        given = given || (in_list(GIVEN, word) && !in_list(OTHER_WORDS, word));
    }
    for (size_t i = 0; !given && i < sizeof GIVEN_ANYWHERE / sizeof *GIVEN_ANYWHERE; i++)
        given = str_contains(key, str_from(GIVEN_ANYWHERE[i]));
    return given;
}

bool tells_gifts(struct str key)
{
    static const char gifts[] =
        " pledg* promis* donat* donor donors contribut* spende* spenden zusage* dons promess* donaci* ";
    struct str word;
    for (size_t at = 0; (word = next_word(key, &at)).n;)
        if (in_list(gifts, word)) return true;
    return false;
}

bool is_receiver_in(struct str text, struct str name)
{
    static const char articles[] = " the la le les el los las der die das den dem ";
    static const char before[] = " to for in towards toward für an nach pour à au aux en para a al hacia ";
    struct str before_name = str_slice(text, 0, (size_t)(name.p - text.p)), word, last = STR_NULL;
    for (size_t at = 0; (word = next_word(before_name, &at)).n;)
        if (!str_is_listed_any_case(articles, word)) last = word;
    return last.n && str_is_listed_any_case(before, last);
}

// Facts --------------------------------------------------------------------------------------------------------------

static bool ends_word(struct str s, size_t i)
{
    return i == s.n || s.p[i] == ' ' || s.p[i] == ',' || s.p[i] == ';' || s.p[i] == ')';
}

// The first sum of money in a text: the longest that begins there.
static bool find_sum(struct str s, struct value *sum)
{
    int tries = 0;
    for (size_t from = 0; from < s.n && tries < SUM_TRIES; from++) {
        if (from && s.p[from - 1] != ' ' && s.p[from - 1] != '(') continue;
        tries++;
        bool found = false;
        for (size_t to = from + 1; to <= s.n && to - from <= SUM_BYTES; to++) {
            struct value v;
            if (!ends_word(s, to) || !value_read(str_slice(s, from, to), DECIMAL_POINT, &v) || v.kind != VALUE_NUMBER ||
                !value_is_currency(v.unit))
                continue;
            *sum = v;
            found = true;
        }
        if (found) return true;
    }
    return false;
}

// A number of things (30 tanks) says what they are; a sum, share or bare number doesn't.
static bool is_told_by_attribute(const struct fact_row *fact)
{
    const struct value *v = &fact->typed;
    if (fact->told_by == FACT_BY_HEADER) return true;
    if (fact->told_by != FACT_BY_CELL && fact->told_by != FACT_BY_KEY) return false;
    if (v->kind == VALUE_NUMBER) return !v->unit.p || value_is_currency(v->unit) || str_equal(v->unit, STR("%"));
    return v->kind == VALUE_BOOLEAN && v->truth;
}

// What a cell says where nothing is given; dashes and n/a give no fact at all.
static bool is_nothing(struct str s)
{
    static const char words[] =
        " none no nil nothing not 0 unknown tba tbc tbd kein keine nein aucun aucune non ningún ninguno "
        "ninguna nessuno nessuna brak geen нет ";
    size_t at = 0;
    struct str first = next_word(s, &at);
    return s.n <= 20 && first.n && str_is_listed_any_case(words, first) &&
           (!next_word(s, &at).n || str_is_listed_any_case(" not ", first));
}

bool support_fill(const struct support_source *source, struct fact_row *fact, bool money_only, struct arena *arena)
{
    const struct value *v = &fact->typed;
    struct str support = is_told_by_attribute(fact) && !money_only ? fact->attribute : fact->value;
    fact->support = fact->support_type = fact->currency = STR_NULL;
    if (v->kind == VALUE_DATE || (v->kind == VALUE_BOOLEAN && !v->truth) || !support.n || support.n > TEXT_BYTES ||
        is_nothing(fact->value))
        return true;
    struct value sum = *v;
    if (v->kind == VALUE_NUMBER ? value_is_currency(v->unit) : find_sum(support, &sum)) {
        fact->amount = sum.number;
        fact->currency = arena_str(arena, sum.unit);
    }
    if (money_only && !fact->currency.p) return !arena->failed;
    fact->support = support;
    fact->support_type = statement_type_of(source->words, support);
    if (!fact->support_type.p && fact->currency.p) fact->support_type = STR("money");
    if (!fact->support_type.p && fact->attribute.p)
        fact->support_type = statement_type_of(source->words, fact->attribute);
    return !arena->failed;
}
