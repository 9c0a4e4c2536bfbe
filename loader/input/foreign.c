#include "input/foreign.h"

#include "input/charset.h"
#include "input/format.h"
#include "input/json_scan.h"

#define PANDOC(from) "convert it first: pandoc -f " from " -t gfm FILE | doc2pgsql load -"

#define SAY_SO "if it is an article all the same, say so: --input-format=article"

const struct foreign_kind foreign_kinds[FOREIGN_KINDS] = {
    [FOREIGN_IMAGE] = {"an image", "images", NULL, true},
    [FOREIGN_FONT] = {"a font", "fonts", NULL, true},
    [FOREIGN_AUDIO] = {"sound", "sound files", NULL, true},
    [FOREIGN_VIDEO] = {"a film", "films", NULL, true},
    [FOREIGN_PROGRAM] = {"a program", "programs", NULL, true},
    [FOREIGN_CODE] = {"source code", "files of source code", SAY_SO, true},
    [FOREIGN_STYLE] = {"a stylesheet", "stylesheets", SAY_SO, true},
    [FOREIGN_SETTINGS] = {"a file of settings", "files of settings", SAY_SO, true},
    [FOREIGN_JSON] = {"JSON that holds no articles", "JSON files without text",
                      "if one of its fields is the text, name it: --map=text=FIELD", true},
    [FOREIGN_NOTEBOOK] = {"a notebook", "notebooks", PANDOC("ipynb"), true},
    [FOREIGN_POINTER] = {"a pointer of Git LFS", "pointers of Git LFS", "fetch what it stands for: git lfs pull", true},
    [FOREIGN_BINARY] = {"binary data", "other binary files", NULL, true},
    [FOREIGN_TEMPLATE] = {"a template of a page", "templates of pages", SAY_SO, true},
    [FOREIGN_FEED] = {"a feed", "feeds",
                      "extract the pages that it names first: trafilatura --feed URL --output-dir DIR", true},
    [FOREIGN_XML] = {"XML", "XML files", "convert it first, such as with pandoc, and pipe it into doc2pgsql load -",
                     true},
    [FOREIGN_PDF] = {"a PDF file", "PDF files", "extract its text first: pdftotext FILE - | doc2pgsql load -", false},
    [FOREIGN_POSTSCRIPT] = {"a PostScript file", "PostScript files",
                            "extract its text first: ps2ascii FILE | doc2pgsql load -", false},
    [FOREIGN_DOCUMENT] = {"a document of a word processor", "documents of word processors",
                          "convert it first: pandoc -t gfm FILE | doc2pgsql load -", false},
    [FOREIGN_OFFICE] = {"an Office file", "Office files", "convert it first: markitdown FILE | doc2pgsql load -",
                        false},
    [FOREIGN_OLD_OFFICE] = {"an old Office file", "old Office files",
                            "write it anew first: soffice --headless --convert-to docx FILE", false},
    [FOREIGN_RTF] = {"an RTF file", "RTF files", PANDOC("rtf"), false},
    [FOREIGN_MAIL] = {"mail", "mails",
                      "take its text out first: python3 -c \"import sys, email.policy as p; "
                      "print(__import__('email').message_from_binary_file(sys.stdin.buffer, policy=p.default)"
                      ".get_body(('plain',)).get_content())\" <FILE | doc2pgsql load -",
                      false},
    [FOREIGN_DOCBOOK] = {"a DocBook document", "DocBook documents", PANDOC("docbook"), false},
    [FOREIGN_JATS] = {"a JATS article", "JATS articles", PANDOC("jats"), false},
    [FOREIGN_WIKI_DUMP] =
        {"a dump of MediaWiki", "dumps of MediaWiki",
         "extract its pages first: python3 -m wikiextractor.WikiExtractor --json -o - FILE | doc2pgsql "
         "load -",
         false},
    [FOREIGN_MEDIAWIKI] = {"MediaWiki markup", "MediaWiki texts", PANDOC("mediawiki"), false},
    [FOREIGN_ASCIIDOC] = {"AsciiDoc", "AsciiDoc texts",
                          "convert it first: asciidoctor -b docbook -o - FILE | pandoc -f docbook -t gfm | doc2pgsql "
                          "load -",
                          false},
    [FOREIGN_ORG] = {"an Org file", "Org files", PANDOC("org"), false},
    [FOREIGN_RST] = {"reStructuredText", "reStructuredText files", PANDOC("rst"), false},
    [FOREIGN_JIRA] = {"Jira markup", "Jira texts", PANDOC("jira"), false},
    [FOREIGN_TEXTILE] = {"Textile", "Textile texts", PANDOC("textile"), false},
    [FOREIGN_LATEX] = {"LaTeX source", "LaTeX sources", PANDOC("latex"), false},
    [FOREIGN_POD] = {"Perl's POD", "POD texts", "convert it first: pod2html FILE | doc2pgsql load -", false},
    [FOREIGN_TEXINFO] = {"Texinfo source", "Texinfo sources",
                         "convert it first: makeinfo --html --no-split -o - FILE | doc2pgsql load -", false},
    [FOREIGN_MAN] = {"the source of a man page", "sources of man pages", PANDOC("man"), false},
    [FOREIGN_CAPTIONS] = {"captions of a film", "captions",
                          "take the spoken text out first: grep -vE '^(WEBVTT|[A-Z][a-z]+:|[0-9]+.?$|.* --> )' FILE | "
                          "doc2pgsql load -",
                          false},
    [FOREIGN_SQLITE] = {"an SQLite database", "SQLite databases",
                        "write its table as CSV: sqlite3 -header -csv FILE 'select * from TABLE' | doc2pgsql load "
                        "--input-format=csv -",
                        false},
    [FOREIGN_PARQUET] = {"a Parquet file", "Parquet files",
                         "write it as NDJSON: duckdb -c \"copy (from 'FILE') to '/dev/stdout' (format json)\" | "
                         "doc2pgsql load -",
                         false},
    [FOREIGN_ARROW] = {"an Arrow file", "Arrow files",
                       "write it as NDJSON: python3 -c \"import pandas; print(pandas.read_feather('FILE').to_json("
                       "orient='records', lines=True))\" | doc2pgsql load -",
                       false},
    [FOREIGN_PICKLE] = {"a Python pickle", "Python pickles",
                        "write its articles as NDJSON with the program that made it", false},
    [FOREIGN_ARCHIVE] = {"an archive of a kind that isn't read", "archives of kinds that aren't read",
                         "unpack it first", false},
};

// Names ---------------------------------------------------------------------------------------------------------------

static const char settings[] =
    " yml yaml toml ini cfg conf config lock properties env editorconfig plist desktop service rc webmanifest bib bst "
    "cls "
    "sty po pot mo ";
static const char code[] =
    " js mjs cjs jsx ts tsx pyi rb php java c h cpp cxx hpp hh cs go swift kt kts scala clj cljs lua r jl hs fs fsx vb "
    "ps1 "
    "psm1 bat cmd bash zsh fish awk sed sql proto graphql gql vue svelte astro erb haml slim pug jade ejs hbs mustache "
    "liquid njk twig tpl tmpl jinja jinja2 j2 jsp asp aspx coffee dart ex exs erl elm nim zig asm f90 m4 cmake gradle "
    "groovy diff patch map el lisp scm rkt bzl nix wasm ";
// Endings that host names have too: the text must look like code.
static const char code_or_host[] = " py pl pm rs sh cc ml mk tf ";
static const char style[] = " css scss sass less styl xsl xslt ";
static const char json[] = " json json5 jsonc geojson topojson har ";
static const char html[] = " html htm xhtml shtml ";
static const char settings_names[] =
    " makefile gemfile rakefile dockerfile vagrantfile procfile jenkinsfile pipfile brewfile cname codeowners "
    "robots.txt "
    "requirements.txt cmakelists.txt humans.txt ads.txt go.mod go.sum ";

static struct str base_of(struct str name)
{
    for (size_t i = name.n; i; i--)
        if (name.p[i - 1] == '/' || name.p[i - 1] == '!') return str_slice(name, i, name.n);
    return name;
}

static struct str ending_of(struct str name)
{
    name = base_of(format_unpacked_name(name));
    for (size_t i = name.n; i > 1; i--)
        if (name.p[i - 1] == '.') return str_slice(name, i, name.n);
    return STR("");
}

bool foreign_names_page(struct str name)
{
    return str_is_listed_any_case(html, ending_of(name));
}

bool foreign_promises_text(struct str name)
{
    return str_is_listed_any_case(" txt text md markdown mdown mkd ", ending_of(name));
}

// Signs that code is full of.
static bool looks_like_code(struct str s)
{
    size_t signs = 0;
    for (size_t i = 0; i < s.n; i++) signs += strchr("{}();=<>[]$_#\\", s.p[i]) != NULL && s.p[i];
    return signs * 100 >= s.n * 3;
}

static enum foreign by_name(struct str head, struct str name)
{
    struct str ending = ending_of(name);
    if (str_is_listed_any_case(settings_names, base_of(name)) || str_is_listed_any_case(settings, ending))
        return FOREIGN_SETTINGS;
    if (str_is_listed_any_case(style, ending)) return FOREIGN_STYLE;
    if (str_is_listed_any_case(code, ending) || (str_is_listed_any_case(code_or_host, ending) && looks_like_code(head)))
        return FOREIGN_CODE;
    if (str_is_listed_any_case(" ipynb ", ending)) return FOREIGN_NOTEBOOK;
    if (str_is_listed_any_case(json, ending) && !json_scan_looks(head)) return FOREIGN_JSON;
    if (str_is_listed_any_case(html, ending) && foreign_is_template(head)) return FOREIGN_TEMPLATE;
    return foreign_named_markup(head, ending);
}

// -----------------------------------------------------------------------------------------------------------------------

// Of UTF-16 and UTF-32 its ASCII is enough to tell.
static struct str narrowed(struct str head, char narrow[2048])
{
    size_t n = 0;
    for (size_t i = 0; i < head.n && n < 2048; i++)
        if (head.p[i] && (unsigned char)head.p[i] < 0x80) narrow[n++] = head.p[i];
    return (struct str){narrow, n};
}

enum foreign foreign_of(struct str head, struct str name, bool is_article)
{
    char narrow[2048];
    bool wide = charset_guess(head) != NULL;
    enum foreign found = foreign_bytes(head);
    if (found == FOREIGN_BINARY && wide) found = FOREIGN_NONE;
    if (found || is_article) return found;
    if (wide) head = narrowed(head, narrow);
    found = foreign_text(head);
    if (!found) found = by_name(head, name);
    return found ? found : foreign_markup(head);
}
