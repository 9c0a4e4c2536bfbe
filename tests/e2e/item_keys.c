// Prints the key of each text that standard input holds, one a line, both in hexadecimal digits: so that a test can
// compare them with those that SQL makes.
#include "facts/item_key.h"

#include <stdio.h>
#include <stdlib.h>

static int digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

int main(void)
{
    struct arena arena;
    char *line = NULL;
    size_t capacity = 0;
    ssize_t n;
    arena_init(&arena, 0);
    while ((n = getline(&line, &capacity, stdin)) > 0) {
        size_t length = (size_t)(n - (line[n - 1] == '\n')) / 2;
        char *text = arena_alloc(&arena, length + 1);
        if (!text) return EXIT_FAILURE;
        for (size_t i = 0; i < length; i++) text[i] = (char)(digit(line[2 * i]) << 4 | digit(line[2 * i + 1]));
        struct str key = item_key((struct str){text, length}, &arena);
        printf("%.*s\t", (int)(2 * length), line);
        for (size_t i = 0; i < key.n; i++) printf("%02x", (unsigned char)key.p[i]);
        putchar('\n');
        arena_reset(&arena);
    }
    free(line);
    arena_release(&arena);
    return EXIT_SUCCESS;
}
