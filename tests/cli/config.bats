bats_require_minimum_version 1.5.0
load ../helper

setup() {
    mkdir -p "$BATS_TEST_TMPDIR/home/.config" "$BATS_TEST_TMPDIR/here/in"
    cd "$BATS_TEST_TMPDIR/here"
    export HOME=$BATS_TEST_TMPDIR/home
    unset XDG_CONFIG_HOME
    MINE=$HOME/.config/doc2pgsql.conf
    printf 'A line of text.\n' >in/a.txt
    printf 'Another line of text.\n' >in/b.md
}

previewed() { "$DOC2PGSQL" preview "$@" in | grep -c 'line of text'; }

refused() {
    run --separate-stderr "$DOC2PGSQL" preview in
    same "$status: ${stderr%%$'\n'*}" "2: doc2pgsql: $1"
}

@test "the command line counts more than ./doc2pgsql.conf, and that more than the user's own" {
    same "$(previewed)" 2
    printf '# all but\n\n  exclude =  *.md  \r\n' >"$MINE"
    same "$(previewed)" 1
    printf 'exclude=*.md\nexclude=*.txt' >doc2pgsql.conf
    run -3 "$DOC2PGSQL" preview in
    same "$(previewed --exclude=nothing)" 2
    rm doc2pgsql.conf
    same "$(XDG_CONFIG_HOME=$HOME/other previewed)" 2
}

@test "connection and schema" {
    new_database
    printf 'host=%s\nport=%s\nusername=%s\ndbname=%s\nschema=mine\n' "$PGHOST" "$PGPORT" "$PGUSER" "$PGDATABASE" >"$MINE"
    (
        unset PGHOST PGPORT PGUSER PGDATABASE
        run -0 "$DOC2PGSQL" load in
        [[ $output == "2 articles read,"* && $output != *doc2pgsql.conf* ]]
    )
    same "$(SCHEMA=mine query 'select count(*) from documents')" 2
    printf 'schema = other\ninclude = *.md\n' >doc2pgsql.conf
    run -0 "$DOC2PGSQL" load in
    [[ $output == "1 article read,"*"map, include or exclude were taken from doc2pgsql.conf"* ]]
    same "$(SCHEMA=other query 'select count(*) from documents')" 1
    "$DOC2PGSQL" --schema=third init -q
    same "$("$DOC2PGSQL" --schema=third psql -XAtc 'select count(*) from documents')" 0
    # a variable of libpq counts more than a file
    echo 'dbname = no_such_database' >"$MINE"
    "$DOC2PGSQL" status >/dev/null
    PGDATABASE='' run -0 "$DOC2PGSQL" help load
    (unset PGDATABASE && run --separate-stderr -5 "$DOC2PGSQL" status && [[ $stderr == *no_such_database* ]])
    drop_database
}

@test "a connection on the command line leaves those of the files out, and its password is warned of" {
    new_database
    uri=postgresql://$PGUSER@/$PGDATABASE?host=$PGHOST\&port=$PGPORT
    conninfo="host=$PGHOST port=$PGPORT user=$PGUSER dbname=$PGDATABASE"
    printf '[there]\nhost=%s\nport=%s\nuser=%s\ndbname=%s\n' "$PGHOST" "$PGPORT" "$PGUSER" "$PGDATABASE" >services
    export PGSERVICEFILE=$PWD/services
    for other in $'host = /nonexistent\nport = 1\nusername = nobody\ndbname = none' "local = $PWD/none"; do
        echo "$other" >"$MINE"
        for dbname in "$uri" "$conninfo" service=there; do (
            unset PGHOST PGPORT PGUSER PGDATABASE
            "$DOC2PGSQL" -d "$dbname" load -q in
            same "$("$DOC2PGSQL" -d "$dbname" delete --dry-run '*')" "$("$DOC2PGSQL" -d "$conninfo" delete --dry-run '*')"
            echo "dbname = service=there" >doc2pgsql.conf
            [ "$other" != "${other#host}" ] && "$DOC2PGSQL" status >/dev/null
            rm doc2pgsql.conf
        ); done
        run --separate-stderr -0 "$DOC2PGSQL" -d "$conninfo password=x" status
        [[ $stderr == *"can read the password on the command line"* ]]
        [ ! -e none ]
    done
    drop_database
}

@test "verify asks no server unless with --stored, whatever the files name" {
    for other in 'host = /nonexistent' "local = $PWD/none"; do
        echo "$other" >"$MINE"
        (
            unset PGHOST PGPORT PGUSER PGDATABASE
            run -0 "$DOC2PGSQL" verify in
            [ ! -e none ]
            run -2 "$DOC2PGSQL" verify --local in
        )
    done
    (unset PGHOST && echo 'host = /nonexistent' >"$MINE" && run -5 "$DOC2PGSQL" verify --stored in)
}

@test "a private server; the words of another one on the command line leave it out" {
    echo "local = $BATS_TEST_TMPDIR/none" >"$MINE"
    (
        unset PGHOST PGPORT PGUSER PGDATABASE
        run -0 "$DOC2PGSQL" stop
        run --separate-stderr -5 "$DOC2PGSQL" -h /nonexistent status
        [ ! -e "$BATS_TEST_TMPDIR/none" ]
    )
    "$DOC2PGSQL" status >/dev/null
}

@test "what is wrong is told with its line; help needs no file" {
    printf '\n# a comment\ncolour = never\n' >"$MINE"
    refused "$MINE:3: there is no key \"colour\"; there are host, port, username, dbname, local, schema, map, include and exclude"
    "$DOC2PGSQL" help load >/dev/null
    "$DOC2PGSQL" preview --help >/dev/null
    echo 'include *.md' >"$MINE"
    refused "$MINE:1: \"include *.md\" is no line of key = value"
    echo 'include =' >"$MINE"
    refused "$MINE:1: include has no value"
    printf 'schema = %064d\n' 0 >"$MINE"
    run --separate-stderr -2 "$DOC2PGSQL" status
    [[ $stderr == "doc2pgsql: $MINE:1: --schema can't be "* ]]
    head -c 70000 /dev/zero | tr '\0' '#' >"$MINE"
    refused "$MINE: is too long for a configuration"
    rm "$MINE"
    mkdir doc2pgsql.conf
    refused "doc2pgsql.conf: is no file that can be read"
}

@test "the current directory's file names no server, and no other user's is read" {
    for line in host=evil.example port=1 username=me; do
        echo "$line" >doc2pgsql.conf
        refused "doc2pgsql.conf:1: ${line%=*} names a server: that is for the command line and ~/.config/doc2pgsql.conf"
    done
    for dbname in host=evil.example postgresql://evil.example/ 'service=a host=b' 'service='; do
        echo "dbname = $dbname" >doc2pgsql.conf
        refused 'doc2pgsql.conf:1: dbname may be the name of a database, or service=NAME, in this file'
    done
    echo 'local = /tmp/evil' >doc2pgsql.conf
    refused 'doc2pgsql.conf:1: local = DIR names a server: that is for the command line and ~/.config/doc2pgsql.conf'
    printf 'exclude=*.md\ndbname=service=no_such_service\n' >doc2pgsql.conf
    same "$(previewed)" 1
    chmod 666 doc2pgsql.conf
    run --separate-stderr -0 "$DOC2PGSQL" preview in
    same "$stderr" "doc2pgsql: doc2pgsql.conf is not read: others may write it"
    [[ $output == *"Another line"* ]]
}

@test "the sample is all comments, and each line of it can be used" {
    sample=$BATS_TEST_DIRNAME/../../loader/doc2pgsql.conf
    run -1 grep -v -e '^#' -e '^$' "$sample"
    grep -E '^#[a-z]+ = ' "$sample" | sed 's/^#//' >"$MINE"
    keys=$(cut -d' ' -f1 "$MINE" | sort)
    same "$keys" "$(printf '%s\n' dbname exclude host include local map port schema username)"
    previewed --include='*'
}
