#include "facts/value.h"

#define LINE_BYTES 200  // of a line that says it, at most

double value_scale(struct str text)
{
    static const struct {
        const char *words;
        double scale;
    } phrases[] = {{"in thousands", 1e3},  {"in millions", 1e6}, {"in million ", 1e6},  {"in billions", 1e9},
                   {"in billion ", 1e9},   {"in tausend", 1e3},  {"in millionen", 1e6}, {"in mio", 1e6},
                   {"in milliarden", 1e9}, {"in mrd", 1e9},      {"en milliers", 1e3},  {"en millions", 1e6},
                   {"en milliards", 1e9},  {"en miles", 1e3},    {"en millones", 1e6}};
    char lower[LINE_BYTES + 2] = " ";
    if (text.n > LINE_BYTES) return 1;
    for (size_t i = 0; i < text.n; i++)
        lower[i + 1] = text.p[i] >= 'A' && text.p[i] <= 'Z' ? (char)(text.p[i] + 32) : text.p[i];
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const char *found = strstr(lower, phrases[i].words);
        if (found && (found[-1] == ' ' || found[-1] == '(')) return phrases[i].scale;
    }
    return 1;
}
