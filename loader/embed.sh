#!/bin/sh
# Prints C source that holds the named files, in this order, as `struct embedded_file embedded_files[]`.
set -eu
echo '#include "sink/embedded.h"'
i=0
for file in "$@"; do
    cat <<END
__asm__(".section .rodata; embedded_$i: .incbin \"$file\"; embedded_end_$i: .previous");
extern const char embedded_${i}[], embedded_end_${i}[];
END
    i=$((i + 1))
done
echo 'const struct embedded_file embedded_files[] = {'
i=0
for file in "$@"; do
    echo "    {\"$file\", embedded_$i, embedded_end_$i},"
    i=$((i + 1))
done
echo '    {0, 0, 0}};'
