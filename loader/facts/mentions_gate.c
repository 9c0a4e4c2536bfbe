#include "facts/mentions_gate.h"

#include "facts/mentions_names.h"

// What makes a key: an underscore doesn't, which is no letter to the scan for ASCII words either.
static bool is_letter(uint32_t c)
{
    if (c < 0x80) return mention_is_plain_word(c) && c != '_';
    return mention_is_common_letter(c) || mention_is_other_word(c);
}

static bool is_plain(char c)
{
    return (unsigned char)c < 0x80 && is_letter((unsigned char)c);
}

// The first n bytes, up to 12.
static uint64_t pack(const char *p, size_t n)
{
    uint64_t key;
    uint32_t rest = 0;
    memcpy(&key, p, sizeof key);
    if (n < sizeof key) return key & (((uint64_t)1 << 8 * n) - 1);
    memcpy(&rest, p + sizeof key, sizeof rest);
    return n == sizeof key ? key : key ^ (rest & (((uint64_t)1 << 8 * (n - sizeof key)) - 1));
}

// A letter of Devanagari: what Hindi is made of.
static bool is_devanagari(const char *p)
{
    return p[0] == '\xE0' && (p[1] == '\xA4' || (p[1] == '\xA5' && p[2] <= '\xA3'));
}

// Bytes of the word's key.
static size_t key_bytes(const char *p)
{
    struct str text = {p, MENTION_GATE_BYTES};
    size_t most = (unsigned char)p[0] < 0xE0 ? MENTION_GATE_KEY : MENTION_GATE_LONG, n = 0, bytes;
    while (n < most && is_devanagari(p + n)) n += 3;
    while (n < most && is_plain(p[n])) n++;
    for (; n < most; n += bytes) {
        uint32_t c = mention_character(text, n, &bytes);
        if (!is_letter(c) || mention_is_spaceless(c)) return n;
    }
    return most;
}

static unsigned most_characters(const char *p)
{
    return (unsigned char)p[0] == 0xE0 ? 4 : 2;
}

// Scripts without borders have three bytes a letter; of the rare ones with four, one is a key.
static bool spaceless_open(const struct mention_gate *gate, const char *p)
{
    if ((unsigned char)p[0] >= 0xF0) return mention_gate_has(gate, pack(p, 4));
    unsigned most = most_characters(p);
    if (mention_gate_has(gate, pack(p, 3 * most))) return true;
    for (unsigned n = 1; gate->shorter && n < most; n++)
        if (gate->shorter >> n & 1 && mention_gate_has(gate, pack(p, 3 * n))) return true;
    return false;
}

static bool is_flag(const char *p)
{
    return memcmp(p, "\xF0\x9F\x87", 3) == 0;
}

bool mention_gate_other_open(const struct mention_gate *gate, const char *p)
{
    size_t bytes;
    if (p[0] == '\xE0' && p[1] >= '\xB8' && p[1] <= '\xBB') return spaceless_open(gate, p);  // Thai and Lao
    if ((unsigned char)p[0] > 0xE0) {
        uint32_t c = mention_character((struct str){p, MENTION_GATE_BYTES}, 0, &bytes);
        if (mention_is_spaceless(c)) return spaceless_open(gate, p);
        if (is_flag(p)) return true;
    }
    bytes = key_bytes(p);
    return bytes && mention_gate_has(gate, pack(p, bytes));
}

static void set_bits(struct mention_gate *gate, uint64_t key)
{
    uint64_t hash = key * 0x9E3779B97F4A7C15u;
    gate->bits[hash >> 52] |= (uint64_t)1 << (hash >> 46 & 63) | (uint64_t)1 << (hash >> 40 & 63);
}

static void add_spaceless(struct mention_gate *gate, const char *p)
{
    unsigned most = most_characters(p), n = 1;
    if ((unsigned char)p[0] >= 0xF0) {
        set_bits(gate, pack(p, 4));
        return;
    }
    for (size_t bytes; n < most; n++)
        if (!mention_is_word(mention_character((struct str){p, MENTION_GATE_BYTES}, 3 * n, &bytes)) || bytes != 3)
            break;
    if (n < most) gate->shorter |= 1u << n;
    set_bits(gate, pack(p, 3 * n));
}

// The word of n bytes at p, and what may stand behind it. ends: nothing of the name does.
static void add_word(struct mention_gate *gate, const char *p, size_t n, bool ends)
{
    uint64_t key = pack(p, n);
    size_t sign = 0;
    set_bits(gate, key);
    if (n > MENTION_GATE_SHORT) return;
    if (!ends) mention_character((struct str){p, MENTION_GATE_BYTES}, n, &sign);
    if (!ends && p[n + sign]) {
        set_bits(gate, mention_gate_short(key, p[n + sign]));
        return;
    }
    for (char c = 'a' - 1; c <= 'z'; c++) set_bits(gate, mention_gate_short(key, c));
}

void mention_gate_add(struct mention_gate *gate, const char *p, bool genitive)
{
    size_t n;
    if (mention_is_spaceless(mention_character((struct str){p, MENTION_GATE_BYTES}, 0, &n))) {
        add_spaceless(gate, p);
        return;
    }
    n = key_bytes(p);
    if (!n) return;
    add_word(gate, p, n, !p[n]);
    if (!genitive || p[n]) return;
    char longer[MENTION_GATE_BYTES] = {0};
    memcpy(longer, p, n);
    longer[n] = 's';
    add_word(gate, longer, key_bytes(longer), true);
}
