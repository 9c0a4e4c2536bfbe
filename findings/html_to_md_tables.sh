#!/bin/sh
# html-to-md 0.8.8: a table that has more than one <thead> or <tbody>, or labels in its first column, is no Markdown table.
# Guess: the first row is the header, or an empty one is put above; one line of dashes as wide as the rows; a <tfoot> is the
#        last row.
# Seen:  the line of dashes has one column for each <th> of the first row, so beside labels in <th> it has one where the
#        rows have two, and a reader of Markdown drops the values or the table. Each <tbody> has dashes above it. A <tfoot>
#        that stands before <tbody>, as HTML 4 wanted it, comes out as a tag in front of the dashes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund html-to-md@0.8.8 markdown-it@15.0.3 >/dev/null
cat >"$work/run.cjs" <<'END'
const convert = require("html-to-md");
const markdown = (convert.default ?? convert)(`<table>${process.argv[3]}</table>`);
const { default: It } = require("markdown-it");
console.log(process.argv[2] === "cells"
    ? [...new (It ?? require("markdown-it"))().render(markdown).matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(cell => cell[1]).join(",")
    : markdown.replaceAll("\n", " / "));
END
run() { node "$work/run.cjs" "$@"; }

labels='<tr><th>net</th><td>12</td></tr><tr><th>rope</th><td>3</td></tr>'
head='<thead><tr><th>gear</th><th>n</th></tr></thead>'

check 'labels in the first column' '|| / |---| / |net|12| / |rope|3|' "$(run text "$labels")"
check 'the same, cells that markdown-it reads' ',net,rope' "$(run cells "$labels")"
check 'two tbody' '|gear|n| / |---|---| / |net|12| / |---|---| / |rope|3|' \
    "$(run text "$head<tbody><tr><td>net</td><td>12</td></tr></tbody><tbody><tr><td>rope</td><td>3</td></tr></tbody>")"
check 'tfoot before tbody' '|gear|n| / <tfoot>|sum|12|</tfoot>|---|---| / |net|12|' \
    "$(run text "$head<tfoot><tr><td>sum</td><td>12</td></tr></tfoot><tbody><tr><td>net</td><td>12</td></tr></tbody>")"
