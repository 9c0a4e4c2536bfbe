bats_require_minimum_version 1.5.0
load ../helper

# What comes from outside must not control the terminal, wherever it is printed.
setup() { cd "$BATS_TEST_TMPDIR" || return; }

# of ASCII, of C1, one that turns text around
EVIL=$'\e[2J\e]0;x\a\302\2332J\342\200\256fdp'

# Fails when standard output and standard error hold a control character but line ends, a bidirectional control, or not
# what EVIL is written as: harmless WORD… runs the program.
harmless() {
    local output
    output=$("$DOC2PGSQL" "$@" 2>&1 || true)
    if LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' <<<"$output"; then
        printf 'controls of: %s\n' "$*" >&2
        cat -v <<<"$output" >&2
        return 1
    fi
    same "$([[ "$output" == *'\x1B[2J'* ]] && echo written out)" 'written out'
}

@test "file names, in sources and in errors" {
    local name="a${EVIL}.txt"
    printf 'One line of text.\n' >"$name"
    harmless preview "$name"
    harmless preview --explain "$name"
    printf '\0\1\2\3' >"$name"
    harmless preview "$name"
    harmless preview "missing$EVIL"
    mkdir "folder$EVIL"
    printf '%%PDF-1.4\n' >"folder$EVIL/a.pdf"
    harmless preview "folder$EVIL/a.pdf"
    harmless export --output="folder$EVIL" "folder$EVIL"/../*.txt
    harmless export --output="missing$EVIL/below" "$ARTICLES/how-tides-work.txt"
    harmless preview --files-from="missing$EVIL"
}

@test "members of archives, ids of records, keys of headers" {
    mkdir in
    printf 'One line of text.\n' >"in/a${EVIL}b.txt"
    tar cf a.tar -C in .
    harmless preview a.tar
    python3 -c 'import json, sys; [print(json.dumps({"id": sys.argv[1] + str(i), "text": "A text of one line."})) for i in range(2)]' \
        "$EVIL" >a.jsonl
    harmless preview a.jsonl
    python3 -c 'import json, sys; print(json.dumps({"text" + sys.argv[1]: "A text of one line.", "id": 1}))' "$EVIL" >b.jsonl
    harmless load --map="text=$EVIL" b.jsonl
    printf '# Head %s\n\nText of %s.\n\n- item %s: text\n\n| a | %s |\n|---|---|\n| b | %s |\n' "$EVIL" "$EVIL" "$EVIL" "$EVIL" "$EVIL" >a.md
    harmless preview a.md
    harmless preview --color=never a.md
}

@test "commands, options and their values" {
    harmless "$EVIL"
    harmless "--$EVIL"
    harmless help "$EVIL"
    harmless stop "$EVIL"
    for option in dialect layout input-format delimiter article-limit color jobs format encoding map; do
        harmless preview "--$option=$EVIL" "$ARTICLES/how-tides-work.txt" || harmless load "--$option=$EVIL" a.txt
    done
    harmless --local="$EVIL" status
    harmless --schema="$EVIL" status
}

@test "the server's messages, and what status shows" {
    harmless -d "$EVIL" status
    harmless -U "$EVIL" status
    harmless -h "$EVIL" status
    new_database
    harmless --schema="$EVIL" init
    "$DOC2PGSQL" init -q
    printf '\0\1\2\3' >"a${EVIL}.txt"
    harmless load "a${EVIL}.txt"
    harmless status
    query "create function refuse() returns trigger language plpgsql as \$\$ begin raise exception 'no: %', e'$EVIL' using errcode = '23514'; end \$\$;
        create trigger refuse before insert on paragraphs for each row execute function refuse()"
    harmless load "$ARTICLES/how-tides-work.txt"
    drop_database
}
