// What becomes of the options' values: the functions that the rows of option_table.h name.
#ifndef CLI_OPTION_VALUES_H
#define CLI_OPTION_VALUES_H

#include "cli/option_table.h"

// Into the member at row->field: true, the text, the number of the choice, the choice itself.
option_set_fn set_flag, set_text, set_enum, set_word;

option_set_fn set_jobs, set_load, set_retry, set_listen, set_distributed, set_local, set_schema, set_delimiter,
    set_limit;
option_set_fn set_max_errors, set_part, set_prefix;
option_set_fn add_include, add_exclude;

#endif
