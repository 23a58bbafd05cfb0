"""What procmap tells of the golden cases, held against the golds (docs/cases.md says by which rule).

    python -m benchmarks.golds [CASE ...] [--code CODE ...] [--deviations] [--own-rows]
    python -m benchmarks.golds [CASE ...] --common [--deviations]

Printed for each case: precision and recall of the rows that procmap puts together by itself, of the names that it takes
for the same, and of the differences, code by code, where people confirmed the rows of the gold; with --own-rows, where
procmap put them together. --deviations lists what is told and not in the gold, and what is in the gold and not told.

With --common: how much of the common process of the gold, with its rows and decisions, comes out: relations, roles of
steps, fates of steps and of attached values.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from procmap.alignment import align
from procmap.answers.people import read_decisions
from procmap.comparison import compare
from procmap.harmonisation import harmonise
from tests.cases.differences import Scored, score
from tests.cases.gold import FOLDERS, Case
from tests.cases.gold import Score as Pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="folders of tests/cases; all when none is named")
    parser.add_argument("--code", action="append", default=[], help="only this class of differences")
    parser.add_argument("--deviations", action="store_true", help="list every deviation")
    parser.add_argument("--own-rows", action="store_true", help="compare what procmap itself puts together")
    parser.add_argument("--common", action="store_true", help="hold the common process against the gold's")
    options = parser.parse_args()
    for folder in FOLDERS:
        if not options.cases or folder.name in options.cases:
            if options.common:
                report_common(Case(folder), deviations=options.deviations)
                continue
            report(Case(folder), options.code, deviations=options.deviations, own_rows=options.own_rows)


def report(case: Case, codes: Sequence[str], *, deviations: bool, own_rows: bool) -> None:
    """Print what was measured on one case."""
    own = align(case.parties)
    alignment = own if own_rows else align(case.parties, case.confirmations)
    found = score(case, compare(case.parties, alignment))
    print(f"\n{case.folder.name}")
    _pairs("rows", case.score(own))
    for kind, pairs in case.score_names(alignment).items():
        _pairs(f"names: {kind}", pairs)
    _line("differences", found, None)
    for code in sorted({entry.code for entry in (*found.told, *found.gold)}):
        if not codes or code in codes:
            _line(f"  {code}", found, code)
    if deviations:
        for title, entries in (("told, not in the gold", found.wrong), ("in the gold, not told", found.missed)):
            print(f"  {title}:")
            for entry in sorted(entries, key=lambda one: one.code):
                if not codes or entry.code in codes:
                    print(f"    {entry.id} {entry.code} ({entry.severity}): {entry.sentence}")


def report_common(case: Case, *, deviations: bool) -> None:
    """Print how much of the gold's common process comes out of its rows and decisions."""
    decisions = read_decisions(str(case.folder / "decisions.json"))
    missed = case.missed(harmonise(case.parties, align(case.parties, case.confirmations), decisions=decisions))
    common = case.load("common.json")
    of_steps = sum(entry["kind"] == "step" for entry in common["fates"])
    print(f"\n{case.folder.name}")
    for name, left, of in (
        ("relations", missed.relations, len(common["relations"])),
        ("roles", missed.roles, len(common["steps"])),
        ("fates of steps", missed.steps, of_steps),
        ("fates of attached", missed.attached, len(common["fates"]) - of_steps),
    ):
        print(f"  {name:<22} {of - len(left):>3} of {of:>3}  {1 - len(left) / of:.1%}")
        for entry in left if deviations else ():
            print(f"    {', '.join(entry)}")


def _pairs(name: str, pairs: Pairs) -> None:
    print(f"  {name:<22} P {pairs.precision:.2f} ({pairs.found:>3})  R {pairs.recall:.2f} ({pairs.wanted:>3})")


def _line(name: str, found: Scored, code: str | None) -> None:
    told, gold = (sum(code in (None, entry.code) for entry in entries) for entries in (found.told, found.gold))
    print(f"  {name:<22} P {found.precision(code):.2f} ({told:>3})  R {found.recall(code):.2f} ({gold:>3})")


if __name__ == "__main__":
    main()
