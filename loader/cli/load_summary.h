// What a load tells at its end: what became of the articles, which adds up to those that were read, where the time
// went, and what to do next. On standard output, in words or, with --log-format=json, as one line of the event
// "summary".
#ifndef CLI_LOAD_SUMMARY_H
#define CLI_LOAD_SUMMARY_H

#include "cli/options.h"
#include "pipeline/pipeline.h"
#include "sink/ledger.h"

struct load_summary {
    const struct options *options;
    const struct input *input;
    const struct pipeline_counts *pipeline;
    const struct ledger_counts *ledger;
    int64_t load_id;                            // 0: a dry run
    double connecting, storing, keys, closing;  // seconds, which add up to all
};

void load_summary_print(const struct load_summary *summary);

// What --dry-run tells instead; gone: articles below the paths that are no more there, beside the records that are no
// more in their files; refused: --prune would not delete them. The seconds are left out.
void load_summary_print_dry(const struct load_summary *summary, int64_t gone, int64_t replaced, bool refused);

#endif
