// Other programs, run without a shell: in `/`, with a small environment (no PG*, LC_ALL=C), no inherited file
// descriptors, and as another user when the account says so. Errors (ERROR_LOCAL) say that a program could not be run;
// that it ran and failed is told by its status.
#ifndef SERVER_LOCAL_PROGRAM_H
#define SERVER_LOCAL_PROGRAM_H

#include "base/buf.h"
#include "base/error.h"

#include <sys/types.h>

// Who runs a program.
struct account {
    bool drop;  // we are root: become this user in the child
    uid_t uid;
    gid_t gid;
    char name[64];
};

// To be called in a child: gives up root's rights for good. False with errno.
bool local_program_drop(const struct account *as);

// From here to local_program_return the process acts as the account: root touches nothing in a directory of another
// user's with its own rights, where that user may put links. False with errno. Only without threads.
struct program_rights {
    bool changed;
    uid_t uid;
    gid_t gid;
    int group_count;
    gid_t groups[64];
};
bool local_program_act_as(const struct account *as, struct program_rights *before);
void local_program_return(const struct program_rights *before);

// Runs argv[0] (a path) and waits. What it writes to `stream` (1: stdout, 2: stderr) is added to output, the rest is
// thrown away. status is the exit status, or 128 + the signal that ended it.
bool local_program_run(const struct account *as, const char *const argv[], int stream, struct buf *output, int *status,
                       struct error *error);

// Starts argv[0] in a session of its own, with stdout and stderr added to the file `log`; it outlives us. 0 on failure.
pid_t local_program_start(const struct account *as, const char *const argv[], const char *log, struct error *error);

#endif
