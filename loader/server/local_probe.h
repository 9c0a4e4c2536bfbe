// Is a server running on a data directory, and does it take connections? Asked without libpq and without a fork.
#ifndef SERVER_LOCAL_PROBE_H
#define SERVER_LOCAL_PROBE_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>

enum local_answer {
    LOCAL_BUSY,         // nobody answers yet: starting, recovering or stopping
    LOCAL_READY,        // it takes connections
    LOCAL_NO_ROLE,      // it does, but does not know this user
    LOCAL_NO_DATABASE,  // it does, but not to this database
};

// What the server's bytes after our startup packet say: LOCAL_BUSY as long as they are not complete.
enum local_answer local_probe_parse(struct str bytes);

// Opens and closes a session at DIR's socket.
enum local_answer local_probe_ask(const char *dir, const char *port, const char *user, const char *dbname);

// Whether processes can be looked at: proc, which is /proc but in tests, is of this system. ERROR_LOCAL, for otherwise
// no server would ever be seen to run.
bool local_probe_sees(const char *proc, struct error *error);

struct local_process {
    pid_t pid;  // 0: no server runs
    char port[6];
    bool ready;  // it says that it takes connections
};

// The server on DIR/data, by its postmaster.pid. A file whose process is gone, or is another program by now, is a
// remnant and counts for nothing but the port.
struct local_process local_probe_process(const char *dir);

// Does this process run, and as a server on DIR/data?
bool local_probe_alive(const char *dir, pid_t pid);

#endif
