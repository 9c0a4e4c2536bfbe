#!/usr/bin/env bats
# Which files are read: directories, patterns, lists, standard input.
load input

article() { printf '%s\n' "$1" >"$2"; }

@test "a directory is walked in the order of names; hidden files are skipped, a README is an article" {
    mkdir -p d/b d/.git
    article one d/b/README.md
    article two d/a.txt
    article no d/.git/x
    article no d/.hidden
    same "$(documents source d)" $'d/a.txt\nd/b/README.md'
}

@test "links are followed, and one that leads back ends there" {
    mkdir -p d/in
    article one d/in/a.txt
    ln -s .. d/in/up
    ln -s in d/also
    same "$(documents source d)" $'d/also/a.txt\nd/in/a.txt'
}

@test "a file that can't be read is reported, and the others are read" {
    mkdir d
    article one d/a.txt
    ln -s nothing d/b.txt
    run "$DOC2PGSQL" preview d missing.txt
    refused 4 'd/b.txt: rejected: can'\''t read it: No such file or directory'
    refused 4 'missing.txt: rejected: can'\''t read it'
    [[ $output == *one* ]]
}

@test "patterns that the shell left alone are expanded" {
    article one a1.txt
    article two a2.txt
    article star 'a*.md'
    same "$(documents source 'a?.txt' 'a*.md')" $'a1.txt\na2.txt\na*.md'
    run "$DOC2PGSQL" preview 'none*.txt'
    refused 4 'none*.txt: rejected: can'\''t read it: No such file or directory'
}

@test "--include and --exclude pick by name and by path" {
    mkdir -p d/old d/new
    article 1 d/old/1.txt
    article 2 d/new/2.txt
    article 3 d/new/3.md
    same "$(documents source --include='*.txt' --include='*.rst' d)" $'d/new/2.txt\nd/old/1.txt'
    same "$(documents source --include='*.txt' --exclude=old d)" 'd/new/2.txt'
    same "$(documents source --include='new/*' d)" $'d/new/2.txt\nd/new/3.md'
    same "$(documents source --exclude='*.txt' d d/old/1.txt)" $'d/new/3.md\nd/old/1.txt'
}

@test "--files-from reads lines, and names that end in NUL, from a file and from standard input" {
    mkdir d
    article one 'd/with space.txt'
    article two $'d/with\nline.txt'
    printf 'd/with space.txt\r\n' >list
    same "$(documents source --files-from=list)" 'd/with space.txt'
    same "$(find d -type f -print0 | sort -z | documents source --files-from=-)" $'d/with\\nline.txt\nd/with space.txt'
    run "$DOC2PGSQL" preview --files-from=none
    refused 3 "none: can't read the list of files: No such file or directory"
}

@test "standard input is named by its content or by --stdin-name" {
    same "$(echo words | documents source -)" "stdin:$(echo words | sha256sum | cut -c 1-16)"
    same "$(echo words | documents source --stdin-name=letter -)" letter
    same "$(echo words | gzip | documents source --stdin-name=letter -)" letter
}

@test "a file's hash is what sha256sum prints" {
    printf '\xef\xbb\xbfcaf\xe9 \r\n' >a.txt
    same "$(documents content_sha256 a.txt)" "\\x$(sha256sum a.txt | cut -d ' ' -f 1)"
}

@test "a file that is no text is refused" {
    printf '%%PDF-1.4\n' >a.pdf
    run "$DOC2PGSQL" preview a.pdf
    refused 4 'is no text but a PDF file; extract its text first'
}
