#!/bin/sh
# Scrapy 2.19.0: one item through the CSV, XML and JSON lines exporters comes out as three different items.
# Guess: a list of paragraphs is written in CSV as JSON or Python would, and a missing value is empty in all of them.
# Seen:  CSV joins a list of strings with ',' and does not mark the commas that were in them, so the paragraphs cannot be
#        told apart again; a list with a number in it is written as Python writes lists. None is an empty field in CSV,
#        the word None in XML and null in JSON.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check scrapy==2.19.0
cat >"$work/run.py" <<'END'
import io
import sys
from scrapy import exporters

item = {"body": ["It rose, then fell.", "No boat left."], "years": [1901, "1902"], "note": None}
file = io.BytesIO()
exporter = getattr(exporters, sys.argv[1])(file)
exporter.start_exporting()
exporter.export_item({sys.argv[2]: item[sys.argv[2]], "id": 7})
exporter.finish_exporting()
print(file.getvalue().decode().strip())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@" | tr -d '\r' | tail -n 1; }

check 'CSV, list of strings' '"It rose, then fell.,No boat left.",7' "$(run CsvItemExporter body)"
check 'CSV, list with a number' "\"[1901, '1902']\",7" "$(run CsvItemExporter years)"
check 'CSV, None' ',7' "$(run CsvItemExporter note)"
check 'XML, list' '<body><value>It rose, then fell.</value><value>No boat left.</value></body>' \
    "$(run XmlItemExporter body | grep -o '<body>.*</body>')"
check 'XML, None' '<note>None</note>' "$(run XmlItemExporter note | grep -o '<note>.*</note>')"
check 'JSON lines, None' '{"note": null, "id": 7}' "$(run JsonLinesItemExporter note)"
