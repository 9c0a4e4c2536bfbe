#!/usr/bin/env python3
"""How the plans of questions join what a cluster places apart: tests/joins.py DOCUMENT_TABLES SOURCE_TABLES <LOG

LOG is what psql prints on standard error where auto_explain gives its plans as notices (JSON, verbose, nested statements).
DOCUMENT_TABLES and SOURCE_TABLES are names, separated by commas: tables placed by document_id and by source. Prints each join,
or correlated subquery, of two of them that is not on the column that places both, with its query; exit code 1 when there is
one, 2 when there was no plan. What was gathered before (grouped otherwise, limited, a CTE that is kept) may be joined by
anything: a cluster sends it to all nodes.
"""
import json
import re
import sys

CONDITIONS = ('Hash Cond', 'Merge Cond', 'Join Filter', 'Index Cond', 'Recheck Cond', 'Filter')
NAME = r'(\b\w+|"[^"]+")'
PLACE = rf'\(?{NAME}\.(document_id|source)\b(?:\)::\w+)?'  # a cast, too
EQUAL = re.compile(rf'{PLACE} = {PLACE}')
ONE = re.compile(rf'{NAME}\.(document_id|source) = (?:ANY \()?([\'$][^)]*|\d+)')


class Plan:
    def __init__(self, text, plan, placed):
        self.text, self.placed, self.same, self.wrong = text, placed, {}, []
        self.learn(plan)
        self.scan(plan)

    def find(self, place):
        while self.same.get(place, place) != place:
            place = self.same[place]
        return place

    def learn(self, node):
        """Which columns of which aliases are equal, anywhere in the plan."""
        for condition in (node[c] for c in CONDITIONS if c in node):
            for a, column_a, b, column_b in EQUAL.findall(condition):
                self.same[self.find((a.strip('"'), column_a))] = self.find((b.strip('"'), column_b))
            for a, column, value in ONE.findall(condition):
                self.same[self.find((a.strip('"'), column))] = self.find((value, column))
        for child in node.get('Plans', []):
            self.learn(child)

    def is_joined(self, left, right):
        return any(column == other and self.find((a, column)) == self.find((b, other))
                   for a, column in left for b, other in right)

    def is_given(self, right):
        """Whether rows are those of a document that is given from further out, which plans show as a number alone."""
        given = {self.find(place) for place in {*self.same, *self.same.values()} if place[0].startswith('$')}
        return any(self.find(place) in given for place in right)

    def check(self, left, right, node):
        if left and right and not self.is_joined(left, right):
            names = sorted(' and '.join(sorted({a for a, _ in side})[:3]) for side in (left, right))
            on = [node[c] for c in CONDITIONS if c in node]
            self.wrong.append(f'{" with ".join(names)}: {"; ".join(on) or "no condition"}')

    def scan(self, node):
        """Aliases below, each with the column that places its rows."""
        sides, below = [], set()
        for child in node.get('Plans', []):
            inner = self.scan(child)
            relationship = child.get('Parent Relationship')
            if relationship in ('Outer', 'Inner', 'Member', 'Subquery'):
                sides.append(inner)
                below |= inner
            elif relationship == 'SubPlan' and self.refers_out(child) and not self.is_given(inner):
                self.check(self.own(node) | below, inner, child)
        if node['Node Type'] in ('Nested Loop', 'Hash Join', 'Merge Join') and len(sides) == 2:
            self.check(sides[0], sides[1], node)
        below |= self.own(node)
        if node['Node Type'] == 'Subquery Scan':
            for column in {c for _, c in below}:
                alias, inner = (node['Alias'], column), next(p for p in below if p[1] == column)
                self.same[self.find(alias)] = self.find(inner)
                below = below | {alias}
        return set() if self.is_gathered(node, below) and not self.refers_out(node) else below

    def own(self, node):
        column = self.placed.get(node.get('Relation Name'))
        return {(node['Alias'], column)} if column else set()

    def aliases(self, node):
        found = {node['Alias']} if 'Alias' in node else set()
        return found.union(*(self.aliases(c) for c in node.get('Plans', [])))

    def refers_out(self, node):
        """Whether it is worked out anew for rows of what is around it."""
        inside = self.aliases(node)
        def outer(n):
            said = re.sub(r"'(?:[^']|'')*'", "''", ' '.join(n[c] for c in CONDITIONS if c in n))
            columns = re.findall(rf'{NAME}\.(?:\w+|"[^"]+")(?![\w(])', said)  # and no functions
            return any(a.strip('"') not in inside for a in columns) or any(outer(c) for c in n.get('Plans', []))
        return outer(node)

    def is_gathered(self, node, below):
        kind = node['Node Type']
        if kind == 'Aggregate' or kind == 'Group':
            return not any(re.search(rf'(^|\.){c}$', k) for k in node.get('Group Key', []) for _, c in below)
        return kind in ('Limit', 'WindowAgg', 'Unique', 'SetOp', 'Recursive Union')


def plans(log):
    decoder = json.JSONDecoder()
    for found in re.finditer(r'duration: [^\n]* plan:\s*(?=\{)', log):
        explained, _ = decoder.raw_decode(log[found.end():])
        yield explained['Query Text'], explained['Plan']


def main():
    placed = dict.fromkeys(sys.argv[1].split(','), 'document_id') | dict.fromkeys(sys.argv[2].split(','), 'source')
    seen, count = set(), 0
    for text, plan in plans(sys.stdin.read()):
        count += 1
        for wrong in Plan(text, plan, placed).wrong:
            line = f'{wrong}\n    in: {" ".join(text.split())[:300]}'
            if line not in seen:
                print(line)
            seen.add(line)
    sys.exit(2 if not count else 1 if seen else 0)


if __name__ == '__main__':
    main()
