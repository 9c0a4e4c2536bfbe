# For the tests of the sources: load input
# Each test runs in its own directory; `documents` prints columns of the documents that an input gives.
load ../helper

# shellcheck disable=SC2034 # the tests use it
setup() {
    T=$BATS_TEST_TMPDIR
    cd "$T" || return
}

# documents COLUMN,… ARGUMENT…: one line each, columns separated by |, the path of the test's directory cut off, LF as \n
documents() {
    local columns=$1
    shift
    rm -rf rows
    "$DOC2PGSQL" export --quiet --output=rows "$@" || status=$?
    python3 - "$columns" "$(realpath "$T")/" <<'PYTHON'
import csv, sys
csv.field_size_limit(1 << 30)
for row in csv.DictReader(open("rows/documents.csv", encoding="utf-8", newline="")):
    cells = [row[column] for column in sys.argv[1].split(",")]
    print("|".join(cells).replace(sys.argv[2], "").replace("\n", "\\n"))
PYTHON
}

# paragraphs ARGUMENT…: their texts, one line each
paragraphs() {
    rm -rf rows
    "$DOC2PGSQL" export --quiet --output=rows "$@" || status=$?
    python3 -c 'import csv
for row in csv.DictReader(open("rows/paragraphs.csv", encoding="utf-8", newline="")): print(row["text"])'
}

# refused CODE MESSAGE: the last run ended so and said that
# shellcheck disable=SC2154 # bats sets status and output
refused() {
    [ "$status" -eq "$1" ] || { echo "exit code $status: $output"; return 1; }
    case $output in *"$2"*) ;; *) echo "other words: $output"; return 1 ;; esac
}
