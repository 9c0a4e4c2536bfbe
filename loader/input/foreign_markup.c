// Markup languages whose signs stand in the lines: wikis, documents of programs. What a text is called counts, too: in
// a file of the language's own ending one sign is enough.
#include "input/foreign.h"

#define MARKUP 16384  // as much as shows a markup

// In the file's ending: the language, and its signs; those that begin with a line end stand at a line's beginning.
static const struct {
    const char *endings;
    enum foreign kind;
    const char *signs[8];  // NULL behind the last
} named[] = {
    {" rst rest ", FOREIGN_RST, {"\n.. ", "``", "`_", ":`", "::\n"}},
    {" adoc asciidoc ", FOREIGN_ASCIIDOC, {"\n= ", "\n== ", "\n|===", "\n[", "\n:", "\n----\n", "link:"}},
    // host names have this ending, too
    {" org ", FOREIGN_ORG, {"\n** ", "\n#+", "\n:PROPERTIES:"}},
    {" pod ", FOREIGN_POD, {"\n=head", "\n=pod", "\n=encoding", "\n=over"}},
    {" texi texinfo txi ", FOREIGN_TEXINFO, {"\n@node", "\n\\input texinfo", "\n@chapter", "\n@section", "@c "}},
    {" mediawiki wiki ", FOREIGN_MEDIAWIKI, {"[[", "{{", "\n{|", "'''", "\n=="}},
    {" textile ", FOREIGN_TEXTILE, {"\nh1", "\nh2", "\nh3", "\n|_", "\nbq. ", "\":http"}},
    {" tex latex ltx ", FOREIGN_LATEX, {"\\"}},
};

enum foreign foreign_named_markup(struct str head, struct str ending)
{
    size_t i = 0;
    while (i < sizeof named / sizeof *named && !str_is_listed_any_case(named[i].endings, ending)) i++;
    for (size_t k = 0; i < sizeof named / sizeof *named && named[i].signs[k]; k++) {
        const char *sign = named[i].signs[k];
        if (str_contains(head, str_from(sign)) || (*sign == '\n' && foreign_begins(head, sign + 1)))
            return named[i].kind;
    }
    return FOREIGN_NONE;
}

struct signs {
    int wiki_heading, wiki_other, doc_title, doc_heading, doc_attribute, org, directive, jira, latex, man, pod, texinfo;
    int jira_block, jira_row;
};

static bool word_then(struct str line, size_t at, const char *end)
{
    size_t n = at;
    while (n < line.n && (str_is_word_byte(line.p[n]) || line.p[n] == '-' || line.p[n] == '_')) n++;
    return n > at && foreign_begins(str_slice(line, n, line.n), end);
}

static void count_equals(struct signs *signs, struct str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] == '=') n++;
    if (n == line.n || n > 6) return;
    if (n > 1 && line.n > 2 * n && line.p[line.n - 1] == '=' && line.p[line.n - n] == '=') signs->wiki_heading++;
    else if (line.p[n] == ' ' && line.p[line.n - 1] != '=') signs->doc_title += n == 1, signs->doc_heading += n > 1;
}

static void count_signs(struct signs *signs, struct str line)
{
    static const char *const latex[] = {"\\documentclass", "\\documentstyle", "\\usepackage", "\\begin{document}",
                                        "\\chapter{",      "\\section{",      "\\subsection{"};
    switch (*line.p) {
    case '=':
        count_equals(signs, line);
        signs->pod += foreign_begins(line, "=head") || foreign_begins(line, "=over") || foreign_begins(line, "=cut") ||
                      foreign_begins(line, "=item");
        break;
    case ':': signs->doc_attribute += word_then(line, 1, ":"); break;
    case '#': signs->org += foreign_begins(line, "#+") && word_then(line, 2, ":"); break;
    case '.':
        signs->directive += foreign_begins(line, ".. _") || (foreign_begins(line, ".. ") && word_then(line, 3, "::"));
        signs->man += foreign_begins(line, ".TH ") || foreign_begins(line, ".SH ") || foreign_begins(line, ".Dd ") ||
                      foreign_begins(line, ".Sh ");
        break;
    case 'h':
        signs->jira += line.n > 4 && line.p[1] >= '1' && line.p[1] <= '6' && line.p[2] == '.' && line.p[3] == ' ';
        break;
    case '{':
        signs->wiki_other += foreign_begins(line, "{{") || foreign_begins(line, "{|");
        signs->jira_block +=
            foreign_begins(line, "{code") || foreign_begins(line, "{noformat") || foreign_begins(line, "{panel");
        break;
    case '|': signs->jira_row += line.n > 4 && foreign_begins(line, "||") && str_ends(line, STR("||")); break;
    case '\\':
        signs->texinfo += foreign_begins(line, "\\input texinfo");
        for (size_t i = 0; i < sizeof latex / sizeof *latex; i++) signs->latex += foreign_begins(line, latex[i]);
        break;
    default: break;
    }
}

static enum foreign kind_of(const struct signs *signs, const struct signs *first, struct str head)
{
    if (first->latex) return FOREIGN_LATEX;
    if (first->man && signs->man > 1) return FOREIGN_MAN;
    if (first->org) return FOREIGN_ORG;
    if (first->doc_title && (signs->doc_attribute || signs->doc_heading)) return FOREIGN_ASCIIDOC;
    if (signs->directive + str_contains(head, STR(">`_")) + str_contains(head, STR(":`")) > 1) return FOREIGN_RST;
    if (signs->pod > 1) return FOREIGN_POD;
    if (first->texinfo) return FOREIGN_TEXINFO;
    if ((signs->jira > 0) + (signs->jira_block > 1) + (signs->jira_row > 0) > 1) return FOREIGN_JIRA;
    if (signs->jira > 1)
        return str_contains(head, STR("{code")) || str_contains(head, STR("||")) || str_contains(head, STR("{{"))
                   ? FOREIGN_JIRA
                   : FOREIGN_TEXTILE;
    if (!signs->wiki_heading && !signs->wiki_other) return FOREIGN_NONE;
    bool linked = str_contains(head, STR("[[")) && str_contains(head, STR("]]"));
    int others = (signs->wiki_heading > 0) + (signs->wiki_other > 0) + str_contains(head, STR("'''"));
    return linked && others > 1 ? FOREIGN_MEDIAWIKI : FOREIGN_NONE;
}

// Signs that no other kind of text has so often; in code blocks of Markdown they are quotations.
enum foreign foreign_markup(struct str head)
{
    struct signs signs = {0}, first = {0};
    head = str_trim(str_slice(head, 0, head.n < MARKUP ? head.n : MARKUP));
    if (foreign_begins(head, "#REDIRECT [[")) return FOREIGN_MEDIAWIKI;
    struct str rest = head, line;
    bool begun = false;
    while (foreign_take_line(&rest, &line)) {
        if (!line.n) continue;
        count_signs(&signs, line);
        bool comment = *line.p == '%' || foreign_begins(line, ".\\\"") || foreign_begins(line, "'\\\"");
        if (!begun && !comment) {
            first = signs;
            begun = true;
        }
    }
    enum foreign found = kind_of(&signs, &first, head);
    return found && str_contains(head, STR("```")) ? FOREIGN_NONE : found;
}
