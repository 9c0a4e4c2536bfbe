#!/usr/bin/env bats
# Keys are the same, byte for byte, where the loader makes them (loader/facts/item_key.c) and where a question does (the SQL
# function item_key), whatever the database's locale.

load ../helper

# 100,000 texts in hexadecimal digits, the same ones at every run: words and marks that the rules speak of, letters of many
# scripts, and any character at all.
make_texts() {
    psql -XAtqd postgres <<'SQL'
select setseed(.5) \g /dev/null
with blocks as (select array[x'20', x'41', x'61', x'C0', x'100', x'180', x'370', x'400', x'531', x'5D0', x'620', x'905', x'E01', x'10A0',
    x'10D0', x'13A0', x'1C90', x'1E00', x'1F00', x'2000', x'2010', x'2C00', x'2C60', x'3041', x'4E00', x'A640', x'A722', x'AB70', x'AC00',
    x'FF10', x'FF21', x'10400', x'118A0', x'1E900', x'1F1E6', x'1F600', x'20000']::int[] as starts)
select encode(convert_to(string_agg(piece, ''), 'UTF8'), 'hex')
from generate_series(1, 100000) as n
cross join lateral (
    select case
        when random() < .55 then ('{a,b,é,Z,I,i,the,The,THE,U,S,St,3,14,km,İ,ı,ß,ẞ,Σ,ς,Ж,世,ا,and,note,citation,needed,..,.,.,", ",",",;,:," ","  "," ","\t","\n",\u00a0,\u00ad,\u200b,\u3000,/," / ",&,-,–,—,’,“,»,`,″,•,、,*,†,‡,[1],[a],[12],[1234],"[note 2]","[nb 7]","[citation needed]",[,],(,),^,_,\\,%,©}'::text[])
            [1 + floor(random() * 77)]
        when random() < .85 then chr((starts)[1 + floor(random() * cardinality(starts))] + floor(random() * 48)::int)
        when random() < .5 then chr(1 + floor(random() * 55000)::int)
        else chr(57344 + floor(random() * 140000)::int)
    end as piece
    from blocks, generate_series(1, 1 + (random() * 12)::int + 0 * n)) as pieces
group by n order by n
SQL
    for length in 249 250 251; do
        for piece in 78 c3a9 c4b0 c8ba e4b896 f0908090; do
            printf "$piece%.0s" $(seq $length)
            echo
            printf "$piece%.0s" $(seq $length)
            echo 2e
        done
    done
}

setup_file() {
    make_texts >"$BATS_FILE_TMPDIR/texts"
    "$BUILD/tests/item_keys" <"$BATS_FILE_TMPDIR/texts" >"$BATS_FILE_TMPDIR/keys"
    [ "$(sort -u "$BATS_FILE_TMPDIR/texts" | wc -l)" -gt 95000 ]
}

compare() {
    psql -Xqd postgres -c "create database keys_$$ template template0 encoding 'UTF8' $1"
    PGDATABASE=keys_$$ "$DOC2PGSQL" init -q
    same "$(PGOPTIONS=-csearch_path=articles psql -XAtqd "keys_$$" <<SQL
create temporary table keys (text text, key text);
\copy keys from '$BATS_FILE_TMPDIR/keys'
create temporary table compared as
    select text, key, encode(convert_to(item_key(convert_from(decode(text, 'hex'), 'UTF8')), 'UTF8'), 'hex') as sql_key from keys;
select count(*) > 100000, count(*) filter (where sql_key <> key) from compared;
select * from compared where sql_key <> key limit 5;
SQL
    )" 't|0'
}

teardown() { psql -Xqd postgres -c "drop database if exists keys_$$ with (force)"; }

@test "the same keys under C" { compare "locale 'C'"; }
@test "the same keys under ICU's root" { compare "locale_provider icu icu_locale 'und' locale 'C'"; }
@test "the same keys in Turkish" { compare "locale_provider icu icu_locale 'tr' locale 'C'"; }
