# asyncpg
import asyncio
import io
import os
import asyncpg
from result import line, yes


async def use(connection):
    await connection.execute("INSERT INTO organization (code, name) VALUES ($1, $2)",
                             "91350100M000100Y43", "福建")
    name = await connection.fetchval("SELECT name FROM organization WHERE code = $1",
                                     "12100000400000624D")
    rows = await connection.fetch("SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code",
                                  ["12100000400000624D", "91350100M000100Y43"])
    try:
        await connection.execute("INSERT INTO organization (code) VALUES ($1)", "9135O100M000100Y43")
    except asyncpg.DataError as error:
        problem = error.sqlstate, error.detail, error.hint
    return name, [row["name"] for row in rows], problem


async def main():
    connection = await asyncpg.connect(host=os.environ["PGHOST"])

    async def ask(sql, *parameters):
        """The values of one column."""
        return [row[0] for row in await connection.fetch(sql, *parameters)]

    name, names, problem = await use(connection)
    yes("insert", await ask("SELECT code FROM organization WHERE name = '福建'"))
    yes("read", await ask("SELECT code FROM organization WHERE name = $1", "清华大学"))
    yes("look-up", name)
    yes("ANY", names)
    yes("prefix", await ask("SELECT name FROM organization WHERE code ^@ $1", "9135"))
    yes("division", await ask("SELECT name FROM organization WHERE code <@ $1", "3501"))
    await connection.execute("INSERT INTO organization (code, parent) VALUES ($1, $2)", "914403001922038216", None)
    yes("NULL", (await ask("SELECT parent FROM organization WHERE code = '914403001922038216'"))[0])
    yes("array", (await ask("SELECT array_agg(code ORDER BY code) FROM organization"))[0])
    await connection.copy_to_table("organization", columns=["code", "name"],
                                   source=io.BytesIO("93410100NA000307XN\t合作社\n".encode()))
    yes("COPY in", await ask("SELECT code FROM organization WHERE name = '合作社'"))
    out = io.BytesIO()
    await connection.copy_from_query("SELECT code FROM organization WHERE name = '合作社'", output=out)
    yes("COPY out", out.getvalue().decode().strip())
    yes("error", "|".join(problem))

    # records are copied in binary form
    records = [("54110000MATE00010J", "北京")]
    try:
        await connection.copy_records_to_table("organization", records=records, columns=["code", "name"])
    except asyncpg.InternalClientError as error:
        without = error
    await connection.execute("DELETE FROM organization WHERE code = '54110000MATE00010J'")
    await connection.set_builtin_type_codec("uscc", codec_name="text")
    await connection.copy_records_to_table("organization", records=records, columns=["code", "name"])
    await connection.execute("DELETE FROM organization WHERE code = '54110000MATE00010J'")
    line("binary", await ask("SELECT code FROM organization WHERE code = $1", "12100000400000624D"), without)


asyncio.run(main())
