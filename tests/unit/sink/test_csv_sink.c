#include "sink/csv_sink.h"
#include "unit.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

struct folder {
    char path[64];
};

static void remove_folder(const struct folder *folder)
{
    DIR *dir = opendir(folder->path);
    for (struct dirent *entry; (entry = readdir(dir));) unlinkat(dirfd(dir), entry->d_name, 0);
    closedir(dir);
    rmdir(folder->path);
}

static void has(const struct folder *folder, const char *name, const char *wanted)
{
    char path[128], text[4096];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text, file);
    fclose(file);
    assert_str(((struct str){text, n}), wanted);
}

static void store(struct sink *sink, struct sink_article *article, const char *text, bool keep)
{
    struct error error = {0};
    const struct row row = {.table = ROW_PARAGRAPH, .position = 1, .line = 2, .paragraph.text = str_from(text)};
    assert_true(sink_look_up(sink, article, 1, &error));
    assert_true(sink_begin(sink, article, &error));
    assert_true(sink->ops->row(sink, &row, &error));
    if (keep) assert_true(sink_end(sink, &error));
    else sink_abort(sink);
}

// of a batch in which one article is taken back, and one batch that is forgotten whole
static void abort_and_rollback(void **state)
{
    (void)state;
    struct folder folder = {"/tmp/doc2pgsql-csv.XXXXXX"};
    struct error error = {0};
    assert_non_null(mkdtemp(folder.path));
    struct new_files *files = new_files_open(folder.path, false, &error);
    struct sink *sink = csv_sink_open(files, false, &error);
    assert_non_null(sink);
    struct sink_article article = {.article.source = STR("a")};
    store(sink, &article, "first", true);
    store(sink, &article, "taken back", false);
    store(sink, &article, "say \"third\"\n,", true);
    assert_true(sink_commit(sink, &article, 1, &error));
    store(sink, &article, "forgotten", true);
    sink_rollback(sink);
    store(sink, &article, "", true);
    assert_true(sink_commit(sink, &article, 1, &error));
    assert_true(sink_close(sink, &error));
    assert_true(new_files_end(files, true, &error));
    assert_int_equal(error.code, ERROR_NONE);
    has(&folder, "paragraphs.csv",
        "document_id,position,section_no,kind,text,line_no,label\n"
        "1,1,0,text,\"first\",2,\n"
        "3,1,0,text,\"say \"\"third\"\"\n,\",2,\n"
        "5,1,0,text,\"\",2,\n");
    remove_folder(&folder);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(abort_and_rollback)};

UNIT_MAIN("csv_sink")
