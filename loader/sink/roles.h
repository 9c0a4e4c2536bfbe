// What other roles of the server may do in the schema.
#ifndef SINK_ROLES_H
#define SINK_ROLES_H

#include "sink/database.h"

enum roles_kind {
    ROLES_READER,  // asks: SELECT; its transactions are read-only by default, too, where that can be set
    ROLES_LOADER,  // loads, deletes, resolves: rows, no tables
};

struct roles_granted {
    bool settled;  // its search path (and read-only) could be set, which takes more than owning the schema
    bool writes;   // a reader that may change rows all the same, by what others have given it
};

// Gives the role what it needs and nothing more, also in tables and views that the caller makes later; a reader loses
// what a loader has. Safe to repeat.
bool roles_grant(struct database *db, const char *role, enum roles_kind kind, struct roles_granted *granted,
                 struct error *error);

// What in the schema is not the caller's, and whose it is, for people to read; nothing where all is.
bool roles_find_owners(struct database *db, struct buf *others, struct error *error);

// Makes a role that may log in with this password, which reaches the server encrypted only. replace: the password of a
// role that is there is set anew, else it stays. *made: the password holds now.
bool roles_make_login(struct database *db, const char *role, const char *password, bool replace, bool *made,
                      struct error *error);

#endif
