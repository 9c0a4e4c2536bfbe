#!/usr/bin/env bats
# What the documents print works as printed: commands and answers (docs.py runs them, and says what is run otherwise, and
# why), options, exit codes, variables, names and paths.
# WRITE_DOCS=1 make test TESTS=tests/e2e/docs.bats writes the answers anew.
bats_require_minimum_version 1.5.0
load ../helper

TOP=$BATS_TEST_DIRNAME/../..
DOCUMENTS=(markdown README.md markdown MANUAL.md markdown sql/README.md markdown tests/FIGURES.md markdown CONTRIBUTING.md manual loader/manual.mdoc comments docker-compose.yml)

# the inputs that they name, in a folder whose path is short and open to the server's user
make_inputs() {
    local a=$TOP/tests/articles
    mkdir articles
    cp "$a"/*.txt articles/
    cp "$a/how-tides-work.txt" article.txt
    cp "$a/first-year-beekeeping.md" notes.md
    find articles -name '*.txt' | head -n 3 >list
    printf '{"headline": "Ferries %d", "body": "The ferry sails at noon.\\n- Fare: 3 crowns\\n"}\n' 1 2 >corpus.jsonl
    printf '{"title": "News", "items": [{"id": 1, "content_text": "The ferry sails at noon."}]}\n' >feed.json
    printf 'title;text\nFerries;"The ferry sails at noon; the fare is 3 crowns."\n' >articles.csv
    body='The ferry sails at noon, and the fare is 3 crowns.'
    printf 'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://ferries.example/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' \
        ${#body} "$body" | gzip >crawl.warc.gz
    printf 'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>%s\n' "$body" >page.mhtml
    python3 - "$body" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", "<container><rootfile full-path='a.opf'/></container>")
    book.writestr("a.opf", "<package><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><itemref idref='a'/></package>")
    book.writestr("a.xhtml", "<html><body><p>%s</p></body></html>" % sys.argv[1])
PYTHON
    tar -czf dump.tar.gz articles
    gzip -c article.txt >x.gz
    printf '<!doctype html><title>Ferries</title><h1>Ferries</h1><p>%s</p>' "$body" >page.html
    [ -z "$(command -v duckdb)" ] || duckdb -c "copy (from 'corpus.jsonl') to 'corpus.parquet'"
    printf 'name,aliases\nFerry Club of the North,Northern Ferries\n' >names.csv
}

setup_file() {
    SANDBOX=$(mktemp -d /tmp/d2p.XXXXXX)
    chmod 755 "$SANDBOX"
    export SANDBOX DEMO=$SANDBOX/demo SAMPLES=$PGDATABASE PATH=$SANDBOX/tree/usr/local/bin:$PATH
    unset BUILD DOC2PGSQL # make tells them anew
    cd "$SANDBOX" || return
    make_inputs
    cd "$TOP" || return
    make -s install DESTDIR="$SANDBOX/tree"
    make -s demo DEMO_DIR="$DEMO" >"$SANDBOX/demo.out"
    sed -n '/^make help$/!p' <(make -s help) >"$SANDBOX/help.out"
    for command in '' $(doc2pgsql help --format=commands); do doc2pgsql help $command; done >"$SANDBOX/options"
    psql -Xq -d postgres -c 'create database news' -c 'create database docs' -c 'create role analyst' -c 'create role nightly'
    export PGDATABASE=docs PORT
    PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
}

teardown_file() {
    PGDATABASE=postgres psql -Xq -c 'drop database if exists news' -c 'drop database if exists docs' -c 'drop role analyst, nightly'
    doc2pgsql --local="$DEMO" stop
    doc2pgsql --local="$SANDBOX/local" stop
    rm -rf "$SANDBOX"
}

setup() { cd "$TOP" || return; }
docs() { python3 tests/e2e/docs.py "$@"; }

@test "README.md: commands, and what the questions answer" { docs markdown README.md; }
@test "sql/README.md: commands, and what the questions answer; before the server gets another port" { docs markdown sql/README.md; }
@test "MANUAL.md: the tutorial, from a folder to a dashboard, and all else" { docs markdown MANUAL.md; }
@test "tests/FIGURES.md: commands and questions" { docs markdown tests/FIGURES.md; }
@test "CONTRIBUTING.md: commands" { docs markdown CONTRIBUTING.md; }
@test "the manual: examples" { docs manual loader/manual.mdoc; }
@test "docker-compose.yml: commands" { docs comments docker-compose.yml; }
@test "make help: targets" { docs targets "$SANDBOX/help.out"; }
@test "make demo: how to go on" { docs demo "$SANDBOX/demo.out"; }

@test "the links of the installed pages lead somewhere, and so do the paths and samples of their commands" {
    local doc=$SANDBOX/tree/usr/local/share/doc/doc2pgsql
    sh tests/links "$doc"
    for path in sql/dashboards sql/dbt sql/examples loader/doc2pgsql.conf articles/flood-relief-ledger.txt; do [ -e "$doc/$path" ]; done
    mkdir "$SANDBOX/dead"
    echo '[a page](that/is.md) [not](there.md#part)' >"$SANDBOX/dead/page.md"
    run -1 sh tests/links "$SANDBOX/dead"
    same "$output" './page.md: that/is.md
./page.md: there.md'
}

@test "each row of what is run otherwise is needed" {
    docs --unused "${DOCUMENTS[@]}" targets "$SANDBOX/help.out" demo "$SANDBOX/demo.out"
}

@test "a command, question or picture that no longer works is found" {
    cat >"$SANDBOX/wrong.md" <<'END'
And `doc2pgsql --local forget articles/`, `load missing.txt`, `--no-such`, `item_links where no_column = 1`:

    frobnicate articles/

    doc2pgsql=# select count(*) from documents;
     count
    -------
         0
END
    run -1 docs markdown "$SANDBOX/wrong.md"
    for wrong in 'forget articles/' 'load missing.txt' 'option --no-such' 'no_column = 1' 'frobnicate' 'from documents;'; do
        [[ $output == *": "*"$wrong"* ]]
    done
    same "$(grep -c "^$SANDBOX/wrong.md:" <<<"$output")" 6
}

# "--name=VALUE" of each option that the program knows
options() {
    doc2pgsql help --format=bash | sed -n "s/^    [a-z]*) options='\([^']*\)'.*/\1/p" | tr ' ' '\n' | sort -u |
        while read -r option; do
            case $option in
            --dialect= | --layout= | --input-format= | --color=) value=auto ;;
            --delimiter=) value=';' ;;
            --part=) value=1/2 ;;
            *=) value=1 ;;
            *) value= ;;
            esac
            echo "$option$value"
        done
}

@test "each command's help shows the options that the command takes, and no other" {
    local asked=0
    for command in $(doc2pgsql help --format=commands | grep -v help); do
        shown=$'\n'$(doc2pgsql help "$command" | grep '^  ')$'\n'
        for option in $(options); do
            [[ $option != --help && $option != --version ]] || continue
            said=$(doc2pgsql "$option" --help "$command" 2>&1) || true
            [[ $said == *' is no option of '* ]] && takes=no || takes=yes
            [[ $shown =~ $'\n'"  "[^$'\n']{4}"${option%%=*}"[^a-z-] ]] && shows=yes || shows=no
            same "$command $option: $shows" "$command $option: $takes"
            asked=$((asked + 1))
        done
        for letter in $(grep -oE '^  -[A-Za-z],' <<<"$shown" | tr -d ' ,'); do
            value=1
            case $letter in -w | -W | -q) value= ;; esac
            said=$(doc2pgsql "$letter"$value --help "$command" 2>&1) || true
            [[ ! $said =~ (is|there\ is)\ no\ option ]] || { echo "$command $letter"; return 1; }
        done
    done
    [ $asked -gt 500 ]
}

@test "the manual has no option that the program lacks" {
    for option in $(grep -oE 'Fl (.*, )?-[a-z]+[a-z-]*' loader/manual.mdoc | grep -oE -e '-[a-z][a-z-]+$'); do
        options | grep -qE -e "^-$option(=|$)" || { echo "-$option"; return 1; }
    done
}

@test "exit codes: the program's, the manual's and help's" {
    codes=$(sed -n 's/^ *ERROR_[A-Z]* = \([0-9]*\),.*/\1/p' loader/base/error.h)
    same "$(sed -n '/^.Sh EXIT STATUS/,/^.Sh EXAMPLES/s/^.It \([0-9]*\)$/\1/p' loader/manual.mdoc)" "$codes"
    same "$(doc2pgsql help | sed -n '/^Exit codes:/,$p' | grep -oE '(^| )[0-9]+' | tr -d ' ')" "$codes"
}

@test "each variable of the environment that is read is in the manual" {
    for name in $(grep -rhoE 'getenv\("[A-Z0-9_]+"' loader | cut -d'"' -f2 | sort -u) XDG_DATA_HOME; do
        grep -qw "$name" loader/manual.mdoc || { echo "$name"; return 1; }
    done
}

@test "the tables, views and functions that sql/README.md names are there" {
    names=$(sed -n '/^## Tables and views/,/^## Connect/p' sql/README.md | tr '\n' ' ' |
        grep -oE '`[a-z_]+(\([a-z, ]+\))?`' | tr -d '`' | sed 's/(.*//' | sort -u)
    [ "$(wc -w <<<"$names")" -gt 25 ]
    for name in $names; do
        [[ $(PGDATABASE=$SAMPLES query "select to_regclass('$name') is not null
            or exists (select from pg_proc where proname = '$name')
            or exists (select from information_schema.columns where column_name = '$name')
            or exists (select from pg_namespace where nspname = '$name')") == t ]] || { echo "$name"; return 1; }
    done
}

@test "the paths that documents name are there" {
    for document in README.md MANUAL.md CONTRIBUTING.md tests/FIGURES.md .ci/packages .ci/setup loader/LAYERS loader/Dockerfile; do
        # shellcheck disable=SC2013 # names without spaces
        for path in $(sed 's/NNN/*/' "$document" | grep -oE '(^|[ (`=])(\.ci|loader|schema|sql|tests)/[A-Za-z0-9_/.*-]*[A-Za-z0-9_/*]' | tr -d ' (`='); do
            compgen -G "$path" >/dev/null || { echo "$document: $path"; return 1; }
        done
    done
}
