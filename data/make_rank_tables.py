#!/usr/bin/python3
"""Writes src/standards/uscc_rank_tables.h: where each head starts in format 1.

Format 1 is the stored form of type uscc and is frozen: a value on disk is the
rank of a code in the set that these lines define.  Nothing here may ever
change.  A new department, category or province is named elsewhere and needs
no change here.

Usage: data/make_rank_tables.py > src/standards/uscc_rank_tables.h
"""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

# Department and category of a standard head.
PAIRS = """
    11 12 13 19 21 29 31 32 33 34 35 36 39 41 49 51 52 53 54 55 59 61 62 69 71
    72 79 81 82 89 91 92 93 99 A1 A9 G1 G9 J1 J9 N1 N2 N3 N9 Q1 Q2 Q3 Q9 Y1
""".split()

# First two digits of the region of a standard head.
PROVINCES = """
    10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52
    53 54 61 62 63 64 65 99
""".split()

LETTERS = len(ALPHABET) - 10
PAIR_SHIFT = 53
PROVINCE_SHIFT = 47

# Codes under one standard head: any 8 characters with their right check, and
# ten wrong checks for two characters (but not M and a letter) and six digits.
STANDARD = 31**8 + (31**2 - LETTERS) * 10**6 * 10

# Codes under an irregular head: a character and seven digits with any of the 11
# checks, and M, one of 15 letters, six characters.
IRREGULAR = 31 * 10**7 * 11 + 15 * 31**6


def starts(sizes):
    """Running sums of sizes, the total last."""
    result = [0]
    for size in sizes:
        result.append(result[-1] + size)
    return result


def buckets(start, shift, count):
    """For each bucket of 2^shift values: the last entry that starts at or
    before the bucket.  No bucket may hold the start of two more."""
    result = []
    for bucket in range(count):
        first = bucket << shift
        entry = max(i for i, s in enumerate(start[:-1]) if s <= first)
        assert sum(first < s < first + (1 << shift) for s in start) <= 1
        result.append(entry)
    return result


def table(ctype, name, values, note, per_line):
    print(f"\n/* {note} */")
    print(f"static const {ctype} {name}[{len(values)}] = {{")
    for i in range(0, len(values), per_line):
        row = ", ".join(
            f"UINT64_C({v})" if ctype == "uint64_t" else str(v)
            for v in values[i:i + per_line])
        print(f"\t{row}" + ("," if i + per_line < len(values) else ""))
    print("};")


def main():
    province = starts([10**4 * (STANDARD if f"{p:02d}" in PROVINCES else IRREGULAR)
                       for p in range(100)])
    pair = starts([province[-1] if d + c in PAIRS else 10**6 * IRREGULAR
                   for d in ALPHABET[1:] for c in "123456789"])
    print("/* Made by data/make_rank_tables.py; do not edit. */")
    print(f"\n#define STANDARD_SUBJECTS UINT64_C({STANDARD})")
    print(f"#define IRREGULAR_SUBJECTS UINT64_C({IRREGULAR})")
    print(f"#define STANDARD_PAIR_CODES UINT64_C({province[-1]})")
    print(f"#define PAIR_SHIFT {PAIR_SHIFT}")
    print(f"#define PROVINCE_SHIFT {PROVINCE_SHIFT}")
    table("uint64_t", "pair_start", pair,
          "rank of the first code of each department and category; "
          "the size of the set last", 3)
    table("uint16_t", "pair_in_bucket",
          buckets(pair, PAIR_SHIFT, 1 << (64 - PAIR_SHIFT)),
          "the last pair that starts at or before rank i << PAIR_SHIFT", 16)
    table("uint64_t", "province_start", province,
          "the first code of each province, counted from the start of a "
          "standard pair", 3)
    table("uint8_t", "province_in_bucket",
          buckets(province, PROVINCE_SHIFT,
                  (province[-1] >> PROVINCE_SHIFT) + 1),
          "the last province that starts at or before i << PROVINCE_SHIFT",
          16)


if __name__ == "__main__":
    main()
