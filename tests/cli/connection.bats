bats_require_minimum_version 1.5.0
load ../helper

# Two servers: the tests' own, which trusts whoever reaches its socket, and one here that wants a password.
setup_file() {
    local bin
    for dir in "$(dirname "$(command -v initdb)")" /usr/lib/postgresql/*/bin; do [ -x "$dir/initdb" ] && bin=$dir; done
    export SCRAM_DIR SCRAM_BIN=$bin
    SCRAM_DIR=$(mktemp -d)
    chmod 755 "$SCRAM_DIR"
    echo secret >"$SCRAM_DIR/password"
    if [ "$(id -u)" = 0 ]; then chown -R postgres "$SCRAM_DIR"; fi
    as_server "$bin/initdb" -D "$SCRAM_DIR/data" -U owner --auth=scram-sha-256 --pwfile="$SCRAM_DIR/password" \
        --encoding=UTF8 --no-sync >"$SCRAM_DIR/initdb.log"
    as_server "$bin/pg_ctl" -D "$SCRAM_DIR/data" -w -l "$SCRAM_DIR/log" \
        -o "-k $SCRAM_DIR -p 5433 -c listen_addresses='' -c fsync=off" start >/dev/null
}

teardown_file() {
    as_server "$SCRAM_BIN/pg_ctl" -D "$SCRAM_DIR/data" -m immediate stop >/dev/null
    rm -rf "$SCRAM_DIR"
}

as_server() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@" 3>&-; else "$@" 3>&-; fi
}

scram() { env -u PGDATABASE PGHOST="$SCRAM_DIR" PGPORT=5433 PGUSER=owner PGDATABASE=postgres "$@"; }

# status of the tests' server, by whatever names it
reaches() {
    run -0 env -u PGHOST -u PGPORT -u PGUSER -u PGDATABASE "$@"
    [[ "${lines[0]}" == "$(ls "$ARTICLES" | wc -l) documents in schema \"articles\""* ]]
}

@test "options, a conninfo string, a URI, PG* variables, a service file" {
    local uri="postgresql://$PGUSER@:$PGPORT/$PGDATABASE?host=$PGHOST"
    reaches "$DOC2PGSQL" -h "$PGHOST" -p "$PGPORT" -U "$PGUSER" -d "$PGDATABASE" status
    reaches "$DOC2PGSQL" status --host="$PGHOST" --port="$PGPORT" --username="$PGUSER" --dbname="$PGDATABASE"
    reaches "$DOC2PGSQL" -d "host=$PGHOST port=$PGPORT user=$PGUSER dbname=$PGDATABASE" status
    reaches "$DOC2PGSQL" -d "$uri" status
    reaches PGHOST="$PGHOST" PGPORT="$PGPORT" PGUSER="$PGUSER" PGDATABASE="$PGDATABASE" "$DOC2PGSQL" status
    printf '[mine]\nhost=%s\nport=%s\nuser=%s\ndbname=%s\n' "$PGHOST" "$PGPORT" "$PGUSER" "$PGDATABASE" >"$BATS_TEST_TMPDIR/services"
    reaches PGSERVICEFILE="$BATS_TEST_TMPDIR/services" PGSERVICE=mine "$DOC2PGSQL" status
    reaches PGSERVICEFILE="$BATS_TEST_TMPDIR/services" "$DOC2PGSQL" -d service=mine status
    # an option wins over a variable
    reaches PGPORT=1 PGHOST="$PGHOST" PGUSER="$PGUSER" PGDATABASE=none "$DOC2PGSQL" -p "$PGPORT" -d "$PGDATABASE" status
}

@test "no server: exit code 5, and both ways out" {
    for command in init status "load $ARTICLES"; do
        # shellcheck disable=SC2086 # words
        run --separate-stderr "$DOC2PGSQL" -h "$BATS_TEST_TMPDIR" -p 1 $command
        same "$status: $output" "5: "
        same "$stderr" "doc2pgsql: connection to server on socket \"$BATS_TEST_TMPDIR/.s.PGSQL.1\" failed: No such file or directory; Is the server running locally and accepting connections on that socket?
Name a server with -h, -p, -U and -d or PG* variables, as for psql,
or add --local: doc2pgsql then makes and starts a private server by itself."
    done
}

@test "no such database, user or option: exit code 5, and the server's words" {
    run --separate-stderr "$DOC2PGSQL" -d nowhere status
    same "$status" 5
    [[ "$stderr" == *'database "nowhere" does not exist'* ]]
    run --separate-stderr "$DOC2PGSQL" -U nobody_here status
    same "$status" 5
    [[ "$stderr" == *'role "nobody_here" does not exist'* ]]
    run --separate-stderr "$DOC2PGSQL" -d "nonsense=1" status
    same "$status" 5
    [[ "$stderr" == *'invalid connection option "nonsense"'* ]]
    run --separate-stderr "$DOC2PGSQL" -p many status
    same "$status" 5
    [[ "$stderr" == *'invalid integer value "many" for connection option "port"'* ]]
}

@test "a password from .pgpass and from PGPASSWORD" {
    printf '*:*:*:owner:secret\n' >"$BATS_TEST_TMPDIR/pgpass"
    chmod 600 "$BATS_TEST_TMPDIR/pgpass"
    run -0 scram PGPASSFILE="$BATS_TEST_TMPDIR/pgpass" "$DOC2PGSQL" -w init
    run -0 scram PGPASSWORD=secret "$DOC2PGSQL" -w load -j 2 "$ARTICLES"
    [[ "${lines[0]}" == "$(ls "$ARTICLES" | wc -l) articles read"* ]]
}

@test "a wrong password, and none" {
    run --separate-stderr scram PGPASSWORD=wrong "$DOC2PGSQL" -w status
    same "$status: ${stderr%%$'\n'*}" "5: doc2pgsql: connection to server on socket \"$SCRAM_DIR/.s.PGSQL.5433\" failed:\
 FATAL:  password authentication failed for user \"owner\""
    run --separate-stderr scram "$DOC2PGSQL" -w status </dev/null
    same "$status: ${stderr%%$'\n'*}" "5: doc2pgsql: connection to server on socket \"$SCRAM_DIR/.s.PGSQL.5433\" failed:\
 fe_sendauth: no password supplied"
    same "${stderr#*$'\n'}" "A password is read from ~/.pgpass (a line HOST:PORT:DATABASE:USER:PASSWORD, mode 0600) or PGPASSWORD;
-W asks for it, -U names another user."
    # without a terminal nobody can be asked
    run --separate-stderr scram setsid "$DOC2PGSQL" status </dev/null
    same "$status: ${stderr%%$'\n'*}" "5: doc2pgsql: connection to server on socket \"$SCRAM_DIR/.s.PGSQL.5433\" failed:\
 fe_sendauth: no password supplied"
}

# on_terminal PASSWORD COMMAND…: types the password when asked; prints what the terminal showed and the exit code
on_terminal() {
    timeout 300 python3 - "$@" <<'END'
import os, pty, sys
password, command = sys.argv[1], sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
shown = b""
asked = False
while True:
    try:
        piece = os.read(fd, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if b"Password: " in shown and not asked:
        asked = True
        os.write(fd, password.encode() + b"\n")
print(shown.decode().replace("\r", ""), end="")
print("exit", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
END
}

@test "the password is asked for on the terminal, without showing it" {
    scram PGPASSWORD=secret "$DOC2PGSQL" -w init -q
    export PGHOST=$SCRAM_DIR PGPORT=5433 PGUSER=owner PGDATABASE=postgres
    for options in "" -W; do
        # shellcheck disable=SC2086 # words
        run -0 on_terminal secret "$DOC2PGSQL" $options status
        same "${lines[0]}" "Password: "
        [[ "${lines[1]}" == *' documents in schema "articles"'* ]]
        [[ "$output" != *secret* ]]
        same "${lines[-1]}" "exit 0"
    done
    run -0 on_terminal secret "$DOC2PGSQL" load -j 2 "$ARTICLES"
    [[ "$output" == *"articles read"*"exit 0" ]]
    run -0 on_terminal wrong "$DOC2PGSQL" status
    [[ "$output" == *'password authentication failed for user "owner"'*"exit 5" ]]
    run -0 on_terminal wrong "$DOC2PGSQL" -W status
    [[ "$output" == *'password authentication failed for user "owner"'*"exit 5" ]]
    run -0 on_terminal "" "$DOC2PGSQL" status
    [[ "$output" == *"exit 5" ]]
}

@test "a password given to psql in a conninfo string is stored nowhere" {
    local conninfo="host=$SCRAM_DIR port=5433 user=owner dbname=postgres password=secret"
    "$DOC2PGSQL" -d "$conninfo" load -q "$ARTICLES"
    run --separate-stderr "$DOC2PGSQL" -d "postgresql://owner:secret@:5433/postgres?host=$SCRAM_DIR" load -q "$ARTICLES"
    same "$status: $stderr" "0: doc2pgsql: every user of this machine can read the password on the command line: leave it out, \
and put it into ~/.pgpass, or be asked for it"
    run --separate-stderr "$DOC2PGSQL" -d "postgresql://$PGUSER@:$PGPORT/$PGDATABASE?host=$PGHOST" status
    same "$status: $stderr" '0: '
    run -0 --separate-stderr "$DOC2PGSQL" -d "$conninfo" psql -XAtc "select arguments[2:] from loads order by load_id desc limit 2"
    same "$output" "{-d,(hidden),load,-q,$ARTICLES}
{-d,(hidden),load,-q,$ARTICLES}"
}

@test "no option takes a password" {
    run --separate-stderr "$DOC2PGSQL" --password=secret status
    same "$status: ${stderr%%$'\n'*}" "2: doc2pgsql: --password=secret takes no value"
}

@test "a database in another encoding is refused, and nothing is made" {
    local name="latin_$$" sql_ascii="ascii_$$"
    psql -Xqc "create database $name encoding 'LATIN1' locale 'C' template template0" \
        -c "create database $sql_ascii encoding 'SQL_ASCII' locale 'C' template template0"
    for command in init status "load $ARTICLES"; do
        # shellcheck disable=SC2086 # words
        run --separate-stderr "$DOC2PGSQL" -d "$name" $command
        same "$status: $stderr" "6: doc2pgsql: the database \"$name\" has the encoding LATIN1, and doc2pgsql needs UTF8: \
make another one with createdb --encoding=UTF8 --template=template0"
    done
    run "$DOC2PGSQL" -d "$sql_ascii" init
    same "$status" 6
    same "$(psql -XAtqc "select count(*) from pg_namespace where nspname = 'articles'" -d "$name")" 0
    psql -Xqc "drop database $name" -c "drop database $sql_ascii"
}

@test "standard_conforming_strings = off, and a schema's name that needs quotes, in every command" {
    new_database
    cd "$BATS_TEST_TMPDIR"
    psql -Xqc "alter database \"$PGDATABASE\" set standard_conforming_strings = off"
    local odd='My "odd" Schéma; --%'\'\\
    odd() { "$DOC2PGSQL" --schema="$odd" "$@"; }
    odd init -q
    odd load -q "$ARTICLES"
    "$DOC2PGSQL" --schema=plain load -q "$ARTICLES"
    psql -Xqc "create role odd_$$ login"
    odd grant -q "odd_$$"
    same "$(PGUSER=odd_$$ psql -XAtqc 'select count(*) from documents')" "$(ls "$ARTICLES" | wc -l)"
    printf 'name,aliases\nA Name,Another Name\n' >names.csv
    odd entities load -q names.csv
    odd index -q full-text
    odd resolve -q
    odd delete -q "$ARTICLES/how-tides-work.txt"
    odd load -q --prune "$ARTICLES"
    odd load --dry-run "$ARTICLES"
    run -0 odd status
    [[ "${lines[0]}" == *"documents in schema \"$odd\""* ]]
    same "$(odd psql -XAtqc 'select count(*) from country_support')" "$("$DOC2PGSQL" --schema=plain psql -XAtqc 'select count(*) from country_support')"
    psql -Xqc "alter schema \"${odd//\"/\"\"}\" rename to odd" -c "alter schema \"${odd//\"/\"\"}_internal\" rename to odd_internal"
    same_tables odd plain
    psql -Xqc "drop owned by odd_$$" -c "drop role odd_$$"
    drop_database
}
