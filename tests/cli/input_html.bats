bats_require_minimum_version 1.5.0
# Pages of HTML as input: what they are told by, what they state, what is left out.
load ../helper
load input

page() {
    printf '<!doctype html>\n<html lang="de">\n<title>Mills | Valley</title><meta property="og:site_name" content="Valley">
<meta name="author" content="Bo"><nav><a href="/">Home</a></nav><main><h1>Mills</h1>
<p>The mill turns, and the water that falls on its wheel comes from the lake above the village.</p></main>\n'
}

@test "a page is told by its content, or by its name and its tags" {
    page >a.txt
    printf '<h1>Mills</h1>\n<p>They turn, and the water falls on their wheels day and night.</p>\n' | tee b.html c.txt >/dev/null
    printf 'Words, saved as a page.\n' >d.html
    same "$(documents source,dialect,title a.txt b.html d.html)" 'a.txt|html|Mills
b.html|html|Mills
d.html|extracted|'
    same "$(documents dialect --dialect=html c.txt)" html
    same "$(page | documents dialect -)" html
}

@test "what a page states of its article, and by what" {
    page >a.html
    same "$(documents title,author,site,language a.html)" 'Mills|Bo|Valley|de'
    printf '<html><meta name="date" content="2024-05-03"><p>The mill turns.</p></html>\n' | tee 2020-01-02-a.html b.html >/dev/null
    printf '<html><p>The mill turns.</p></html>\n' >2020-01-02-c.html
    same "$(documents published_at 2020-01-02-a.html b.html 2020-01-02-c.html | cut -c 1-10)" '2024-05-03
2024-05-03
2020-01-02'
    documents metadata a.html | grep -q '"stated_by":{"author":"author","site":"og:site_name","language":"<html lang>"}'
}

@test "any white space parts the words of a class" {
    printf '<p>The mill turns.</p><time datetime="2020-01-02">a</time> <time class="when\npublished" datetime="2024-05-03">b</time>' >a.html
    same "$(documents published_at a.html | cut -c 1-10)" 2024-05-03
}

@test "a day that the text tells of is not the article's" {
    told='<p>The mill burned down on <time datetime="2020-01-02">2 January</time>, and nobody knows until this day who had left the fire alone.</p>'
    line='<p>By Bo, on <time datetime="2024-05-03">3 May</time></p>'
    printf '<title>Mills</title>%s\n' "$told" >a.html
    printf '<title>Mills</title>%s%s\n' "$told" "$line" >b.html
    same "$(documents published_at a.html b.html | cut -c 1-10)" '
2024-05-03'
}

@test "a hundred thousand formulas, times and headings in one another end" {
    many() { yes "$1" | head -n 100000 | tr -d '\n'; }
    { printf '<p>'; many '<math><mi>x</mi></math>'; printf '</p><p>'; many '<time datetime="2024-05-03"></time>'; } >a.html
    { printf '<p>The mill turns.</p>'; for i in {1..200}; do printf '<h1><div>'; done; many '<br>'; } >b.html
    same "$(documents dialect a.html b.html)" 'html
html'
}

@test "the date and the author of a line that is left out amid the article are its own" {
    line='<div class="meta"><a href="/b" rel="author">Bo</a> <time class="published" datetime="2024-05-03">3 May</time></div>'
    text='<p>The mill turns, and the water that falls on its wheel comes from the lake above the village.</p>'
    printf '<!doctype html><title>Mills</title><main><h1>Mills</h1>%s%s</main>\n' "$line" "$text" >a.html
    printf '<!doctype html><title>Mills</title><main><h1>Mills</h1>%s</main>%s\n' "$text" "$line" >b.html
    run -0 "$DOC2PGSQL" preview --explain a.html
    [[ $output == *'left out, outside of the article, 6 characters: Bo 3 May'* ]]
    same "$(documents author,published_at a.html b.html | cut -c 1-13)" 'Bo|2024-05-03
|'
}

@test "menus are left out, unless the whole page is asked for" {
    page >a.html
    run -0 "$DOC2PGSQL" preview --explain a.html
    [[ $output != *'• Home'* && $output == *'left out, navigation, 4 characters: Home'* ]]
    grep -qxE ' +[0-9]+ left out, navigation, 4 characters: Home' <<<"$output"
    run -0 "$DOC2PGSQL" preview --explain --whole-page a.html
    [[ $output == *' Home'* && $output != *'left out'* ]]
    run -0 "$DOC2PGSQL" verify a.html
    same "${lines[1]}" '4 characters of pages are left out, for they are no part of the articles: doc2pgsql preview --explain PATH shows which'
    run -0 "$DOC2PGSQL" verify --whole-page a.html
    same "${#lines[@]}" 1
}

@test "pages below a folder are articles, templates are passed over" {
    mkdir site
    page >site/a.html
    printf '<p>{{ content }}</p>\n' >site/b.html
    run "$DOC2PGSQL" export --format=null site
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'passed over, for they hold no articles: templates of pages 1' ]
    [[ ${lines[1]} == '1 article: '* ]]
}

@test "a page that holds a dialog alone is an empty article" {
    printf '<!doctype html><title>Sign in</title><main><h1>Sign in</h1><form><p>Sign in to read on.</p><input type=password><button>Go</button></form></main>\n' >a.html
    run -0 "$DOC2PGSQL" preview --explain a.html
    [[ $output == *' 0 headings, 0 paragraphs, 0 bullets, '* ]]
    grep -qxE ' +1 left out, a dialog, 23 characters: Sign in Sign in to read on. Go' <<<"$output"
    run -0 "$DOC2PGSQL" preview --whole-page a.html
    [[ $output == *' 1 headings, 2 paragraphs, '* ]]
    run -0 "$DOC2PGSQL" verify a.html
}
