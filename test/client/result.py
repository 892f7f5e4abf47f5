"""What a program of this folder prints: a line for each feature, which
test/targets/test-clients.sh reads.  It has the feature; "yes", "line" if the driver
needs a line for it, or "no" if it does not have it; the value; and the result without the line, or the reason."""

# The type of the column that a mapper makes.
COLUMN = "SELECT atttypid::regtype::text FROM pg_attribute WHERE attrelid = 'created'::regclass AND attname = 'code'"


def show(feature, cell, value, note="-"):
    if isinstance(value, (list, tuple)):
        value = ",".join(map(str, value))
    print(feature, cell, "NULL" if value is None else value, note, sep="\t", flush=True)


def yes(feature, value):
    show(feature, "yes", value)


def line(feature, value, without):
    show(feature, "line", value, without)


def no(feature, why):
    show(feature, "no", "-", why)


def strings(ask, insert_one, name):
    """What a driver of Python's database interface does with strings; the name is the result of the
    look-up gave."""
    yes("insert", ask("SELECT code FROM organization WHERE name = '福建'"))
    yes("read", ask("SELECT code FROM organization WHERE name = %s", "清华大学"))
    yes("look-up", name)
    yes("prefix", ask("SELECT name FROM organization WHERE code ^@ %s", "9135"))
    yes("division", ask("SELECT name FROM organization WHERE code <@ %s", "3501"))
    insert_one("INSERT INTO organization (code, parent) VALUES (%s, %s)", ["914403001922038216", None])
    yes("NULL", ask("SELECT parent FROM organization WHERE code = '914403001922038216'")[0])


def array_as_text(ask):
    """An array as a result is text, unless it is one of texts."""
    without = ask("SELECT array_agg(code ORDER BY code) FROM organization")[0]
    assert isinstance(without, str)
    line("array", ask("SELECT array_agg(code ORDER BY code)::text[] FROM organization")[0], f"the text {without}")


def refusal(call):
    """Why the driver does not do it; that it does is a mistake of the table."""
    try:
        got = call()
    except Exception as error:
        return str(error.args[0] if error.args else error).split("\n")[0]
    raise SystemExit(f"no line is needed: {got}")
