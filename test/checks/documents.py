#!/usr/bin/python3
"""Checks the documents: their examples give what they say, doc/uscc.md describes
every object of the extension, doc/drivers.md shows what make test-clients runs, and
each page has a Chinese one with the same structure and code.

A block of sql or python is an example; a block without a language right after it
is its output.  Those of a file run in turn, in a database of its
own.  Needs a server by libpq's variables; run by test/targets/test.sh."""
import difflib
import glob
import os
import re
import shutil
import subprocess
import tempfile

MARK = "-- end of example --"
failed = False


def check(name, problems):
    global failed
    failed = failed or bool(problems)
    print(f"{'not ok' if problems else 'ok'} - {name}")
    for problem in problems:
        print(problem)


def blocks(path):
    """The fenced blocks of a file: number of the first line, language, text,
    and whether nothing but blank lines is between it and the one before."""
    found, start, adjacent = [], None, False
    for number, line in enumerate(open(path, encoding="utf-8").read().split("\n"), 1):
        if start is None and line.startswith("```"):
            start, language, text = number, line[3:], []
        elif line == "```":
            found.append((start + 1, language, "\n".join(text), adjacent))
            start, adjacent = None, True
        elif start is not None:
            text.append(line)
        elif line:
            adjacent = False
    return found


def psql(database, *arguments, **options):
    return subprocess.run(["psql", "-X", "-q", "-v", "SHOW_CONTEXT=never", "-d", database, *arguments], check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options).stdout


def run(examples, directory):
    """What each example, a language and a text, gives."""
    sql = [text for language, text in examples if language == "sql"]
    subprocess.run(["createdb", "uscc_doc"], check=True)
    given = psql("uscc_doc", input="".join(f"{text}\n\\warn '{MARK}'\n" for text in sql),
                 cwd=directory).split(MARK + "\n")
    subprocess.run(["dropdb", "uscc_doc"], check=True)
    for language, text in examples:
        if language == "sql":
            yield given.pop(0)
        else:
            yield subprocess.run(["python3", "-"], input=text, cwd=directory, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout


def comparable(text):
    """Without blanks at the end of lines, and without what each run has another of:
    times."""
    text = re.sub(r"\d+(\.\d+)?(?= (s|rows/s)\b)", "#", text)
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def check_examples(path):
    examples, expected = [], []
    for line, language, text, adjacent in blocks(path):
        if language in ("sql", "python"):
            examples.append((language, text))
            expected.append((line, None))
        elif language == "" and adjacent and examples and expected[-1][1] is None:
            expected[-1] = (expected[-1][0], text)
    problems, compared = [], 0
    with tempfile.TemporaryDirectory() as directory:
        shutil.copytree("data", f"{directory}/data")
        for (line, wanted), given in zip(expected, run(examples, directory)):
            if wanted is None:
                # without an output, it only must not be an error
                if re.search("^(ERROR|FATAL|psql|Traceback)", given, re.MULTILINE):
                    problems.append(f"{path}:{line}: {given}")
                continue
            compared += 1
            if comparable(wanted) != comparable(given):
                problems += [f"{path}:{line}: gives something else"]
                problems += difflib.unified_diff(comparable(wanted), comparable(given), "expected", "given", lineterm="")
    check(f"{path}: {len(examples)} examples run, {compared} give what it says", problems)


# What a user may call or name: no function that another object of the catalog
# uses.  T is each of the four types, if there is the same for all of them.
OBJECTS = r"""
WITH member AS (
    SELECT classid, objid FROM pg_depend JOIN pg_extension ON pg_extension.oid = refobjid
    WHERE refclassid = 'pg_extension'::regclass AND extname = 'uscc' AND deptype = 'e'
), object (kind, name, described) AS (
    SELECT 'function', proname,
           regexp_replace(proname || '(' || replace(replace(pg_get_function_arguments(pro.oid), '::text', ''), 'IN ', '') || ')', '(, )?OUT .*\)', ')')
           || '` | `' || CASE WHEN prokind = 'p' THEN 'procedure' WHEN proretset THEN 'rows'
                         ELSE replace(pg_get_function_result(pro.oid), 'record', 'row') END
    FROM pg_proc AS pro JOIN member ON objid = pro.oid AND classid = 'pg_proc'::regclass
    WHERE prokind <> 'a'
      AND pro.oid NOT IN (SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend, typanalyze]::oid[]) FROM pg_type)
      AND pro.oid NOT IN (SELECT unnest(ARRAY[oprcode, oprrest, oprjoin]::oid[]) FROM pg_operator)
      AND pro.oid NOT IN (SELECT unnest(ARRAY[aggtransfn, aggcombinefn]::oid[]) FROM pg_aggregate)
      AND pro.oid NOT IN (SELECT amproc FROM pg_amproc)
      AND pro.oid NOT IN (SELECT prosupport FROM pg_proc)
      AND obj_description(pro.oid, 'pg_proc') NOT LIKE 'internal to %'
    UNION ALL
    SELECT 'aggregate', proname, proname || '(' || pg_get_function_arguments(pro.oid) || ')'
    FROM pg_proc AS pro JOIN member ON objid = pro.oid AND classid = 'pg_proc'::regclass
    WHERE prokind = 'a'
    UNION ALL
    SELECT 'operator', oprname, concat_ws(' ', oprleft::regtype, oprname, oprright::regtype)
    FROM pg_operator JOIN member ON objid = pg_operator.oid AND classid = 'pg_operator'::regclass
    UNION ALL
    SELECT 'cast', '::', format('%s → %s', castsource::regtype, casttarget::regtype)
    FROM pg_cast JOIN member ON objid = pg_cast.oid AND classid = 'pg_cast'::regclass
    UNION ALL
    SELECT 'operator class', NULL, format('%s` | %s', opcname, amname)
    FROM pg_opclass JOIN member ON objid = pg_opclass.oid AND classid = 'pg_opclass'::regclass
    JOIN pg_am ON pg_am.oid = opcmethod
    UNION ALL
    SELECT 'type', typname, typname
    FROM pg_type JOIN member ON objid = pg_type.oid AND classid = 'pg_type'::regclass
    WHERE typtype = 'b' AND typelem = 0
    UNION ALL
    SELECT 'view', relname, relname
    FROM pg_class JOIN member ON objid = pg_class.oid AND classid = 'pg_class'::regclass
), general AS (
    SELECT *, regexp_replace(described, 'adcode|orgcode|uscc|citizen_id', 'T', 'g') AS of_all FROM object
)
SELECT DISTINCT kind, name, CASE WHEN kind <> 'type' AND count(*) OVER (PARTITION BY kind, of_all) = 4 THEN of_all ELSE described END
FROM general ORDER BY 1, 3
"""


def words(path, table):
    """The strings of a table of words in a C file."""
    source = open(path, encoding="utf-8").read()
    return re.findall(r'"(\w+)"', re.search(table + r"\[\] = \{(.*?)\};", source, re.DOTALL).group(1))


def check_reference(path):
    text = open(path, encoding="utf-8").read()
    examples = "\n".join(block for _, language, block, _ in blocks(path) if language == "sql")
    answers = "\n".join(block for _, language, block, _ in blocks(path) if language == "")
    subprocess.run(["createdb", "uscc_doc"], check=True)
    rows = psql("uscc_doc", "-At", "-F", "\t", "-c", "CREATE EXTENSION uscc", "-c", OBJECTS).splitlines()
    subprocess.run(["dropdb", "uscc_doc"], check=True)
    problems = []
    for kind, name, described in (row.split("\t") for row in rows):
        if f"`{described}`" not in text and f"`{described} |" not in text:
            problems.append(f"{kind} {described}: not described")
        # an operator class appears in a statement only if it is not the default
        shown = {"function": rf"\b{name}\(", "aggregate": rf"\b{name}\(", "type": rf"::{name}\b",
                 "view": rf"FROM {name}\b(?!\()"}.get(kind, re.escape(name))
        if not re.search(shown, examples):
            problems.append(f"{kind} {described}: no example")
    check(f"{path} describes the {len(rows)} objects of the extension, with an example of each", problems)

    tables = [("src/repair/diagnose.c", "problem_words"), ("src/repair/suggest.c", "words"),
              ("src/repair/kind.c", "words")]
    all_words = {word for source, table in tables for word in words(source, table)} | {"formatting", "empty", "none"}
    check(f"{path} describes the {len(all_words)} words of diagnoses and suggestions, with an example of each",
          [f"{word}: no row of a table, or no answer" for word in sorted(all_words)
           if not re.search(rf"^\|[^|]*`{word}`", text, re.MULTILINE) or not re.search(rf"\| {word}\b", answers)])


def check_drivers(path, programs):
    """Each piece of code is, apart from its indentation, in a program that is run."""
    def lines(text):
        return "\n" + "\n".join(line.strip() for line in text.split("\n") if line.strip()) + "\n"
    sources = [lines(open(program, encoding="utf-8").read()) for program in programs]
    pieces = [(line, text) for line, language, text, _ in blocks(path) if language not in ("", "sql")]
    check(f"{path}: {len(pieces)} pieces of code are in {len(programs)} programs",
          [f"{path}:{line}: in no program" for line, text in pieces if not any(lines(text) in source for source in sources)])


def links(path, line):
    """The files and addresses that the links of a line lead to."""
    for target in re.findall(r"\]\(([^)#]+)", line):
        yield target if ":" in target else os.path.normpath(os.path.join(os.path.dirname(path), target))


def structure(path, chinese):
    """What two languages of a page have in common: headings by their level, blocks
    without their comments, tables by rows and columns, lists, pictures and the files
    that links lead to, each by the name of the English page."""
    english = {chinese[page]: page for page in chinese}
    parts = []
    for line in re.sub(r"^```.*?^```$", "```", open(path, encoding="utf-8").read(), flags=re.DOTALL | re.MULTILINE).split("\n"):
        if line.startswith("#"):
            parts.append("heading " + line.split(" ")[0])
        elif line.startswith("|"):
            parts.append(f"row of {line.count('|') - 1}")
        elif line.startswith("- "):
            parts.append("item")
        elif line == "```":
            parts.append("block")
        parts += [f"link to {english.get(target, target)}" for target in links(path, line)]
    code = ["\n".join(re.sub(r"\s*(--|#) .*", "", line) for line in text.split("\n")) if language else text
            for _, language, text, _ in blocks(path)]
    return parts, code


def check_languages(english, chinese):
    page = chinese[english]
    if not os.path.exists(page):
        return check(f"{page} is {english} in Chinese", ["does not exist"])
    (parts, code), (parts_zh, code_zh) = structure(english, chinese), structure(page, chinese)
    check(f"{page} has the sections, tables and links of {english}",
          list(difflib.unified_diff(parts, parts_zh, english, page, lineterm="")))
    check(f"{page} has its {len(code)} blocks of code",
          list(difflib.unified_diff("\n".join(code).split("\n"), "\n".join(code_zh).split("\n"), english, page, lineterm="")))


def check_links(pages):
    check(f"the links of {len(pages)} pages lead to files",
          [f"{page}: {target} does not exist" for page in pages for line in open(page, encoding="utf-8")
           for target in links(page, line) if ":" not in target and not os.path.exists(target)])


os.environ["PGOPTIONS"] = "-c lc_messages=C"
pages = ["README.md", *sorted(glob.glob("doc/*.md"))]
in_chinese = {page: "README.zh-CN.md" if page == "README.md" else page.replace("doc/", "doc/zh/") for page in pages}
for page in pages:
    check_examples(page)
check_reference("doc/uscc.md")
check_drivers("doc/drivers.md", sorted(glob.glob("test/client/*_*")))
for page in pages:
    check_languages(page, in_chinese)
check_links([*glob.glob("*.md"), *glob.glob("doc/**/*.md", recursive=True)])
raise SystemExit(failed)
