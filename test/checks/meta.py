#!/usr/bin/python3
"""META.json against version 1.0.0 of the PGXN Meta Spec: every field that it
demands, and the form of those that are there.  Checks the tree it stands in,
or the file that is named."""

import json
import os
import re
import sys

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-?[A-Za-z][0-9A-Za-z-]*)?")
TERM = re.compile(r"[^\s/\\\x00-\x1f\x7f]{2,}")
LICENSES = """agpl_3 apache_1_1 apache_2_0 artistic_1 artistic_2 bsd freebsd gfdl_1_2 gfdl_1_3 gpl_1
    gpl_2 gpl_3 lgpl_2_1 lgpl_3_0 mit mozilla_1_0 mozilla_1_1 open_source openssl perl_5
    postgresql qpl_1_0 ssleay sun unrestricted zlib restricted unknown""".split()
FIELDS = """name version abstract maintainer license provides meta-spec description generated_by
    tags no_index prereqs release_status resources""".split()


def text(value):
    return isinstance(value, str) and value.strip() != ""


def matches(pattern, value):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def texts(value, good=text):
    """One text, or a list of them that is not empty."""
    return good(value) or isinstance(value, list) and value != [] and all(map(good, value))


def provided(name, extension):
    return (matches(TERM, name) and isinstance(extension, dict) and
            matches(VERSION, extension.get("version")) and
            text(extension.get("file")) and
            all(os.path.isfile(extension[key]) for key in ("file", "docfile") if key in extension))


def prerequisites(phases):
    return all(phase in ("configure", "build", "test", "runtime", "develop") and
               relation in ("requires", "recommends", "suggests", "conflicts") and
               all(matches(TERM, name) and (version in (0, "0") or matches(VERSION, version))
                   for name, version in wanted.items())
               for phase, relations in phases.items()
               for relation, wanted in relations.items())


def check(good, name):
    global failed
    failed += not good
    print(("ok" if good else "not ok") + " - " + name)


failed = 0
with open(sys.argv[1] if len(sys.argv) > 1 else "META.json", encoding="utf-8") as file:
    meta = json.load(file)
spec = meta.get("meta-spec", {})
provides = meta.get("provides", {})

check(matches(TERM, meta.get("name")), "META.json: name")
check(matches(VERSION, meta.get("version")), "META.json: version, a semantic one")
check(text(meta.get("abstract")), "META.json: abstract")
check(texts(meta.get("maintainer")), "META.json: maintainer")
check(texts(meta.get("license"), lambda license: license in LICENSES), "META.json: license, by its word")
check(provides != {} and all(provided(*item) for item in provides.items()),
      "META.json: provides, with version and files that exist")
check(matches(re.compile(r"1\.0\.\d+"), spec.get("version")) and
      matches(re.compile(r"https?://pgxn\.org/meta/spec\.(txt|html)"), spec.get("url")),
      "META.json: meta-spec, version and address")
check(prerequisites(meta.get("prereqs", {})), "META.json: prereqs")
check(meta.get("release_status", "stable") in ("stable", "testing", "unstable"), "META.json: release_status")
check(texts(meta.get("tags", "none"), lambda tag: text(tag) and len(tag) < 256 and "/" not in tag),
      "META.json: tags")
check(all(field in FIELDS or field[:2] in ("x_", "X_") for field in meta), "META.json: no field of another name")
sys.exit(failed > 0)
