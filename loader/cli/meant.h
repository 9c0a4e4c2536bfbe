// Which word was meant by one that is mistyped.
#ifndef CLI_MEANT_H
#define CLI_MEANT_H

// Begin with the word alone, or with the nearest that holds whatever is tried; nearest: of the words tried, the one
// that is near enough to have been meant, or NULL.
struct meant {
    const char *word, *nearest;
    int distance;
};

void meant_try(struct meant *meant, const char *candidate);

#endif
