// The parts of the private server that need none: DIR's path, a program's version, the server's answer.
#include "server/local.h"
#include "server/local_bin.h"
#include "server/local_dir.h"
#include "server/local_probe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void normalised(const char *dir, const char *wanted)
{
    struct error error = {0};
    char path[LOCAL_DIR_MAX + 1];
    assert_true(local_dir_normalise(dir, path, sizeof path, &error));
    assert_string_equal(path, wanted);
}

static void refused(const char *dir, const char *reason)
{
    struct error error = {0};
    char path[LOCAL_DIR_MAX + 1];
    assert_false(local_dir_normalise(dir, path, sizeof path, &error));
    assert_int_equal(error.code, ERROR_LOCAL);
    assert_non_null(strstr(error.message, reason));
}

static void paths_are_taken_textually(void **state)
{
    (void)state;
    normalised("/srv/d2p", "/srv/d2p");
    normalised("//srv///d2p//", "/srv/d2p");
    normalised("/srv/./x/../d2p/.", "/srv/d2p");
    normalised("/../..", "/");
    normalised("/srv/..d2p/...", "/srv/..d2p/...");
    normalised("/a b/ä", "/a b/ä");
    assert_int_equal(chdir("/usr/bin"), 0);
    normalised("d2p", "/usr/bin/d2p");
    normalised("../d2p", "/usr/d2p");
    normalised(".", "/usr/bin");
}

static void paths_that_no_socket_can_have_are_refused(void **state)
{
    (void)state;
    char path[LOCAL_DIR_MAX + 8] = "/";
    memset(path + 1, 'x', LOCAL_DIR_MAX - 1);
    normalised(path, path);
    path[LOCAL_DIR_MAX] = 'x';
    refused(path, "too long for a Unix socket");
    char *huge = calloc(1, 100001);
    assert_non_null(huge);
    memset(huge, 'x', 100000);
    refused(huge, "too long for a Unix socket");
    free(huge);
    refused("/srv/a,b", "comma");
    refused("", "needs a directory");
}

static void a_directory_that_is_gone_has_no_relative_paths(void **state)
{
    (void)state;
    char gone[] = "/tmp/d2p.XXXXXX";
    assert_non_null(mkdtemp(gone));
    assert_int_equal(chdir(gone), 0);
    assert_int_equal(rmdir(gone), 0);
    refused("d2p", "the current directory is gone");
    normalised("/srv/d2p", "/srv/d2p");
    assert_int_equal(chdir("/"), 0);
}

static void major_versions(void **state)
{
    (void)state;
    assert_int_equal(local_bin_major(STR("postgres (PostgreSQL) 15.4 (Debian 15.4-1)")), 15);
    assert_int_equal(local_bin_major(STR("postgres (PostgreSQL) 18beta1")), 18);
    assert_int_equal(local_bin_major(STR("postgres (PostgreSQL)")), 0);
    assert_int_equal(local_bin_major(STR("15.4")), 0);
    assert_int_equal(local_bin_major(STR("")), 0);
}

#define AUTH_OK "R\0\0\0\10\0\0\0\0"

static void answers_of_a_server(void **state)
{
    (void)state;
    assert_int_equal(local_probe_parse(STR(AUTH_OK "Z\0\0\0\5I")), LOCAL_READY);
    assert_int_equal(local_probe_parse(STR(AUTH_OK "S\0\0\0\10a\0b\0Z\0\0\0\5I")), LOCAL_READY);
    assert_int_equal(local_probe_parse(STR("R\0\0\0\14\0\0\0\5salt")), LOCAL_READY);  // wants a password
    assert_int_equal(local_probe_parse(STR(AUTH_OK "E\0\0\0\32SFATAL\0C3D000\0Mno db\0\0")), LOCAL_NO_DATABASE);
    assert_int_equal(local_probe_parse(STR("E\0\0\0\32SFATAL\0C57P03\0Mwait!\0\0")), LOCAL_BUSY);
    assert_int_equal(local_probe_parse(STR("E\0\0\0\54SFATAL\0C28000\0RInitializeSessionUserId\0\0")), LOCAL_NO_ROLE);
    assert_int_equal(local_probe_parse(STR("E\0\0\0\40SFATAL\0C28000\0Rauth_failed\0\0")), LOCAL_READY);
    assert_int_equal(local_probe_parse(STR("E\0\0\0\32SFATAL\0C53300\0Mfull!\0\0")), LOCAL_READY);  // libpq will say it
}

static void answers_that_are_cut_are_none_yet(void **state)
{
    (void)state;
    static const char whole[] = AUTH_OK "E\0\0\0\32SFATAL\0C3D000\0Mno db\0\0";
    for (size_t n = 0; n < sizeof whole - 1; n++) {
        // a copy of its own, so that a sanitizer sees a read beyond it
        char *part = malloc(n + 1);
        assert_non_null(part);
        memcpy(part, whole, n);
        part = realloc(part, n ? n : 1);
        assert_int_equal(local_probe_parse((struct str){part, n}), LOCAL_BUSY);
        free(part);
    }
    assert_int_equal(local_probe_parse(STR("Q\0\0\0\0")), LOCAL_BUSY);  // a length that can't be
    assert_int_equal(local_probe_parse(STR("E\377\377\377\377C3D000\0\0")), LOCAL_BUSY);
    assert_int_equal(local_probe_parse(STR("E\0\0\0\12C3D000")), LOCAL_NO_DATABASE);  // not NUL-terminated
}

static void nobody_answers_where_there_is_no_server(void **state)
{
    (void)state;
    assert_int_equal(local_probe_ask("/nowhere", "5432", "u", "d"), LOCAL_BUSY);
    char long_path[120];
    memset(long_path, 'x', sizeof long_path);
    long_path[119] = '\0';
    assert_int_equal(local_probe_ask(long_path, "5432", "u", "d"), LOCAL_BUSY);
    struct local_process process = local_probe_process("/nowhere");
    assert_int_equal(process.pid, 0);
    assert_string_equal(process.port, "5432");
    assert_false(local_probe_alive("/nowhere", getpid()));
    assert_false(local_probe_alive("/nowhere", 0));
}

static void the_default_directory(void **state)
{
    (void)state;
    struct error error = {0};
    char path[64], tiny[8];
    setenv("XDG_DATA_HOME", "/x/data", 1);
    assert_true(local_default_dir(path, sizeof path, &error));
    assert_string_equal(path, geteuid() == 0 ? "/var/lib/doc2pgsql" : "/x/data/doc2pgsql");
    setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
    setenv("HOME", "/x/home", 1);
    assert_true(local_default_dir(path, sizeof path, &error));
    assert_string_equal(path, geteuid() == 0 ? "/var/lib/doc2pgsql" : "/x/home/.local/share/doc2pgsql");
    assert_int_equal(error.code, ERROR_NONE);
    assert_false(local_default_dir(tiny, sizeof tiny, &error));
    assert_int_equal(error.code, ERROR_LOCAL);
    struct error unset = {0};
    unsetenv("HOME");
    assert_int_equal(local_default_dir(path, sizeof path, &unset), geteuid() == 0);
    assert_int_equal(unset.code, geteuid() == 0 ? ERROR_NONE : ERROR_LOCAL);
}

static void processes_that_cannot_be_seen(void **state)
{
    (void)state;
    struct error error = {0}, other = {0};
    char dir[] = "/tmp/doc2pgsql-proc.XXXXXX", self[64];
    assert_true(local_probe_sees("/proc", &error));
    assert_false(local_probe_sees("/nonexistent", &error));
    assert_int_equal(error.code, ERROR_LOCAL);
    assert_string_equal(
        error.message,
        "whether a private server runs is told by /nonexistent, which is not mounted here: mount it (mount -t "
        "proc proc /nonexistent), or name another server with -h");
    assert_non_null(mkdtemp(dir));
    snprintf(self, sizeof self, "%s/self", dir);
    assert_int_equal(symlink("1", self), 0);
    assert_false(local_probe_sees(dir, &other));
    assert_non_null(strstr(other.message, "which is another system's here"));
    assert_int_equal(unlink(self), 0);
    assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_taken_textually),
        cmocka_unit_test(paths_that_no_socket_can_have_are_refused),
        cmocka_unit_test(a_directory_that_is_gone_has_no_relative_paths),
        cmocka_unit_test(major_versions),
        cmocka_unit_test(answers_of_a_server),
        cmocka_unit_test(answers_that_are_cut_are_none_yet),
        cmocka_unit_test(nobody_answers_where_there_is_no_server),
        cmocka_unit_test(the_default_directory),
        cmocka_unit_test(processes_that_cannot_be_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
