#!/usr/bin/env bats
# docker-compose.yml, as docker-compose reads it. No engine is needed.

load ../helper

setup() {
    cd "$BATS_TEST_DIRNAME/../.." || return
    : >"$BATS_TEST_TMPDIR/none"
    unset POSTGRES_PASSWORD POSTGRES_PORT
    command -v docker-compose >/dev/null || skip 'docker-compose is not installed: sh .ci/setup check'
}

# an .env file of the developer's must not help
compose() { docker-compose --env-file "$BATS_TEST_TMPDIR/none" -f docker-compose.yml "$@"; }

@test "it is valid, without a warning, when there is a password" {
    export POSTGRES_PASSWORD='it is $ecret'
    run compose config -q
    same "$output" ''
    [ "$status" -eq 0 ]
}

@test "without a password, or with an empty one, it says what is missing" {
    run compose config -q
    [ "$status" -ne 0 ]
    [[ $output == *'choose a password for the database, in the environment or in the file .env'* ]]
    POSTGRES_PASSWORD='' run compose config -q
    [ "$status" -ne 0 ]
    [[ $output == *'choose a password for the database'* ]]
}

@test "the server and the loader get the same password, and no other is written down" {
    export POSTGRES_PASSWORD=correct-horse
    run grep -c 'PASSWORD: correct-horse$' <(compose config)
    same "$output" 2
    run grep -ciE 'password:' <(compose config)
    same "$output" 2
}

@test "the server does not compile questions" {
    export POSTGRES_PASSWORD=x
    run grep -c 'jit=off' <(compose config)
    same "$output" 1
}

@test "the port is open to this machine only" {
    export POSTGRES_PASSWORD=x
    run grep -A1 'ports:' <(compose config)
    same "$(tail -n 1 <<<"$output" | tr -d ' ')" '-127.0.0.1:5432:5432/tcp'
    POSTGRES_PORT=5433 run compose config
    [[ $output == *'127.0.0.1:5433:5432/tcp'* ]]
    run grep -c 'ports:' <(compose config)
    same "$output" 1
}

@test "every image has a version with a minor number" {
    run grep -hE '^ *image:|^FROM' docker-compose.yml loader/Dockerfile
    [ "${#lines[@]}" -ge 3 ]
    for line in "${lines[@]}"; do [[ $line =~ :[0-9]+\.[0-9]+- ]]; done
}

@test "what the Dockerfile copies is there" {
    run sed -n 's/^COPY \([^-].*\) [^ ]*$/\1/p' loader/Dockerfile
    [ "${#lines[@]}" -ge 5 ]
    for line in "${lines[@]}"; do
        for name in $line; do [ -e "$name" ]; done
    done
}
