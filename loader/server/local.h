// The private PostgreSQL server behind --local[=DIR]: made, started, found and stopped. It listens on a Unix socket in
// DIR only, logs to DIR/server.log, keeps its cluster in DIR/data and its settings in DIR/data/doc2pgsql.conf (which a
// user may edit), and goes on running when the command ends. DIR has mode 0700: that is the protection, there is no
// password. Run by root the server runs as the owner of DIR, or as the user `postgres` when DIR is new or root's.
// Whoever runs it, its superuser is `doc2pgsql`; a cluster of an earlier version, where that was `postgres`, gets this
// one too.
//
// Several processes may start and stop the same DIR at once: they take turns (flock on DIR). Call before the process
// has threads of its own: these functions fork. Errors have the code ERROR_LOCAL.
#ifndef SERVER_LOCAL_H
#define SERVER_LOCAL_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

// What libpq needs. user and dbname are constants.
struct local_server {
    char host[108];  // the socket's directory: DIR, absolute
    char port[6];
    const char *user, *dbname;
    bool created;  // the cluster was made by this call
    bool started;  // the server was started by this call
    bool deaf;     // and without TCP, since its port was not to be had
};

// Makes the cluster and the database when they are missing, starts the server when it is not running, and returns when
// it takes connections. dir NULL: the default directory. A directory that holds anything else is refused, untouched.
// Forks nothing when the server is running.
bool local_start(const char *dir, struct local_server *server, struct error *error);

// Whether the server in dir says of itself that it is running; it is not asked, and nothing is made or touched. Then
// *server is filled, and connecting tells: where that fails, call local_start.
bool local_running(const char *dir, struct local_server *server);

// Makes sure that over TCP the server's superusers never get in, whatever else pg_hba.conf says: before it listens.
// Holds once its settings are loaded again.
bool local_close_tcp(const char *dir, struct error *error);

// Whether the server in dir may listen at this port of 127.0.0.1, and nobody else does.
bool local_port_is_free(const char *dir, int port, struct error *error);

// Stops the server in dir (NULL: the default) and waits for its end; open sessions are ended. True when none
// runs; *ran: whether one did (NULL: nobody asks).
bool local_stop(const char *dir, bool *ran, struct error *error);

// /var/lib/doc2pgsql for root, else $XDG_DATA_HOME/doc2pgsql, else ~/.local/share/doc2pgsql.
bool local_default_dir(char *path, size_t size, struct error *error);

#endif
