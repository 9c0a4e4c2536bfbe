#!/usr/bin/env python3
"""Which of our SQL only a single server takes: tests/portable.py [ROOT]

Reads the SQL of schema/*.sql and sql/**/*.sql and the strings of loader/{sink,report,cli}/*.c below ROOT (default: the
project) and prints FILE:LINE: what is wrong. Exit code 1 when anything is. The rules are those of a cluster that places
articles by document_id and the ledger by source (Citus: docs.citusdata.com, "SQL support and workarounds"); a single
server loses nothing by them. Migrations up to OLD run before a schema is placed: of them only keys count.
"""
import re
import sys
from pathlib import Path

OLD = 25
VERBS = r'(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|DROP|ALTER|SET|BEGIN|LOCK|TRUNCATE|GRANT|REVOKE|ANALYZE|COMMENT|COPY|DO)'
VOLATILE = (r'\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|nextval|'
            r'currval|setval|load_is_alive|set_config)\s*\(|\bcurrent_(?:timestamp|time|date)\b|\blocaltime')
CALLS = r'\bdatabase_(?:exec|run|query|number|prepare)\s*\('


def blank(text):
    """As long, with the same lines, and without words."""
    return re.sub(r'[^\n]', ' ', text)


def tokens(sql):
    """The parts of a text in SQL: kind (code, text, body, comment) and text."""
    part = re.compile(r"(--[^\n]*)|(/\*.*?\*/)|([eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*')|(\$(\w*)\$.*?\$\5\$)", re.S)
    at = 0
    for found in part.finditer(sql):
        if found.start() > at:
            yield 'code', sql[at:found.start()]
        kind = 'comment' if found[1] or found[2] else 'text' if found[3] else 'body'
        yield kind, found[0]
        at = found.end()
    yield 'code', sql[at:]


def statements(sql):
    """Offset and text of each statement, with blanks for comments and texts; those of bodies by themselves."""
    clean, bodies, at = '', [], 0
    for kind, text in tokens(sql):
        if kind == 'body':
            inner = re.match(r'\$\w*\$', text).end()
            bodies.append((at + inner, blank(text[:inner])[inner:] + text[inner:-inner]))
        clean += text if kind == 'code' else blank(text)
        at += len(text)
    at = 0
    for text in clean.split(';'):
        lead = len(text) - len(text.lstrip())
        if text.strip():
            yield at + lead, text.strip()
            for start, body in bodies:
                if at <= start < at + len(text) and not re.match(r'\s*COMMENT\b', text):
                    for offset, inner in statements(body):
                        yield start + offset, inner
        at += len(text) + 1


def closed(text, at):
    """Past the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == '(') - (text[i] == ')')
        if not depth:
            return i + 1
    return len(text)


def without_brackets(text):
    return re.sub(r'\([^()]*\)', '', re.sub(r'\([^()]*\)', '', text))


class Tables:
    """What is placed how: by document_id, by source, or on every node."""

    def __init__(self, root):
        self.placed, self.temporary = {}, set()
        for path in sorted(root.glob('schema/*.sql')):
            sql = ''.join(t if k in ('code', 'body') else blank(t) for k, t in tokens(path.read_text()))
            for found in re.finditer(r'CREATE (TEMP )?TABLE (?:IF NOT EXISTS )?(\w+) \(', sql):
                columns = sql[found.end() - 1:closed(sql, found.end() - 1)]
                if found[1]:
                    self.temporary.add(found[2])
                elif found[2] in ('sources', 'load_errors'):
                    self.placed[found[2]] = 'source'
                else:
                    self.placed[found[2]] = 'document_id' if re.search(r'\bdocument_id bigint', columns) else None

    def read(self, statement):
        """Names of tables, temporary ones too, that stand where a statement reads or changes rows."""
        names = re.findall(r'\b(?:FROM|JOIN|USING|UPDATE(?! SET)|,)\s+(?:ONLY\s+)?(\w+)', statement)
        return {n for n in names if n in self.placed or n in self.temporary}


def key_offence(tables, statement):
    """A key over one table that is placed, without the column that places it."""
    created = re.match(r'CREATE (?:TEMP )?TABLE (?:IF NOT EXISTS )?(\w+) \(', statement)
    index = re.match(r'CREATE UNIQUE INDEX (?:IF NOT EXISTS )?(?:\w+ )?ON (\w+)\s*(\(.*)', statement, re.S)
    altered = re.search(r'ALTER TABLE (\w+)\b', statement)
    if index:
        placed = tables.placed.get(index[1])
        if placed and not re.search(rf'\b{placed}\b', index[2][:closed(index[2], 0)]):
            return f'a unique index on {index[1]} has to have {placed}'
    name = created[1] if created else altered[1] if altered else None
    placed = tables.placed.get(name)
    if not placed:
        return None
    for key in re.finditer(r'\b(PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*(\([^)]*\))?', statement):
        columns = key[2]
        if not columns:  # of a column
            columns = re.split(r'[,(]\s*(?=\w+ \w+)', statement[:key.start()])[-1].split()[0]
        referenced = re.search(r'REFERENCES (\w+)', statement[key.start():]) if key[1] == 'FOREIGN KEY' else None
        if not re.search(rf'\b{placed}\b', columns) and not (referenced and tables.placed.get(referenced[1], placed) is None):
            return f'a key of {name} has to have {placed}'
    return None


def offences(tables, statement):
    """What is wrong with one statement, without its texts."""
    found = re.search(r'\bSELECT\s+(?:DISTINCT\s+)?(?:FROM\b|WHERE\b|LIMIT\b|\))', statement)
    if found:
        yield found.start(), 'an empty select list: SELECT 1'
    drop = re.search(r'\bDROP\s+(?:TABLE|VIEW|INDEX|FUNCTION|SEQUENCE|TYPE|MATERIALIZED VIEW)\b[^;]*', statement)
    if drop and ',' in without_brackets(drop[0]):
        yield drop.start(), 'one DROP of several objects: one each'
    found = re.search(r'\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b|\bFOR\s+(?:KEY\s+)?SHARE\b', statement)
    if found:
        yield found.start(), 'rows locked by a SELECT: change them, or look whether they are what they were'
    found = re.search(r'\bplan_cache_mode\b', statement)
    if found:
        yield found.start(), 'a plan that knows no values goes to all shards: leave plan_cache_mode'
    found = re.search(r'\bWITH\s+RECURSIVE\b', statement)
    if found:
        yield found.start(), 'a recursive query'
    found = re.search(r'\bCREATE\s+(?:OR REPLACE\s+)?(?:CONSTRAINT\s+)?TRIGGER\b', statement)
    if found:
        yield found.start(), 'a trigger'
    conflict = re.search(r'\bON CONFLICT\b', statement)
    if conflict and re.search(r'\bSELECT\b', statement[conflict.start():]):
        yield conflict.start(), 'a subquery in ON CONFLICT'
    change = re.search(r'\b(?:DO\s+UPDATE\s+SET|UPDATE\s+\w+(?:\s+(?:AS\s+)?\w+)?\s+SET|DELETE\s+FROM)\b', statement)
    if change and re.search(VOLATILE, statement[change.start():]):
        yield change.start(), 'a volatile function in a change: give its value as a parameter'
    read = tables.read(re.sub(r'\bINSERT INTO \w+', '', statement))
    if read & tables.temporary and read - tables.temporary:
        yield 0, f'temporary tables beside {", ".join(sorted(read - tables.temporary))}: give arrays'
    changed = re.search(r'\bUPDATE\s+(\w+)(?:\s+(?:AS\s+)?(?!SET\b)\w+)?\s+SET\b.*?\bFROM\b(.*)|\bDELETE\s+FROM\s+(\w+)\b[^;]*?\bUSING\b(.*)',
                        statement, re.S)
    if changed:
        target, rest = changed[1] or changed[3], changed[2] or changed[4]
        others = {n for n in tables.read('FROM ' + rest) if tables.placed.get(n)}
        if tables.placed.get(target) and others and not re.search(r'\.document_id = \w+\.document_id', rest):
            yield 0, f'{target} is changed by {", ".join(sorted(others))}, which is not joined by document_id'


def c_strings(code):
    """Offset, text and name of the strings of a C file, those one behind another as one, with its macros put in."""
    literal = r'"(?:[^"\\\n]|\\.)*"'
    other = r"'(?:[^'\\]|\\.)+'|//[^\n]*|/\*.*?\*/"  # characters and comments
    code = re.sub(rf'({literal})|{other}', lambda m: m[1] or blank(m[0]), code, flags=re.S)
    code = re.sub(r'\\\n', '  ', code)
    macros = {m[1]: m[2] for m in re.finditer(rf'#define (\w+)\s+((?:{literal}\s*|\b[A-Z_]+\b\s*)+)\n', code)}
    run = re.compile(rf'(?:\b([A-Z][A-Z_0-9]+)\b\s*)?{literal}(?:\s*(?:{literal}|\b[A-Z][A-Z_0-9]+\b(?!\s*\()))*')
    for found in run.finditer(code):
        text = found[0]
        for name, value in macros.items():
            text = re.sub(rf'(?<![\w"]){name}(?!\w)', lambda m, v=value: v, text)
        pieces = [eval(p) for p in re.findall(literal, text)]  # C's escapes are Python's
        before = code[max(0, found.start() - 200):found.start()]
        named = re.search(r'\bchar\s+(\w+)\[\]\s*=\s*$', before)
        yield found.start(), ''.join(pieces), named[1] if named else None


def c_offences(tables, path):
    code = path.read_text()
    strings = list(c_strings(code))
    scripts = {name for _, text, name in strings if name and ';' in text}
    for at, text, name in strings:
        sql = re.match(rf'\s*{VERBS}\b[\s;]', text + ' ') is not None
        clean = ''.join(t if k == 'code' else blank(t) for k, t in tokens(text))
        inner = [s for s in clean.split(';') if s.strip()]
        lines = '\\' in text or ';\n' in text  # a script for psql
        if sql and not lines and len(inner) > 1 and not clean.rstrip().endswith(';'):
            yield at, 'several statements, and no script, whose statements all end in a semicolon'
        call = re.search(CALLS + r'[^;"]*$', code[max(0, at - 200):at])
        if sql and call and ';' in clean:
            yield at, 'several statements in one message: database_script'
        if 'force_generic_plan' in text or text == 'plan_cache_mode':
            yield at, 'a plan that knows no values goes to all shards: leave plan_cache_mode'
        for statement in inner:
            for _, why in offences(tables, statement):
                yield at, why
    for name in scripts:
        for used in re.finditer(CALLS + rf'[^;]*?\b{name}\b', code):
            if '"' not in used[0]:
                yield used.start(), f'{name} is a script: database_script'


def sql_offences(tables, path):
    sql = path.read_text()
    number = re.match(r'(\d+)_', path.name)
    old = path.parent.name == 'schema' and number and int(number[1]) <= OLD
    sql = re.sub(r'(?m)^\\.*$', lambda m: blank(m[0]), sql)
    for at, statement in statements(sql):
        why = key_offence(tables, statement)
        if why:
            yield at, why
        if not old:
            for offset, why in offences(tables, statement):
                yield at + offset, why


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    tables = Tables(root)
    wrong = False
    paths = [*root.glob('schema/*.sql'), *root.glob('sql/**/*.sql')]
    paths += [p for folder in ('sink', 'report', 'cli') for p in root.glob(f'loader/{folder}/**/*.c')]
    for path in sorted(paths):
        text = path.read_text()
        for at, why in sorted(set((c_offences if path.suffix == '.c' else sql_offences)(tables, path))):
            print(f'{path.relative_to(root)}:{text.count(chr(10), 0, at) + 1}: {why}')
            wrong = True
    sys.exit(wrong)


if __name__ == '__main__':
    main()
