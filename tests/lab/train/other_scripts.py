#!/usr/bin/env python3
"""Writes articles with gold as they would look in a script without case, for train.py --extra: such articles are rare.

    other_scripts.py OUT DIR… [--share N]

Of every N-th NAME.txt in DIR (a fifth of them by default), OUT gets NAME+spaced.txt, its letters replaced by those of a
script without case that puts spaces between words, and NAME+dense.txt, its words by a few ideographs each, without
spaces and with their punctuation. Lines stay lines, so the gold is the same.
"""
import argparse
import re
import shutil
import zlib
from pathlib import Path

SPACED = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
PUNCTUATION = str.maketrans({".": "。", ",": "，", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）"})


def number(text):
    return zlib.crc32(text.lower().encode())


def spaced(text):
    letters = re.sub(r"[^\W\d_]", lambda m: SPACED[number(m[0]) % len(SPACED)], text)
    return letters.replace(",", "،").replace("?", "؟").replace(";", "؛")


def ideographs(word):
    """About a third as many characters, the same for the same word."""
    return "".join(chr(0x4E00 + number(word + str(i)) % 4000) for i in range(max(1, round(len(word) / 3))))


def dense(line):
    mark = re.match(r"\s*- |", line)[0]
    words = re.sub(r"[^\W\d_]+", lambda m: ideographs(m[0]), line[len(mark):])
    words = re.sub(r"(?<=[\u4e00-\u9fff.,?!:;)]) (?=[\u4e00-\u9fff(])", "", words)
    if "|" in words:
        return mark + words
    return mark + re.sub(r"(?<=[\u4e00-\u9fff)])[.,?!:;()]|[(](?=[\u4e00-\u9fff])", lambda m: m[0].translate(PUNCTUATION),
                         words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("dirs", nargs="+", type=Path)
    parser.add_argument("--share", type=int, default=5)
    a = parser.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for path in (f for d in a.dirs for f in sorted(d.glob("*.txt"))):
        if number(path.stem) // 11 % a.share:
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        for name, change in (("spaced", spaced), ("dense", dense)):
            target = a.out / f"{path.stem}+{name}.txt"
            target.write_text("\n".join(map(change, lines)), encoding="utf-8")
            shutil.copy(path.with_suffix(".gold.jsonl"), target.with_suffix(".gold.jsonl"))


if __name__ == "__main__":
    main()
