// The SQL and CSV files of schema/ and sql/, as the build has put them into the binary (see loader/embed.sh).
#ifndef SINK_EMBEDDED_H
#define SINK_EMBEDDED_H

struct embedded_file {
    const char *name;         // such as "schema/001_tables.sql"
    const char *start, *end;  // no NUL at the end
};

// In the order of their names; the last has a NULL name.
extern const struct embedded_file embedded_files[];

#endif
