#include "report/html.h"

#include "base/say.h"

void html_text(struct buf *out, struct str text)
{
    struct buf visible = {0};
    say_visible(&visible, text);
    for (size_t i = 0; i < visible.n; i++) {
        switch (visible.p[i]) {
        case '&': buf_str_add(out, STR("&amp;")); break;
        case '<': buf_str_add(out, STR("&lt;")); break;
        case '>': buf_str_add(out, STR("&gt;")); break;
        case '"': buf_str_add(out, STR("&quot;")); break;
        default: buf_byte(out, visible.p[i]);
        }
    }
    if (visible.failed) out->failed = true;
    buf_release(&visible);
}

// Colours: text on ground 12:1 and more in both schemes; bars 4.5:1.
static const char STYLE[] =
    ":root{color-scheme:light "
    "dark;--ink:#1c1e21;--paper:#fff;--line:#d5d8dc;--soft:#5a6068;--bar:#2f6f9f;--lane:#eef1f4}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#17191c;--line:#3a3f45;--soft:#a4abb3;--bar:#6aaede;"
    "--lane:#24282d}}\n"
    "*{box-sizing:border-box}body{margin:0 auto;padding:1.5rem;max-width:72rem;font:16px/1.5 system-ui,sans-serif;"
    "color:var(--ink);background:var(--paper)}\n"
    "h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .25rem}p{margin:.25rem 0 .75rem;"
    "color:var(--soft)}nav a{margin-right:1rem}a{color:var(--bar)}a:focus,summary:focus,[tabindex]:focus{outline:3px "
    "solid "
    "var(--bar);outline-offset:2px}\n"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-"
    "align:top;"
    "padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{color:var(--soft);"
    "font-weight:600;white-space:nowrap}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th+"
    "th.n,td+td.n{padding-left:.6rem}\n"
    "dl{display:flex;flex-wrap:wrap;gap:.75rem;margin:.5rem 0}dl div{border:1px solid var(--line);border-radius:.5rem;"
    "padding:.5rem .9rem}dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.35rem;font-variant-numeric:"
    "tabular-nums}\n"
    "svg{display:block;width:100%;height:auto;font:12px system-ui,sans-serif}svg text{fill:var(--ink)}svg .lane{fill:"
    "var(--lane)}svg .bar{fill:var(--bar)}\n"
    "article td:nth-child(3){width:50%}article .heading{font-weight:700}article .item td:nth-child(3)::before{content:"
    "\"• \"}article td:nth-child(4),article td:nth-child(1),article td:nth-child(2){color:var(--soft);font-size:.85rem;"
    "white-space:pre-line}\n"
    "@media print{body{max-width:none;padding:0;font-size:11px}h2,h2+p{break-after:avoid}tr,svg,dl "
    "div{break-inside:avoid}nav{"
    "display:none}*{print-color-adjust:exact}}\n";

void html_begin(struct buf *out, struct str title)
{
    buf_str_add(out, STR("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                         "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"));
    html_text(out, title);
    buf_str_add(out, STR("</title>\n<style>\n"));
    buf_str_add(out, str_from(STYLE));
    buf_str_add(out, STR("</style>\n<body>\n<h1>"));
    html_text(out, title);
    buf_str_add(out, STR("</h1>\n"));
}

void html_end(struct buf *out)
{
    buf_str_add(out, STR("</body>\n</html>\n"));
}
