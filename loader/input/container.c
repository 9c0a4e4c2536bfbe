#include "input/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>

struct container {
    struct archive *archive;
    struct container_feed feed;
    struct error failure;  // of the feed
    struct str block;      // what libarchive gave of the member and was not read yet
    size_t members;
    char unnamed[32];
};

// The check sum of a tar header that is older than its magic.
static bool old_tar(struct str head)
{
    if (head.n < 512 || !head.p[0]) return false;
    unsigned long sum = 0, stored = 0;
    int digits = 0;
    for (size_t i = 148; i < 156; i++) {
        char c = head.p[i];
        if (c >= '0' && c <= '7') stored = stored * 8 + (unsigned long)(c - '0'), digits++;
        else if (digits || c != ' ') break;
    }
    if (digits < 3) return false;  // most texts
    for (size_t i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? ' ' : (unsigned char)head.p[i];
    return sum == stored;
}

bool container_looks(struct str head)
{
    static const struct {
        size_t offset;
        struct str magic;
    } magics[] = {
        {0, {"\x1f\x8b\x08", 3}},
        {0, {"\x28\xb5\x2f\xfd", 4}},
        {0, {"\xfd\x37zXZ\0", 6}},
        {0, {"\x04\x22\x4d\x18", 4}},
        {0, {"PK\3\4", 4}},
        {0, {"PK\5\6", 4}},
        {257, {"ustar", 5}},
        {4, {"\x31\x41\x59\x26\x53\x59", 6}},  // bzip2, behind BZh9
        {4, {"\x17\x72\x45\x38\x50\x90", 6}},  // the same without a block
    };
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        struct str magic = magics[i].magic;
        if (head.n < magics[i].offset + magic.n) continue;
        if (memcmp(head.p + magics[i].offset, magic.p, magic.n) != 0) continue;
        if (magics[i].offset != 4 || memcmp(head.p, "BZh", 3) == 0) return true;
    }
    // zstd's frames that carry no data
    if (head.n >= 4 && (head.p[0] & 0xF0) == 0x50 && memcmp(head.p + 1, "\x2a\x4d\x18", 3) == 0) return true;
    return old_tar(head);
}

static ssize_t on_read(struct archive *archive, void *data, const void **bytes)
{
    struct container *container = data;
    const char *p = NULL;
    ssize_t n = container->feed.read(container->feed.from, &p, &container->failure);
    *bytes = p;
    if (n < 0) archive_set_error(archive, ARCHIVE_FATAL, "%s", container->failure.message);
    return n;
}

static la_int64_t on_seek(struct archive *archive, void *data, la_int64_t offset, int whence)
{
    (void)archive;
    struct container *container = data;
    off_t at = container->feed.seek(container->feed.from, offset, whence);
    return at < 0 ? ARCHIVE_FATAL : at;
}

static bool refuse(struct container *container, struct error *error)
{
    if (container->failure.code) {
        *error = container->failure;
        return false;
    }
    const char *why = archive_error_string(container->archive);
    if (why && strstr(why, "too much memory"))  // libarchive reads zstd's windows up to 128 MB
        return error_set(error, ERROR_INPUT,
                         "can't unpack it: its window is larger than is read here; let zstd do it: "
                         "zstd -dc --long=31 FILE | doc2pgsql load -");
    return error_set(error, ERROR_INPUT, "can't unpack it: %s; test it with the tool that made it",
                     why ? why : "it is damaged");
}

struct container *container_open(const struct container_feed *feed, struct error *error)
{
    struct container *container = calloc(1, sizeof *container);
    struct archive *a = container ? archive_read_new() : NULL;
    if (!a) {
        free(container);
        error_set(error, ERROR_MEMORY, "out of memory");
        return NULL;
    }
    container->archive = a;
    container->feed = *feed;
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_lz4(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_zip(a);
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
    archive_read_set_read_callback(a, on_read);
    if (feed->seek) archive_read_set_seek_callback(a, on_seek);
    archive_read_set_callback_data(a, container);
    if (archive_read_open1(a) == ARCHIVE_OK) return container;
    refuse(container, error);
    container_close(container);
    return NULL;
}

static bool hidden(const char *path)
{
    if (strncmp(path, "__MACOSX/", 9) == 0) return true;
    for (const char *name = path; name; name = strchr(name, '/')) {
        while (*name == '/') name++;
        if (name[0] == '.' && name[1] != '/' && strncmp(name, "../", 3) != 0) return true;
    }
    return false;
}

enum container_result container_next(struct container *container, struct str *name, struct error *error)
{
    for (;;) {
        struct archive_entry *entry;
        container->block = STR("");
        int got = archive_read_next_header(container->archive, &entry);
        if (got == ARCHIVE_EOF) return CONTAINER_END;
        if (got < ARCHIVE_WARN) return refuse(container, error), CONTAINER_ERROR;
        *name = STR("");
        if (archive_format(container->archive) == ARCHIVE_FORMAT_RAW) return CONTAINER_MEMBER;
        container->members++;
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) continue;
        // UTF-8 first: the locale may know no other characters than ASCII's
        const char *path = archive_entry_pathname_utf8(entry);
        if (!path) path = archive_entry_pathname(entry);
        if (!path || !*path) {
            snprintf(container->unnamed, sizeof container->unnamed, "member-%zu", container->members);
            path = container->unnamed;
        }
        if (hidden(path)) continue;
        while (path[0] == '.' && path[1] == '/' && path[2]) path += 2;
        *name = str_from(path);
        return CONTAINER_MEMBER;
    }
}

// Block by block: archive_read_data would lose what is whole before the damage. Gaps of sparse files, which hold NUL
// bytes, are left out.
ssize_t container_read(struct container *container, char *to, size_t n, struct error *error)
{
    while (!container->block.n) {
        const void *block;
        size_t size;
        la_int64_t offset;
        int got = archive_read_data_block(container->archive, &block, &size, &offset);
        if (got == ARCHIVE_EOF) return 0;
        if (got < ARCHIVE_WARN && got != ARCHIVE_RETRY) return refuse(container, error), -1;
        if (got != ARCHIVE_RETRY) container->block = (struct str){block, size};
    }
    if (n > container->block.n) n = container->block.n;
    memcpy(to, container->block.p, n);
    container->block = str_slice(container->block, n, container->block.n);
    return (ssize_t)n;
}

void container_close(struct container *container)
{
    if (!container) return;
    archive_read_free(container->archive);
    free(container);
}
