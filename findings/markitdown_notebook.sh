#!/bin/sh
# markitdown 0.1.9, .ipynb: the output of the cells is left out, and every code cell is fenced as Python.
# Guess: a notebook is converted with what it shows: text, code and the printed results, code in the notebook's language.
# Seen:  an R notebook's cell is '```python', its result '3' is nowhere. A table or an answer that was computed cannot be
#        found in the Markdown.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check markitdown==0.1.9
cat >"$work/run.py" <<'END'
import sys
from markitdown import MarkItDown

print(repr(MarkItDown().convert(sys.argv[1]).text_content))
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

cat >"$work/tide.ipynb" <<'END'
{"nbformat": 4, "nbformat_minor": 5,
 "metadata": {"language_info": {"name": "R"}, "kernelspec": {"name": "ir", "display_name": "R", "language": "R"}},
 "cells": [
  {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Tides\n", "Twice a day."]},
  {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1, "source": ["nchar('sea')"],
   "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {},
                "data": {"text/plain": ["[1] 3"]}}]}]}
END
text=$(run "$work/tide.ipynb")

check 'whole text' "\"# Tides\nTwice a day.\n\n\`\`\`python\nnchar('sea')\n\`\`\`\"" "$text"
check 'the result' 0 "$(echo "$text" | grep -c '\[1\] 3')"
