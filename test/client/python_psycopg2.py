# psycopg2
import io
import psycopg2
from result import array_as_text, no, refusal, strings, yes

connection = psycopg2.connect("")
connection.autocommit = True
cursor = connection.cursor()

cursor.execute("INSERT INTO organization (code, name) VALUES (%s, %s)",
               ["91350100M000100Y43", "福建"])
cursor.execute("SELECT name FROM organization WHERE code = %s", ["12100000400000624D"])
name, = cursor.fetchone()
cursor.execute("SELECT name FROM organization WHERE code = ANY (%s) ORDER BY code",
               [["12100000400000624D", "91350100M000100Y43"]])
rows = cursor.fetchall()
try:
    cursor.execute("INSERT INTO organization (code) VALUES (%s)", ["9135O100M000100Y43"])
except psycopg2.errors.InvalidTextRepresentation as error:
    problem = error.pgcode, error.diag.message_detail, error.diag.message_hint


def ask(sql, *parameters):
    """The values of one column."""
    cursor.execute(sql, parameters)
    return [row[0] for row in cursor]


strings(ask, cursor.execute, name)
yes("ANY", [row[0] for row in rows])
array_as_text(ask)
cursor.copy_expert("COPY organization (code, name) FROM STDIN", io.StringIO("93410100NA000307XN\t合作社\n"))
yes("COPY in", ask("SELECT code FROM organization WHERE name = '合作社'"))
out = io.StringIO()
cursor.copy_expert("COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT", out)
yes("COPY out", out.getvalue().strip())
no("binary", refusal(lambda: cursor.execute("SELECT code FROM organization", binary=True)))
yes("error", "|".join(problem))
