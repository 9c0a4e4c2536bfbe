"""Who runs: doc2pgsql from articles, and other loaders from rows that somebody made ready."""
import json
import os
import shlex
import shutil
import subprocess
import sys

from server import TOP

HERE = os.path.dirname(os.path.abspath(__file__))
KEYS = os.path.join(TOP, "schema", "keys.sql")


def dump_rows(server, folder):
    """The rows that are loaded, in psql's text format, the binary one, and as CSV: a file a table."""
    os.makedirs(folder, exist_ok=True)
    for table in server.tables + ["table_cells"]:
        for form in ("text", "binary", "csv, header"):
            path = os.path.join(folder, "%s.%s" % (table, form.partition(",")[0]))
            key = "1, 2, 3, 4" if table == "table_cells" else server.key(table)
            rows = "select %s from %s order by %s" % (server.columns(table), table, key)
            server.query("\\copy (%s) to '%s' (format %s)" % (rows, path, form))


def dump_schema(server, folder):
    """What embedded.py makes tables and indexes of: a row a cell."""
    schema = json.loads(server.query("""
        select json_object_agg(replace(relname, 'table_rows', 'table_cells'), json_build_object(
          'columns', (select json_agg(array[attname::text, format_type(atttypid, null)] order by attnum) from pg_attribute
            where attrelid = replace(relname, 'table_rows', 'table_cells')::regclass and attnum > 0 and not attisdropped),
          'indexes', (select json_agg(pg_get_indexdef(indexrelid)) from pg_index where indrelid = c.oid)))
        from pg_class c where oid = any ('{%s}'::regclass[])""" % ",".join(server.tables)))
    cells = [index.replace("table_rows", "table_cells") for index in schema["table_cells"]["indexes"]]
    schema["table_cells"]["indexes"] = [index.replace("row_no)", "row_no, column_no)") for index in cells]
    with open(os.path.join(folder, "schema.json"), "w", encoding="utf-8") as file:
        json.dump(schema, file)


def analyze(server):
    return "analyze " + ", ".join(server.tables)


class Contender:
    """name; loads: the form of the articles it loads, if it does; fresh: starts from an empty schema; keys: of that schema are
    there; small: only at the smallest size; program: the doc2pgsql that makes the schema, if not the server's own."""
    loads, fresh, keys, small, program = None, True, False, False, None

    def missing(self):
        return None

    def run(self, server, paths):
        raise NotImplementedError


class Load(Contender):
    keys = True

    def __init__(self, form, name, fresh=True, jobs=None):
        self.loads, self.name, self.fresh = form, name, fresh
        self.options = ["--jobs=%d" % jobs] if jobs else []

    def run(self, server, paths):
        return server.run(server.base + ["load", "--quiet"] + self.options + [paths[self.loads]])


class Beside(Load):
    """Another build, as BENCH_BESIDE names it."""

    def __init__(self):
        super().__init__("ndjson", "that build, NDJSON")
        self.program = os.environ.get("BENCH_BESIDE")

    def missing(self):
        return None if self.program else "no BENCH_BESIDE=PROGRAM"

    def run(self, server, paths):
        return server.run([self.program] + server.address + ["load", "--quiet", paths["ndjson"]])


class PsqlCopy(Contender):
    def __init__(self, form):
        self.form, self.name = form, "psql \\copy %s + keys" % form

    def run(self, server, paths):
        command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1"]
        for table in server.tables:
            path = os.path.join(paths["rows"], "%s.%s" % (table, self.form))
            columns = "%s (%s)" % (table, server.columns(table))
            command += ["-c", "\\copy %s from '%s' (format %s)" % (columns, path, self.form)]
        return server.run(command + ["-f", KEYS, "-c", analyze(server)])


def plain_tables(server):
    """Makes somebody's own tables: no checks, no keys, a row a cell; returns their names."""
    tables = ["table_cells" if table == "table_rows" else table for table in server.tables]
    server.query("drop schema if exists plain cascade; create schema plain; " +
                 " ".join("create table plain.%s (like %s);" % (table, table) for table in tables))
    return tables


class BareCopy(Contender):
    """What rows cost the server at the least: no keys, no statistics, two sessions with half of the bytes each."""
    name = "psql \\copy binary, bare, 2 jobs"

    def run(self, server, paths):
        sessions = [["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", "set search_path = plain, articles"] for _ in range(2)]
        sizes = [0, 0]
        files = {table: os.path.join(paths["rows"], table + ".binary") for table in plain_tables(server)}
        for table in sorted(files, key=lambda table: -os.path.getsize(files[table])):
            least = sizes.index(min(sizes))
            sizes[least] += os.path.getsize(files[table])
            sessions[least] += ["-c", "\\copy %s (%s) from '%s' (format binary)" %
                                (table, server.columns(table), files[table])]
        both = "%s & %s; one=$?; wait $! && exit $one" % tuple(shlex.join(session) for session in sessions)
        run = server.run(["sh", "-c", both])
        server.query("drop schema plain cascade")
        return run


class PlainCopy(Contender):
    """Plain tables with the same keys and indexes, built behind the rows."""

    def __init__(self, form):
        self.form, self.name = form, "psql \\copy %s, plain tables" % form

    def run(self, server, paths):
        tables = plain_tables(server)
        with open(KEYS, encoding="utf-8") as file:
            keys = file.read().replace("table_rows", "table_cells").replace("table_no, row_no)", "table_no, row_no, column_no)")
        command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", "set search_path = plain, articles"]
        for table in tables:
            path = os.path.join(paths["rows"], "%s.%s" % (table, self.form))
            command += ["-c", "\\copy %s (%s) from '%s' (format %s)" % (table, server.columns(table), path, self.form)]
        run = server.run(command + ["-c", keys, "-c", "analyze " + ", ".join(tables)])
        server.query("drop schema plain cascade")
        return run


class Psycopg(Contender):
    name, small = "psycopg 3 copy + keys", True

    def __init__(self):
        self.python = next((p for p in (sys.executable, "/usr/bin/python3") if self.works(p)), None)

    @staticmethod
    def works(python):
        return os.path.exists(python) and subprocess.run([python, "-c", "import psycopg"], check=False,
                                                         stderr=subprocess.DEVNULL).returncode == 0

    def missing(self):
        return None if self.python else "no psycopg: apt-get install python3-psycopg"

    def run(self, server, paths):
        tables = ["%s (%s)" % (table, server.columns(table)) for table in server.tables]
        program = os.path.join(HERE, "psycopg_copy.py")
        return server.run([self.python, program, paths["rows"], KEYS, analyze(server)] + tables)


class Pgloader(Contender):
    name, small = "pgloader + keys", True

    def missing(self):
        return None if shutil.which("pgloader") else "no pgloader: apt-get install pgloader"

    def run(self, server, paths):
        script = os.path.join(paths["rows"], "pgloader.load")
        place = "postgresql://%s@unix:%s:%s/%s" % (server.user, server.folder, server.port, server.database)
        with open(script, "w", encoding="utf-8") as file:
            for table in server.tables:
                path = os.path.join(paths["rows"], table + ".text")
                file.write("LOAD COPY FROM '%s' (%s) INTO %s?articles.%s;\n" %
                           (path, server.columns(table), place, table))
        both = 'pgloader -q "$1" && psql -Xq -f "$2" -c "$3"'
        return server.run(["sh", "-c", both, "sh", script, KEYS, analyze(server)])


class Embedded(Contender):
    """No server: all of it is the client's."""

    def __init__(self, engine, name):
        self.engine, self.name = engine, name

    def missing(self):
        if self.engine == "sqlite":
            return None if shutil.which("sqlite3") else "no sqlite3: apt-get install sqlite3"
        found = subprocess.run([sys.executable, "-c", "import duckdb"], check=False, stderr=subprocess.DEVNULL)
        return "no duckdb: pip install duckdb" if found.returncode else None

    def run(self, server, paths):
        database = os.path.join(paths["rows"], self.engine)
        run = server.run([sys.executable, os.path.join(HERE, "embedded.py"), self.engine, paths["rows"], database])
        os.remove(database)
        return run


def all_contenders():
    return [Load("text", "doc2pgsql, text files"),
            Load("text", "doc2pgsql, the same again", fresh=False),
            Load("ndjson", "doc2pgsql, NDJSON"),
            Load("ndjson", "doc2pgsql, NDJSON again", fresh=False),
            Load("zstd", "doc2pgsql, NDJSON.zst"),
            Beside(),
            Load("text", "doc2pgsql, text, 1 job", jobs=1),
            PsqlCopy("text"), PsqlCopy("binary"), PlainCopy("text"), PlainCopy("binary"), BareCopy(),
            Psycopg(), Pgloader(),
            Embedded("duckdb", "DuckDB, CSV"), Embedded("sqlite", "SQLite, CSV")]
