// What oddities cost the best path through an article's lines (path.c), and how much the odds of roles count.
#ifndef PARSE_EXTRACTED_COSTS_H
#define PARSE_EXTRACTED_COSTS_H

// In nats, as likelihoods are; found by a search over the corpus (tests/lab/train/search.py).
// clang-format off
enum cost {
    NEW_TABLE,      // a table begins
    NEXT_TABLE,     // … right behind another
    SAME_TABLE,     // … behind other lines, with as many columns as the one before them
    LEAD_TABLE,     // … behind rows of one cell, titles
    ONE,            // each row of one column
    BREAK_LINES,    // a line of text begins inside a cell
    FIRST_LINES,    // … inside a row's first
    LONG_TEXT,      // a line without a bar, when it is long; less the shorter it is
    LONE_START,     // a row begins with a bar
    BREAK_FULL,     // a line of several cells begins inside a row, behind another such line
    OVER,           // each bar more than the table has columns
    RAGGED,         // a row that isn't the last, and is printed on one line, has less
    SHORT,          // a last row that has less, where rows are printed over several lines
    WRONG,          // a delimiter whose columns are others than the row's before it
    FULL,           // gain for a row that is filled up, instead of likeness: its cells may have moved to the left
    COLUMN,         // each column of a table whose first row is printed over several lines
    ALIKE,          // factor of the likeness of cells below each other
    INSIDE,         // factor of the odds of a line that doesn't end its cell
    NEXT_WEIGHT,    // factor of what a role says about the next
    ROW_WEIGHT,     // … where one of them is a row
    ITEM_WEIGHT,    // … behind items, whose marks the odds of the next line have seen already
    WORTH_HEADING,  // factors of odds
    WORTH_ITEM,
    WORTH_ROW,
    WORTH_QUOTE,
    COST_COUNT
};
// clang-format on

#ifndef COSTS_ARE  // the search changes them
#define COSTS_ARE static const
#endif
COSTS_ARE float COST[COST_COUNT] = {
    [NEW_TABLE] = 0.12f,
    [NEXT_TABLE] = 6.2f,
    [SAME_TABLE] = 0.066f,
    [LEAD_TABLE] = 1.6f,
    [ONE] = 0.074f,
    [BREAK_LINES] = 0.37f,
    [FIRST_LINES] = 0.24f,
    [LONG_TEXT] = 4.1f,
    [LONE_START] = 0.15f,
    [BREAK_FULL] = 0.025f,
    [OVER] = 4,
    [RAGGED] = 1.7f,
    [SHORT] = 2,
    [WRONG] = 8.3f,
    [FULL] = 3.8f,
    [COLUMN] = 0.34f,
    [ALIKE] = 0.6f,
    [INSIDE] = 0.099f,
    [NEXT_WEIGHT] = 0.23f,
    [ROW_WEIGHT] = 0.2f,
    [ITEM_WEIGHT] = 0.17f,
    [WORTH_HEADING] = 1.1f,
    [WORTH_ITEM] = 1.2f,
    [WORTH_ROW] = 1.4f,
    [WORTH_QUOTE] = 5,
};

#endif
