#!/usr/bin/env python3
"""Makes the two tables that the HTML parser looks names up in:

    tests/lab/train/html_tables.py loader/parse

html/element_slots.c: a perfect hash of the names in element.h. html_reference_names.c: the named character references of the HTML
standard, as Python's html.entities has them. To be run when either list changes.
"""
import html.entities
import random
import re
import sys
from pathlib import Path

BITS = 10


def word(name):
    return int.from_bytes(name.encode()[:8], "little") + len(name)


def perfect(names):
    """A factor under which the top bits of all products differ."""
    choose = random.Random(1)
    while True:
        factor = choose.getrandbits(64) | 1
        slots = {(word(name) * factor & (1 << 64) - 1) >> 64 - BITS: i for i, name in enumerate(names)}
        if len(slots) == len(names):
            return factor, slots


def rows(numbers, per_line):
    for i in range(0, len(numbers), per_line):
        yield "    " + ", ".join(map(str, numbers[i:i + per_line])) + ",\n"


def element_slots(header):
    names = re.findall(r'X\(\w+, "([^"]+)"', header.read_text())
    factor, slots = perfect(names)
    yield "// Made by tests/lab/train/html_tables.py.\n"
    yield '#include "parse/html/element_slots.h"\n\n// clang-format off\n'
    yield f"const uint64_t html_element_factor = 0x{factor:016X};\n\n"
    yield "const uint8_t html_element_slots[1 << HTML_ELEMENT_BITS] = {\n"
    yield from rows([slots.get(i, -1) + 1 for i in range(1 << BITS)], 32)
    yield "};\n"


def reference_names():
    names = sorted(name[:-1] for name in html.entities.html5 if name.endswith(";"))
    at, pool = [], []
    for name in names:
        at.append(sum(map(len, pool)))
        value = html.entities.html5[name + ";"]
        legacy = name in html.entities.html5
        pool.append(bytes([len(name) | legacy << 7, len(value.encode())]) + name.encode() + value.encode())
    yield "// Made by tests/lab/train/html_tables.py: the named character references of the HTML standard.\n"
    yield '#include "parse/html_reference_names.h"\n\n// clang-format off\n'
    yield f"const uint16_t html_reference_at[HTML_REFERENCES] = {{  // {len(names)}\n"
    yield from rows(at, 20)
    yield "};\n\nconst char html_reference_pool[] =\n"
    line = ""
    for entry in pool:
        text = "".join(chr(b) if chr(b).isalnum() and b < 128 and i > 1 else f"\\{b:03o}" for i, b in enumerate(entry))
        if len(line) + len(text) > 110:
            yield f'    "{line}"\n'
            line = ""
        line += text
    yield f'    "{line}";\n'


def main():
    folder = Path(sys.argv[1])
    (folder / "html/element_slots.c").write_text("".join(element_slots(folder / "html/element.h")))
    (folder / "html_reference_names.c").write_text("".join(reference_names()))


main()
