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

@test "the server, the loader and the dashboard get the same password, and no other is written down" {
    export POSTGRES_PASSWORD=correct-horse
    run grep -c 'PASSWORD: correct-horse$' <(compose config)
    same "$output" 3
    run grep -ciE 'password:' <(compose config)
    same "$output" 3
}

@test "the server does not compile questions" {
    export POSTGRES_PASSWORD=x
    run grep -c 'jit=off' <(compose config)
    same "$output" 1
}

@test "the ports are open to this machine only" {
    export POSTGRES_PASSWORD=x
    run bash -c "sort | grep -E '^ *- .*/tcp' | tr -d ' '" < <(compose config)
    same "$output" $'-127.0.0.1:5432:5432/tcp\n-127.0.0.1:8088:8088/tcp'
    POSTGRES_PORT=5433 DASHBOARD_PORT=8089 run compose config
    [[ $output == *'127.0.0.1:5433:5432/tcp'* && $output == *'127.0.0.1:8089:8088/tcp'* ]]
    run grep -c 'ports:' <(compose config)
    same "$output" 2
}

@test "the dashboard starts only where its profile is asked for" {
    export POSTGRES_PASSWORD=x
    run bash -c "grep -A30 '^  dashboard:' | grep -A1 'profiles:' | tail -n 1 | tr -d ' '" < <(compose config)
    same "$output" '-dashboard'
    run grep -c 'profiles:' <(compose config)
    same "$output" 1
}

@test "every image has a version with a minor number" {
    run grep -hE '^ *image:|^FROM' docker-compose.yml loader/Dockerfile sql/dashboards/Dockerfile
    [ "${#lines[@]}" -ge 4 ]
    for line in "${lines[@]}"; do [[ $line =~ :[0-9]+\.[0-9]+- ]]; done
}

@test "what the Dockerfile copies is there" {
    run sed -n 's/^COPY \([^-].*\) [^ ]*$/\1/p' loader/Dockerfile sql/dashboards/Dockerfile
    [ "${#lines[@]}" -ge 6 ]
    for line in "${lines[@]}"; do
        for name in $line; do [ -e "$name" ]; done
    done
}
