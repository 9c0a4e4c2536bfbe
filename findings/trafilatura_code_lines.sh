#!/bin/sh
# trafilatura 2.3.1, <pre>: its lines are kept as text and lost as XML, where it is a quote.
# Guess: the formats hold the same text, and XML and TEI, which have a word for code, say that it is code.
# Seen:  output_format='txt' keeps both lines with the indentation; 'xml' and 'xmltei' have <quote> with the lines joined by
#        a blank.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

cat >"$work/run.py" <<'END'
import sys
from trafilatura import extract

text = "".join(f"<p>The tide table is made anew on day {n}, and the keepers of the {n} lights hang it up at the quay.</p>"
               for n in range(3, 9))
page = f"<html><body><article><h1>Tides</h1>{text}<pre>tide --port north\n  --day 3</pre>{text}</article></body></html>"
lines = extract(page, output_format=sys.argv[1]).split("\n")
print(*[repr(line.strip() if sys.argv[1] != "txt" else line) for line in lines if "--port" in line or "--day" in line])
END
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6
run() { "$work/venv/bin/python" -W ignore "$work/run.py" "$1"; }

check 'txt' "'tide --port north' '  --day 3'" "$(run txt)"
check 'xml' "'<quote>tide --port north --day 3</quote>'" "$(run xml)"
check 'xmltei' "'<quote>tide --port north --day 3</quote>'" "$(run xmltei)"
