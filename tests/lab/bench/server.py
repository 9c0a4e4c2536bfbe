"""The benchmark's private server, and what a run cost: time, processor, memory, log."""
import os
import re
import subprocess
import threading
import time

TOP = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..'))
TICKS = os.sysconf("SC_CLK_TCK")


class Peak(threading.Thread):
    """The most memory that a process had. What wait4 tells also counts what its parent had before it was the command."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.path, self.kilobytes = "/proc/%d/status" % pid, 0
        self.start()

    def run(self):
        while True:
            try:
                with open(self.path, encoding="utf-8", errors="replace") as file:
                    found = re.search(r"VmHWM:\s*(\d+)", file.read())
            except OSError:
                return
            if not found:
                return
            self.kilobytes = int(found[1])
            time.sleep(0.02)

    def megabytes(self):
        self.join()
        return self.kilobytes / 1024


class Server:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.base = [program, "--local=" + folder]
        subprocess.run(self.base + ["psql", "-XAtqc", "select 1"], check=True, stdout=subprocess.DEVNULL)
        settings = self.query("select current_setting('port'), current_user, current_database()").split("|")
        self.port, self.user, self.database = settings
        # for a build whose --local has another role
        self.address = ["-h", folder, "-p", self.port, "-U", self.user, "-d", self.database]
        with open(os.path.join(folder, "data", "postmaster.pid"), encoding="ascii") as file:
            self.pid = int(file.readline())
        self.environment = dict(os.environ, PGHOST=folder, PGPORT=self.port, PGUSER=self.user,
                                PGDATABASE=self.database, PGOPTIONS="-csearch_path=articles,public")

        subprocess.run(self.base + ["init", "--quiet"], check=True)
        # those that an article's rows go to
        self.tables = self.query("select relname from pg_class join pg_attribute on attrelid = pg_class.oid "
                                 "where relnamespace = 'articles'::regnamespace and relkind = 'r' "
                                 "and attname = 'document_id' "
                                 "order by relname <> 'documents', relname").split("\n")

    def stop(self):
        subprocess.run(self.base + ["stop"], check=False)

    def query(self, sql):
        environment = dict(os.environ, PGOPTIONS="-csearch_path=articles,public -cclient_min_messages=warning")
        return subprocess.run(self.base + ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql], check=True, text=True,
                              stdout=subprocess.PIPE, env=environment).stdout.strip()

    def fresh(self, with_keys, program=None):
        self.query("drop schema if exists articles, articles_internal cascade")
        subprocess.run([program or self.program] + self.address + ["init", "--quiet"], check=True)
        if not with_keys:
            with open(os.path.join(TOP, "schema", "keys_drop.sql"), encoding="utf-8") as file:
                self.query(file.read())
        self.checkpoint()

    def checkpoint(self):
        self.query("checkpoint")

    def wal(self):
        return int(self.query("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"))

    def processor_time(self):
        """Seconds of all its processes, the ended ones included."""
        total = 0
        for pid in os.listdir("/proc"):
            if not pid.isdigit():
                continue
            try:
                with open("/proc/%s/stat" % pid, encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            if int(pid) == self.pid:
                total += sum(map(int, fields[11:15]))  # its own, and its ended children's
            elif int(fields[1]) == self.pid:
                total += sum(map(int, fields[11:13]))
        return total / TICKS

    def wait_for_sessions(self):
        """Until all have ended: the seconds of one that is about to are not yet among those of ended children."""
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open("/proc/%s/stat" % pid, encoding="utf-8", errors="replace") as file:
                    ours = int(file.read().rpartition(")")[2].split()[1]) == self.pid
                while ours:
                    with open("/proc/%s/cmdline" % pid, "rb") as file:
                        ours = b"[local]" in file.read()
                    time.sleep(0.02 if ours else 0)
            except OSError:
                continue

    def run(self, command, stdin=None):
        """Runs a command to its end and tells what it cost."""
        wal = self.wal()
        self.wait_for_sessions()
        server = self.processor_time()
        start = time.monotonic()
        process = subprocess.Popen(command, env=self.environment, stdin=stdin, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        peak = Peak(process.pid)
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        if process.returncode != 0:
            raise RuntimeError("%s failed (%d):\n%s" % (" ".join(command), process.returncode, output))
        self.wait_for_sessions()
        client, server = usage.ru_utime + usage.ru_stime, self.processor_time() - server
        return {"seconds": seconds, "client_cpu": client, "server_cpu": server, "cpu": client + server,
                "rss_mb": peak.megabytes(),
                "wal_mb": (self.wal() - wal) / 1e6, "output": output}

    def columns(self, table):
        return self.query("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute "
                          "where attrelid = '%s'::regclass and attnum > 0 and not attisdropped "
                          "and attgenerated = ''" % table)

    def key(self, table):
        return self.query("select string_agg(quote_ident(attname), ', ' order by array_position(indkey::int2[], attnum)) "
                          "from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey) "
                          "where indrelid = '%s'::regclass and indisprimary" % table)

    def contents(self):
        """Rows and checksum of each table; the documents' numbers and times may differ from load to load."""
        answer = {}
        for table in self.tables:
            columns = self.query("select string_agg('t.' || quote_ident(attname), ', ' order by attnum) from pg_attribute "
                                 "where attrelid = '%s'::regclass and attnum > 0 and not attisdropped "
                                 "and attname not in ('document_id', 'load_id', 'loaded_at')" % table)
            answer[table] = self.query("select count(*) || ' ' || coalesce(sum(hash_record_extended(row(d.source, %s), 0)"
                                       "::numeric), 0) from %s t join documents d using (document_id)" % (columns, table))
        return answer
