// How much there is to read, before it is read.
#ifndef INPUT_SIZE_H
#define INPUT_SIZE_H

#include "input/input.h"

#include <stdint.h>

// The bytes of all files that input_open would read of the same arguments, as they lie on the disk: the unit of
// input_done. 0: not known, for one is no regular file, the list is standard input, there is nothing, or it takes
// longer than `seconds` to find out.
int64_t input_size(char *const *paths, size_t count, const struct input_options *options, double seconds);

#endif
