# psycopg 3
import psycopg
from psycopg.types import TypeInfo
from result import line, strings, yes

connection = psycopg.connect(autocommit=True)

connection.execute("INSERT INTO organization (code, name) VALUES (%s, %s)",
                   ["91350100M000100Y43", "福建"])
name, = connection.execute("SELECT name FROM organization WHERE code = %s",
                           ["12100000400000624D"]).fetchone()
rows = connection.execute("SELECT name FROM organization WHERE code = ANY (%s) ORDER BY code",
                          [["12100000400000624D", "91350100M000100Y43"]]).fetchall()
try:
    connection.execute("INSERT INTO organization (code) VALUES (%s)", ["9135O100M000100Y43"])
except psycopg.errors.InvalidTextRepresentation as error:
    problem = error.diag.sqlstate, error.diag.message_detail, error.diag.message_hint


def ask(sql, *parameters, **options):
    """The values of one column."""
    return [row[0] for row in connection.execute(sql, parameters, **options)]


strings(ask, connection.execute, name)
yes("ANY", [row[0] for row in rows])
everything = "SELECT array_agg(code ORDER BY code) FROM organization"
without = ask(everything)[0]
assert isinstance(without, str)
TypeInfo.fetch(connection, "uscc").register(connection)
line("array", ask(everything)[0], f"the text {without}")
# the binary form is the text, so that of text serves
with connection.cursor() as cursor:
    with cursor.copy("COPY organization (code, name) FROM STDIN (FORMAT binary)") as copy:
        copy.set_types(["text", "text"])
        copy.write_row(["93410100NA000307XN", "合作社"])
    with cursor.copy("COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT (FORMAT binary)") as copy:
        copy.set_types(["text"])
        out = [row[0] for row in copy.rows()]
yes("COPY in", ask("SELECT code FROM organization WHERE name = '合作社'"))
yes("COPY out", out)
bytes_of = ask("SELECT code FROM organization WHERE code = %b", "12100000400000624D", binary=True)
yes("binary", bytes_of[0].decode())
yes("error", "|".join(problem))
