"""Rows in PostgreSQL's text format through psycopg 3's write_row: psycopg_copy.py FOLDER KEYS ANALYZE 'TABLE (COLUMN…)'…"""
import os
import re
import sys

import psycopg

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}


def value(field):
    if field == "\\N":
        return None
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(1)), field) if "\\" in field else field


folder, keys, analyze, *tables = sys.argv[1:]
with psycopg.connect(autocommit=True) as connection:
    for table in tables:
        with open(os.path.join(folder, table.split()[0] + ".text"), encoding="utf-8", newline="\n") as file, \
                connection.cursor() as cursor, cursor.copy("COPY %s FROM STDIN" % table) as copy:
            for line in file:
                copy.write_row([value(field) for field in line[:-1].split("\t")])
    with open(keys, encoding="utf-8") as file:
        connection.execute(file.read())
    connection.execute(analyze)
