#!/bin/sh
# trafilatura 1.12.2, with_metadata: the header between two lines '---' is no YAML, its values are written as they are.
# Guess: the block looks like YAML front matter, so a YAML reader takes it.
# Seen:  a title that has ': ' in it stands bare ('title: Fog: a diary'), which PyYAML refuses. 2.3.1 writes the same title
#        between double quotes, and it reads back.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==1.12.2 htmldate==1.10.0 courlan==1.4.0 \
    lxml==5.4.0 lxml_html_clean==0.4.4 justext==3.0.2 pyyaml==6.0.4
cat >"$work/run.py" <<'END'
import yaml
from trafilatura import extract

text = "".join("<p>" + f"Ferry {n} waited at the pier until the fog had lifted. " * 6 + "</p>" for n in (1, 2))
page = f"<html><head><title>Fog: a diary</title></head><body><article>{text}</article></body></html>"
header = extract(page, with_metadata=True, include_comments=False).split("---")[1].strip()
print(next(line for line in header.split("\n") if line.startswith("title")))
try:
    print(yaml.safe_load(header)["title"])
except yaml.YAMLError as error:
    print(type(error).__name__)
END
run() { "$work/venv/bin/python" "$work/run.py"; }

seen=$(run)
check 'title in 1.12.2' 'title: Fog: a diary' "$(echo "$seen" | head -n 1)"
check 'read as YAML' 'ScannerError' "$(echo "$seen" | tail -n 1)"

"$work/venv/bin/pip" install -qq --disable-pip-version-check trafilatura==2.3.1 htmldate==1.11.0 lxml==6.1.3
seen=$(run)
check 'title in 2.3.1' 'title: "Fog: a diary"' "$(echo "$seen" | head -n 1)"
check 'read as YAML' 'Fog: a diary' "$(echo "$seen" | tail -n 1)"
