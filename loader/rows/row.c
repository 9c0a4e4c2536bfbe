#include "rows/row.h"

const char *row_table_name(enum row_table table)
{
    static const char *const names[ROW_TABLES] = {"documents", "sections",      "paragraphs",  "bullets",
                                                  "tables",    "table_columns", "table_cells", "links",
                                                  "mentions",  "facts",         "statements"};
    return names[table];
}

const char *paragraph_kind_name(enum paragraph_kind kind)
{
    static const char *const names[] = {"text", "lead_in", "quote", "code", "leftover", "caption"};
    return names[kind];
}

const char *origin_name(enum block_origin origin)
{
    static const char *const names[] = {"none", "marked", "inferred", "corrected"};
    return names[origin];
}

const char *mention_place_name(enum mention_place place)
{
    static const char *const names[] = {"heading", "text", "label", "header", "cell"};
    return names[place];
}

const char *fact_told_by_name(enum fact_told_by told_by)
{
    static const char *const names[] = {"cell",          "header",        "key",       "label",
                                        "under_heading", "under_lead_in", "under_item"};
    return names[told_by];
}

const char *statement_act_name(enum statement_act act)
{
    static const char *const names[] = {"gives", "promises", "asks", "refuses"};
    return names[act];
}

const char *date_source_name(enum date_source source)
{
    static const char *const names[] = {NULL, "metadata", "byline", "address", "file name"};
    return names[source];
}
