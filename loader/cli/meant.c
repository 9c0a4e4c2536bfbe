#include "cli/meant.h"

#include <stdbool.h>
#include <string.h>

// How many letters one has to put in, leave out, change or swap to make one word of another; of words of more than 15
// bytes it is only told whether they are the same.
static int distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (strcmp(a, b) == 0) return 0;
    if (n > 15 || m > 15) return 16;
    int d[17][17];
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            if (!i || !j) {
                d[i][j] = (int)(i + j);
                continue;
            }
            int best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best) best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best) best = d[i][j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && d[i - 2][j - 2] + 1 < best) best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    return d[n][m];
}

void meant_try(struct meant *m, const char *candidate)
{
    int d = distance(m->word, candidate);
    if ((m->nearest && d >= m->distance) || d > (strlen(m->word) > 4 ? 2 : 1)) return;
    m->distance = d;
    m->nearest = candidate;
}
