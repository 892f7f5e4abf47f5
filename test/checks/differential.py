#!/usr/bin/python3
"""Holds the parsers against other implementations.

Unified social credit codes and citizen identity numbers go through cn.uscc
and cn.ric of python3-stdnum, organization codes through the weighted sum of the
npm package stdnum, where node has it.  Strings are near codes and far from
them.  Where two differ, the difference must be one of the known ones that are
listed below; and each of those must have been seen, so that none is listed in
vain.

Usage: test/checks/differential.py LIBRARY [NPM_PACKAGE_DIRECTORY]
"""

import ctypes
import random
import re
import subprocess
import sys

from stdnum.cn import ric, uscc

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

# What cn.uscc accepts or refuses otherwise, and how it is recognized:
# a test of the text as given, blanks around it cut off and in upper case, and
# of the code that it takes it for (None: refuses).
KNOWN_USCC = {
    "refuses departments that are letters, as A, G, J, N, Q, Y are":
        lambda given, code: code is None and given[0].isalpha(),
    "removes blanks and hyphens within the code":
        lambda given, code: code and re.search("[ -]", given),
    "takes dashes, blanks and digits of other scripts for those of ASCII":
        lambda given, code: code and not given.isascii(),
    "accepts department 0":
        lambda given, code: code == given and code[0] == "0",
    "accepts category 0":
        lambda given, code: code == given and code[1] == "0",
    "accepts an organization code with a wrong check character":
        lambda given, code: code == given and code[16] != body_check(code[8:16]),
    "accepts letters in an organization code under an unknown head":
        lambda given, code: code == given and not code[9:16].isdigit(),
}


def body_check(body):
    """The check character of 8 characters, by the formula of GB 11714."""
    check = 11 - sum(int(c, 36) * w for c, w in zip(body, BODY_WEIGHTS)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))


# The same of cn.ric.
KNOWN_RIC = {
    # python-stdnum 2.2 also needs the birth year and raises KeyError
    "refuses divisions that its table does not know":
        lambda given, code: code is None and len(given) == 18 and not place_known(given),
    "refuses the form of 15 digits":
        lambda given, code: code is None and re.fullmatch("[0-9]{15}", given),
    "takes digits of other scripts for those of ASCII":
        lambda given, code: code and not given.isascii(),
    "accepts years before 1800 and after 2199":
        lambda given, code: code == given and not "1800" <= code[6:10] <= "2199",
    "accepts sequence 000":
        lambda given, code: code == given and code[14:17] == "000",
}


def place_known(number):
    try:
        return bool(ric.get_birth_place(number))
    except (ric.InvalidComponent, KeyError):
        return False


class Fault(ctypes.Structure):
    _fields_ = [("reason", ctypes.c_int), ("position", ctypes.c_int),
                ("expected", ctypes.c_char)]


class Parser:
    """The parser of one standard: gives the text of what it reads, or None."""

    def __init__(self, library, name, length, number):
        self.parse = getattr(library, name + "_parse")
        self.parse.restype = ctypes.c_bool
        self.parse.argtypes = [ctypes.c_char_p, ctypes.c_size_t,
                               ctypes.POINTER(number), ctypes.POINTER(Fault)]
        self.format = getattr(library, name + "_format")
        self.format.restype = None
        self.format.argtypes = [number, ctypes.c_char_p]
        self.number = number()
        self.text = ctypes.create_string_buffer(length)
        self.fault = Fault()

    def __call__(self, given):
        data = given.encode()
        if not self.parse(data, len(data), self.number, self.fault):
            return None
        self.format(self.number, self.text)
        return self.text.raw.decode()


def subject(chance):
    """9 characters of one of the forms that occur, mostly with a right check."""
    kind = chance.randrange(8)
    if kind < 4:
        body = f"{chance.randrange(10**8):08d}"
    elif kind < 6:
        body = chance.choice(["MA", "MB", "MD", "MJ"]) + "".join(
            chance.choices(ALPHABET, k=6))
    elif kind < 7:
        body = chance.choice("XLAGKFECHBDY") + f"{chance.randrange(10**7):07d}"
    else:
        body = "".join(chance.choices(ALPHABET, k=8))
    check = body_check(body)
    return body + (chance.choice("0123456789X") if chance.random() < 0.2 else check)


def text(chance):
    """A string to try: a code of some form, often spoilt in one or two ways."""
    if chance.random() < 0.02:
        return "".join(chance.choices(ALPHABET + "IOSVZ -", k=chance.randrange(30)))
    head = chance.choices("0123456789AGJNQYB", [1, 4, 1, 3, 1, 9, 1, 1, 5, 40, 1, 1, 1, 1, 1, 1, 1])[0]
    head += chance.choice("0123456789") if chance.random() < 0.3 else "1"
    head += f"{chance.randrange(10**6):06d}" if chance.random() < 0.5 else \
        chance.choice(["110000", "350100", "440300", "100000", "990100"])
    code = head + subject(chance)
    code += uscc.calc_check_digit(code)
    if chance.random() < 0.5:
        return code
    for _ in range(chance.randrange(1, 3)):
        i = chance.randrange(len(code))
        spoil = chance.randrange(8)
        if spoil == 0:
            code = code[:i] + chance.choice(ALPHABET + "IOSVZ") + code[i + 1:]
        elif spoil == 1:
            code = code[:i] + code[i + 1:i + 2] + code[i:i + 1] + code[i + 2:]
        elif spoil == 2:
            code = code[:i] + code[i + 1:]
        elif spoil == 3:
            code = code[:i] + chance.choice(ALPHABET) + code[i:]
        elif spoil == 4:
            code = code.lower()
        elif spoil == 5:
            code = code[:i] + chance.choice([" ", "-", "  "]) + code[i:]
        elif spoil == 6:
            code = chance.choice([" ", "\t", "\n", ""]) + code + chance.choice([" ", "\r\n"])
        else:
            code = code[:i] + chance.choice("\u2014\u2212\u00a0\u3000\u200b\uff19\u0660\u0131") + code[i:]
    return code


def citizen(chance):
    """A string to try as a citizen identity number."""
    text = chance.choice(["110105", "440524", "350102", "659001", "500101"]) \
        if chance.random() < 0.8 else f"{chance.randrange(10**6):06d}"
    text += f"{chance.choice([1700, 1800, 1900, 1950, 1999, 2000, 2100, 2199, 2200]) + chance.randrange(2):04d}"
    text += f"{chance.randrange(14):02d}{chance.randrange(33):02d}"
    text += chance.choice(["000", "001", "999"]) if chance.random() < 0.2 else f"{chance.randrange(1000):03d}"
    text += ric.calc_check_digit(text + "0")
    spoil = chance.randrange(12)
    i = chance.randrange(18)
    if spoil == 0:
        text = text[:i] + chance.choice("0123456789Xx") + text[i + 1:]
    elif spoil == 1:
        text = text[:i] + text[i + 1:i + 2] + text[i:i + 1] + text[i + 2:]
    elif spoil == 2:
        text = text[:6] + text[8:17]
    elif spoil == 3:
        text = " " + text.lower() + "\n"
    elif spoil == 4:
        text = text[:i] + chance.choice("\uff19\uff10") + text[i + 1:]
    elif spoil == 5:
        text = text[:i] + text[i + 1:]
    return text


def compare(name, strings, text, ours, validate, known):
    """Holds two parsers against each other; prints checks, returns if all hold."""
    def theirs(given):
        try:
            return validate(given)
        except (uscc.ValidationError, KeyError):
            return None

    chance = random.Random(32100)
    seen = dict.fromkeys(known, 0)
    both = neither = 0
    unknown = []
    for _ in range(strings):
        given = text(chance)
        a, b = ours(given), theirs(given)
        if a == b:
            both += a is not None
            neither += a is None
            continue
        stripped = given.strip(" \t\n\v\f\r").upper()
        for what, recognizes in known.items():
            if recognizes(stripped, b):
                seen[what] += 1
                break
        else:
            unknown.append((given, a, b))
    print(f"# {name}, {strings} strings: {both} accepted by both, {neither} by neither")
    for what, count in seen.items():
        print(f"# {name} {what}: {count}")
    for difference in unknown[:20]:
        print(f"# unknown difference: {difference!r}")
    return [check(not unknown, f"{name}: no unknown difference in {strings} strings"),
            check(min(both, neither) >= strings // 10, f"{name}: both verdicts were common"),
            check(all(seen.values()), f"{name}: every known difference was seen")]


def check(passed, what):
    print(("" if passed else "not ") + "ok - " + what)
    return passed


WEIGHTED_SUM = """
const { weightedSum } = require(process.argv[1] + '/lib/cjs/util/checksum.js');
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').slice(0, -1);
for (const body of lines) {
    const sum = weightedSum(body, { modulus: 11, weights: [3, 7, 9, 10, 5, 8, 4, 2] });
    console.log(body + '0123456789X'[(11 - sum) % 11]);
}
"""


def organization_codes(package, ours):
    """The check character of random bodies, by the package; each other is wrong."""
    chance = random.Random(11714)
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    bodies = ["".join(chance.choices(alphabet[:chance.choice([10, 36])], k=8))
              for _ in range(200_000)]
    codes = subprocess.run(["node", "-e", WEIGHTED_SUM, package], text=True, check=True,
                           input="".join(b + "\n" for b in bodies),
                           stdout=subprocess.PIPE).stdout.split()
    good = len(codes) == len(bodies)
    for code in codes:
        wrong = code[:8] + chance.choice(alphabet.replace(code[8], ""))
        good = good and ours(code) == code and ours(code[:8] + "-" + code[8]) == code \
            and ours(wrong) is None
    return check(good, f"npm stdnum: the same check character of {len(bodies)} organization codes")


def main():
    library = ctypes.CDLL(sys.argv[1])
    passed = compare("cn.uscc", 1_000_000, text,
                     Parser(library, "uscc", 18, ctypes.c_uint64), uscc.validate, KNOWN_USCC)
    passed += compare("cn.ric", 60_000, citizen,
                      Parser(library, "gb11643", 18, ctypes.c_int64), ric.validate, KNOWN_RIC)
    if len(sys.argv) > 2:
        passed.append(organization_codes(sys.argv[2],
                                         Parser(library, "gb11714", 9, ctypes.c_int64)))
    else:
        print("# npm stdnum: not compared, because npm could not bring it")
    return not all(passed)


if __name__ == "__main__":
    sys.exit(main())
