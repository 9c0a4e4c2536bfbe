// The questions that can be asked without SQL: the words for each, the file of sql/ask/ that asks it, and what there is
// to say where it finds nothing.
#ifndef CLI_QUESTION_H
#define CLI_QUESTION_H

#include "base/buf.h"
#include "cli/options.h"

enum {
    ASK_COUNTRY,
    ASK_SUPPORT,
    ASK_ITEM,
    ASK_TABLE,
    ASK_COUNTRY_YEARS,
    ASK_SUPPORT_YEARS,
    ASK_FURTHER,
    ASK_ANYTHING,
    ASK_WORDS,    // search
    ASK_ARTICLE,  // show
    QUESTIONS
};

struct question {
    const char *words[6];  // that name it, NULL behind the last
    const char *file;
    const struct question *by_year;  // which asks the same by year; NULL
    const char *nothing;             // what is said when nothing is found
    bool searched;                   // and that search may find the words
    const char *names;    // SQL: names that may have been meant, as they may be written, and what was asked for; NULL
    const char *instead;  // SQL: what there is instead, commands or names in quotes; NULL
    const char *say_instead;  // and what is said before it
    bool entities;            // the names are those of countries and organisations
    const char *meant;  // the file that finds the article that is meant, whose columns are variables of `file`; NULL
};

extern const struct question questions[QUESTIONS];

// What the command asks, and its subject.
const struct question *question_read(const struct options *options, struct buf *subject);

// Whether it ends in "by year", or begins so.
bool question_is_by_year(const struct options *options);

// "ask contry Japan": the word that was meant by the first one, where that is none of a question; NULL.
const char *question_meant(const struct options *options);

#endif
