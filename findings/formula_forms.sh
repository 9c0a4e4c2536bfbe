#!/bin/sh
# markdownify 1.2.0, html2text 2025.4.15, inscriptis 2.6.0, trafilatura 2.0.0: a formula that KaTeX has set stands in the
# page as MathML, as an annotation in TeX, and once more for the eye, with aria-hidden="true".
# Guess: one of the three is printed, and what is hidden from readers aloud is passed over.
# Seen:  the first three print all of them, one behind the other, so that 4=2^2 becomes 4=224=2^24=22: the number 224 is
#        nowhere on the page. trafilatura prints none: the sentence has a hole.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# check WHAT WAS NOW
check() {
    [ "$2" = "$3" ] || { printf 'CHANGED %s\n  was: %s\n  now: %s\n' "$1" "$2" "$3"; exit 1; }
    printf 'PASS %s: %s\n' "$1" "$3"
}

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check markdownify==1.2.0 html2text==2025.4.15 inscriptis==2.6.0 \
    trafilatura==2.0.0 lxml_html_clean==0.4.2
cat >"$work/run.py" <<'END'
import sys

MATH = ('<math><semantics><mrow><mn>4</mn><mo>=</mo><msup><mn>2</mn><mn>2</mn></msup></mrow>'
        '<annotation encoding="application/x-tex">4=2^2</annotation></semantics></math>')
SIGNS = ('<span class="base"><span class="mord">4</span><span class="mrel">=</span></span>'
         '<span class="base"><span class="mord">2</span><span class="msupsub"><span class="mord">2</span></span></span>')
FORMULA = ('<span class="katex"><span class="katex-mathml">%s</span><span class="katex-html" aria-hidden="true">%s</span></span>'
           % (MATH, SIGNS))
LINE = '<p>So %s holds for the herring of this harbour and the next.</p>' % FORMULA
FILL = ''.join('<p>On day %d the boats of the harbour went out in the morning and came back with herring in the evening.</p>' % i
               for i in range(5))


def trafilatura(page):
    from trafilatura import extract
    lines = extract('<html><body><article>%s%s</article></body></html>' % (FILL, page)).split('\n')
    return next(line for line in lines if line.startswith('So'))


def converted(name, page):
    if name == 'markdownify':
        from markdownify import markdownify
        return markdownify(page)
    if name == 'html2text':
        from html2text import html2text
        return html2text(page)
    if name == 'inscriptis':
        from inscriptis import get_text
        return get_text(page)
    return trafilatura(page)


print(converted(sys.argv[1], LINE).strip())
END
run() { "$work/venv/bin/python" "$work/run.py" "$@"; }

check 'markdownify' 'So 4=224=2^24=22 holds for the herring of this harbour and the next.' "$(run markdownify)"
check 'html2text' 'So 4=224=2^24=22 holds for the herring of this harbour and the next.' "$(run html2text)"
check 'inscriptis' 'So 4=224=2^2 4 = 2 2 holds for the herring of this harbour and the next.' "$(run inscriptis)"
check 'trafilatura' 'So holds for the herring of this harbour and the next.' "$(run trafilatura)"
