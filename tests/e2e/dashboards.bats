#!/usr/bin/env bats
# sql/dashboards: what Superset and Grafana would ask, over the sample articles.

load ../helper

@test "every dataset and chart of the dashboards finds its columns, and rows" {
    python=python3 # the distribution's, where another one comes first
    python3 -c 'import yaml' 2>/dev/null || python=/usr/bin/python3
    run $python "$BATS_TEST_DIRNAME/dashboards.py"
    same "$output" ''
    [ "$status" -eq 0 ]
}
