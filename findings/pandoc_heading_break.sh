#!/bin/sh
# pandoc 3.9, HTML to GitHub's Markdown: a heading with a <br> in it is written in two lines.
# Guess: every heading is one line that begins with '#', and the <br> becomes a blank.
# Seen:  h1 and h2 with a <br> get a backslash at the end of their first line and '===' or '---' below the second; h3 has
#        no underline to take and is written '### Winter\' and 'in the harbour': read back, by pandoc too, it is a heading
#        that ends in a backslash and a paragraph. Pandoc's own Markdown has the blank.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >"$work/run.py" <<'END'
import sys
import pypandoc

assert pypandoc.get_pandoc_version() == "3.9", pypandoc.get_pandoc_version()
print(pypandoc.convert_text(sys.argv[2], sys.argv[1], format="html").strip())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@" | tr '\n' '/' | sed 's,/$,,'; }

back() {
    "$work/venv/bin/python" -c 'import pypandoc, sys
print(pypandoc.convert_text(sys.stdin.read(), "html", format="gfm").strip())' | tr '\n' '/' | sed 's,/$,,'
}

check 'h2' '## Winter in the harbour' "$(run gfm '<h2>Winter in the harbour</h2>')"
check 'h2 with br' 'Winter\/in the harbour/--------------' "$(run gfm '<h2>Winter<br>in the harbour</h2>')"
check 'h1 with br' 'Winter\/in the harbour/==============' "$(run gfm '<h1>Winter<br>in the harbour</h1>')"
check 'h3 with br' '### Winter\/in the harbour' "$(run gfm '<h3>Winter<br>in the harbour</h3>')"
check 'h3 with br, read back' '<h3 id="winter">Winter\</h3>/<p>in the harbour</p>' \
    "$(printf '### Winter\\
in the harbour
' | back)"
check 'h3 with br, Markdown' '### Winter in the harbour' "$(run markdown '<h3>Winter<br>in the harbour</h3>')"
