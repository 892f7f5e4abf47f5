#!/usr/bin/python3
"""Prints SQL that fills table texts with every string literal of SQL files: whatever the
regression tests ask about.  Arguments: the files."""

import re
import sys

TOKEN = re.compile(r"""--[^\n]*|\$(\w*)\$.*?\$\1\$|("(?:[^"]|"")*")|^\\[^\n]*
    |(?P<literal>[Ee]'(?:\\.|''|[^'\\])*'|[Uu]&'(?:''|[^'])*'|'(?:''|[^'])*')""", re.DOTALL | re.MULTILINE | re.VERBOSE)

literals = set()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        literals.update(found["literal"] for found in TOKEN.finditer(file.read()) if found["literal"])
print("CREATE TABLE texts (text text);")
for literal in sorted(literals):
    print(f"INSERT INTO texts VALUES ({literal});")
