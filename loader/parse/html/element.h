// The elements that the standard's parser, the selection or the rows know by name, and what the standard says of each
// (WHATWG HTML, "Tree construction"). The namespace of an element is told by its node: ELEMENT_TITLE is SVG's, too.
#ifndef PARSE_HTML_ELEMENT_H
#define PARSE_HTML_ELEMENT_H

#include "base/str.h"

// One line an element, in alphabetical order: X(enumerator, name, flags, rule of its start tag in body, of its end
// tag); parse/html/element_rules.h says what the last three mean.
// clang-format off
#define HTML_ELEMENTS(X) \
    X(A, "a", FORMATTING, A, FORMATTING) \
    X(ABBR, "abbr", NONE, OTHER, OTHER) \
    X(ACRONYM, "acronym", NONE, OTHER, OTHER) \
    X(ADDRESS, "address", SPECIAL, BLOCK, BLOCK) \
    X(ANNOTATION_XML, "annotation-xml", MATH_POINT, OTHER, OTHER) \
    X(APPLET, "applet", SPECIAL | SCOPE, OBJECT, OBJECT) \
    X(AREA, "area", SPECIAL, VOID, OTHER) \
    X(ARTICLE, "article", SPECIAL, BLOCK, BLOCK) \
    X(ASIDE, "aside", SPECIAL, BLOCK, BLOCK) \
    X(AUDIO, "audio", NONE, OTHER, OTHER) \
    X(B, "b", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(BASE, "base", SPECIAL, HEAD, OTHER) \
    X(BASEFONT, "basefont", SPECIAL, HEAD, OTHER) \
    X(BDI, "bdi", NONE, OTHER, OTHER) \
    X(BDO, "bdo", NONE, OTHER, OTHER) \
    X(BGSOUND, "bgsound", SPECIAL, HEAD, OTHER) \
    X(BIG, "big", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(BLOCKQUOTE, "blockquote", SPECIAL | BREAKOUT, BLOCK, BLOCK) \
    X(BODY, "body", SPECIAL | BREAKOUT, BODY, BODY) \
    X(BR, "br", SPECIAL | BREAKOUT, VOID, BR) \
    X(BUTTON, "button", SPECIAL | BUTTON_SCOPE, BUTTON, BLOCK) \
    X(CANVAS, "canvas", NONE, OTHER, OTHER) \
    X(CAPTION, "caption", SPECIAL | SCOPE | IMPLIED_TABLE, IGNORE, OTHER) \
    X(CENTER, "center", SPECIAL | BREAKOUT, BLOCK, BLOCK) \
    X(CITE, "cite", NONE, OTHER, OTHER) \
    X(CODE, "code", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(COL, "col", SPECIAL, IGNORE, OTHER) \
    X(COLGROUP, "colgroup", SPECIAL | IMPLIED_TABLE, IGNORE, OTHER) \
    X(DATA, "data", NONE, OTHER, OTHER) \
    X(DATALIST, "datalist", NONE, OTHER, OTHER) \
    X(DD, "dd", SPECIAL | IMPLIED | BREAKOUT, DD, DD) \
    X(DEL, "del", NONE, OTHER, OTHER) \
    X(DESC, "desc", SVG_POINT, OTHER, OTHER) \
    X(DETAILS, "details", SPECIAL, BLOCK, BLOCK) \
    X(DFN, "dfn", NONE, OTHER, OTHER) \
    X(DIALOG, "dialog", NONE, BLOCK, BLOCK) \
    X(DIR, "dir", SPECIAL, BLOCK, BLOCK) \
    X(DIV, "div", SPECIAL | BREAKOUT, BLOCK, BLOCK) \
    X(DL, "dl", SPECIAL | BREAKOUT, BLOCK, BLOCK) \
    X(DT, "dt", SPECIAL | IMPLIED | BREAKOUT, DD, DD) \
    X(EM, "em", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(EMBED, "embed", SPECIAL | BREAKOUT, VOID, OTHER) \
    X(FIELDSET, "fieldset", SPECIAL, BLOCK, BLOCK) \
    X(FIGCAPTION, "figcaption", SPECIAL, BLOCK, BLOCK) \
    X(FIGURE, "figure", SPECIAL, BLOCK, BLOCK) \
    X(FONT, "font", FORMATTING, FORMATTING, FORMATTING) \
    X(FOOTER, "footer", SPECIAL, BLOCK, BLOCK) \
    X(FOREIGNOBJECT, "foreignobject", SVG_POINT, OTHER, OTHER) \
    X(FORM, "form", SPECIAL, FORM, FORM) \
    X(FRAME, "frame", SPECIAL, IGNORE, OTHER) \
    X(FRAMESET, "frameset", SPECIAL, FRAMESET, OTHER) \
    X(H1, "h1", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(H2, "h2", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(H3, "h3", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(H4, "h4", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(H5, "h5", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(H6, "h6", SPECIAL | HEADING | BREAKOUT, HEADING, HEADING) \
    X(HEAD, "head", SPECIAL | BREAKOUT, IGNORE, OTHER) \
    X(HEADER, "header", SPECIAL, BLOCK, BLOCK) \
    X(HGROUP, "hgroup", SPECIAL, BLOCK, BLOCK) \
    X(HR, "hr", SPECIAL | BREAKOUT, HR, OTHER) \
    X(HTML, "html", SPECIAL | SCOPE | TABLE_SCOPE, HTML, HTML) \
    X(I, "i", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(IFRAME, "iframe", SPECIAL, RAWTEXT, OTHER) \
    X(IMAGE, "image", NONE, IMAGE, OTHER) \
    X(IMG, "img", SPECIAL | BREAKOUT, VOID, OTHER) \
    X(INPUT, "input", SPECIAL, INPUT, OTHER) \
    X(INS, "ins", NONE, OTHER, OTHER) \
    X(KBD, "kbd", NONE, OTHER, OTHER) \
    X(KEYGEN, "keygen", SPECIAL, VOID, OTHER) \
    X(LABEL, "label", NONE, OTHER, OTHER) \
    X(LEGEND, "legend", NONE, OTHER, OTHER) \
    X(LI, "li", SPECIAL | IMPLIED | BREAKOUT, LI, LI) \
    X(LINK, "link", SPECIAL, HEAD, OTHER) \
    X(LISTING, "listing", SPECIAL | BREAKOUT, PRE, BLOCK) \
    X(MAIN, "main", SPECIAL, BLOCK, BLOCK) \
    X(MALIGNMARK, "malignmark", NONE, OTHER, OTHER) \
    X(MAP, "map", NONE, OTHER, OTHER) \
    X(MARK, "mark", NONE, OTHER, OTHER) \
    X(MARQUEE, "marquee", SPECIAL | SCOPE, OBJECT, OBJECT) \
    X(MATH, "math", NONE, MATH, OTHER) \
    X(MENU, "menu", SPECIAL | BREAKOUT, BLOCK, BLOCK) \
    X(META, "meta", SPECIAL | BREAKOUT, HEAD, OTHER) \
    X(METER, "meter", NONE, OTHER, OTHER) \
    X(MGLYPH, "mglyph", NONE, OTHER, OTHER) \
    X(MI, "mi", MATH_POINT, OTHER, OTHER) \
    X(MN, "mn", MATH_POINT, OTHER, OTHER) \
    X(MO, "mo", MATH_POINT, OTHER, OTHER) \
    X(MS, "ms", MATH_POINT, OTHER, OTHER) \
    X(MTEXT, "mtext", MATH_POINT, OTHER, OTHER) \
    X(NAV, "nav", SPECIAL, BLOCK, BLOCK) \
    X(NOBR, "nobr", FORMATTING | BREAKOUT, NOBR, FORMATTING) \
    X(NOEMBED, "noembed", SPECIAL, RAWTEXT, OTHER) \
    X(NOFRAMES, "noframes", SPECIAL, HEAD, OTHER) \
    X(NOSCRIPT, "noscript", SPECIAL, OTHER, OTHER) \
    X(OBJECT, "object", SPECIAL | SCOPE, OBJECT, OBJECT) \
    X(OL, "ol", SPECIAL | LIST_SCOPE | BREAKOUT, BLOCK, BLOCK) \
    X(OPTGROUP, "optgroup", IMPLIED, OPTGROUP, OTHER) \
    X(OPTION, "option", IMPLIED, OPTION, OTHER) \
    X(OUTPUT, "output", NONE, OTHER, OTHER) \
    X(P, "p", SPECIAL | IMPLIED | BREAKOUT, BLOCK, P) \
    X(PARAM, "param", SPECIAL, PARAM, OTHER) \
    X(PICTURE, "picture", NONE, OTHER, OTHER) \
    X(PLAINTEXT, "plaintext", SPECIAL, PLAINTEXT, OTHER) \
    X(PRE, "pre", SPECIAL | BREAKOUT, PRE, BLOCK) \
    X(PROGRESS, "progress", NONE, OTHER, OTHER) \
    X(Q, "q", NONE, OTHER, OTHER) \
    X(RB, "rb", IMPLIED, RB, OTHER) \
    X(RP, "rp", IMPLIED, RP, OTHER) \
    X(RT, "rt", IMPLIED, RP, OTHER) \
    X(RTC, "rtc", IMPLIED, RB, OTHER) \
    X(RUBY, "ruby", BREAKOUT, OTHER, OTHER) \
    X(S, "s", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(SAMP, "samp", NONE, OTHER, OTHER) \
    X(SCRIPT, "script", SPECIAL, HEAD, OTHER) \
    X(SEARCH, "search", SPECIAL, BLOCK, BLOCK) \
    X(SECTION, "section", SPECIAL, BLOCK, BLOCK) \
    X(SELECT, "select", SPECIAL | SCOPE, SELECT, BLOCK) \
    X(SLOT, "slot", NONE, OTHER, OTHER) \
    X(SMALL, "small", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(SOURCE, "source", SPECIAL, PARAM, OTHER) \
    X(SPAN, "span", BREAKOUT, OTHER, OTHER) \
    X(STRIKE, "strike", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(STRONG, "strong", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(STYLE, "style", SPECIAL, HEAD, OTHER) \
    X(SUB, "sub", BREAKOUT, OTHER, OTHER) \
    X(SUMMARY, "summary", SPECIAL, BLOCK, BLOCK) \
    X(SUP, "sup", BREAKOUT, OTHER, OTHER) \
    X(SVG, "svg", NONE, SVG, OTHER) \
    X(TABLE, "table", SPECIAL | SCOPE | TABLE_SCOPE | BREAKOUT | FOSTER, TABLE, OTHER) \
    X(TBODY, "tbody", SPECIAL | IMPLIED_TABLE | FOSTER, IGNORE, OTHER) \
    X(TD, "td", SPECIAL | SCOPE | IMPLIED_TABLE, IGNORE, OTHER) \
    X(TEMPLATE, "template", SPECIAL | SCOPE | TABLE_SCOPE, HEAD, TEMPLATE) \
    X(TEXTAREA, "textarea", SPECIAL, TEXTAREA, OTHER) \
    X(TFOOT, "tfoot", SPECIAL | IMPLIED_TABLE | FOSTER, IGNORE, OTHER) \
    X(TH, "th", SPECIAL | SCOPE | IMPLIED_TABLE, IGNORE, OTHER) \
    X(THEAD, "thead", SPECIAL | IMPLIED_TABLE | FOSTER, IGNORE, OTHER) \
    X(TIME, "time", NONE, OTHER, OTHER) \
    X(TITLE, "title", SPECIAL | SVG_POINT, HEAD, OTHER) \
    X(TR, "tr", SPECIAL | IMPLIED_TABLE | FOSTER, IGNORE, OTHER) \
    X(TRACK, "track", SPECIAL, PARAM, OTHER) \
    X(TT, "tt", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(U, "u", FORMATTING | BREAKOUT, FORMATTING, FORMATTING) \
    X(UL, "ul", SPECIAL | LIST_SCOPE | BREAKOUT, BLOCK, BLOCK) \
    X(VAR, "var", BREAKOUT, OTHER, OTHER) \
    X(VIDEO, "video", NONE, OTHER, OTHER) \
    X(WBR, "wbr", SPECIAL, VOID, OTHER) \
    X(XMP, "xmp", SPECIAL, XMP, BLOCK)
// clang-format on

enum html_element {
    ELEMENT_UNKNOWN,  // any other name
#define X(id, name, flags, start, end) ELEMENT_##id,
    HTML_ELEMENTS(X)
#undef X
        ELEMENTS
};

// The element of this name in any case.
enum html_element html_element_of(struct str name);
const char *html_element_name(enum html_element element);

#endif
