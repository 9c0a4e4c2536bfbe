#include "input/tally.h"

#include <stdio.h>

void tally_add(struct tally *tally, struct str what)
{
    char name[sizeof tally->kinds->what];
    size_t n = 0;
    for (; n < what.n && n < sizeof name - 1; n++) {
        char c = what.p[n];
        if (c >= 'A' && c <= 'Z' && memchr(what.p, '/', what.n)) c = (char)(c | 0x20);  // a media type
        name[n] = c > 0 && c >= ' ' && c < 0x7F ? c : '?';
    }
    name[n] = '\0';
    for (size_t i = 0; i < TALLY_KINDS; i++) {
        if (!tally->kinds[i].count) memcpy(tally->kinds[i].what, name, n + 1);
        if (strcmp(tally->kinds[i].what, name) != 0) continue;
        tally->kinds[i].count++;
        return;
    }
    tally->others++;
}

void tally_say(const struct tally *tally, char *to, size_t room)
{
    bool said[TALLY_KINDS] = {false};
    size_t n = 0;
    to[0] = '\0';
    for (;;) {
        size_t best = TALLY_KINDS;
        for (size_t i = 0; i < TALLY_KINDS; i++)
            if (!said[i] && tally->kinds[i].count &&
                (best == TALLY_KINDS || tally->kinds[i].count > tally->kinds[best].count))
                best = i;
        if (best == TALLY_KINDS || n + sizeof tally->kinds->what + 64 > room) break;
        said[best] = true;
        n += (size_t)snprintf(to + n, room - n, "%s%s %llu", n ? ", " : "", tally->kinds[best].what,
                              (unsigned long long)tally->kinds[best].count);
    }
    uint64_t others = tally->others;
    for (size_t i = 0; i < TALLY_KINDS; i++) others += said[i] ? 0 : tally->kinds[i].count;
    if (others) snprintf(to + n, room - n, ", others %llu", (unsigned long long)others);
}
