// Files that are no text at all, by the marks that stand at fixed places.
#define _GNU_SOURCE  // memmem
#include "input/foreign.h"

#include <stdint.h>

#define MARK(offset, literal, kind, bytes_follow)                                                                      \
    {                                                                                                                  \
        (offset), {(literal), sizeof(literal) - 1}, FOREIGN_##kind, (bytes_follow)                                     \
    }
#define MAGIC(offset, literal, kind) MARK(offset, literal, kind, true)
#define TEXT_MAGIC(literal, kind)    MARK(0, literal, kind, false)

static const struct magic {
    size_t offset;
    struct str bytes;
    enum foreign kind;
    bool bytes_follow;  // lengths and numbers in bytes, as no text has: "PARE" begins PARENTS, and "GIF89a" a sentence
} magics[] = {
    TEXT_MAGIC("%PDF-", PDF),
    TEXT_MAGIC("%!PS", POSTSCRIPT),
    MAGIC(0, "\xC5\xD0\xD3\xC6", POSTSCRIPT),
    TEXT_MAGIC("{\\rtf", RTF),
    MAGIC(0, "\xD0\xCF\x11\xE0\xA1\xB1", OLD_OFFICE),
    MAGIC(0, "SQLite format 3\0", SQLITE),
    MAGIC(0, "PAR1", PARQUET),
    MAGIC(0, "PARE", PARQUET),
    MAGIC(0, "ARROW1\0", ARROW),
    MAGIC(0, "FEA1\0", ARROW),
    MAGIC(0, "\x89PNG\r\n", IMAGE),
    MAGIC(0, "\xFF\xD8\xFF", IMAGE),
    MAGIC(0, "GIF87a", IMAGE),
    MAGIC(0, "GIF89a", IMAGE),
    MAGIC(0, "II*\0", IMAGE),
    MAGIC(0, "MM\0*", IMAGE),
    MAGIC(0, "8BPS\0", IMAGE),
    MAGIC(0, "\0\0\1\0", IMAGE),
    MAGIC(0, "gimp xcf", IMAGE),
    MAGIC(0, "AT&TFORM", IMAGE),
    MAGIC(8, "WEBP", IMAGE),
    MAGIC(4, "ftypavi", IMAGE),
    MAGIC(4, "ftyphei", IMAGE),
    MAGIC(4, "ftypmif1", IMAGE),
    MAGIC(4, "ftypM4A", AUDIO),
    MAGIC(4, "ftyp", VIDEO),
    MAGIC(0, "wOFF", FONT),
    MAGIC(0, "wOF2", FONT),
    MAGIC(0, "OTTO\0", FONT),
    MAGIC(0, "ttcf\0", FONT),
    MAGIC(0, "\0\1\0\0\0", FONT),
    MAGIC(34, "LP\0\0", FONT),
    MAGIC(0, "ID3\2", AUDIO),
    MAGIC(0, "ID3\3", AUDIO),
    MAGIC(0, "ID3\4", AUDIO),
    MAGIC(0, "\xFF\xFB", AUDIO),
    MAGIC(0, "\xFF\xF3", AUDIO),
    MAGIC(0, "\xFF\xF2", AUDIO),
    MAGIC(0, "fLaC", AUDIO),
    MAGIC(0, "OggS\0", AUDIO),
    MAGIC(0, "MThd\0", AUDIO),
    MAGIC(8, "WAVEfmt", AUDIO),
    MAGIC(8, "AVI LIST", VIDEO),
    MAGIC(0, "\x1A\x45\xDF\xA3", VIDEO),
    MAGIC(0, "FLV\1", VIDEO),
    MAGIC(0, "\0\0\1\xBA", VIDEO),
    MAGIC(0,
          "\x7F"
          "ELF",
          PROGRAM),
    MAGIC(0, "\xCA\xFE\xBA\xBE", PROGRAM),
    MAGIC(0, "\xCF\xFA\xED\xFE", PROGRAM),
    MAGIC(0, "\xCE\xFA\xED\xFE", PROGRAM),
    MAGIC(0, "\0asm", PROGRAM),
    TEXT_MAGIC("!<arch>\n", PROGRAM),
    MAGIC(0, "7z\xBC\xAF\x27\x1C", ARCHIVE),
    MAGIC(0, "Rar!\x1A\x07", ARCHIVE),
    MAGIC(0, "\x1F\x9D", ARCHIVE),
    MAGIC(0, "MSCF\0\0\0\0", ARCHIVE),
    TEXT_MAGIC("version https://git-lfs.github.com/", POINTER),
};

// Its last byte is STOP; the second says the protocol; the third begins a frame, a string, a list or a global.
static bool is_pickle(struct str head)
{
    if (head.n < 4 || (unsigned char)head.p[0] != 0x80 || head.p[1] < 2 || head.p[1] > 5) return false;
    return memchr("\x95]})(cXU\x8CKJ", head.p[2], 12) != NULL;
}

// How many of the first bytes are control characters that no text has, NUL among them.
static size_t control_bytes(struct str head, size_t first)
{
    size_t controls = 0;
    for (size_t i = 0; i < head.n && i < first; i++) {
        unsigned char c = (unsigned char)head.p[i];
        controls += c < 0x20 && !(c >= '\b' && c <= '\r') && c != 0x1B;
    }
    return controls;
}

// More than one byte in 20 is such a control character.
static bool is_binary(struct str head)
{
    size_t first = head.n < 1024 ? head.n : 1024;
    return control_bytes(head, first) * 20 > first;
}

enum foreign foreign_bytes(struct str head)
{
    bool bytes_follow = control_bytes(head, 64) > 0;
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        struct magic magic = magics[i];
        if (magic.bytes_follow && !bytes_follow) continue;
        if (head.n < magic.offset + magic.bytes.n || head.p[magic.offset] != *magic.bytes.p) continue;
        if (memcmp(head.p + magic.offset, magic.bytes.p, magic.bytes.n) == 0) return magic.kind;
    }
    if (head.n > 64 && str_starts(head, STR("MZ")) && memchr(head.p, '\0', 64)) return FOREIGN_PROGRAM;
    if (is_pickle(head)) return FOREIGN_PICKLE;
    return is_binary(head) ? FOREIGN_BINARY : FOREIGN_NONE;
}

// Zip archives
// ----------------------------------------------------------------------------------------------------------

static size_t little(const char *p, int bytes)
{
    size_t value = 0;
    while (bytes--) value = value << 8 | (unsigned char)p[bytes];
    return value;
}

struct zip_names {
    bool office, writer, spine, java;
};

static void note_name(struct zip_names *names, struct str name)
{
    if (str_equal(name, STR("[Content_Types].xml")) || str_equal(name, STR("mimetype")) ||
        str_equal(name, STR("Index/Document.iwa")))
        names->office = true;
    names->writer = names->writer || str_equal(name, STR("word/document.xml"));
    names->spine = names->spine || str_equal(name, STR("META-INF/container.xml"));
    names->java = names->java || str_equal(name, STR("META-INF/MANIFEST.MF"));
}

// Headers one after another, each with its name behind `fixed` bytes. at: of the first.
static void walk_names(struct zip_names *names, struct str bytes, size_t at, bool central)
{
    size_t fixed = central ? 46 : 30, lengths = central ? 28 : 26;
    const char *mark = central ? "PK\1\2" : "PK\3\4";
    while (at + fixed <= bytes.n && memcmp(bytes.p + at, mark, 4) == 0) {
        const char *p = bytes.p + at;
        size_t name = little(p + lengths, 2), more = little(p + lengths + 2, 2);
        if (at + fixed + name > bytes.n) return;
        note_name(names, (struct str){p + fixed, name});
        if (central) more += little(p + 32, 2);
        else if (p[6] & 8) return;  // how long it is stands behind it
        else more += little(p + 18, 4);
        at += fixed + name + more;
    }
}

// The directory stands before the end's record, which says how long it is.
static bool find_directory(struct str bytes, size_t *at)
{
    for (size_t i = bytes.n < 22 ? 0 : bytes.n - 21; i; i--) {
        const char *p = bytes.p + i - 1;
        if (memcmp(p, "PK\5\6", 4) != 0) continue;
        size_t size = little(p + 12, 4);
        if (size <= i - 1) return *at = i - 1 - size, true;
    }
    return false;
}

enum foreign foreign_zip(struct str bytes)
{
    struct zip_names names = {0};
    size_t at = 0;
    if (find_directory(bytes, &at)) walk_names(&names, bytes, at, true);
    walk_names(&names, bytes, 0, false);
    static const struct str epub = {"application/epub+zip", 20}, text = {"application/vnd.oasis.opendocument.text", 39};
    bool typed = str_starts(bytes, STR("PK\3\4")) && bytes.n > 38 + text.n && memcmp(bytes.p + 30, "mimetype", 8) == 0;
    if (names.spine || (typed && memcmp(bytes.p + 38, epub.p, epub.n) == 0)) return FOREIGN_BOOK;
    if (typed && memcmp(bytes.p + 38, text.p, text.n) == 0) names.writer = true;
    if (names.office) return names.writer ? FOREIGN_DOCUMENT : FOREIGN_OFFICE;
    return names.java ? FOREIGN_PROGRAM : FOREIGN_NONE;
}
