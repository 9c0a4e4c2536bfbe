#!/usr/bin/env python3
"""Articles for measuring the views: many items and countries, each with its own frequency, some in very many tables.

    tests/lab/bench/answers.py 20000 | doc2pgsql --local load --input-format=ndjson --stdin-name=answers -

makes 3.6 million cells: tables of support (countries as items, several to a cell, or across the header), of figures about
countries, of measures and persons; labelled bullets. The same count gives the same articles.
"""
import csv
import itertools
import json
import os
import random
import sys

TOP = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..'))
ADJECTIVES = ("joint mobile regional coastal rural urban digital financial legal medical technical cultural diplomatic economic "
              "military judicial civil maritime tactical strategic logistic solar clean early public local basic advanced "
              "emergency border").split()
NOUNS = ("patrol training intelligence radar water energy school hospital police court harbour forest crop fishery drone "
         "satellite fuel language prison laboratory archive transport road bridge railway vaccine shelter data customs").split()
KINDS = ("exercises programs sharing equipment funding advice monitoring grants teams workshops supplies exchange loans maps "
         "repairs visits vehicles standards rules reporting").split()
WORDS = ("the committee of ministers published a report on what was promised and what was delivered in the last years while "
         "several observers remarked that the numbers say little about the people who do the work every day").split()
NAMES = "Amari Bell Castro Dube Eriksen Fox Garcia Hansen Ito Jung Kovac Lopez Mbeki Novak Okoye Petrov".split()
HEADERS = [("Country/Association", "Type of Support"), ("Country", "Type of Support"), ("Partner", "Assistance provided"),
           ("Donor", "Support")]
HOT = ["United States", "China", "European Union", "Germany", "United Kingdom", "France", "Japan", "United Nations"]


class Writer:
    def __init__(self, rng):
        self.rng = rng
        with open(os.path.join(TOP, "schema", "entities.csv"), encoding="utf-8") as file:
            entities = [(e["kind"], e["name"]) for e in csv.DictReader(file)]
        others = [n for k, n in entities if k == "country" and n not in HOT]
        organisations = [n for k, n in entities if k == "organisation"]
        rng.shuffle(others)
        rng.shuffle(organisations)
        self.parties = HOT + others + organisations[:120]
        self.party_weights = list(itertools.accumulate(1 / (i + 3) for i in range(len(self.parties))))
        self.topics = [" ".join(t) for t in itertools.product(ADJECTIVES, NOUNS, KINDS)]
        rng.shuffle(self.topics)
        self.topic_weights = list(itertools.accumulate(1 / (i + 20) for i in range(len(self.topics))))
        self.lines = []

    def party(self):
        return self.rng.choices(self.parties, cum_weights=self.party_weights)[0]

    def topic(self):
        topic = self.rng.choices(self.topics, cum_weights=self.topic_weights)[0]
        return topic.capitalize() if self.rng.random() < .5 else topic

    def person(self):
        return "%s %s %d" % (self.rng.choice(NAMES), self.rng.choice(NAMES), self.rng.randint(1, 4000))

    def sentences(self, count):
        return " ".join(" ".join(self.rng.choices(WORDS, k=self.rng.randint(9, 22))).capitalize() + "." for _ in range(count))

    def table(self, lead_in, header, least, most, row):
        self.lines += [self.sentences(1) + " " + lead_in, " | ".join(header) + " |", "---|" * len(header)]
        self.lines += [" | ".join(row()) + " |" for _ in range(self.rng.randint(least, most))]

    def rows(self):
        def row():
            item = self.party() if self.rng.random() > .1 else "%s, %s and %s" % (self.party(), self.party(), self.party())
            return item, ", ".join(self.topic() for _ in range(self.rng.randint(1, 3)))
        self.table("Partners and what they give are listed below:", self.rng.choice(HEADERS), 3, 9, row)

    def columns(self):
        parties = [self.party() for _ in range(3)]
        cells = ["x", "-", "", "✓", "$%d million" % self.rng.randint(1, 90)]
        self.table("The support of each partner:", ["Type of Support"] + parties, 3, 8,
                   lambda: [self.topic()] + [self.rng.choice(cells) for _ in parties])

    def figures(self):
        self.table("The figures of last year:", ["Country", "Population", "GDP", "Capital"], 8, 30,
                   lambda: [self.party(), str(self.rng.randint(1, 10 ** 8)), "$%d billion" % self.rng.randint(1, 9999), self.person()])

    def measures(self):
        self.table("The following overview shows what is expected:", ["Area of Cooperation", "Intended Effect", "Status"], 5, 14,
                   lambda: [self.topic(), self.topic(), self.rng.choice(["done", "begun", "planned", "late"])])

    def persons(self):
        self.table("Those who were there:", ["Name", "Office", "Since", "Note"], 8, 30,
                   lambda: [self.person(), self.topic(), str(self.rng.randint(1950, 2024)), self.rng.choice(["", "acting"])])

    def promises(self):
        self.lines.append(self.sentences(1) + " These partners have promised support:")
        self.lines += ["- %s: %s, %s" % (self.party(), self.topic(), self.topic()) for _ in range(self.rng.randint(3, 6))]

    def reasons(self):
        self.lines.append(self.sentences(2) + " The main reasons given include:")
        self.lines += ["- %s: %s" % (self.topic().capitalize(), self.sentences(1)) for _ in range(self.rng.randint(3, 7))]

    def article(self):
        parts = [self.rows, self.columns, self.promises, self.figures, self.measures, self.persons, self.reasons]
        self.lines = [self.sentences(2)]
        for _ in range(self.rng.randint(4, 6)):
            self.lines += [self.topic().title(), self.sentences(self.rng.randint(1, 2))]
            self.rng.choices(parts, [5, 1, 2, 6, 25, 35, 26])[0]()
        return "\n".join(self.lines + [self.sentences(2)])


def main():
    writer = Writer(random.Random(7))
    for number in range(int(sys.argv[1])):
        json.dump({"id": "answers-%07d" % number, "language": "en", "text": writer.article()}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
