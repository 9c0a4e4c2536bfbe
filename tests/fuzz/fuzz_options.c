// A command line of any words, one a line: options or a refusal in a sentence. Bytes below 64 stand for words that
// options are made of.
#include "cli/options.h"
#include "require.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const PIECES[] = {
    "load",     "preview", "export",     "verify",    "status",  "init",    "delete",    "ask",      "entities",
    "index",    "resolve", "grant",      "doctor",    "psql",    "stop",    "help",      "--",       "--schema=",
    "-d",       "-h",      "-p",         "-U",        "-j",      "-q",      "--map=",    "--format", "=",
    "--local=", "--",      "--dialect=", "--layout=", "--prune", "--force", "--dry-run", "--load=",  "--retry-for="};
enum { PIECES_COUNT = sizeof PIECES / sizeof *PIECES, WORDS = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[1 << 16];
    char *words[WORDS + 1] = {"doc2pgsql"};
    int count = 1;
    size_t n = 0;
    bool begins = true;
    struct error error = {0};
    static struct options options;
    for (size_t i = 0; i < size && n + 32 < sizeof text && count < WORDS; i++) {
        if (data[i] == '\n' || !data[i]) {
            text[n++] = '\0';
            begins = true;
            continue;
        }
        if (begins) words[count++] = text + n;
        begins = false;
        if (data[i] < PIECES_COUNT) n += (size_t)snprintf(text + n, 32, "%s", PIECES[data[i]]);
        else text[n++] = (char)data[i];
    }
    text[n] = '\0';
    words[count] = NULL;
    REQUIRE(options_parse(count, words, NULL, &options, &error) || error.message[0]);
    return 0;
}
