#!/usr/bin/env bats
# Which files are read: directories, patterns, lists, standard input.
bats_require_minimum_version 1.5.0
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

@test "links that lead out of the folder are counted, and followed with --follow-links" {
    mkdir d
    article one d/a.txt
    article secret secret.txt
    ln -s ../secret.txt d/b.txt
    run -0 "$DOC2PGSQL" preview d
    [[ $output != *secret* ]]
    [[ $output == *'symbolic links that lead out of the folder, not followed without --follow-links: 1'* ]]
    same "$(documents source --follow-links d)" $'d/a.txt\nd/b.txt'
    same "$(documents source d/b.txt)" 'secret.txt'
}

@test "a file that can't be read is reported, and the others are read" {
    mkdir d
    article one d/a.txt
    ln -s nothing d/b.txt
    run "$DOC2PGSQL" preview d missing.txt
    refused 3 'd/b.txt: rejected: can'\''t read it: No such file or directory'
    refused 3 'missing.txt: rejected: can'\''t read it'
    [[ $output == *one* ]]
}

@test "patterns that the shell left alone are expanded" {
    article one a1.txt
    article two a2.txt
    article star 'a*.md'
    same "$(documents source 'a?.txt' 'a*.md')" $'a1.txt\na2.txt\na*.md'
    run "$DOC2PGSQL" preview 'none*.txt'
    refused 3 'none*.txt: rejected: can'\''t read it: No such file or directory'
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

@test "nothing found is said, with exit code 3: an empty folder, patterns that nothing matches" {
    mkdir -p d/old empty/.hidden
    article 1 d/old/1.txt
    article no empty/.hidden/2.txt
    tar -cf d.tar d
    for command in preview 'export --format=null' verify; do
        # shellcheck disable=SC2086 # words
        run "$DOC2PGSQL" $command empty
        refused 3 'no article was found: below the paths there is no file, but perhaps hidden ones, which are passed over'
        for options in '--include=*.md d' '--exclude=old d' '--include=*.md d.tar'; do
            # shellcheck disable=SC2086 # words
            run "$DOC2PGSQL" $command $options
            refused 3 'no article was found: --include and --exclude leave no file'
        done
    done
    # what lists the files may have found none, and a file of records may hold none
    run -0 "$DOC2PGSQL" verify --files-from=/dev/null
    printf 'title,text\n' >none.csv
    run -0 "$DOC2PGSQL" verify none.csv
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

@test "nothing from standard input is no article: the command before may have failed" {
    run -4 "$DOC2PGSQL" preview - </dev/null
    [[ $output == *"stdin: rejected: nothing came from standard input"* ]]
    run -4 "$DOC2PGSQL" preview --stdin-name=letter - </dev/null
    [[ $output == *"letter: rejected: nothing came from standard input"* ]]
    : >empty.txt
    run -0 "$DOC2PGSQL" preview empty.txt
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

@test "what is no article is refused with what to do" {
    printf '%%PDF-1.4\n' >a.pdf
    printf '\\documentclass{article}\n' >page.txt
    printf 'From: Ada <ada@example.org>\nMessage-ID: <1>\nSubject: x\n\nText.\n' >letter.eml
    for file in a.pdf page.txt letter.eml; do
        run "$DOC2PGSQL" preview "$file"
        refused 4 "$file: rejected: is no article but "
        refused 4 '| doc2pgsql load -'
    done
    run "$DOC2PGSQL" preview --input-format=article page.txt
    [ "$status" -eq 0 ]
}

@test "the commands of the advice for mail and captions give what they promise" {
    printf 'From: Ada <ada@example.org>\nMessage-ID: <1>\nSubject: x\nContent-Type: text/plain\n\nThe mill turns.\n' >a.eml
    printf 'WEBVTT\nKind: captions\n\n1\n00:01.000 --> 00:02.000\nThe mill turns.\n' >a.vtt
    for file in a.eml a.vtt; do
        advice=$("$DOC2PGSQL" preview $file 2>&1 | sed "s/.* first: //; s/FILE/$file/; s/ | doc2pgsql load -//")
        same "$(eval "$advice" | paragraphs -)" 'The mill turns.'
    done
}

# Where pandoc isn't there, others run this.
@test "the command of the advice for DOCX and ODT gives what it promises" {
    command -v pandoc >/dev/null || skip "no pandoc"
    for file in a.docx a.odt; do
        printf '# Mills\n\nThe mill turns.\n' | pandoc -f markdown -o "$file"
        run "$DOC2PGSQL" preview "$file"
        refused 4 "$file: rejected: is no article but a document of a word processor; convert it first: "
        advice=${output#*convert it first: }
        advice=${advice%% | doc2pgsql*}
        same "$(eval "${advice/FILE/$file}" | paragraphs -)" 'The mill turns.'
    done
}

@test "a page that a browser saved with its parts, an e-book and trafilatura's XML are articles" {
    printf '%s\n' 'From: <Saved by Blink>' 'Snapshot-Content-Location: https://a.org/b' 'MIME-Version: 1.0' \
        'Content-Type: multipart/related; boundary="x"' '' '--x' 'Content-Type: text/html' \
        'Content-Transfer-Encoding: quoted-printable' '' '<p>M=C3=BChle' '--x--' >a.mhtml
    printf '<doc sitename="S" title="T">\n<main><p>x</p></main></doc>\n' >b.xml
    mkdir -p book/META-INF
    printf application/epub+zip >book/mimetype
    printf '<container><rootfile full-path="c.opf"/></container>' >book/META-INF/container.xml
    printf '<package><metadata><dc:title>Mills</dc:title></metadata><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><itemref idref="c"/></package>' >book/c.opf
    printf '<html><body><a id="p1"/><p>Mills</p></body></html>' >book/c.xhtml
    (cd book && zip -q -X0 ../c.epub mimetype && zip -q -r ../c.epub . -x mimetype)
    same "$(documents source,dialect,url,title a.mhtml b.xml c.epub)" \
        $'a.mhtml|html|https://a.org/b|\nb.xml|html||T\nc.epub|html||Mills'
}

# A website's folder: one article, and what it is made of.
website() {
    mkdir -p site/_data site/assets
    printf -- '---\ntitle: Mills\n---\n\nThe mill turns.\n' >site/mills.md
    printf 'title: x\n' >site/_config.yml
    printf '<!DOCTYPE html>\n<html>{{ content }}</html>\n' >site/page.html
    printf '\x89PNG\r\n\x1a\n' >site/assets/a.png
    printf '\x89PNG\r\n\x1a\n' >site/assets/b.png
    printf 'a { b: c }\n' >site/assets/a.css
    printf '{"private": true, "version": 1}\n' >site/package.json
    printf '[{"born": "x"}, {"born": "y"}]\n' >site/_data/people.json
}

@test "what holds no text in a folder or archive is counted, and no fault" {
    website
    line='passed over, for they hold no articles: images 2, stylesheets 1, files of settings 1, JSON files without text 2, templates of pages 1'
    tar -cf site.tar site
    for path in site site.tar; do
        run "$DOC2PGSQL" export --format=null $path
        [ "$status" -eq 0 ]
        [ "${lines[0]}" = "$line" ]
        [[ ${lines[1]} == '1 article: '* ]]
        same "$("$DOC2PGSQL" export --quiet --format=null $path 2>&1)" ''
    done
}

@test "what is named, or promises text, or holds text is refused in a folder, too" {
    website
    for path in site/page.html site/_config.yml site/assets/a.png site/assets/a.css; do
        run "$DOC2PGSQL" preview $path
        refused 4 "$path: rejected: is no article but "
    done
    run "$DOC2PGSQL" preview --include='*.html' site
    refused 4 'page.html: rejected: is no article but a template of a page'
    mv site/page.html site/page.txt
    printf '{\\rtf1 x}' >site/a.rtf
    run "$DOC2PGSQL" export --format=null site
    refused 4 'a.rtf: rejected: is no article but an RTF file; convert it first: pandoc -f rtf -t gfm FILE'
    refused 4 'page.txt: rejected: is no article but a template of a page'
}

@test "a folder without any article is said to be one" {
    website
    rm site/mills.md site/*.json site/_data/*
    run "$DOC2PGSQL" preview site
    refused 3 'no article was found, only images'
}

@test "a JSON file without text is refused where it is named, and where its name says that it holds records" {
    website
    mkdir d
    mv site/package.json d/a.jsonl
    run "$DOC2PGSQL" preview d
    refused 4 'd/a.jsonl:1: rejected: has no text; its fields are: private, version'
    run "$DOC2PGSQL" preview site/_data/people.json
    refused 4 'people.json:1: rejected: has no text; its fields are: born'
}
