#!/usr/bin/env python3
"""Runs every command that a document prints, and compares every answer that it prints: docs.py NAME FILE
NAME is markdown, manual, comments (lines behind `#`), targets (make help) or demo (the end of make demo); tests/e2e/docs.bats
says of which documents, and makes what the commands need. docs.py --unused NAME FILE… prints the rows of STAND_INS that no
command needs. WRITE_DOCS=1 writes the answers anew instead of comparing them."""
import os
import re
import subprocess
import sys

# What is not run as printed: pattern, what is run instead, why. Rows are applied one after the other.
STAND_INS = [
    # other names
    (r'--local(?= )', '--local=$SANDBOX/local', "not the user's own private server"),
    (r'/var/lib/doc2pgsql\b', '$SANDBOX/local', 'the same'),
    (r'init --listen$', 'init --listen=$PORT', '5432 may be taken'),
    (r'-h (db\.example\.org|HOST)\b', '-h $PGHOST', "the tests' server is the server of your own"),
    (r'-U USER\b', '-U $PGUSER', 'the same'),
    (r'-d DATABASE\b', '-d news', 'the same'),
    (r'\bCOMMAND\b', 'load', 'a placeholder'),
    (r'\bFILE\b', 'names.csv', 'a placeholder'),
    (r'\bFOLDER\b', '$SANDBOX/articles', 'a placeholder'),
    (r'\bmake (demo(-stop)?)$', r'make \1 DEMO_DIR=$DEMO', "not the developer's demo"),
    (r'(sudo )?make install', 'make install DESTDIR=$SANDBOX/tree', 'would install for all'),
    # only read by make: what would be run is there
    (r'^make ((SAN=\S+ )?(test|check|score|score-statements|score-entities( TREEBANKS=DIR)?|bench|fuzz|faults|soak|clean|deb))$', r'make -n \1 >/dev/null',
     'CI runs test and check, clean would remove what is tested, the others need a corpus, an hour or more packages'),
    (r'^(doc2pgsql .*)init --distributed(=SHARDS)?$', r'\1init', 'needs a cluster'),
    (r'^make test-cluster CLUSTER=CONNINFO$', 'make -n test-cluster CLUSTER=x >/dev/null', 'the same'),
    (r'^(DOC2PGSQL_PGBIN=DIR|WRITE_DOCS=1) make test\b.*', 'make -n test >/dev/null', 'another server; would end in itself'),
    (r'^make (dashboard(-test|-stop)?( LOCAL=DIR)?)$', r'make -n \1 >/dev/null', 'downloads 830 MB and starts a server'),
    # only read by docker-compose, where it is installed: services, variables and files are there
    (r'^(POSTGRES_PASSWORD=)… docker-compose (--profile dashboard )?up$', r'\1x compose -q', 'needs an engine and images'),
    (r'^docker-compose --profile dashboard up -d$', 'POSTGRES_PASSWORD=x compose dashboard >/dev/null', 'the same'),
    (r'^docker-compose (up -d|run --rm) (\w+).*', r'POSTGRES_PASSWORD=x compose \2 >/dev/null', 'the same'),
    (r'^export POSTGRES_PASSWORD=…$', 'true', 'a choice of the user'),
    # other programs
    (r'^(duckdb|sqlite-utils|trafilatura)\b(.*)', r'[ -z "$(command -v \1)" ] || \1\2', 'is not everywhere'),
    (r'^(python3 -c .*docling.*)', r'! python3 -c "import docling.backend.md_backend" 2>/dev/null || \1', 'the same'),
    (r'^pgloader .*', 'true', 'fills a table that nobody has made'),
    (r'^(python3 -c .*trafilatura.*)', r'! python3 -c "import pandas, trafilatura" 2>/dev/null || \1', 'the same'),
    (r'^man (doc2pgsql[a-z-]*)$', r'test -s $SANDBOX/tree/usr/local/share/man/man1/\1.1',
     'man is not everywhere'),
    (r'^sh \.ci/server .*', 'test -x .ci/server', 'fetches packages'),
    (r'^python3 -m pip install .*', 'true', 'fetches packages'),
    (r'^corpus=.*|^python3 \$corpus/.*', 'true', 'lies beside the checkout, or nowhere'),
    (r'^(tests/lab/score/page_kept) .*', r'test -x \1', 'needs pages that lie beside the checkout'),
    (r'^(tests/lab/\S+\.py) .*', r'test -x \1', 'needs the corpus and hours'),
    (r'^option --extra$', 'grep -e --extra tests/lab/train/train.py', 'an option of train.py'),
]

# Code blocks that are no commands, by their first line.
PICTURES = ['15 2 * * *', '[Unit]', '[Timer]', 'article sources ──▶', 'tests/unit/           cmocka']

# What may begin a command, in running text also without the program's name.
PROGRAMS = ['doc2pgsql', 'make', 'psql', 'sh', 'zcat', 'man', 'docker-compose', 'python3', 'duckdb', 'sqlite-utils', 'pgloader', 'printf']
BEGINNING = re.compile(r'(%s|trafilatura|\S+/doc2pgsql|tests/lab/\S+|export|option|\w+=.*)( |$)' % '|'.join(PROGRAMS))
COMMANDS = ['load', 'preview', 'export', 'verify', 'entities', 'index', 'help']
PROMPT = re.compile(r'doc2pgsql[=-]# (.*)')


class Item:
    """A command, or a query, with the answer that is printed below it (None: none is)."""

    def __init__(self, line, text, query=False):
        self.line, self.text, self.query = line, text, query
        self.answer, self.begin, self.end = None, line, line  # lines from begin up to end


def code_block(number, lines):
    """The items of one indented block; number is that of its first line. Behind `$ ` stands a command, and below it its answer."""
    if any(lines[0].startswith(picture) for picture in PICTURES):
        return []
    items, i = [], 0
    while i < len(lines):
        if lines[i].startswith('$ '):
            item = Item(number + i, lines[i][2:])
            begin = i = i + 1
            while i < len(lines) and lines[i]:
                i += 1
            item.answer, item.begin, item.end = lines[begin:i], number + begin, number + i
            items.append(item)
            continue
        if not PROMPT.match(lines[i]):
            if lines[i]:
                items.append(Item(number + i, re.sub(r'\s+# .*', '', lines[i])))
            i += 1
            continue
        item = Item(number + i, '', query=True)
        while i < len(lines) and PROMPT.match(lines[i]):
            item.text += PROMPT.match(lines[i])[1] + '\n'
            i += 1
        while i < len(lines) and not lines[i]:
            i += 1
        begin = i
        while i < len(lines) and lines[i]:
            i += 1
        item.answer, item.begin, item.end = lines[begin:i], number + begin, number + i
        items.append(item)
    return items


def span(number, text):
    """Code in running text: a command, with or without the program's name; an option; a question."""
    text = text.replace('\\|', '|')
    words = text.split()
    if re.match(r'\w+=\S+ make\b', text) or len(words) > 1 and words[0] in PROGRAMS and not text.startswith('psql \\'):
        return [Item(number, text)]
    if len(words) > 1 and words[0] in COMMANDS:
        return [Item(number, 'doc2pgsql ' + text)]
    if re.match(r'--\w', text):
        return [Item(number, 'option ' + re.match(r'--[\w-]+', text)[0])]
    if re.fullmatch(r"\w+ where .*|\w+\('.*'\)", text):
        return [Item(number, 'select count(*) from ' + re.sub(r'\$1', "'x'", text), query=True)]
    return []


def markdown(lines):
    items, number = [], 0
    while number < len(lines):
        block = number
        while number < len(lines) and (lines[number].startswith('    ') or (not lines[number] and block < number)):
            number += 1
        if number > block:
            code = [line[4:] for line in lines[block:number]]
            while not code[-1]:
                code.pop()
            items += code_block(block + 1, code)
            continue
        for text in re.findall(r'(?<!`)`([^`]+)`', lines[number]):
            items += span(number + 1, text)
        number += 1
    return items


def manual(lines):
    return [Item(i + 1, line[4:].replace('\\', '')) for i, line in enumerate(lines) if line.startswith('.Dl ')]


def comments(lines):
    return [Item(i + 1, re.sub(r'\s{3,}.*', '', line[1:].strip())) for i, line in enumerate(lines)
            if re.match(r'#\s{4,}\S', line)]


def targets(lines):
    return [Item(i + 1, re.split(r'\s{2,}', line)[0]) for i, line in enumerate(lines) if line.startswith('make')]


def demo(lines):
    """Behind "Go on:", two columns: what it is for, and the command."""
    items = []
    for i, line in enumerate(lines[lines.index('Go on:') + 1:]):
        purpose, command = re.fullmatch(r'  (.*?)\s{2,}(.*)', line).groups()
        if purpose == 'a BI tool':
            host, port, database, user, schema = re.fullmatch(
                r'host (\S+) \(a Unix socket\), port (\S+), database (\S+), user (\S+), schema (\S+)', command).groups()
            command = 'psql "host=%s port=%s dbname=%s user=%s" -c "select * from %s.country_support"' % (
                host, port, database, user, schema)
        items.append(Item(lines.index('Go on:') + i + 2, command))
    return items


READERS = {'markdown': markdown, 'manual': manual, 'comments': comments, 'targets': targets, 'demo': demo}


def read(reader, path):
    with open(path, encoding='utf-8') as file:
        return READERS[reader](file.read().split('\n')[:-1])


def stand_in(command, used=None):
    for row, (pattern, instead, _) in enumerate(STAND_INS):
        changed = re.sub(pattern, instead, command)
        if changed != command and used is not None:
            used.add(row)
        command = changed
    return command


# What commands may call: option NAME (in some command's help), compose (in the environment, with what is there).
FUNCTIONS = '''set -o pipefail
option() { grep -e "$1\\b" $SANDBOX/options >/dev/null; }
compose() {
    [ -n "$(command -v docker-compose)" ] || return 0
    case $1 in -*) docker-compose config "$@" ;; *) docker-compose --profile dashboard config --services | grep -x "$1" ;; esac
}
'''


def run(item):
    """What the item prints to standard output, and what is wrong with it."""
    if item.query:
        argv, folder = ['doc2pgsql', '-d', os.environ['SAMPLES'], 'psql', '-X', '-P', 'pager=off', '-c', item.text], '.'
    elif not BEGINNING.match(item.text):
        return [], 'neither a command that this test knows, nor a question, nor one of its PICTURES'
    else:
        command = stand_in(item.text)
        inside = re.match('doc2pgsql|psql|zcat|python3 -c|duckdb|sqlite-utils|trafilatura', item.text)
        argv, folder = ['bash', '-c', FUNCTIONS + command], os.environ['SANDBOX'] if inside else '.'
    ended = subprocess.run(argv, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, encoding='utf-8', check=False)
    printed = [line.rstrip() for line in ended.stdout.rstrip('\n').split('\n')]
    if ended.returncode != 0:
        return printed, 'exit code %d\n%s%s' % (ended.returncode, ended.stdout, ended.stderr)
    if re.match('0 articles read', printed[0]):
        return printed, 'nothing was loaded: ' + printed[0]
    if item.answer is not None and printed != [line.rstrip() for line in item.answer]:
        return printed, 'other answer:\n' + '\n'.join(printed)
    return printed, None


def write(path, answers):
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    for item, printed in reversed(answers):
        lines[item.begin - 1:item.end - 1] = [('    ' + line).rstrip() for line in printed]
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


def main(reader, path):
    items, wrong, answers = read(reader, path), 0, []
    for item in items:
        printed, reason = run(item)
        if item.answer is not None:
            answers.append((item, printed))
            if os.environ.get('WRITE_DOCS'):
                reason = None
        if reason:
            wrong += 1
            instead = '' if item.query or stand_in(item.text) == item.text else ' (run as: %s)' % stand_in(item.text)
            print('%s:%d: %s%s\n%s' % (path, item.line, item.text, instead, reason))
    if os.environ.get('WRITE_DOCS') and answers:
        write(path, answers)
    if not items:
        print('%s: no command found' % path)
    return 1 if wrong or not items else 0


def unused(pairs):
    used = set()
    for reader, path in zip(pairs[::2], pairs[1::2]):
        for item in read(reader, path):
            stand_in(item.text, used)
    rows = [row[0] for i, row in enumerate(STAND_INS) if i not in used]
    print('\n'.join(rows), end='\n' if rows else '')
    return 1 if rows else 0


if __name__ == '__main__':
    sys.exit(unused(sys.argv[2:]) if sys.argv[1] == '--unused' else main(*sys.argv[1:]))
