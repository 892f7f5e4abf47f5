#!/usr/bin/python3
"""Draws doc/bench/bench.svg or growth.svg from the CSV in the same folder.

Usage: test/bench/plot.py bench|growth MACHINE COMMAND
"""

import csv
import sys
import textwrap

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "uscc", "font.size": 9})
from matplotlib import pyplot  # noqa: E402 (the backend comes first)

NO_DATE = {"Date": None}


def read(name):
    with open(f"doc/bench/{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def caption(machine, command):
    return "\n".join(textwrap.wrap(machine, 100) + [command])


def bench(machine, command):
    """One line a piece of work, one mark a contender: median and spread."""
    rows = [row for row in read("bench") if row["contender"] not in ("uscc", 'text, C', "varchar")]
    works = list(dict.fromkeys(row["work"] for row in rows))
    contenders = list(dict.fromkeys(row["contender"] for row in rows))
    figure, axes = pyplot.subplots(figsize=(9, 0.3 * len(works) + 1.6), layout="constrained")
    for number, contender in enumerate(contenders):
        mine = [row for row in rows if row["contender"] == contender]
        ratio = [float(row["uscc_divided_by_it"]) for row in mine]
        axes.errorbar(
            ratio, [works.index(row["work"]) + (number - len(contenders) / 2) * 0.08 for row in mine],
            xerr=[[max(0, r - float(row["lowest"])) for r, row in zip(ratio, mine)],
                  [max(0, float(row["highest"]) - r) for r, row in zip(ratio, mine)]],
            fmt="o", markersize=4, linewidth=1, label=contender)
    axes.axvline(1, color="gray", linewidth=1)
    axes.set_xscale("log", base=2)
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:g}" if x >= 1 else f"1/{1 / x:g}")
    axes.set_yticks(range(len(works)), works)
    axes.set_ylim(len(works) - 0.4, -0.6)
    axes.grid(axis="x", alpha=0.4)
    axes.set_title("time of uscc / time of the other (left of 1, uscc is faster)", fontsize=10)
    axes.set_xlabel(caption(machine, command), fontsize=8)
    axes.legend(loc="upper left", fontsize=8)
    figure.savefig("doc/bench/bench.svg", bbox_inches="tight", metadata=NO_DATE)


def growth(machine, command):
    """One panel a piece of work: nanoseconds a row against rows."""
    rows = read("growth")
    works = list(dict.fromkeys(row["work"] for row in rows))
    figure, panels = pyplot.subplots(1, len(works), figsize=(12, 3.4), layout="constrained")
    for panel, work in zip(panels, works):
        for contender in ("uscc", "text"):
            mine = [row for row in rows if row["work"] == work and row["contender"] == contender]
            panel.plot([int(row["rows"]) / 1e6 for row in mine],
                       [float(row["nanoseconds"]) for row in mine], "o-", markersize=4, label=contender)
        panel.set_title(work)
        panel.set_xlabel("million rows")
        panel.set_ylim(bottom=0)
        panel.grid(alpha=0.4)
    panels[0].set_ylabel("nanoseconds a row")
    panels[0].legend()
    figure.supxlabel(caption(machine, command), fontsize=8)
    figure.savefig("doc/bench/growth.svg", bbox_inches="tight", metadata=NO_DATE)


{"bench": bench, "growth": growth}[sys.argv[1]](*sys.argv[2:])
