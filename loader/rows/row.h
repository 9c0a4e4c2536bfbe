// The rows that an article becomes, one struct for each table of the schema (see schema/001_tables.sql for what the
// columns mean). Rows come in reading order; an article's document row comes last, when its counts are known.
#ifndef ROWS_ROW_H
#define ROWS_ROW_H

#include "input/article.h"
#include "parse/block.h"

enum row_table {
    ROW_DOCUMENT,
    ROW_SECTION,
    ROW_PARAGRAPH,
    ROW_BULLET,
    ROW_TABLE,
    ROW_TABLE_COLUMN,
    ROW_TABLE_CELL,
    ROW_LINK,
    ROW_MENTION,
    ROW_FACT,
    ROW_STATEMENT,
    ROW_TABLES,  // how many there are
};

// What says the day of an article.
enum date_source {
    DATE_SOURCE_NONE,
    DATE_SOURCE_METADATA,
    DATE_SOURCE_BYLINE,
    DATE_SOURCE_ADDRESS,
    DATE_SOURCE_FILE_NAME
};

struct document_row {
    const struct article *article;
    enum dialect dialect;
    struct str title;  // the metadata's, else the heading that opens the article
    uint32_t line_count;
    enum date_source date_source;  // set by facts/article_date.h
    int32_t date;                  // the article's day, since 2000-01-01
};

struct section_row {
    int32_t parent_no;    // -1 for none
    const int32_t *path;  // section numbers from the root to this one
    int32_t path_length;
    int level;            // 0 for section 0
    struct str heading;   // STR_NULL for section 0
    struct str item_key;  // of it: set by facts/row_keys.h, as all keys of these rows
    enum block_origin origin;
    float confidence;    // 0–1; 0 for section 0
    const char *reason;  // NULL where the heading was marked
};

enum paragraph_kind {
    PARAGRAPH_TEXT,
    PARAGRAPH_LEAD_IN,
    PARAGRAPH_QUOTE,
    PARAGRAPH_CODE,
    PARAGRAPH_LEFTOVER,
    PARAGRAPH_CAPTION
};

struct paragraph_row {
    enum paragraph_kind kind;
    struct str text;
    bool in_table;     // a lead-in that the source prints as a row of its table
    struct str label;  // who speaks; STR_NULL for nobody; without its colon
};

struct bullet_row {
    int32_t list_no;   // from 1
    int depth;         // from 1
    int32_t ordinal;   // -1 for none
    struct str label;  // STR_NULL for none; without its colon
    struct str text;
    struct str item_key;  // of the label, or of a short text; STR_NULL for none
};

struct table_row {
    int32_t table_no;                 // from 1
    int32_t column_count, row_count;  // row_count without the header
    enum block_origin header_origin;
    struct str shape;         // normalised headers joined by " | "; STR_NULL without a header
    uint32_t delimiter_line;  // 0 for none
    bool row_headers;         // the first column's cells are marked as headers of their rows
};

struct table_column_row {
    int32_t table_no, column_no;  // from 1
    struct str header;            // STR_NULL for none
    struct str header_key;        // STR_NULL for an empty one
    struct str own;               // what no column to its left says, too: struct block_cell
};

struct table_cell_row {
    int32_t table_no, row_no, column_no;  // from 1
    struct str text;
    uint32_t row_line, row_line_end;  // lines of the whole table row
    bool spanned;                     // it repeats the cell to its left, or above
    struct str item_key;              // of the first column's cells; STR_NULL for others
};

struct link_row {
    int32_t link_no;  // from 1
    struct str label, url;
};

enum mention_place { MENTION_IN_HEADING, MENTION_IN_TEXT, MENTION_IN_LABEL, MENTION_IN_HEADER, MENTION_IN_CELL };

// In the text at row.position: of the paragraph, bullet or section there, or of the table's header or cell.
struct mention_row {
    int32_t mention_no;  // from 1
    enum mention_place place;
    int32_t row_no, column_no;  // of the table; -1 for none
    struct str entity_id;
    int32_t start;  // characters of that text before it
    struct str text;
};

enum fact_told_by {
    FACT_BY_CELL,        // item: the row's subject; attribute: the column's header
    FACT_BY_HEADER,      // item: the column's header, an entity; attribute: the row's subject
    FACT_BY_KEY,         // a table of keys and values; item: what stands above; attribute: the key
    FACT_BY_LABEL,       // item: a bullet's label; attribute: what stands above
    FACT_UNDER_HEADING,  // item: the entity that the heading names; attribute: a bullet's label, or what stands above
    FACT_UNDER_LEAD_IN,  // the same by the lead-in
    FACT_UNDER_ITEM,     // the same by the bullet that holds the list
};

enum value_kind { VALUE_NONE, VALUE_NUMBER, VALUE_DATE, VALUE_BOOLEAN };

struct value {
    enum value_kind kind;
    double number;    // of VALUE_NUMBER, in units of 1: 3.5 million is 3500000
    struct str unit;  // %, a code of ISO 4217, or as written; STR_NULL for none
    int32_t days;     // of VALUE_DATE: since 2000-01-01, as PostgreSQL counts
    bool truth;       // of VALUE_BOOLEAN
    bool magnified;   // the number is written with a word: million, bn
    bool open;        // the number could be another one where the comma is what the point is here
};

struct fact_row {
    int32_t fact_no;              // from 1
    int32_t table_no, column_no;  // of the table; -1 for none
    int32_t row_no;               // of the table; 0 for none
    int32_t element_no;           // of the value in its cell, from 1
    int32_t item_column_no;       // of the row's subject; -1 where that is not the item
    struct str item, item_key, entity_id;
    struct str attribute, attribute_key;           // STR_NULL for none
    struct str value, value_key, value_entity_id;  // the key is STR_NULL for what is no name
    struct value typed;
    enum fact_told_by told_by;
    struct str support, support_type;  // what an entity gives; STR_NULL where it tells no support
    double amount;                     // of money that is given, where currency is known
    struct str currency;               // ISO 4217; STR_NULL for none
};

enum statement_act { STATEMENT_GIVES, STATEMENT_PROMISES, STATEMENT_ASKS, STATEMENT_REFUSES };

// Said in the text of the paragraph or bullet at row.position. STR_NULL for what isn't said.
struct statement_row {
    int32_t statement_no;  // from 1
    enum statement_act act;
    struct str giver, giver_id, support, support_type;
    struct str amount;  // decimal digits with at most one full stop
    struct str currency, receiver, receiver_id, sentence;
    int32_t start;  // characters of that text before the sentence
    float confidence;
    const char *reason;
};

struct row {
    enum row_table table;
    int32_t section_no;  // from 0
    int32_t position;    // counts the document's blocks from 1; 0 for section 0
    uint32_t line, line_end;
    union {
        struct document_row document;
        struct section_row section;
        struct paragraph_row paragraph;
        struct bullet_row bullet;
        struct table_row of_table;
        struct table_column_row column;
        struct table_cell_row cell;
        struct link_row link;
        struct mention_row mention;
        struct fact_row fact;
        struct statement_row statement;
    };
};

typedef bool row_fn(void *context, const struct row *row, struct error *error);

// The names that the schema uses.
const char *row_table_name(enum row_table table);
const char *paragraph_kind_name(enum paragraph_kind kind);
const char *origin_name(enum block_origin origin);
const char *mention_place_name(enum mention_place place);
const char *fact_told_by_name(enum fact_told_by told_by);
const char *statement_act_name(enum statement_act act);
const char *date_source_name(enum date_source source);  // NULL for none

#endif
