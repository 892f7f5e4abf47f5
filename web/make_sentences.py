#!/usr/bin/python3
"""Prints the Chinese sentences of src/types/sentences.h, as po/zh_CN.po has them, as C.

Arguments: sentences.h and the catalog as msgfmt compiles it.  Fails if a sentence has no
translation, or one that names other arguments."""

import gettext
import re
import sys


def arguments(sentence):
    """The numbers of the arguments that a template names, in order."""
    numbers = re.findall(r"%(?:(\d)\$)?s", sentence)
    return sorted(int(number) if number else place + 1 for place, number in enumerate(numbers))


header, catalog = sys.argv[1:]
with open(catalog, "rb") as file:
    translate = gettext.GNUTranslations(file).gettext
with open(header, encoding="utf-8") as file:
    rows = re.findall(r'\[(\w+)\] = gettext_noop\("((?:[^"\\]|\\.)*)"\)', file.read())
wrong = []
print("static const char *const sentences_zh[REPAIR_SENTENCES] = {")
for reason, escaped in rows:
    english = escaped.replace('\\"', '"')
    chinese = translate(english)
    if chinese == english or arguments(chinese) != arguments(english):
        wrong.append(f"{reason}: {english!r} has the translation {chinese!r}")
    quoted = chinese.replace('"', '\\"')
    print(f'\t[{reason}] = "{quoted}",')
print("};")
if wrong or not rows:
    sys.exit("\n".join(wrong) or f"no sentences in {header}")
