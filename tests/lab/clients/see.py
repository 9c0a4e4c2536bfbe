#!/usr/bin/env python3
"""What a client sees of the schema `articles`: see.py CLIENT ADDRESS, with the address that `doc2pgsql init --listen` prints for psql.
Prints one line: relations, how many of them and of their columns have a comment that the client shows, primary keys, foreign keys,
rows of country_support. Exit code 77, with the reason, where the client is not installed; 1 where it fails.

psql, odbc, jdbc, sqlalchemy, pandas, duckdb and dbt. Asked for is what the client itself has for such a question (DatabaseMetaData,
SQLTables, Inspector …), nothing of pg_catalog."""

import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from urllib.parse import urlparse

HERE = pathlib.Path(__file__).resolve().parent
DBT = HERE.parents[2] / "sql/dbt"
SCHEMA = "articles"


def absent(reason):
    print(reason)
    sys.exit(77)


def module(name, package=None):
    try:
        return __import__(name)
    except ImportError:
        absent(f"no {package or name}")


def run(*command, **more):
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout
    except FileNotFoundError:
        absent(f"no {command[0]}")
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{command[0]}: {failed.stdout[-2000:]}{failed.stderr[-2000:]}")


def psql(a):
    def ask(command, *options):
        return run("psql", "-Xq", *options, "-c", command, a.geturl())

    listed = list(csv.DictReader(ask(rf"\dtv+ {SCHEMA}.*", "--csv").splitlines(True)))
    described = csv.reader(ask(rf"\d+ {SCHEMA}.*", "--csv").splitlines(True))
    keys = ask(rf"\d+ {SCHEMA}.*")
    return (len(listed), sum(bool(r["Description"]) for r in listed), sum(bool(r[-1]) and r[0] != "Column" for r in described if len(r) > 5),
            len(re.findall(r"^    \".*\" PRIMARY KEY", keys, re.M)), len(re.findall(r"^    \".*\" FOREIGN KEY", keys, re.M)),
            int(ask(f"select count(*) from {SCHEMA}.country_support", "-At")))


def odbc(a):
    pyodbc = module("pyodbc")
    driver = next(iter(pathlib.Path("/usr/lib").glob("*/odbc/psqlodbcw.so")), None) or absent("no psqlODBC")
    c = pyodbc.connect(f"Driver={driver};Server={a.hostname};Port={a.port};Database={a.path[1:]};Uid={a.username};Pwd={a.password}").cursor()
    relations = [r for kind in ("TABLE", "VIEW") for r in c.tables(schema=SCHEMA, tableType=kind).fetchall()]
    columns = [r for t in relations for r in c.columns(table=t.table_name, schema=SCHEMA).fetchall()]
    primary = sum(bool(c.primaryKeys(table=t.table_name, schema=SCHEMA).fetchall()) for t in relations)
    foreign = {(r.fktable_name, r.fk_name) for t in relations for r in c.foreignKeys(foreignTable=t.table_name, foreignSchema=SCHEMA).fetchall()}
    return (len(relations), sum(bool(r.remarks) for r in relations), sum(bool(r.remarks) for r in columns), primary, len(foreign),
            c.execute(f"select count(*) from {SCHEMA}.country_support").fetchval())


def jdbc(a):
    jar = next((j for j in ("/usr/share/java/postgresql.jar",) if os.path.exists(j)), None) or absent("no pgJDBC")
    address = f"jdbc:postgresql://{a.hostname}:{a.port}{a.path}?user={a.username}&password={a.password}"
    return tuple(map(int, run("java", "-cp", jar, str(HERE / "See.java"), address, SCHEMA).split()))


def engine(a):
    return module("sqlalchemy").create_engine(a.geturl().replace("postgresql:", "postgresql+psycopg2:"))


def sqlalchemy(a):
    module("psycopg2")
    with engine(a).connect() as c:
        i = module("sqlalchemy").inspect(c)
        names = i.get_table_names(schema=SCHEMA) + i.get_view_names(schema=SCHEMA)
        columns = [col for n in names for col in i.get_columns(n, schema=SCHEMA)]
        return (len(names), sum(bool(i.get_table_comment(n, schema=SCHEMA)["text"]) for n in names), sum(bool(col["comment"]) for col in columns),
                sum(bool(i.get_pk_constraint(n, schema=SCHEMA)["constrained_columns"]) for n in names),
                sum(len(i.get_foreign_keys(n, schema=SCHEMA)) for n in names),
                c.execute(module("sqlalchemy").text(f"select count(*) from {SCHEMA}.country_support")).scalar())


def pandas(a):
    """Has no question of its own for tables: read_sql_table reads one by name, here every one."""
    p = module("pandas")
    module("psycopg2")
    with engine(a).connect() as c:
        i = module("sqlalchemy").inspect(c)
        names = i.get_table_names(schema=SCHEMA) + i.get_view_names(schema=SCHEMA)
        frames = {n: p.read_sql_table(n, c, schema=SCHEMA) for n in names}
    return len(frames), 0, 0, 0, 0, len(frames["country_support"])


def duckdb(a):
    d = module("duckdb").connect()
    try:
        module("duckdb_extensions").import_extension("postgres_scanner")
    except SystemExit:
        raise
    except Exception as error:
        absent(f"no extension postgres_scanner for DuckDB: {error}")
    d.load_extension("postgres_scanner")
    d.execute(f"ATTACH '{a.geturl()}' AS news (TYPE postgres, SCHEMA '{SCHEMA}', READ_ONLY)")
    relations = d.execute("select table_name from duckdb_tables() where database_name = 'news' union all select view_name from duckdb_views() where database_name = 'news'").fetchall()
    comments = d.execute("select count(comment) from duckdb_tables() where database_name = 'news'").fetchone()[0]
    columns = d.execute("select count(comment) from duckdb_columns() where database_name = 'news'").fetchone()[0]
    keys = dict(d.execute("select constraint_type, count(*) from duckdb_constraints() where database_name = 'news' group by 1").fetchall())
    rows = d.execute(f"select count(*) from news.{SCHEMA}.country_support").fetchone()[0]
    return len(relations), comments, columns, keys.get("PRIMARY KEY", 0), keys.get("FOREIGN KEY", 0), rows


def dbt(a):
    """What the catalog of `dbt docs generate` has of the sources, whose descriptions and relationships the project holds."""
    program = pathlib.Path(sys.executable).with_name("dbt")
    if not program.exists():
        absent("no dbt-postgres")
    environment = dict(os.environ, DOC2PGSQL_HOST=a.hostname, DOC2PGSQL_PORT=str(a.port), DOC2PGSQL_USER=a.username,
                       DOC2PGSQL_PASSWORD=a.password, DOC2PGSQL_DATABASE=a.path[1:], DBT_SEND_ANONYMOUS_USAGE_STATS="false")
    json = module("json")
    with tempfile.TemporaryDirectory() as target:
        options = ["--project-dir", str(DBT), "--profiles-dir", str(DBT), "--target-path", target, "--log-path", target]
        run(str(program), "build", *options, env=environment)
        run(str(program), "docs", "generate", *options, env=environment)
        catalog = json.loads(pathlib.Path(target, "catalog.json").read_text())["sources"]
        manifest = json.loads(pathlib.Path(target, "manifest.json").read_text())
    sources = manifest["sources"].values()
    rows = run("psql", "-XqAt", "-c", f"select count(*) from {SCHEMA}.country_support", a.geturl())
    return (len(catalog), sum(bool(s["description"]) for s in sources),
            sum(bool(c["description"]) for s in sources for c in s["columns"].values()), 0,
            sum("relationships" in n for n in manifest["nodes"]), int(rows))


CLIENTS = (psql, odbc, jdbc, sqlalchemy, pandas, duckdb, dbt)
seen = {c.__name__: c for c in CLIENTS}[sys.argv[1]](urlparse(sys.argv[2]))
print("%d relations, %d and %d of their columns with a comment, %d primary and %d foreign keys, %d rows" % seen)
