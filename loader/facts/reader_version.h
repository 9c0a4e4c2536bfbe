// Which rows an article becomes, as a number: it is raised with each change by which the same bytes become other rows,
// in parse/, rows/ or facts/. The ledger keeps it of each article, and the next load reads anew what an older reader
// has read. tests/e2e/reader.bats holds it against the rows of the sample articles, and raises it.
#ifndef FACTS_READER_VERSION_H
#define FACTS_READER_VERSION_H

#define READER_VERSION 3

// For SQL.
#define READER_TEXT_OF(version) #version
#define READER_TEXT_BY(version) READER_TEXT_OF(version)
#define READER_VERSION_TEXT     READER_TEXT_BY(READER_VERSION)

#endif
