#!/usr/bin/env python3
"""tests/soak on a Citus cluster: soak.py [--rounds N] [--seed N] [--articles N] PROGRAM CONNINFO

A round changes the articles, runs a command that is disturbed, brings the cluster up to date and compares all rows with those of
one private server into which the same articles were loaded at once. What disturbs: the loader is killed, its sessions are, those
of the nodes among each other are, a worker or the coordinator crashes (by a signal to one of its processes, as a superuser may
send it by COPY … TO PROGRAM), another loader runs beside it."""
import argparse
import collections
import importlib.machinery
import importlib.util
import pathlib
import subprocess
import sys
import time

path = str(pathlib.Path(__file__).resolve().parents[1] / 'soak/soak')
loader = importlib.machinery.SourceFileLoader('soak', path)
soak = importlib.util.module_from_spec(importlib.util.spec_from_loader('soak', loader))
loader.exec_module(soak)

SCHEMA = 'articles_soak'
TABLES = [t if t != 'table_cells' else 'table_rows' for t in soak.TABLES]


class Cluster(soak.Soak):
    def __init__(self, program, seed, articles, conninfo):
        super().__init__(program, seed, articles)
        self.conninfo = conninfo
        self.nodes = [tuple(n.split('|')) for n in self.ask('select groupid, nodename, nodeport from pg_dist_node order by groupid').split('\n')]
        hosts, ports = (','.join(n[i] for n in self.nodes) for i in (1, 2))
        self.spread = f"{conninfo} host={hosts} port={ports}"

    def ask(self, *statements, place='', check=True):
        words = [w for s in statements for w in ('-c', s)]
        done = subprocess.run(['psql', '-XAtqd', f'{self.conninfo} {place}', '-v', 'ON_ERROR_STOP=1', *words], capture_output=True, text=True)
        if check and done.returncode:
            raise RuntimeError(f'{statements}: {done.stderr[-2000:]}')
        return done.stdout.strip()

    def words(self, *words):
        conninfo = self.random.choice([self.conninfo, self.spread])
        return [self.program, '-d', conninfo, f'--schema={SCHEMA}', *words]

    def start(self, *words):
        return subprocess.Popen(self.words(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def load(self, *words):
        done = subprocess.run(self.words(*words), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f'{" ".join(words)}: {done.returncode}: {done.stderr[-2000:]}')

    def recover(self):
        """What the cluster does by itself once a minute: transactions of which one node doesn't know the end are ended."""
        self.ask('select recover_prepared_transactions()', check=False)

    def wait_for(self, running):
        while running.poll() is None:
            try:
                running.communicate(timeout=1)
            except subprocess.TimeoutExpired:
                self.recover()

    def wait_for_nodes(self):
        for _, host, port in self.nodes:
            for _ in range(600):
                if self.ask('select 1', place=f'host={host} port={port}', check=False):
                    break
                time.sleep(.1)

    def crash(self, node):
        self.ask("do $$ begin execute format('copy (select 1) to program %L', 'kill -9 ' || (select pid from pg_stat_activity "
                 "where backend_type = 'walwriter')); end $$", place=f'host={node[1]} port={node[2]}', check=False)

    def disturb_cluster(self, kind, words):
        running = self.start(*words)
        begun = time.time()
        if kind == 'none':
            running.communicate()
            self.took = .5 * self.took + .5 * (time.time() - begun)
            return
        self.wait_a_while()
        if kind == 'loader':
            running.kill()
        elif kind == 'sessions':
            for _, host, port in self.nodes:
                self.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'doc2pgsql'",
                         place=f'host={host} port={port}', check=False)
        elif kind == 'backends':
            _, host, port = self.random.choice(self.nodes)
            self.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name like 'citus_internal%'",
                     place=f'host={host} port={port}', check=False)
        elif kind == 'worker':
            self.crash(self.random.choice(self.nodes[1:]))
        elif kind == 'coordinator':
            self.crash(self.nodes[0])
        elif kind == 'two':
            other = self.start('load', '--prune', self.files)
            self.wait_a_while()
            self.random.choice([running, other]).kill()
            self.wait_for(other)
        self.wait_for(running)

    def compare(self):
        self.sql('drop schema if exists fresh, fresh_internal cascade')
        self.run('--schema=fresh', 'load', '-q', self.files)
        wrong = []
        for table in TABLES:
            place = lambda s: f"{s}{'_internal' if table == 'sources' else ''}.{table}"
            if table in ('documents', 'sources'):
                content = lambda s: f"select to_jsonb(t) - '{{document_id,load_id,loaded_at}}'::text[] as r from {place(s)} t"
            else:
                content = lambda s: f"select d.source || (to_jsonb(t) - 'document_id')::text as r from {s}.{table} t join {s}.documents d using (document_id)"
            digest = lambda s: f"select count(*), md5(string_agg(md5(r::text), '' order by r::text collate \"C\")) from ({content(s)}) r"
            there, wanted = self.ask(digest(SCHEMA)), self.sql(digest('fresh'))
            if there != wanted:
                wrong.append(f'{table}: {there}, not {wanted}')
        return wrong

    def round(self, number):
        self.change()
        kind = self.random.choice(['loader', 'sessions', 'backends', 'worker', 'coordinator', 'two'])
        if number % 10 == 0:
            kind = 'none'
        command = self.random.choice([['load'], ['load', '--prune'], ['load', '--prune'], ['delete'], ['resolve']])
        words = {'delete': ['delete', '-q', self.random.choice(['*/all.ndjson', '*#r*[05]', '*.md'])], 'resolve': ['resolve', '-q']}.get(
            command[0], [*command, '-q', f'-j{self.random.randint(1, 3)}', self.files])
        self.disturb_cluster(kind, words)
        self.wait_for_nodes()
        self.recover()
        self.load('load', '-q', '--prune', '--force', self.files)
        return kind, ' '.join(command), self.compare()

    def end(self):
        self.ask(f'drop schema if exists {SCHEMA}, {SCHEMA}_internal cascade', check=False)
        super().end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=50)
    parser.add_argument('--seed', type=int, default=int(time.time()))
    parser.add_argument('--articles', type=int, default=2000)
    parser.add_argument('program')
    parser.add_argument('conninfo')
    o = parser.parse_args()
    cluster = Cluster(o.program, o.seed, o.articles, o.conninfo)
    done, differ = collections.Counter(), []
    try:
        cluster.ask(f'drop schema if exists {SCHEMA}, {SCHEMA}_internal cascade')
        cluster.load('init', '-q', '--distributed=8')
        cluster.run('init', '-q')
        cluster.change()
        cluster.load('load', '-q', cluster.files)
        for number in range(1, o.rounds + 1):
            kind, command, wrong = cluster.round(number)
            done[kind, command] += 1
            if wrong:
                differ.append(f'round {number}, {kind}, {command}: {"; ".join(wrong)}')
                print(differ[-1], flush=True)
    finally:
        print(f'seed {o.seed}')
        for (kind, command), count in sorted(done.items()):
            print(f'{kind:11} {command:14} {count:5}')
        print(f'{sum(done.values())} rounds, {len(differ)} differences', flush=True)
        cluster.end()
    sys.exit(1 if differ else 0)


main()
