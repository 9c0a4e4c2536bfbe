#!/bin/sh
# pubmed_parser 0.5.1, parse_pubmed_table: the rows beside a cell that spans them are left out.
# Guess: the row below a rowspan is one cell short, or is filled up; each <tr> is a row of table_values.
# Seen:  of 'net' over two rows with 1 and 2 the 2 is nowhere in table_values; table_xml has it. Raised figures join the
#        number: 10<sup>2</sup> is 102, in tables and in text. A publication date of month and year gets the day 01.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check pubmed_parser==0.5.1
cat >"$work/article.xml" <<'END'
<article><front><article-meta><article-id pub-id-type="pmid">1</article-id><article-id pub-id-type="pmc">2</article-id>
<title-group><article-title>Fog</article-title></title-group>
<pub-date pub-type="ppub"><month>12</month><year>2019</year></pub-date></article-meta></front>
<body><sec><title>Gear</title><p>It held 10<sup>2</sup> boats.</p><table-wrap id="t1"><label>Table 1</label><table>
<thead><tr><th>gear</th><th>n</th></tr></thead>
<tbody><tr><td rowspan="2">net</td><td>1</td></tr><tr><td>2</td></tr><tr><td>rope</td><td>10<sup>2</sup></td></tr></tbody>
</table></table-wrap></sec></body></article>
END
cat >"$work/run.py" <<'END'
import sys
import pubmed_parser

if sys.argv[1] == "table":
    print(pubmed_parser.parse_pubmed_table(sys.argv[2])[0]["table_values"])
elif sys.argv[1] == "text":
    print(pubmed_parser.parse_pubmed_paragraph(sys.argv[2], all_paragraph=True)[0]["text"])
else:
    print(pubmed_parser.parse_pubmed_xml(sys.argv[2])["publication_date"])
END
run() { "$work/venv/bin/python" "$work/run.py" "$1" "$work/article.xml"; }

check 'table' "[['net', '1'], ['rope', '102']]" "$(run table)"
check 'text' 'It held 102 boats.' "$(run text)"
check 'date' '01-12-2019' "$(run date)"
