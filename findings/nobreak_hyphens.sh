#!/bin/sh
# docx2txt 0.9 and UnRTF 0.21.10: a hyphen that is not to be broken is left out, and '2019-2021' becomes 20192021.
# Guess: <w:noBreakHyphen/> of Word and \_ of RTF come out as '-' or U+2011, as in mammoth 1.13.0, python-docx 1.2.0,
#        striprtf 0.0.32.
# Seen:  nothing stands in their place, so years, ranges and telephone numbers are one number. UnRTF drops a fixed blank
#        (\~) too.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check docx2txt==0.9 mammoth==1.13.0 python-docx==1.2.0 striprtf==0.0.32
cat >"$work/run.py" <<'END'
import sys
import docx
import docx2txt
import mammoth
from striprtf.striprtf import rtf_to_text

tool, work = sys.argv[1:]
if tool == "write":
    document = docx.Document()
    run = document.add_paragraph("boats of ").add_run("2019")
    run._r.append(run._r.makeelement(docx.oxml.ns.qn("w:noBreakHyphen"), {}))
    run.add_text("2021")
    document.save(f"{work}/boats.docx")
else:
    print({"docx2txt": docx2txt.process,
           "mammoth": lambda path: mammoth.extract_raw_text(open(path, "rb")).value.strip(),
           "python-docx": lambda path: docx.Document(path).paragraphs[0].text,
           "striprtf": lambda _: rtf_to_text(r"{\rtf1 boats of 2019\_2021}")}[tool](f"{work}/boats.docx"))
END
run() { "$work/venv/bin/python" "$work/run.py" "$1" "$work"; }

run write
check 'docx2txt' 'boats of 20192021' "$(run docx2txt)"
check 'mammoth' 'boats of 2019‑2021' "$(run mammoth)"
check 'python-docx' 'boats of 2019-2021' "$(run python-docx)"
check 'striprtf' 'boats of 2019‑2021' "$(run striprtf)"

cd "$work"
apt-get -qq download unrtf 2>/dev/null || { echo 'SKIP no unrtf'; exit 0; }
dpkg -x unrtf_*.deb tree
version=$(dpkg-deb -f unrtf_*.deb Version)
case $version in 0.21.10-*) echo "unrtf $version" ;; *) echo "SKIP unrtf is $version, not 0.21.10"; exit 0 ;; esac
# shellcheck disable=SC1003
printf '%s' '{\rtf1 boats of 2019\_2021, 5\~km}' >boats.rtf
check 'unrtf' 'boats of 20192021, 5km' "$(tree/usr/bin/unrtf -P tree/usr/share/unrtf --text boats.rtf 2>/dev/null | tail -n 1)"
