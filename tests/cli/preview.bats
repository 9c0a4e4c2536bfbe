bats_require_minimum_version 1.5.0
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    cat >pumps.txt <<'END'
Pumps and People
The first paragraph is a sentence of the usual length, so that nobody takes it for a heading. Pumps are made of:
- Iron: the casing
- a rotor
| Part | Cost |
|---|---|
| casing | 12 |
| rotor \| shaft | |
The second paragraph ends the article here, as this sentence says in so many words.
END
}

@test "an outline" {
    run -0 "$DOC2PGSQL" preview pumps.txt
    same "$output" "$PWD/pumps.txt
    1 Pumps and People
    2   The first paragraph is a sentence of the usual length, so that nobody takes it for a heading. Pumps are made of:
    3     • Iron: the casing
    4     • a rotor
    5     table 1: 2 × 2
    5       Part | Cost
    7       casing | 12
    8       rotor | shaft | 
    9   The second paragraph ends the article here, as this sentence says in so many words.
      extracted (lines), 9 lines: 1 headings, 2 paragraphs, 2 bullets, 1 tables, 4 cells"
}

@test "the entities that are mentioned are counted, the first eight by name" {
    echo 'Kenya and Chile met. Kenyan farmers sell to France, Japan, India, Peru, Ghana and Iceland; also to Tonga and Chile.' >many.txt
    run -0 "$DOC2PGSQL" preview many.txt
    same "${lines[3]}" "      mentions: country:KE 2, country:CL 2, country:FR 1, country:JP 1, country:IN 1, country:PE 1, country:GH 1, country:IS 1, others 1"
    # what scores read has none
    run -0 bash -c '"$0" preview --format=jsonl many.txt | grep -c Kenya || true' "$DOC2PGSQL"
    same "$output" 0
}

@test "in colour when asked, and else only on a terminal" {
    local bold=$'\e[1m' reset=$'\e[0m'
    run -0 "$DOC2PGSQL" preview --color=always pumps.txt
    [[ "$output" == *"• ${bold}Iron${reset}: the casing"* ]]
    local coloured=$output
    run -0 "$DOC2PGSQL" preview --color=never pumps.txt
    same "$(sed $'s/\e\\[[0-9;]*m//g' <<<"$coloured")" "$output"
    # script gives the command a terminal
    on_terminal() { env -u NO_COLOR "$@" TERM=xterm script -qec "$DOC2PGSQL preview pumps.txt" /dev/null </dev/null; }
    [[ "$(on_terminal)" == *"$bold"* ]]
    [[ "$(on_terminal NO_COLOR=1)" != *"$bold"* ]]
    [[ "$(on_terminal NO_COLOR=1)" == *"a rotor"* ]]
}

@test "long texts are cut on a terminal, between characters" {
    printf 'Ein sehr langer Absatz mit Umlauten: %s.\n' "$(printf 'ä%.0s' $(seq 300))" >long.txt
    run -0 script -qec "stty cols 60; $DOC2PGSQL preview --color=never long.txt" /dev/null
    local line
    line=$(grep Umlauten <<<"${output//$'\r'/}")
    [[ "$line" == *ä… ]]
    same "$(printf %s "$line" | wc -m)" 60
}

@test "--explain tells why a line is a heading" {
    run -0 "$DOC2PGSQL" preview --explain pumps.txt
    [[ "${lines[1]}" =~ ^' '+1' Pumps and People  (level '[1-6]', confidence '[01]\.[0-9][0-9]': '.+')'$ ]]
    same "$(printf '%s\n' "${lines[@]:2:9}")" "$("$DOC2PGSQL" preview pumps.txt | sed -n '3,$p' | head -n 9)"
}

@test "JSON lines: one object a line of the article, with the fields of the gold" {
    run -0 "$DOC2PGSQL" preview --format=jsonl pumps.txt
    same "$(sed -E '1s/"level": [1-6],/"level": N,/; 1s/, "confidence": [01]\.[0-9]{3}, "reason": "[^"]+"/, WHY/' <<<"$output")" \
        '{"line": 1, "type": "heading", "level": N, "list": null, "table": null, WHY}
{"line": 2, "type": "paragraph", "level": null, "list": null, "table": null}
{"line": 3, "type": "bullet", "level": null, "list": 1, "table": null, "depth": 1, "label": "Iron"}
{"line": 4, "type": "bullet", "level": null, "list": 1, "table": null, "depth": 1}
{"line": 5, "type": "table_header", "level": null, "list": null, "table": 1, "cells": ["Part", "Cost"]}
{"line": 6, "type": "table_delimiter", "level": null, "list": null, "table": 1}
{"line": 7, "type": "table_row", "level": null, "list": null, "table": 1, "cells": ["casing", "12"]}
{"line": 8, "type": "table_row", "level": null, "list": null, "table": 1, "cells": ["rotor | shaft", ""]}
{"line": 9, "type": "paragraph", "level": null, "list": null, "table": null}'
}

@test "JSON lines are valid, and tell of every line of every sample once" {
    local wanted
    for article in "$ARTICLES"/*.txt; do
        wanted=$(awk 'END { print NR }' "$article")
        same "$article $("$DOC2PGSQL" preview --format=jsonl "$article" | python3 -c '
import json, sys
kinds = {"heading", "paragraph", "bullet", "table_header", "table_delimiter", "table_row", "quote", "code", "other"}
n = 0
for line in sys.stdin:
    row = json.loads(line)
    assert row["line"] == n + 1 and row["type"] in kinds and {"level", "list", "table"} <= row.keys(), row
    n = row.get("end", n + 1)
print(n)')" "$article $wanted"
    done
}

@test "JSON lines of Markdown: one object a block" {
    printf '# One\n\nA text\nof two lines.\n\n* **Iron**: "casing"\n' >a.md
    run -0 "$DOC2PGSQL" preview --format=jsonl a.md
    same "$output" '{"line": 1, "end": 1, "type": "heading", "level": 1, "list": null, "table": null, "confidence": 1.000, "text": "One"}
{"line": 3, "end": 4, "type": "paragraph", "level": null, "list": null, "table": null, "text": "A text of two lines."}
{"line": 6, "end": 6, "type": "bullet", "level": null, "list": 1, "table": null, "depth": 1, "label": "Iron", "text": "\"casing\""}'
}

@test "--output: a file an article, named after it" {
    cp pumps.txt other.md
    cp pumps.txt third.text
    run -0 "$DOC2PGSQL" preview --format=jsonl --output=out pumps.txt other.md third.text
    same "$output" ""
    same "$(ls out)" $'other.jsonl\npumps.jsonl\nthird.text.jsonl'
    same "$(cat out/pumps.jsonl)" "$("$DOC2PGSQL" preview --format=jsonl pumps.txt)"
    "$DOC2PGSQL" preview --format=jsonl --output=out pumps.txt
    same "$(wc -l <out/pumps.jsonl)" 9
}

@test "--output that can't be written: exit code 7, and the path" {
    : >file
    run --separate-stderr "$DOC2PGSQL" preview --format=jsonl --output=file pumps.txt
    same "$status: $stderr" "7: doc2pgsql: can't write file/pumps.jsonl: Not a directory"
    run --separate-stderr "$DOC2PGSQL" preview --format=jsonl --output=none/deeper pumps.txt
    same "$status: $stderr" "7: doc2pgsql: can't make the directory none/deeper: No such file or directory"
    mkdir full
    ln -s /dev/full full/pumps.jsonl
    run --separate-stderr "$DOC2PGSQL" preview --format=jsonl --output=full pumps.txt
    same "$status: $stderr" "7: doc2pgsql: can't write full/pumps.jsonl: No space left on device"
}

@test "what can't be read is rejected, and the rest is shown: exit code 3" {
    printf 'Kept.\n' >kept.txt
    ln -s nowhere broken.txt
    run --separate-stderr "$DOC2PGSQL" preview missing.txt kept.txt broken.txt
    same "$status" 3
    [[ "$output" == *"Kept."* ]]
    same "$(wc -l <<<"$stderr")" 2
    same "$stderr" "doc2pgsql: missing.txt: rejected: can't read it: No such file or directory
doc2pgsql: broken.txt: rejected: can't read it: No such file or directory"
}

@test "a file without the right to read it" {
    # where an unprivileged user reaches it, and the program
    local dir as=()
    dir=$(mktemp -d)
    cp pumps.txt "$DOC2PGSQL" "$dir"
    cp pumps.txt "$dir/secret.txt"
    chmod 755 "$dir" "$dir/doc2pgsql"
    chmod 000 "$dir/secret.txt"
    if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
    run --separate-stderr "${as[@]}" "$dir/doc2pgsql" preview "$dir/secret.txt" "$dir/pumps.txt"
    rm -rf "$dir"
    same "$status: $stderr" "3: doc2pgsql: $dir/secret.txt: rejected: can't read it: Permission denied"
    [[ "$output" == *"Pumps and People"* ]]
}

@test "a directory in the order of its names, hidden files left out" {
    mkdir -p d/sub
    for name in d/b.txt d/a.txt d/.hidden.txt d/sub/c.txt d/Z.txt; do echo "Text of $name." >"$name"; done
    run -0 bash -c '"$0" preview d | grep ^/' "$DOC2PGSQL"
    same "$output" "$PWD/d/Z.txt
$PWD/d/a.txt
$PWD/d/b.txt
$PWD/d/sub/c.txt"
}

@test "standard input" {
    run -0 bash -c '"$0" preview - <pumps.txt' "$DOC2PGSQL"
    same "${lines[0]}" "stdin:$(sha256sum pumps.txt | cut -c 1-16)"
    same "${lines[1]}" "    1 Pumps and People"
    run -0 bash -c '"$0" preview --stdin-name=/pumps - <pumps.txt' "$DOC2PGSQL"
    same "${lines[0]}" "/pumps"
}

@test "an empty file is an article without rows" {
    : >empty.txt
    run -0 "$DOC2PGSQL" preview empty.txt
    same "$output" "$PWD/empty.txt
      extracted (lines), 0 lines: 0 headings, 0 paragraphs, 0 bullets, 0 tables, 0 cells"
    run -0 "$DOC2PGSQL" preview --format=jsonl empty.txt
    same "$output" ""
}

@test "every sample is shown" {
    run -0 bash -c '"$0" preview "$1" | grep -c ^/' "$DOC2PGSQL" "$ARTICLES"
    same "$output" "$(ls "$ARTICLES" | wc -l)"
}

# nine paragraphs wrapped at 60 columns, blank lines between them
wrapped_text() {
    local i
    for i in 1 2 3 4 5 6 7 8 9; do
        printf '%s\n' "The ferry to island number $i leaves when enough people wait for it, and nobody at the pier minds how long that takes, because the captain's brother sells tea and small cakes there, number $i." |
            fold -s -w 60 | sed 's/ $//'
        echo
    done
}

@test "the last line of an outline says how plain text is laid out; --layout forces it" {
    cd "$BATS_TEST_TMPDIR"
    wrapped_text >wrapped.txt
    run -0 "$DOC2PGSQL" preview wrapped.txt
    [[ $output == *"      extracted (wrapped), 45 lines: 0 headings, 9 paragraphs"* ]]
    run -0 "$DOC2PGSQL" preview --layout=lines wrapped.txt
    [[ $output == *"      extracted (lines), 45 lines:"* ]]
    [[ $output != *" 9 paragraphs"* ]]
    run -0 "$DOC2PGSQL" preview --layout=blocks wrapped.txt
    [[ $output == *"      extracted (blocks), 45 lines:"* ]]
    run -0 "$DOC2PGSQL" preview --layout=wrapped "$ARTICLES/first-year-beekeeping.md"
    [[ $output == *"      markdown, "* ]]
}

@test "--explain says why: the dialect, and how plain text is laid out" {
    cd "$BATS_TEST_TMPDIR"
    wrapped_text >wrapped.txt
    run -0 "$DOC2PGSQL" preview --explain wrapped.txt
    [[ $output == *$'\n      extracted: it has no mark of Markdown\n      wrapped at 59 columns: 27 of 27 lines end where the next word would not fit' ]]
    run -0 "$DOC2PGSQL" preview --explain --layout=blocks --dialect=extracted wrapped.txt
    [[ $output == *$'\n      extracted: as it was asked for\n      blocks: as it was asked for' ]]
    run -0 "$DOC2PGSQL" preview --explain "$ARTICLES/loomwright-4-2-release-notes.txt"
    [[ $output == *$'\n      blocks: 10 of 13 paragraphs stand beside blank lines' ]]
    run -0 "$DOC2PGSQL" preview --explain pumps.txt
    [[ $output == *$'\n      lines: no line is blank' ]]
    run -0 "$DOC2PGSQL" preview --explain "$ARTICLES/first-year-beekeeping.md"
    [[ $output == *"      markdown: 1 heading with #, 5 underlined headings, "* ]]
    [[ $output != *paragraphs\ stand* ]]
}

@test "statements stand behind the block that makes them; --explain says how sure" {
    echo 'New promises include Norway (US$40.2 million); Denmark (DKK 80 million). Kenya thanked Norway for sending doctors.' >gifts.txt
    run -0 "$DOC2PGSQL" preview --explain gifts.txt
    [[ $output == *'→ Norway promises US$40.2 million, 40200000 USD  (confidence 0.85: list of sums)'* ]]
    [[ $output == *'→ Denmark promises DKK 80 million, 80000000 DKK '* ]]
    [[ $output == *'→ Norway gives doctors  (confidence '* ]]
    run -0 "$DOC2PGSQL" preview gifts.txt
    [[ $output == *'→ Norway gives doctors'* && $output != *'confidence'* ]]
}

@test "who speaks" {
    printf '%s\n' 'Q: When does the ferry leave?' 'A: At seven, unless there is a storm.' 'Q: Can I take a dog?' 'A: Yes, on a lead.' >talk.txt
    run -0 "$DOC2PGSQL" preview talk.txt
    same "${lines[2]}" "    2 A: At seven, unless there is a storm."
    run -0 "$DOC2PGSQL" preview --format=jsonl talk.txt
    same "${lines[1]}" '{"line": 2, "type": "paragraph", "level": null, "list": null, "table": null, "label": "A"}'
    run -0 "$DOC2PGSQL" verify talk.txt
}

@test "the day of the article, and what says it" {
    printf '%s\n' 'Boats' 'Published: May 3, 2024' 'The ferry leaves at seven.' >boats.txt
    run -0 "$DOC2PGSQL" preview boats.txt
    [[ $output == *$'\n      date: 2024-05-03 (byline)'* ]]
    printf '%s\n' 'Boats' 'The ferry leaves at seven.' >boats.txt
    run -0 "$DOC2PGSQL" preview boats.txt
    [[ $output != *date:* ]]
}
