#define _DEFAULT_SOURCE  // flock
#include "server/local_dir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum state { MISSING, EMPTY, OURS, FOREIGN };

// Adds the components of `from` to path; false when there is no room.
static bool add_components(const char *from, char *path, size_t size)
{
    size_t n = strlen(path);
    for (const char *p = from; *p;) {
        size_t length = strcspn(p, "/");
        if (length == 2 && memcmp(p, "..", 2) == 0) {
            while (n && path[--n] != '/') continue;
        } else if (length && !(length == 1 && *p == '.')) {
            if (n + 1 + length >= size) return false;
            path[n] = '/';
            memcpy(path + n + 1, p, length);
            n += 1 + length;
        }
        path[n] = '\0';
        p += length + (p[length] == '/');
    }
    return true;
}

bool local_dir_normalise(const char *dir, char *path, size_t size, struct error *error)
{
    char here[PATH_MAX] = "";
    path[0] = '\0';
    if (!dir[0]) return error_set(error, ERROR_LOCAL, "--local= needs a directory: --local=DIR, or --local alone");
    if (dir[0] != '/' && !getcwd(here, sizeof here))
        return error_set(error, ERROR_LOCAL, "--local=%s: the current directory is gone: give an absolute path", dir);
    char whole[2 * PATH_MAX];
    whole[0] = '\0';
    if (!add_components(here, whole, sizeof whole) || !add_components(dir, whole, sizeof whole) ||
        strlen(whole) >= size || strlen(whole) > LOCAL_DIR_MAX)
        return error_set(error, ERROR_LOCAL,
                         "--local=%.250s: the path is too long for a Unix socket: as an absolute path it may have at "
                         "most %d bytes: choose a shorter DIR",
                         dir, (int)LOCAL_DIR_MAX);
    if (strchr(whole, ','))
        return error_set(error, ERROR_LOCAL,
                         "--local=%s: the path has a comma, which libpq takes for the end of a host's name: choose "
                         "another DIR",
                         dir);
    memcpy(path, whole[0] ? whole : "/", whole[0] ? strlen(whole) + 1 : 2);
    return true;
}

static const char *name_of(uid_t uid)
{
    // cppcheck-suppress getpwuidCalled ; no threads yet: see local.h
    struct passwd *user = getpwuid(uid);
    return user ? user->pw_name : "(unknown)";
}

// A link, or where everybody may make directories a directory, that another user has put there would take what is
// loaded to that user.
static bool check_owner(const char *path, const struct stat *status, struct error *error)
{
    struct stat link, above;
    char parent[LOCAL_DIR_MAX + 8];
    snprintf(parent, sizeof parent, "%s/..", path);
    if (lstat(path, &link) == 0 && S_ISLNK(link.st_mode) && link.st_uid != geteuid() && link.st_uid != 0)
        return error_set(
            error, ERROR_LOCAL,
            "%s is a symbolic link of user %s: name the directory itself, or another one, with --local=DIR", path,
            name_of(link.st_uid));
    if (geteuid() != 0 && status->st_uid != geteuid())
        return error_set(error, ERROR_LOCAL,
                         "%s belongs to user %s, so that you can't run a private server there: run as that user or as "
                         "root, or choose another DIR for --local=DIR",
                         path, name_of(status->st_uid));
    bool is_public = stat(parent, &above) == 0 && above.st_mode & S_IWOTH;
    // cppcheck-suppress getpwnamCalled
    const struct passwd *postgres = getpwnam("postgres");
    if (geteuid() == 0 && status->st_uid != 0 && is_public && !(postgres && postgres->pw_uid == status->st_uid))
        return error_set(error, ERROR_LOCAL,
                         "%s belongs to user %s, who could make it where everybody may write: run as that user, or "
                         "choose another DIR for --local=DIR",
                         path, name_of(status->st_uid));
    return true;
}

// OURS: with a complete cluster that we made. EMPTY: at most with the remains of one that we were making.
static bool examine(const char *path, enum state *state, struct stat *status, struct error *error)
{
    *state = MISSING;
    if (stat(path, status) != 0) {
        if (errno == ENOENT) return true;
        return error_set(error, ERROR_LOCAL, "can't use %s for the private server: %s", path, strerror(errno));
    }
    if (!S_ISDIR(status->st_mode))
        return error_set(error, ERROR_LOCAL, "%s is no directory: choose another DIR for --local=DIR", path);
    if (!check_owner(path, status, error)) return false;
    char mark[LOCAL_DIR_MAX + 64];
    snprintf(mark, sizeof mark, "%s/" LOCAL_DIR_DATA "/" LOCAL_DIR_CONF, path);
    if (access(mark, F_OK) == 0) {
        *state = OURS;
        return true;
    }
    DIR *entries = opendir(path);
    if (!entries) return error_set(error, ERROR_LOCAL, "can't read %s: %s", path, strerror(errno));
    *state = EMPTY;
    for (struct dirent *entry; (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..") && strcmp(entry->d_name, LOCAL_DIR_FRESH))
            *state = FOREIGN;
    closedir(entries);
    return true;
}

// The server runs as the caller; for root as the owner of a DIR that has one, else as `postgres`.
static bool choose_account(enum state state, const struct stat *status, struct account *as, struct error *error)
{
    *as = (struct account){.drop = geteuid() == 0, .uid = geteuid(), .gid = getegid()};
    if (!as->drop) return true;
    struct passwd *user;
    // cppcheck-suppress getpwuidCalled ; no threads yet: see local.h
    if (state != MISSING && status->st_uid != 0) user = getpwuid(status->st_uid);
    // cppcheck-suppress getpwnamCalled
    else user = getpwnam("postgres");
    if (!user)
        return error_set(error, ERROR_LOCAL,
                         "PostgreSQL refuses to run as root, and there is no user to run it as: install the package "
                         "postgresql, which makes the user postgres, or run as an ordinary user");
    as->uid = user->pw_uid;
    as->gid = user->pw_gid;
    snprintf(as->name, sizeof as->name, "%s", user->pw_name);
    return true;
}

// In a child: the length of the first part of path that the account can't pass through; 0 when it can pass all.
static int find_barrier(const struct account *as, const char *path)
{
    char part[LOCAL_DIR_MAX + 1];
    if (!local_program_drop(as)) return 0;  // said better when the server is started
    for (int n = 1; path[n]; n++) {
        if (n > 1 && path[n] != '/') continue;
        snprintf(part, sizeof part, "%.*s", n, path);
        if (access(part, X_OK) != 0) return errno == EACCES ? n : 0;
    }
    return 0;
}

// Root can reach every directory; the user that it gives the server to can't.
bool local_dir_reachable(const struct local_dir *local, struct error *error)
{
    if (!local->server.drop) return true;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) _exit(find_barrier(&local->server, local->path));
    int ended = 0;
    if (child < 0 || waitpid(child, &ended, 0) < 0 || !WIFEXITED(ended) || !WEXITSTATUS(ended)) return true;
    return error_set(error, ERROR_LOCAL,
                     "%s can't be used for the private server: it runs as user %s, who can't pass through %.*s: give "
                     "others the x permission there (chmod o+x), or choose another DIR for --local=DIR",
                     local->path, local->server.name, WEXITSTATUS(ended), local->path);
}

static bool make_dirs(const struct local_dir *local, struct error *error)
{
    char part[LOCAL_DIR_MAX + 1];
    for (size_t n = 1; n <= strlen(local->path); n++) {
        if (local->path[n] != '/' && local->path[n] != '\0') continue;
        snprintf(part, sizeof part, "%.*s", (int)n, local->path);
        bool made = mkdir(part, local->path[n] ? 0777 : 0700) == 0;
        if (!made && errno != EEXIST)
            return error_set(error, ERROR_LOCAL,
                             "can't make the directory %s for the private server: %s; --local=DIR names another", part,
                             strerror(errno));
        // whatever root's umask is, the server's user has to pass
        if (made && local->server.drop && local->path[n]) chmod(part, 0755);
    }
    return true;
}

static bool take(struct local_dir *local, struct error *error)
{
    const struct account *as = &local->server;
    local->fd = open(local->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (local->fd < 0) return error_set(error, ERROR_LOCAL, "can't open %s: %s", local->path, strerror(errno));
    while (flock(local->fd, LOCK_EX) != 0)
        if (errno != EINTR) return error_set(error, ERROR_LOCAL, "can't lock %s: %s", local->path, strerror(errno));
    struct stat status;
    enum state state;
    if (!examine(local->path, &state, &status, error)) return false;  // another look, now that it is our turn
    local->made = state == OURS;
    if (state == FOREIGN || state == MISSING)
        return error_set(error, ERROR_LOCAL, "%s was changed by somebody else just now: try again", local->path);
    if ((status.st_uid != as->uid && fchown(local->fd, as->uid, as->gid) != 0) ||
        ((status.st_mode & 07777) != 0700 && fchmod(local->fd, 0700) != 0))
        return error_set(error, ERROR_LOCAL, "can't make %s private to the server: %s", local->path, strerror(errno));
    return true;
}

static bool open_dir(const char *dir, bool make, struct local_dir *local, struct error *error)
{
    struct stat status;
    enum state state;
    *local = (struct local_dir){.fd = -1};
    if (!local_dir_normalise(dir, local->path, sizeof local->path, error) ||
        !examine(local->path, &state, &status, error))
        return false;
    if (!make && state != OURS) return true;
    if (state == FOREIGN)
        return error_set(error, ERROR_LOCAL,
                         "%s holds something else than a private server of doc2pgsql, and is left as it is: choose a "
                         "new or an empty directory for --local=DIR",
                         local->path);
    bool ok = choose_account(state, &status, &local->server, error) &&
              (state == OURS || (local_dir_reachable(local, error) && make_dirs(local, error))) && take(local, error);
    if (!ok) local_dir_close(local);
    return ok;
}

bool local_dir_open(const char *dir, struct local_dir *local, struct error *error)
{
    return open_dir(dir, true, local, error);
}

bool local_dir_find(const char *dir, struct local_dir *local, struct error *error)
{
    return open_dir(dir, false, local, error);
}

void local_dir_close(struct local_dir *local)
{
    if (local->fd >= 0) close(local->fd);
    local->fd = -1;
}
