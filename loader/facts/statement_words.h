// What words are to statements_find: verbs of giving with their forms and valency, nouns of support, prepositions, in
// tables per language (statement_words_LANGUAGE.c). A word may be of several classes; clause.c decides by its place.
// The tables are our own, drawn from labelled sentences and from dictionaries' lists of synonyms.
#ifndef FACTS_STATEMENT_WORDS_H
#define FACTS_STATEMENT_WORDS_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

#define W(n) (UINT64_C(1) << (n))

// words of grammar
#define W_DET        W(0)   // the, its
#define W_PREP       W(1)   // any preposition, those below included
#define W_OF         W(2)   // makes a genitive
#define W_TO         W(3)   // before receivers; of a noun: what it is for is only wanted (a case for, the request for)
#define W_FROM       W(4)   // before givers, beside a noun
#define W_BY         W(5)   // before givers, in the passive
#define W_IN         W(6)   // behind a sum: $5 million in aid
#define W_AND        W(7)   // and, or
#define W_WITH       W(8)   // with, alongside: further givers; with the support of
#define W_WHICH      W(9)   // begins a relative clause
#define W_THAT       W(10)  // begins another clause
#define W_IF         W(11)  // begins one that is only thought of
#define W_BE         W(12)
#define W_HAVE       W(13)
#define W_WILL       W(14)  // what is to come: promises
#define W_MAY        W(15)  // what may, should or could be: asks
#define W_NOT        W(16)
#define W_ADVERB     W(17)
#define W_PRONOUN    W(18)  // takes a noun's place
#define W_PARTICLE   W(19)  // right behind a verb makes it another one: gave up, backed off
#define W_AGAINST    W(20)  // before what forces are sent against
#define W_INFINITIVE W(21)  // to
#define W_OBLIQUE    W(22)  // an article that no subject has: dem, des
// classes of verbs, by what has to stand with them
#define W_GIVE       W(23)  // with a noun of support: send, provide
#define W_DONATE     W(24)  // with anything: donate
#define W_BENEFIT    W(25)  // with those who benefit: support, train
#define W_CHANGE     W(26)  // with a noun of aid: increase, double
#define W_ANNOUNCE   W(27)  // with a noun of aid or a sum, which is promised: announce, approve
#define W_REFUSE     W(28)  // with a noun of support, which is refused: suspend, cut
#define W_TO_PROMISE W(29)  // with another verb: agree to, plan to
#define W_TO_REFUSE  W(30)  // refuse to
#define W_TO_GO_ON   W(31)  // continue to
#define W_TO_ASK     W(32)  // with somebody and another verb: ask, urge
#define W_RECEIVE    W(33)  // the subject is the receiver: receive, obtain
#define W_PRAISE     W(34)  // with somebody, for and another verb: thank, accuse
#define W_OTHER_VERB W(35)
// forms of verbs
#define W_BASE       W(36)  // infinitive, and English present
#define W_FINITE     W(37)
#define W_PARTICIPLE W(38)  // of the past
#define W_ING        W(39)  // gerund or participle of the present
// nouns and adjectives
#define W_AID       W(40)  // aid, support, funding: what is given, whatever it is
#define W_THING     W(41)  // of a type of support: tanks, food (schema/support_types.csv)
#define W_FORCES    W(42)  // troops: a thing that can be sent against somebody
#define W_ORGAN     W(43)  // what acts for a country beside its name: government, army
#define W_STANCE    W(44)  // what is supported by words only: plan, law
#define W_PEOPLE    W(45)  // those who benefit: people, rebels
#define W_PLEDGE    W(46)  // commitment, decision: with a verb, a promise
#define W_QUANTITY  W(47)  // tons, package: of what is given
#define W_TIME      W(48)  // January, week
#define W_NUMBER    W(49)  // two, dozens
#define W_SCALE     W(50)  // million
#define W_CURRENCY  W(51)
#define W_TRADE     W(52)  // sold, contract, shareholders: business
#define W_SPORT     W(53)
#define W_ADJECTIVE W(54)
#define W_AMBIGUOUS W(55)  // a noun of aid whose genitive may be the receiver: support of
#define W_AVAILABLE W(56)  // makes a verb one of giving anything: zur Verfügung stellen

#define W_MAKE     W(57)  // with a noun of aid that is a pledge: make a contribution
#define W_ACTIVITY W(58)  // what somebody does who benefits: programme, efforts
#define W_HOST     W(59)  // with those who flee: host, shelter
#define W_REFUGEES W(60)
#define W_ITS      W(61)  // a possessor that was named before: its, their
#define W_PROMISE  W(62)  // a noun of what is to come: pledge
#define W_DONOR    W(63)  // who gives: donor, backer

#define W_TRANSFER  (W_MAKE | W_HOST | W_GIVE | W_DONATE | W_BENEFIT | W_CHANGE | W_ANNOUNCE | W_REFUSE)
#define W_LINKING   (W_TO_PROMISE | W_TO_REFUSE | W_TO_GO_ON | W_TO_ASK)
#define W_VERB      (W_TRANSFER | W_LINKING | W_RECEIVE | W_PRAISE | W_OTHER_VERB)
#define W_AUXILIARY (W_BE | W_HAVE | W_WILL | W_MAY)
#define W_FORM      (W_BASE | W_FINITE | W_PARTICIPLE | W_ING)
#define W_NOUN                                                                                                         \
    (W_ACTIVITY | W_REFUGEES | W_AID | W_THING | W_ORGAN | W_STANCE | W_PEOPLE | W_PLEDGE | W_QUANTITY | W_TIME)

enum statement_language { LANGUAGE_EN, LANGUAGE_DE, LANGUAGE_FR, LANGUAGE_ES, LANGUAGES };

// Words of one class, parted by spaces, in lower case. A star at the end stands for any ending, one at the beginning
// for any beginning. `verbs` are five forms of each English verb (base, third person, past, participle, gerund), and
// infinitives in other languages (statement_forms.h).
struct word_row {
    uint64_t classes;
    const char *words, *verbs;
};
extern const struct word_row WORDS_EN[], WORDS_DE[], WORDS_FR[], WORDS_ES[];

// A word of schema/support_types.csv: a phrase in lower case, stars as above, and its type.
struct support_type {
    struct str phrase, type;
};

// Immutable once made, so that all workers share one. Keeps the types (and puts the longest first). NULL (ERROR_MEMORY)
// when memory runs out.
struct statement_words;
struct statement_words *statement_words_new(struct support_type *types, size_t count, struct error *error);
void statement_words_free(struct statement_words *words);

// The classes of a word, in any case.
uint64_t statement_word_classes(const struct statement_words *words, enum statement_language language, struct str word);

// The type of the longest phrase of the vocabulary that stands in a text; STR_NULL for none.
struct str statement_type_of(const struct statement_words *words, struct str text);

#endif
