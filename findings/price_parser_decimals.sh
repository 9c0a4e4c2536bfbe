#!/bin/sh
# price-parser 0.5.1: three figures behind the only point are thousands, so 0.123 is 123.
# Guess: '1.234' may mean either, but nobody writes thousands with a 0 in front; 'million' behind a number belongs to it.
# Seen:  '€ 0.123' is 123, and so is '0,123'; '$1.2 million' is 1.2 and '£5bn' is 5, without a sign that something was left
#        out. '1’500 CHF' with a typographic apostrophe is 1, with a straight one 1500. A minus and the bookkeepers'
#        brackets are dropped. 'free' is 0.
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
"$work/venv/bin/pip" install -qq --disable-pip-version-check price-parser==0.5.1
run() {
    "$work/venv/bin/python" -c 'import sys; from price_parser import Price; p = Price.fromstring(sys.argv[1]); print(p.amount, p.currency)' \
        "$1"
}

check '€ 0.123' '123 €' "$(run '€ 0.123')"
check '€ 0,123' '123 €' "$(run '€ 0,123')"
check '€ 0.12' '0.12 €' "$(run '€ 0.12')"
check '€ 0.1234' '0.1234 €' "$(run '€ 0.1234')"
# shellcheck disable=SC2016
check '$1.2 million' '1.2 $' "$(run '$1.2 million')"
check '£5bn' '5 £' "$(run '£5bn')"
check 'straight apostrophe' '1500 CHF' "$(run "1'500 CHF")"
# shellcheck disable=SC1112
check 'typographic apostrophe' '1 CHF' "$(run '1’500 CHF')"
check 'brackets' '5 €' "$(run '(5) €')"
check 'free' '0 None' "$(run 'free')"
