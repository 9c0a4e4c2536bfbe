#!/bin/sh
# trafilatura, output_format='csv': one row without a header whose columns and contents changed from version to version.
# Guess: comma-separated, with a header line or at least the same columns in each version, filled with what is known.
# Seen:  tabs between the fields; 8 fields in 1.2.2, 10 in 1.6.4, 11 in 1.12.2 and 2.3.1. The page's title and address are
#        there in the old versions; in the new ones they are the word 'null' unless with_metadata is set too. The old
#        versions join the paragraphs by a blank and quote nothing; the new ones keep the line end and quote the field.
# Needs Python 3.11 or 3.12: the old versions want an lxml that has no wheel for others.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

case $(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])') in
    3.11 | 3.12) ;;
    *) echo "SKIP needs Python 3.11 or 3.12"; exit 0 ;;
esac
cat >"$work/run.py" <<'END'
import sys
from trafilatura import extract

text = "".join("<p>" + f"Ferry {n} waited at the pier until the fog had lifted. " * 6 + "</p>" for n in (1, 2))
page = f"<html><head><title>Fog</title></head><body><article>{text}</article></body></html>"
more = {"with_metadata": True} if sys.argv[1:] else {}
row = extract(page, output_format="csv", url="http://harbour.example/fog", include_comments=False, **more)
body = next(field for field in row.split("\t") if "Ferry" in field)
print(row.count("\t") + 1, "fields, title", "there" if "\tFog\t" in row else "null" if "\tnull\t" in row else "?",
      "quoted" if body.startswith('"') else "bare", body.strip().count("\n") + 1, "line(s)")
END
use() {
    rm -rf "$work/venv"
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install -qq --disable-pip-version-check "$@"
}
run() { "$work/venv/bin/python" -W ignore "$work/run.py" "$@"; }

use trafilatura==1.2.2 lxml==4.9.4
check '1.2.2' '8 fields, title there bare 1 line(s)' "$(run)"
use trafilatura==1.6.4 lxml==4.9.4
check '1.6.4' '10 fields, title there bare 1 line(s)' "$(run)"
use trafilatura==1.12.2 lxml==5.4.0 lxml_html_clean==0.4.4
check '1.12.2' '11 fields, title null quoted 2 line(s)' "$(run)"
use trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6
check '2.3.1' '11 fields, title null quoted 2 line(s)' "$(run)"
check '2.3.1 with_metadata' '11 fields, title there quoted 2 line(s)' "$(run with)"
