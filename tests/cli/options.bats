bats_require_minimum_version 1.5.0
load ../helper

# says EXIT_CODE MESSAGE ARGUMENT…: the command ends so, and prints the message alone, to standard error
says() {
    local code=$1 message=$2
    shift 2
    run --separate-stderr "$DOC2PGSQL" "$@" </dev/null
    same "$status: ${stderr//$'\n'/ / }" "$code: doc2pgsql: $message"
    same "$output" ""
}
usage() { says 2 "$1 / Try \"doc2pgsql --help\", or \"doc2pgsql help COMMAND\"." "${@:2}"; }

@test "wrong options: message and exit code 2" {
    usage 'there is no option --nonsense' --nonsense
    usage 'there is no option -x' --quiet -xq load a
    usage 'there is no command "fetch"' fetch a
    usage 'there is no command "/srv/d"; did you mean load PATH, or --local=DIR?' --local /srv/d status
    usage '-j needs a value' load -j
    usage '--schema needs a value' load --schema
    usage '--quiet=1 takes no value' load --quiet=1 a
    usage '--jobs can'\''t be "many": it takes a number from 1 to 64' load --jobs=many a
    usage '--dialect can'\''t be "xml": it takes auto, extracted, markdown or html' preview --dialect xml a
    usage '--color can'\''t be "yes": it takes auto, always or never' preview --color=yes a
    usage '--schema can'\''t be "": it takes a name of 1 to 54 bytes that doesn'\''t end in _internal' init --schema=
    usage '--format is no option of load' load --format=csv a
    usage '--host is no option of preview' preview -h here a
    usage '--local names the server: leave out -h, -p, -U and -d' --local -d base load a
    usage '--format can'\''t be "csv": it takes outline or jsonl' preview --format=csv "$ARTICLES"
    usage '--format can'\''t be "jsonl": it takes csv or null' export --format=jsonl --output=x "$ARTICLES"
    usage 'preview writes files with --format=jsonl only: leave out --output' preview --output=x "$ARTICLES"
    usage 'export needs --output DIR' export "$ARTICLES"
}

@test "without a command: how to begin, and exit code 2" {
    for words in "" --local "--schema=other -q"; do
        # shellcheck disable=SC2086 # words
        run --separate-stderr "$DOC2PGSQL" $words </dev/null
        same "$status: $output" "2: "
        same "$stderr" "doc2pgsql loads articles into PostgreSQL, so that you can question them. To begin:
  doc2pgsql --local load FOLDER          into a private server, which it makes and starts by itself
  doc2pgsql --local ask country Japan    what the articles say of it
  doc2pgsql --help                       everything else"
    done
}

@test "operands that are missing or too many" {
    for command in load preview export verify; do
        usage "$command needs a PATH: a file, a directory, or - for standard input" $command
    done
    usage 'init takes no argument "now"' init now
    usage 'resolve takes no argument "a"' resolve a
    usage 'status takes no argument "a"' status a b
    usage 'stop takes no argument "now"' --local="$BATS_TEST_TMPDIR/none" stop now
    usage 'stop needs --local: it stops the private server' stop
    usage 'say: entities load FILE, entities list, or entities delete NAME…' entities
    usage 'say: entities load FILE, entities list, or entities delete NAME…' entities save file
    usage 'there is no command "nonsense"' help nonsense
}

@test "an empty operand, as of a variable that is not set, names nothing" {
    for words in 'load a' 'load --prune --force' 'verify --stored' preview 'export --output=x' delete 'delete a' grant 'entities load' 'ask country'; do
        # shellcheck disable=SC2086 # words
        usage "an argument of ${words%% *} is empty: a variable that is not set?" $words ''
    done
}

@test "--version" {
    for words in --version -V "load --version"; do
        # shellcheck disable=SC2086 # words
        run -0 "$DOC2PGSQL" $words
        [[ "$output" =~ ^doc2pgsql\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
    done
    same "$output" "doc2pgsql $(sed -n 's/^## //p' "$BATS_TEST_DIRNAME/../../NEWS.md" | head -n 1 | cut -d' ' -f1)"
}

@test "--help shows every command, and every command's help its options" {
    run -0 "$DOC2PGSQL" --help
    local overview=$output
    same "$(sed -n '/^Usage/,/^Connection/s/^  \([a-z]*\) .*/\1/p' <<<"$overview" | sort)" "$(commands | sort)"
    for command in $(commands); do
        run -0 "$DOC2PGSQL" help "$command"
        [[ "$output" == "Usage: doc2pgsql "*"$command"* ]]
        same "$("$DOC2PGSQL" "$command" --help)" "$output" || [ "$command" = psql ] || [ "$command" = help ]
    done
    same "$("$DOC2PGSQL" help)" "$overview"
    same "$("$DOC2PGSQL" '-?')" "$overview"
}

# the options that bash's completion knows of a command
takes() { "$DOC2PGSQL" help --format=bash | sed -n "s/^    $1) options='\([^']*\)'.*/\1/p" | tr ' ' '\n'; }

@test "manual pages, reference and completion have what help has" {
    for command in $(commands); do
        shown=$("$DOC2PGSQL" help "$command" | grep -oE '^  .{4}--[a-z-]+' | cut -c7- | sort)
        same "$(takes "$command" | tr -d = | grep -vxE -e '--(help|version)' | sort)" "$shown"
        same "$("$DOC2PGSQL" help --format=man "$command" | grep -oE '^\.It Fl .*' | grep -oE -e '-[a-z]{2}[a-z-]*' |
            sed 's/^/-/' | sort)" "$shown"
        "$DOC2PGSQL" help --format=markdown | grep -qx "## $command"
    done
}

@test "completion in bash, zsh and fish" {
    cd "$BATS_TEST_TMPDIR"
    "$DOC2PGSQL" help --format=bash >bash
    "$DOC2PGSQL" help --format=zsh >zsh
    "$DOC2PGSQL" help --format=fish >fish
    complete_bash() {
        bash -c 'compopt() { :; }; source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _doc2pgsql; echo "${COMPREPLY[@]}"' \
            _ "$@"
    }
    same "$(complete_bash doc2pgsql res)" resolve
    same "$(complete_bash doc2pgsql load --pr)" --prune
    same "$(complete_bash doc2pgsql --lo)" --local
    same "$(complete_bash doc2pgsql --local load --j)" --jobs=
    same "$(complete_bash doc2pgsql preview --layout = w)" wrapped
    same "$(complete_bash doc2pgsql ask --format =)" "table csv json"
    same "$(complete_bash doc2pgsql help d)" "delete doctor"
    printf x >article.txt
    same "$(complete_bash doc2pgsql load art)" article.txt
    [ -z "$(command -v zsh)" ] || zsh -n zsh
    [ -z "$(command -v fish)" ] || {
        same "$(HOME=. fish -c 'source fish; complete -C "doc2pgsql preview --layout=w"' | cut -f1)" --layout=wrapped
        same "$(HOME=. fish -c 'source fish; complete -C "doc2pgsql reso"' | cut -f1)" resolve
        same "$(HOME=. fish -c 'source fish; complete -C "doc2pgsql load --pru"' | cut -f1)" --prune
    }
}

@test "help and version are read from no database, and to a full device they fail" {
    PGHOST=/nonexistent run -0 "$DOC2PGSQL" load --help
    says_full() { run --separate-stderr bash -c '"$0" "$@" >/dev/full' "$DOC2PGSQL" "$@"; }
    for words in --help --version "preview $ARTICLES/red-lentil-soup-recipe.txt" "verify $ARTICLES" \
        "preview --format=jsonl $ARTICLES" status; do
        # shellcheck disable=SC2086 # words
        says_full $words
        same "$status" 7
        [[ "$stderr" == "doc2pgsql: can't write"*"No space left on device"* ]]
    done
}

@test "a closed standard output is an error, and no file or connection takes its place" {
    run --separate-stderr bash -c '"$0" --version >&-' "$DOC2PGSQL"
    same "$status: $stderr" "7: doc2pgsql: can't write to standard output: Bad file descriptor"
    new_database
    run --separate-stderr bash -c '"$0" load "$1" >&- <&-' "$DOC2PGSQL" "$ARTICLES"
    same "$status: $stderr" "7: doc2pgsql: can't write to standard output: Bad file descriptor"
    same "$(query 'select count(*) from documents')" "$(ls "$ARTICLES" | wc -l)"
    drop_database
}

@test "options before and after the command" {
    local a=$ARTICLES/red-lentil-soup-recipe.txt
    local wanted
    wanted=$("$DOC2PGSQL" preview --format jsonl "$a")
    same "$("$DOC2PGSQL" --format=jsonl preview "$a")" "$wanted"
    same "$("$DOC2PGSQL" preview "$a" --format=jsonl)" "$wanted"
    same "$("$DOC2PGSQL" preview --form jsonl -- "$a")" "$wanted"
}

@test "-- ends the options" {
    cd "$BATS_TEST_TMPDIR"
    printf 'A line of text.\n' >--quiet
    run -0 "$DOC2PGSQL" preview -- --quiet
    [[ "$output" == *"A line of text."* ]]
    rm -- --quiet
}
