// The tree of a page, built by the rules of the HTML standard (WHATWG, "Tree construction"): implied ends, misnested
// formatting, tables' foster parents; no scripts run. Nodes, names and decoded strings live in the arena; text and
// attributes without references are slices of the page.
#ifndef PARSE_HTML_TREE_H
#define PARSE_HTML_TREE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "parse/html/element.h"

#include <stdbool.h>
#include <stdint.h>

// Elements that may be open at once.
#define HTML_DEPTH_MAX 512

enum html_node_type {
    HTML_NODE_DOCUMENT,
    HTML_NODE_ELEMENT,
    HTML_NODE_TEXT,
    HTML_NODE_COMMENT,
    HTML_NODE_DOCTYPE,
};

enum html_namespace { HTML_NS_HTML, HTML_NS_SVG, HTML_NS_MATHML };

// Why a node with all below it is no part of the article; set by html_select, 0 from html_tree_build.
enum html_left {
    HTML_LEFT_NOT,
    HTML_LEFT_NEVER,       // never text: script, style, head, template, hidden
    HTML_LEFT_NAVIGATION,  // nav, menus, breadcrumbs, tables of contents
    HTML_LEFT_FURNITURE,   // headers and footers of the site, asides, cookie banners, share bars, forms
    HTML_LEFT_DIALOG,      // what asks for consent, a password, a subscription
    HTML_LEFT_TEASER,      // of other articles
    HTML_LEFT_COMMENTS,    // of readers
    HTML_LEFT_READING,     // how the characters beside it are read, and marks of places: no words
    HTML_LEFT_OUTSIDE,     // outside of the element that holds the article
};

struct html_attribute {
    struct str name;   // lower case
    struct str value;  // references decoded; empty when there is none
};

struct html_node {
    struct html_node *parent, *first, *last, *prev, *next;
    struct str text;  // of text and comments; of an element that ELEMENT_UNKNOWN stands for: its name, lower case
    const struct html_attribute *attributes;
    uint32_t attribute_count;
    uint32_t offset;    // byte of the page on which its tag or text begins; an implied element: where it was implied
    uint32_t end;       // of an element: byte behind its last tag or text; of a text: behind its last piece with words
    uint16_t element;   // enum html_element
    uint8_t type;       // enum html_node_type
    uint8_t namespace;  // enum html_namespace
    uint8_t left;       // enum html_left
    bool grown;         // its text is a buffer of the builder's
    bool phrase;        // a block within a heading, whose words it is; set by html_headings_settle
};

struct html_tree {
    struct html_node *document, *html, *head, *body;  // body: NULL for a frameset
    bool quirks;
};

// Builds the tree of any bytes (UTF-8), in time that grows with them. Elements deeper than HTML_DEPTH_MAX become
// siblings of those at that depth. SVG and MathML keep their lower case names; a template's content is its children.
// Fails only when the arena is full.
bool html_tree_build(struct html_tree *tree, struct str page, struct arena *arena, struct error *error);

// Next node in document order below root, NULL behind the last; `skip` leaves out what is below the node.
struct html_node *html_node_next(const struct html_node *root, const struct html_node *node, bool skip);

// Value of the attribute; STR_NULL when there is none.
struct str html_node_attribute(const struct html_node *node, const char *name);

#endif
