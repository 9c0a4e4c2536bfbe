#include "sink/distributed.h"

// The tables of an extension that isn't there are not named in what is asked.
static const char IS_THERE[] =
    "SELECT (to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL AND to_regclass('documents') IS NOT NULL)::int";
static const char SHARDS[] = "SELECT count(*) FROM pg_dist_shard WHERE logicalrelid = 'documents'::regclass";
static const char IS_NODE[] = "SELECT (groupid <> 0)::int FROM pg_dist_local_group";

static bool be_coordinator(struct database *db, struct error *error)
{
    int64_t node;
    if (!database_number(db, IS_NODE, 0, NULL, &node, error)) return false;
    return !node || error_set(error, ERROR_SERVER,
                              "this is a worker of the cluster: connect to its coordinator (of several hosts, name it "
                              "first)");
}

bool distributed_shards(struct database *db, int *shards, struct error *error)
{
    int64_t there, count = 0;
    bool ok = database_number(db, IS_THERE, 0, NULL, &there, error) &&
              (!there || database_number(db, SHARDS, 0, NULL, &count, error)) && (!count || be_coordinator(db, error));
    *shards = (int)count;
    return ok;
}

static const char IS_INSTALLED[] = "SELECT count(*) FROM pg_extension WHERE extname = 'citus'";
static const char KNOWS_COORDINATOR[] = "SELECT count(*) FROM pg_dist_node WHERE groupid = 0";
static const char NODES[] = "SELECT count(*) FROM pg_dist_node WHERE shouldhaveshards AND noderole = 'primary'";

bool distributed_check(struct database *db, struct error *error)
{
    int64_t number;
    if (!database_number(db, IS_INSTALLED, 0, NULL, &number, error)) return false;
    if (!number)
        return error_set(error, ERROR_SERVER,
                         "this database has no extension citus, which --distributed needs: CREATE EXTENSION citus, in "
                         "the database of this name on each node");
    if (!be_coordinator(db, error) || !database_number(db, KNOWS_COORDINATOR, 0, NULL, &number, error)) return false;
    if (!number)
        return error_set(error, ERROR_SERVER,
                         "the nodes don't know the coordinator: SELECT citus_set_coordinator_host('HOST', PORT)");
    if (!database_number(db, NODES, 0, NULL, &number, error)) return false;
    return number > 0 || error_set(error, ERROR_SERVER,
                                   "the cluster has no node that takes shards: SELECT citus_add_node('HOST', PORT)");
}
