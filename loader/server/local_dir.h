// DIR of a private server: is it ours, who runs the server in it, and whose turn it is. Made, checked, locked.
#ifndef SERVER_LOCAL_DIR_H
#define SERVER_LOCAL_DIR_H

#include "server/local_program.h"

#include <stdbool.h>
#include <stddef.h>

#define LOCAL_DIR_DATA   "data"            // the cluster
#define LOCAL_DIR_FRESH  "doc2pgsql.new"   // the cluster while it is being made; renamed when complete
#define LOCAL_DIR_CONF   "doc2pgsql.conf"  // in the cluster: its settings, and the sign that it is ours
#define LOCAL_DIR_SOCKET ".s.PGSQL.5432"
enum { LOCAL_DIR_MAX = 107 - sizeof LOCAL_DIR_SOCKET };  // bytes of DIR: a socket's path has at most 107

struct local_dir {
    char path[LOCAL_DIR_MAX + 1];
    int fd;                 // holds the lock; -1: there is nothing of ours
    bool made;              // a complete cluster is there
    struct account server;  // who runs the server
};

// DIR as an absolute path without `.`, `..` (taken back textually, as `cd` does), double and trailing slashes.
bool local_dir_normalise(const char *dir, char *path, size_t size, struct error *error);

// Makes DIR when it is missing, or takes it over when it is empty; waits for its lock.
bool local_dir_open(const char *dir, struct local_dir *local, struct error *error);

// The same for a DIR that may be missing or not ours: then fd is -1, and nothing is touched.
bool local_dir_find(const char *dir, struct local_dir *local, struct error *error);

// Can the server's user pass through all directories above DIR? To be asked before the server is started.
bool local_dir_reachable(const struct local_dir *local, struct error *error);

void local_dir_close(struct local_dir *local);

#endif
