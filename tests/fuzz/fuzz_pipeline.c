// The whole way of a file of any kind: read, cleaned, parsed and held against its source, as `doc2pgsql verify` does.
// Any bytes give rows that have each character of the article once, or a clear refusal. The first byte chooses the
// options, the second the end of the file's name, by which its kind is told.
#include "pipeline/pipeline.h"
#include "require.h"
#include "sink/entity_names.h"
#include "sink/verify_sink.h"

#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct sink *open_sink(void *context, int worker, struct error *error)
{
    (void)context;
    (void)worker;
    return verify_sink_open(NULL, error);
}

static const struct mention_source *find_names(void *context, struct error *error)
{
    static struct entity_names *names;
    (void)context;
    if (!names) names = entity_names_bundled(error);
    REQUIRE(names);
    return entity_names_source(names);
}

static void report(void *context, const struct error *why)
{
    (void)context;
    REQUIRE(why->message[0] && why->source[0]);
    if (!strstr(why->message, "please report")) return;
    fprintf(stderr, "%s:%u: %s\n", why->source, why->line, why->message);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const ends[] = {"txt", "md",  "html", "csv", "tsv", "ndjson", "json", "warc",
                                       "zip", "tar", "epub", "mht", "xml", "gz",     "docx", "toml"};
    static const char *const encodings[] = {NULL, NULL, "WINDOWS-1252", "UTF-16"};
    static char path[96];
    if (size < 2) return 0;
    snprintf(path, sizeof path, "/dev/shm/doc2pgsql-fuzz-%ld.%s", (long)getpid(), ends[data[1] & 15]);
    FILE *file = fopen(path, "wb");
    REQUIRE(file && fwrite(data + 2, 1, size - 2, file) == size - 2 && fclose(file) == 0);
    struct input_options options = {.article_limit = 100000,
                                    .format = (enum format)(data[0] & 7),
                                    .encoding = encodings[data[0] >> 3 & 3],
                                    .whole_page = data[0] >> 5 & 1,
                                    .map = data[0] & 64 ? "text=a.b,text=text,date=d" : NULL};
    struct error error = {0};
    struct pipeline_counts counts;
    struct pipeline_options pipeline = {.jobs = 1,
                                        .batch_articles = 100,
                                        .batch_bytes = 1 << 20,
                                        .memory_limit = (size_t)256 << 20,
                                        .max_rejected = -1,
                                        .mentions = data[0] & 128 ? find_names : NULL};
    struct input *input = input_open((char *[]){path}, 1, &options, &error);
    REQUIRE(input);
    bool ok = pipeline_run(input, &pipeline, open_sink, report, NULL, &counts, &error);
    if (!ok) fprintf(stderr, "%s\n", error.message);
    REQUIRE(ok);
    input_close(input);
    unlink(path);
    return 0;
}
