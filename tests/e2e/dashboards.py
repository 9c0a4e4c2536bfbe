#!/usr/bin/env python3
"""What is wrong with the dashboards of sql/dashboards: each dataset's SQL is run, with the columns that its file names, and so is
the query of each chart of Superset, each panel of Grafana and each question for Metabase, over the database that PG* name. Prints a line
for each fault, and for each chart without rows; with --rows SCHEMA [OPTION…] the rows of all, of that schema, where psql's options lead.

Superset composes a chart's query from its parameters; asked() does as it does, as far as our charts go."""

import json
import pathlib
import re
import subprocess
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parents[2] / "sql/dashboards"
SUPERSET = HERE / "superset"
SCHEMA = sys.argv[2] if len(sys.argv) > 2 else "articles"
faults = []


def query(sql, what):
    """Names of the columns, and rows; None where it fails, which is a fault."""
    sql = re.sub(r"\barticles\.(?=[a-z])", f"{SCHEMA}.", sql)
    script = f"set search_path = {SCHEMA};\n{sql.strip().rstrip(';')};\n"
    done = subprocess.run(["psql", *sys.argv[3:], "-XqA", "-F\t", "-P", "footer=off", "-v", "ON_ERROR_STOP=1"], input=script, capture_output=True, text=True)
    if done.returncode:
        faults.append(f"{what}: {done.stderr.strip()}")
        return None, []
    header, *rows = done.stdout.splitlines()
    if "--rows" in sys.argv:
        print(what, header, *sorted(rows), sep="\n")
    return header.split("\t"), rows


def files(folder):
    found = {path: yaml.safe_load(path.read_text()) for path in sorted((SUPERSET / folder).glob("*.yaml"))}
    if not found:
        faults.append(f"{folder}: no files")
    return found


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def asked(params, metrics, sql):
    """A chart's query; grouped by what its kind calls its dimensions."""
    where = [f"{f['subject']} {f['operator']}" for f in params["adhoc_filters"] if f.get("operator") == "IS NOT NULL"]
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    if "all_columns" in params:
        order = [json.loads(o) for o in params["order_by_cols"]]
        order = ", ".join(f"{name} {'ASC' if up else 'DESC'}" for name, up in order)
        return f"SELECT {', '.join(params['all_columns'])} FROM ({sql}) AS t{condition} ORDER BY {order} LIMIT {params['row_limit']}"
    dimensions = [c for key in ("x_axis", "entity", "groupby") for c in many(params.get(key))]
    measures = [metrics[m] for key in ("metric", "metrics", "secondary_metric") for m in many(params.get(key))]
    having = [f["sqlExpression"] for f in params["adhoc_filters"] if f["clause"] == "HAVING"]
    return (f"SELECT {', '.join(dimensions + measures)} FROM ({sql}) AS t{condition} GROUP BY {', '.join(dimensions)}"
            + (f" HAVING {' AND '.join(having)}" if having else "") + f" ORDER BY {measures[0]} DESC, {', '.join(dimensions)} LIMIT {params['row_limit']}")


def filtered(sql):
    """With a country chosen, as Superset renders what stands in a comment for a Superset that does not."""
    return re.sub(r"{% if filter_values\('country'\) %}{{ '\\n' }}(.*?){{ filter_values\('country', remove_filter=True\) \| where_in }}(.*?){% endif %}",
                  r"\n\1('United States')\2", sql)


def superset():
    databases, datasets, charts = files("databases"), files("datasets"), files("charts")
    database = {d["uuid"] for d in databases.values()}
    sets = {}
    for path, d in datasets.items():
        names, _ = query(f"SELECT * FROM ({d['sql']}) AS t LIMIT 0", path.name)
        said = [c["column_name"] for c in d["columns"]]
        if names is not None and names != said:
            faults.append(f"{path.name}: the query has {names}, the file {said}")
        if d["database_uuid"] not in database or d["main_dttm_col"] not in said:
            faults.append(f"{path.name}: database or main_dttm_col is unknown")
        sets[d["uuid"]] = d
    for path, c in charts.items():
        d = sets.get(c["dataset_uuid"])
        if not d:
            faults.append(f"{path.name}: no dataset {c['dataset_uuid']}")
            continue
        metrics = {m["metric_name"]: m["expression"] for m in d["metrics"]}
        columns = {x["column_name"] for x in d["columns"]}
        used = {f["subject"] for f in c["params"]["adhoc_filters"] if "subject" in f}
        for name in used - columns:
            faults.append(f"{path.name}: filters by {name}, which the dataset doesn't have")
        if d["main_dttm_col"] not in used:
            faults.append(f"{path.name}: the filter of dates can't reach it")
        _, rows = query(asked(c["params"], metrics, d["sql"]), path.name)
        if not rows:
            faults.append(f"{path.name}: no rows")
        if "country" not in columns:
            _, some = query(asked(c["params"], metrics, filtered(d["sql"])), path.name)
            if not some or some == rows:
                faults.append(f"{path.name}: the filter of countries doesn't reach it")
    uuids = {c["uuid"]: c["slice_name"] for c in charts.values()}
    for path, board in files("dashboards").items():
        shown = {p["meta"]["uuid"]: p["meta"]["sliceName"] for p in board["position"].values() if isinstance(p, dict) and p["type"] == "CHART"}
        if shown != uuids:
            faults.append(f"{path.name}: shows {shown}, there are {uuids}")
        for name, place in board["position"].items():
            for child in place.get("children", []) if isinstance(place, dict) else []:
                if board["position"].get(child, {}).get("id") != child:
                    faults.append(f"{path.name}: {name} holds {child}, which is not there")
        for f in board["metadata"]["native_filter_configuration"]:
            for target in f["targets"]:
                if target and target["column"]["name"] not in {x["column_name"] for x in sets[target["datasetUuid"]]["columns"]}:
                    faults.append(f"{path.name}: the filter {f['name']} has no column {target['column']['name']}")


def grafana():
    """With all values of its variables, and all time; over articles with a day."""
    board = json.loads((HERE / "grafana/articles.json").read_text())
    names = [v["name"] for v in board["templating"]["list"]]
    for v in board["templating"]["list"]:
        if v["type"] == "query":
            query(v["query"], f"grafana: {v['name']}")
    for panel in board["panels"]:
        what = f"grafana: {panel['title']}"
        for target in panel["targets"]:
            sql = target["rawSql"].replace("$__timeFilter(document_date)", "document_date > '1900-01-01'")
            for name in names:
                sql = sql.replace(f"${{{name}:sqlstring}}", "'%'")
            if "$" in sql:
                faults.append(f"{what}: an unknown variable in {sql}")
            columns, rows = query(sql, what)
            dated = "document_date IS NOT NULL" not in sql or query("SELECT 1 FROM articles WHERE document_date IS NOT NULL LIMIT 1", what)[1]
            if dated and not rows:
                faults.append(f"{what}: no rows")
            used = [v for t in panel.get("transformations", []) for k, v in t["options"].items() if k.endswith("Field")]
            used += [layer["location"]["lookup"] for layer in panel["options"].get("layers", [])]
            faults.extend(f"{what}: no column {name}" for name in used if columns and name not in columns)


def metabase():
    """Each question without, and with all, of what may be left out."""
    questions = re.findall(r"```sql\n(.*?)```", (HERE / "metabase.md").read_text(), re.S)
    if not questions:
        faults.append("metabase: no questions")
    for sql in questions:
        what = f"metabase: {sql.split(chr(10))[0]}"
        query(re.sub(r"\[\[.*?\]\]", "", sql), what)
        sql = sql.replace("{{from}}", "date '1900-01-01'")
        query(re.sub(r"\{\{\w+\}\}", "'x'", sql).replace("[[", "").replace("]]", ""), what)


superset()
grafana()
metabase()
print("\n".join(faults))
sys.exit(bool(faults))
