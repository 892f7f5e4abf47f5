# pg8000
import io
import os
import pg8000
from result import array_as_text, no, strings, yes

connection = pg8000.connect(user=os.environ["PGUSER"], database=os.environ["PGDATABASE"],
                            unix_sock=f"{os.environ['PGHOST']}/.s.PGSQL.{os.environ['PGPORT']}")
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
except pg8000.ProgrammingError as error:
    _, _, sqlstate, message, detail, hint, *rest = error.args


def ask(sql, *parameters):
    """The values of one column."""
    cursor.execute(sql, parameters)
    return [row[0] for row in cursor.fetchall()]


strings(ask, cursor.execute, name)
yes("ANY", [row[0] for row in rows])
array_as_text(ask)
cursor.execute("COPY organization (code, name) FROM STDIN", stream=io.BytesIO("93410100NA000307XN\t合作社\n".encode()))
yes("COPY in", ask("SELECT code FROM organization WHERE name = '合作社'"))
out = io.BytesIO()
cursor.execute("COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT", stream=out)
yes("COPY out", out.getvalue().decode().strip())
# it has a format for each type, and 0, which is text, for those that it does not know
oid, = ask("SELECT 'uscc'::regtype::oid::int")
form, _ = connection.pg_types[oid]
assert form == 0
no("binary", "requests the text form of types that it does not know")
yes("error", "|".join([sqlstate, detail, hint]))
