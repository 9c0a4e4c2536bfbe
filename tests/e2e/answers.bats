#!/usr/bin/env bats
# Who gives which support, from the article to the view: what tables, lists, headings and sentences say.

load ../helper

setup() {
    new_database_with_schema
    cd "$BATS_TEST_TMPDIR" || return 1
}
teardown() { drop_database; }

support() {
    query "select concat_ws('|', line_no, origin, country, support, support_type, act, amount, currency, receiver)
        from country_support where source like '%/$1' order by line_no, column_no, element_no, country"
}

@test "tables: a donor's row, several donors to a cell, amounts and ticks, columns of givers" {
    cat >tables.md <<'END'
# Aid to the harbour towns

| Donor | Pledged | Military aid | Year |
|---|---|---|---|
| Norway | $40 million | - | 2024 |
| Germany, France and Italy | tents, water filters | yes | 2024 |
| Acme Ropes Ltd | rope | | 2024 |

What each gives to the towns:

| Type of support | Kenya | Poland |
|---|---|---|
| Training | 20 nurses | no |
| Fuel | | ✓ |

| Funder | Grant | US$ |
|---|---|---|
| Sweden | SEK 5m for schools | 0.5 m |
| Chile | none | - |

| Country | Population | Capital |
|---|---|---|
| Spain | 47 million | Madrid |

| Country | Goals | Assists | Note |
|---|---|---|---|
| Iran | 3 | 2 | none |

| Recipient | Aid received |
|---|---|
| Ukraine | 3 boats |
END
    "$DOC2PGSQL" load -q tables.md
    same "$(support tables.md)" "5|cell|Norway|Pledged|money|promises|40000000|USD
6|cell|France|tents|humanitarian|promises
6|cell|Germany|tents|humanitarian|promises
6|cell|Italy|tents|humanitarian|promises
6|cell|France|water filters|promises
6|cell|Germany|water filters|promises
6|cell|Italy|water filters|promises
6|cell|France|Military aid|arms|gives
6|cell|Germany|Military aid|arms|gives
6|cell|Italy|Military aid|arms|gives
13|header|Kenya|Training|training|gives
14|header|Poland|Fuel|energy|gives
18|cell|Sweden|SEK 5m for schools|money|gives|5000000|SEK
18|cell|Sweden|0.5 m|money|gives|500000|USD"
}

@test "tables: a line above or below says what all sums are in" {
    printf '%s\n' '# The fund' '' '| Country | Pledge | Staff |' '|---|---|---|' '| Norway | €16 | 3 |' '| Chile | €2 million | 4 |' '' \
        'The amounts are in millions.' '' 'This table shows who has promised money to the fund for new boats.' '' \
        '| Country | US$ |' '|---|---|' '| Japan | 40 m |' '' 'These figures help to compare the two.' '' \
        '| Country | Income, US$ |' '|---|---|' '| Peru | 3 bn |' >scale.md
    "$DOC2PGSQL" load -q scale.md
    same "$(query "select country, support, amount, currency from country_support where country in ('Japan', 'Peru')")" "Japan|40 m|40000000|USD"
    same "$(query "select item, attribute, number, unit from facts where item in ('Norway', 'Chile') order by fact_no")" "Norway|Pledge|16000000|EUR
Norway|Staff|3|
Chile|Pledge|2000000|EUR
Chile|Staff|4|"
}

@test "lists: labels, and lists under the name of a country; not under who gets it" {
    cat >lists.md <<'END'
# Help for the valley

These partners provide support:

- **Canada**: C$500 million in loans
- Japan: training of nurses
- Weather: rain

## Denmark

Its contribution includes:

- Ten field hospitals
- 300 generators

## Support for Kenya

- rice
- seed

The countries with the best soups:

- Italy: minestrone
END
    "$DOC2PGSQL" load -q lists.md
    same "$(support lists.md)" "5|label|Canada|C\$500 million in loans|money|gives|500000000|CAD
6|label|Japan|training of nurses|training|gives
13|under_heading|Denmark|Ten field hospitals|health|gives
14|under_heading|Denmark|300 generators|energy|gives"
}

@test "sentences: what is given and promised; what is refused or asked for stays in statements" {
    cat >sentences.txt <<'END'
Who gives what

Norway gave Kenya 20 million dollars for new wells last year.

Denmark suspended its aid to Ukraine in the evening.
END
    "$DOC2PGSQL" load -q sentences.txt
    same "$(support sentences.txt)" "3|sentence|Norway|20 million dollars|money|gives|20000000|$|Kenya"
    same "$(query "select distinct act from statements where giver_id = 'country:DK'")" "refuses"
}

@test "map_header and a name of one's own count: the header at once, the name after load --again" {
    printf '%s\n' '| Nation | Gaben |' '|---|---|' '| Norway | Nets |' '| Oceana | Ropes |' >own.md
    "$DOC2PGSQL" load -q own.md
    same "$(support own.md)" ""
    query "select map_header('Gaben', 'support')" >/dev/null
    same "$(support own.md)" "3|cell|Norway|Nets|gives"
    # what the loader would have made of it
    printf '%s\n' '| Nation | Zusagen |' '|---|---|' '| Norway | 30 tanks, boats |' '| Sweden | none |' '| Chile | €5 million |' \
        '| Peru | yes |' '| Kenya | 5 % |' '| Mali | 2024-05-01 |' '| Togo | Training, for nurses |' '| Fiji | 7 |' >all.md
    "$DOC2PGSQL" load -q all.md
    query "select map_header('Zusagen', 'support')" >/dev/null
    mapped=$(query "select facts from facts order by document_id, fact_no")
    "$DOC2PGSQL" resolve -q
    same "$mapped" "$(query "select facts from facts order by document_id, fact_no")"
    same "$(query "select count(*) from country_support where attribute = 'Zusagen'")" 7
    printf 'name,kind\nOceana,country\n' | "$DOC2PGSQL" entities load -q -
    same "$(query "select count(*) from unresolved_parties where item = 'Oceana'")" 0
    "$DOC2PGSQL" load -q --again own.md
    same "$(support own.md)" "3|cell|Norway|Nets|gives
4|cell|Oceana|Ropes|gives"
}
