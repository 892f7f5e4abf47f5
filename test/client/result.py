"""What a program of this folder prints: a line for each feature, which test/clients
reads.  It has the feature; "yes", "line" if the driver needs a line for it, or "no" if it
has none; the value got; and what there is without the line, or why there is none."""

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


def refusal(call):
    """Why the driver does not do it; that it does is a mistake of the table."""
    try:
        got = call()
    except Exception as error:
        return str(error.args[0] if error.args else error).split("\n")[0]
    raise SystemExit(f"no line is needed: {got}")
