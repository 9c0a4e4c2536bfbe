#!/usr/bin/env python3
"""Ready rows into a file of DuckDB or SQLite, with the server's keys and indexes: ENGINE FOLDER DATABASE.

FOLDER has TABLE.csv, rows with a header, and schema.json: {TABLE: {"columns": [[name, type], …], "indexes": [definition, …]}}, types and
definitions as PostgreSQL prints them. Arrays, JSON and bytes are texts, as in the files."""
import json
import os
import re
import subprocess
import sys

DUCKDB_COPY = """COPY %s FROM '%s' (HEADER, AUTO_DETECT false, DELIMITER ',', QUOTE '"', ESCAPE '"', ALLOW_QUOTED_NULLS false)"""
TYPES = {"bigint", "integer", "smallint", "boolean", "real", "double precision", "date"}


def statements(engine, folder):
    with open(os.path.join(folder, "schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    for table, of in schema.items():
        columns = ", ".join('"%s" %s' % (name, kind if kind in TYPES else "text") for name, kind in of["columns"])
        yield "CREATE TABLE %s (%s)" % (table, columns)
        path = os.path.join(folder, table + ".csv")
        yield ".import --csv --skip 1 '%s' %s" % (path, table) if engine == "sqlite" else DUCKDB_COPY % (table, path)
    for of in schema.values():
        for index in of["indexes"]:
            index = re.sub(r" ON \w+\.| USING \w+", lambda found: " ON " if "ON" in found[0] else "", index)
            # DuckDB has no indexes of a part of the rows
            yield index if engine == "sqlite" else index.partition(" WHERE ")[0]
    yield "ANALYZE"


def main():
    engine, folder, database = sys.argv[1:]
    if engine == "sqlite":
        script = "BEGIN;\n" + "".join(s + ("\n" if s.startswith(".") else ";\n") for s in statements(engine, folder)) + "COMMIT;\n"
        subprocess.run(["sqlite3", "-bail", database], input=script, text=True, check=True)
        return
    import duckdb
    with duckdb.connect(database) as connection:
        for statement in statements(engine, folder):
            connection.execute(statement)


if __name__ == "__main__":
    main()
