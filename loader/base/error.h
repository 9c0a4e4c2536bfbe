// The first cause of a failure. A function that can fail returns bool and fills the struct; on success it leaves the
// struct untouched. Once set it is kept: a later error_set is ignored, so the first cause reaches the user.
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

// Each code is also the exit code of the command (see manual.mdoc).
enum error_code {
    ERROR_NONE = 0,
    ERROR_INTERNAL = 1,
    ERROR_USAGE = 2,       // unknown option, missing argument
    ERROR_INPUT = 3,       // a source can't be read
    ERROR_ARTICLE = 4,     // an article was rejected; all others are loaded
    ERROR_CONNECTION = 5,  // no server, or it refused the login
    ERROR_SERVER = 6,      // the server refused a statement
    ERROR_OUTPUT = 7,      // a file can't be written
    ERROR_MEMORY = 8,      // the limit of an arena, or the system's
    ERROR_SCHEMA = 9,      // no doc2pgsql schema there, or one of another version
    ERROR_LOCAL = 10,      // the private server can't be made or started
};

struct error {
    enum error_code code;
    char sqlstate[6];   // of the server; empty when it said nothing
    uint32_t line;      // of the source; 0 when it has none
    char source[256];   // article or file; empty when it has none
    char message[512];  // UTF-8; what went wrong and what to do
};

// Word for a code, as load_errors.code has it: article, input, server, …
const char *error_code_name(enum error_code code);

// printf-like. Always returns false, so that a function can end in `return error_set(…)`.
__attribute__((format(printf, 3, 4))) bool error_set(struct error *error, enum error_code code, const char *format,
                                                     ...);

// Says where: source may be STR_NULL and line 0. Kept if already said. Returns false.
bool error_at(struct error *error, struct str source, uint32_t line);

#endif
