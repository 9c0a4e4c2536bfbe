"""Who runs: doc2pgsql from articles, and other loaders from rows that somebody made ready."""
import os
import shutil
import subprocess
import sys

from server import TOP

HERE = os.path.dirname(os.path.abspath(__file__))
KEYS = os.path.join(TOP, "schema", "keys.sql")


def dump_rows(server, folder):
    """The rows that are loaded, in psql's text format and in the binary one: a file a table."""
    os.makedirs(folder, exist_ok=True)
    for table in server.tables + ["table_cells"]:
        for form in ("text", "binary"):
            path = os.path.join(folder, "%s.%s" % (table, form))
            key = "1, 2, 3, 4" if table == "table_cells" else server.key(table)
            rows = "select %s from %s order by %s" % (server.columns(table), table, key)
            server.query("\\copy (%s) to '%s' (format %s)" % (rows, path, form))


def analyze(server):
    return "analyze " + ", ".join(server.tables)


class Contender:
    """name; loads: the form of the articles it loads, if it does; fresh: starts from an empty schema; keys: of that schema are
    there; small: only at the smallest size."""
    loads, fresh, keys, small = None, True, False, False

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


class PlainCopy(Contender):
    """Somebody's own tables: no checks, a row a cell, and the same keys and indexes, built behind the rows."""

    def __init__(self, form):
        self.form, self.name = form, "psql \\copy %s, plain tables" % form

    def run(self, server, paths):
        tables = ["table_cells" if table == "table_rows" else table for table in server.tables]
        server.query("drop schema if exists plain cascade; create schema plain; " +
                     " ".join("create table plain.%s (like %s);" % (table, table) for table in tables))
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


def all_contenders():
    return [Load("text", "doc2pgsql, text files"),
            Load("text", "doc2pgsql, the same again", fresh=False),
            Load("ndjson", "doc2pgsql, NDJSON"),
            Load("ndjson", "doc2pgsql, NDJSON again", fresh=False),
            Load("zstd", "doc2pgsql, NDJSON.zst"),
            Load("text", "doc2pgsql, text, 1 job", jobs=1),
            PsqlCopy("text"), PsqlCopy("binary"), PlainCopy("text"), PlainCopy("binary"), Psycopg(), Pgloader()]
