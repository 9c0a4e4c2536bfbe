#!/bin/sh
# turndown 7.2.5, node-html-markdown 2.0.0, rehype-remark 10.0.1 and html-to-text 10.0.1: 10<sup>2</sup> becomes 102.
# Guess: Markdown has no sign for it, so the tag stays as HTML, as html-to-md 0.8.8 does it, or a '^' or a blank is put in.
# Seen:  powers, and the small number of a footnote behind a figure, join the digits: '1,250<sup>3</sup> boats' are '1,2503
#        boats'.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

npm install --prefix "$work" --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1 \
    html-to-md@0.8.8 unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 >/dev/null
cat >"$work/run.mjs" <<'END'
import Turndown from "turndown";
import { NodeHtmlMarkdown } from "node-html-markdown";
import { convert } from "html-to-text";
import htmlToMd from "html-to-md";
import { unified } from "unified";
import parse from "rehype-parse";
import remark from "rehype-remark";
import stringify from "remark-stringify";

const tool = {
    "turndown": html => new Turndown().turndown(html),
    "node-html-markdown": html => NodeHtmlMarkdown.translate(html),
    "html-to-text": html => convert(html),
    "html-to-md": htmlToMd.default ?? htmlToMd,
    "rehype-remark": html => String(unified().use(parse).use(remark).use(stringify).processSync(html)).trim(),
}[process.argv[2]];
console.log(tool(process.argv[3]));
END
run() { node "$work/run.mjs" "$@"; }

page='<p>It held 10<sup>2</sup> tonnes and 1,250<sup>3</sup> boats.</p>'

for tool in turndown node-html-markdown html-to-text rehype-remark; do
    check "$tool" 'It held 102 tonnes and 1,2503 boats.' "$(run $tool "$page")"
done
check 'html-to-md' 'It held 10<sup>2</sup> tonnes and 1,250<sup>3</sup> boats.' "$(run html-to-md "$page")"
