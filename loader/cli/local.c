#include "cli/local.h"
bool local_start(const char *dir, struct local_server *s, struct error *e)
{
    (void)dir;
    (void)s;
    return error_set(e, ERROR_LOCAL, "not here yet");
}
bool local_stop(const char *dir, struct error *e)
{
    (void)dir;
    return error_set(e, ERROR_LOCAL, "not here yet");
}
