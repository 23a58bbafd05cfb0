"""What each part of the alignment is worth: all of it, then without one part at a time.

    python benchmarks/alignment.py SHARED [--seed 0] [--only PART ...] [--confidence]

SHARED holds `data/matching` (sets of the Process Model Matching Contest 2015: `gold/*.rdf` with models) and
`data/labels/steps.tsv` (labels of three processes in five languages). Printed as a Markdown table: F1 of links that say
"same" on each set, of all links on the set with part-of gold, of rows when all models are aligned at once, and on lists
of steps in pairs of languages (drawn with SEED); precision and recall of rows on the golden cases of the repository.

With --confidence it prints instead how many links are right, by why they were found and by the confidence they have.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from procmap.alignment import Alignment, Member, Party, align
from procmap.alignment.circumstances import WORTH, Worth
from procmap.formats import read
from procmap.language.lexicon import Lexicon
from procmap.model import Activity, Process, SequenceFlow
from tests.cases.gold import FOLDERS, Case

Link = tuple[str, str]
LANGUAGES = ("nb", "nn", "sv", "da", "en")
DROPPED = 0.2
"""The share of the steps that either list lacks."""


class Count(NamedTuple):
    """How many were found, wanted, and both."""

    found: int = 0
    wanted: int = 0
    both: int = 0

    def plus(self, found: set, wanted: set) -> Count:
        return Count(self.found + len(found), self.wanted + len(wanted), self.both + len(found & wanted))

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.found + self.wanted)


@cache
def process(path: Path) -> Process:
    return read(str(path)).processes[0]


@cache
def gold_links(path: Path) -> frozenset[Link]:
    resource = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
    cells = (cell for cell in etree.parse(path).iter("{*}Cell"))
    ends = ([end.get(resource) for end in cell if etree.QName(end).localname.startswith("entity")] for cell in cells)
    return frozenset(tuple(re.split("[#/]", uri)[-1] for uri in pair) for pair in ends)


def pairs(folder: Path, gold: str = "gold") -> Iterator[tuple[Path, Path, frozenset[Link]]]:
    models = {path.stem: path for path in folder.glob("models/*.*")}
    for path in sorted((folder / gold).glob("*.rdf")):
        case = folder / "testcases" / path.stem
        if case.is_dir():
            yield case / "source-model.epml", case / "target-model.epml", gold_links(path)
        else:
            (a, b) = next((a, b) for a, b in itertools.permutations(models, 2) if f"{a}-{b}" == path.stem)
            yield models[a], models[b], gold_links(path)


def links(alignment: Alignment, one: str, other: str, relations: Iterable[str] = ("same",)) -> set[Link]:
    found = set()
    for link in alignment.links:
        ends = {link.a.process: link.a.step, link.b.process: link.b.step}
        if link.relation in relations and {one, other} == set(ends):
            found.add((ends[one], ends[other]))
    return found


def two(a: Process, b: Process) -> Alignment:
    return align([Party(organisation="A", process=a), Party(organisation="B", process=b)])


def set_score(folder: Path) -> float:
    count = Count()
    for a, b, gold in pairs(folder):
        count = count.plus(links(two(process(a), process(b)), "A", "B"), set(gold))
    return count.f1


def part_of_score(folder: Path) -> float:
    wide = {(a, b): gold for a, b, gold in pairs(folder, "gold-subsumption")}
    count = Count()
    for a, b, _ in pairs(folder):
        found = links(two(process(a), process(b)), "A", "B", ("same", "part_of"))
        count = count.plus(found, set(wide.get((a, b), ())))
    return count.f1


def rows_score(folder: Path) -> float:
    """Return F1 of the pairs in rows when all models of a set are aligned at once."""
    files = sorted({file for a, b, _ in pairs(folder) for file in (a, b)})
    alignment = align([Party(organisation=file.stem, process=process(file)) for file in files])
    found = defaultdict(set)
    for row in alignment.work:
        for x, y in itertools.permutations(row.steps, 2):
            found[x.process, y.process].add((x.step, y.step))
    count = Count()
    for a, b, gold in pairs(folder):
        count = count.plus(found[a.stem, b.stem], set(gold))
    return count.f1


def chain(name: str, labels: list[str]) -> Process:
    steps = tuple(Activity(id=f"{name}{number}", name=label) for number, label in enumerate(labels))
    flows = (SequenceFlow(id=f"f{a.id}", source=a.id, target=b.id) for a, b in itertools.pairwise(steps))
    return Process(id=name, nodes=steps, flows=tuple(flows))


def drawn_lists(steps: Path, seed: int) -> Iterator[tuple[Process, Process, set[Link]]]:
    """Yield two lists of steps of one process in two languages, and which steps are the same."""
    table: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in csv.reader(steps.open(encoding="utf-8"), delimiter="\t"):
        if len(row) == 4 and not row[0].startswith("#"):
            table[row[0]][row[1]][row[2]].append(row[3])
    for name, concepts in table.items():
        for pair in itertools.combinations(LANGUAGES, 2):
            chance = random.Random(f"{seed}{name}{pair}")
            drawn = []
            for language in pair:
                kept = [concept for concept in concepts if concepts[concept][language] and chance.random() > DROPPED]
                drawn.append([(concept, chance.choice(concepts[concept][language])) for concept in kept])
            a, b = (chain(side, [label for _, label in of_side]) for side, of_side in zip("AB", drawn, strict=True))
            same = {
                (f"A{i}", f"B{j}")
                for i, (one, _) in enumerate(drawn[0])
                for j, (other, _) in enumerate(drawn[1])
                if one == other
            }
            yield a, b, same


def labels_score(steps: Path, seed: int) -> float:
    count = Count()
    for a, b, same in drawn_lists(steps, seed):
        count = count.plus(links(two(a, b), "A", "B"), same)
    return count.f1


def cases_score() -> tuple[float, float]:
    scores = [case.score(align(case.parties)) for case in CASES]
    both = sum(score.both for score in scores)
    return both / sum(score.found for score in scores), both / sum(score.wanted for score in scores)


def print_confidence(shared: Path, seed: int) -> None:
    """Print how many links are right, by set, reason and confidence; part-of links by the gold that has them."""
    found: dict[tuple[str, str, float], list[bool]] = defaultdict(list)

    def count(kind: str, alignment: Alignment, same: Callable[[Member, Member], bool], part: bool = False) -> None:
        for link in alignment.links:
            if (link.relation == "part_of") == part:
                found[kind, link.why[0].code, link.confidence].append(same(link.a, link.b))

    def by_steps(gold: Iterable[Link]) -> Callable[[Member, Member], bool]:
        pairs = set(gold)
        return lambda a, b: ((a.step, b.step) if a.process == "A" else (b.step, a.step)) in pairs

    for folder in sorted(path for path in (shared / "data" / "matching").iterdir() if (path / "gold").is_dir()):
        for a, b, gold in pairs(folder):
            count(folder.name, two(process(a), process(b)), by_steps(gold))
        if (folder / "gold-subsumption").is_dir():
            for a, b, gold in pairs(folder, "gold-subsumption"):
                count(folder.name, two(process(a), process(b)), by_steps(gold), part=True)
    for a, b, gold in drawn_lists(shared / "data" / "labels" / "steps.tsv", seed):
        count("labels", two(a, b), by_steps(gold))
    for case in CASES:
        row = {member: name for name, members in case.rows.items() for member in members}
        kind = "cases in English" if case.load("case.json")["language"] == "en" else "cases"
        count(kind, align(case.parties), lambda a, b, row=row: row[a.process, a.step] == row[b.process, b.step])
    print("| set | why | confidence | right | of |\n|---|---|---|---|---|")
    for (kind, why, confidence), right in sorted(found.items()):
        print(f"| {kind} | {why} | {confidence} | {sum(right)} | {len(right)} |")


CASES = [Case(folder) for folder in FOLDERS]
Part = Callable[[ExitStack], None]


def without(target: str, value: object) -> Part:
    """Return what turns one part off: something in the package is replaced by `value`."""
    return lambda stack: stack.enter_context(patch(f"procmap.{target}", value))


def only(*fields: str) -> dict[str, Worth]:
    return {field: WORTH[field] for field in fields}


PARTS: dict[str, tuple[Part, ...]] = {
    "all of it": (),
    "labels of equal words and stems only": (without("alignment.matchers.MATCHERS", None),),
    "no lexicon": (without("alignment.evidence.core", lambda: Lexicon(())),),
    "no second pass (neighbours and place)": (without("alignment.pairing.ROUNDS", 0),),
    "one round of the second pass": (without("alignment.pairing.ROUNDS", 1),),
    "second pass without neighbours": (without("alignment.pairing.Pairing._neighbours", lambda *_: 0.5),),
    "second pass without place": (without("alignment.pairing.FAR", 0.0),),
    "second pass without the lead over rivals": (without("alignment.pairing.AHEAD", -2.0),),
    "no sides (applicant, office)": (without("alignment.candidates.may_be_one", lambda *_: True),),
    "messages do not say receive": (
        without("alignment.likeness._waits_for_message", lambda *_: False),
        without("alignment.likeness._is_told", lambda *_: False),
    ),
    "no part-of": (without("alignment.pairing.Pairing.parts", lambda _: []),),
    "no say of third parties": (without("alignment.alike.thirds", lambda *_: {}),),
    "no steps that are split into two": (without("alignment.alike.halves", lambda _: []),),
    "no steps that are split into alternatives": (without("alignment.alike.alternatives", lambda _: []),),
    "groups joined by any one pair": (without("alignment.joining.SUPPORT", 0.0),),
    "words weighed by the two models alone": (without("alignment.likeness.BACKGROUND", 0),),
    "all words weigh the same": (without("alignment.likeness.Likeness._rarity", lambda *_: 1.0),),
    "light words weigh as others": (without("alignment.likeness.LIGHT", 1.0),),
    "later words weigh as the first": (without("alignment.likeness.LATER", 1.0),),
    "no near spelling": (without("alignment.near_words.spelled_alike", lambda *_: 0.0),),
    "no veto of opposed labels": (without("alignment.likeness.Likeness.opposed", lambda *_: False),),
    "other actions and things take nothing off": (
        without("alignment.pairing.OTHER_ACTION", 0.0),
        without("alignment.pairing.OTHER_OBJECT", 0.0),
    ),
    "unknown words weigh as known ones": (without("alignment.likeness.UNKNOWN_OTHER", 1.0),),
    "phrases are whole or nothing": (without("alignment.near_words.SHARED_WORD", 0.0),),
    "all ends stand last": (
        without("alignment.surroundings.place_of", lambda begun, left, _: begun / (begun + left or 1)),
    ),
    "ends and starts by their words alone": (without("alignment.pairing.SAME_EDGE", 2.0),),
    "no circumstances (law, documents, systems …)": (
        without("alignment.circumstances.Circumstances.agree", lambda *_: 0.0),
    ),
    "circumstances without law": (without("alignment.circumstances.LAW", Worth(0.0, 0.0)),),
    "circumstances without documents": (
        without("alignment.circumstances.WORTH", only("systems", "recorded", "risks")),
    ),
    "circumstances without systems": (
        without("alignment.circumstances.WORTH", only("documents_in", "documents_out", "recorded", "risks")),
    ),
    "circumstances without records and risks": (
        without("alignment.circumstances.WORTH", only("documents_in", "documents_out", "systems")),
    ),
}


@contextmanager
def configured(parts: tuple[Part, ...]) -> Iterator[None]:
    from procmap.alignment import matchers
    from procmap.language import said

    with ExitStack() as stack:
        stack.callback(said._said.cache_clear)
        for part in parts:
            part(stack)
        if matchers.MATCHERS is None:
            basic = (matchers.same_words, matchers.same_stems, matchers.only_unnamed)
            stack.enter_context(patch("procmap.alignment.aligning.MATCHERS", basic))
        said._said.cache_clear()
        yield


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--confidence", action="store_true")
    parser.add_argument("--only", action="append", metavar="PART", help="what of it is turned off, all if left out")
    options = parser.parse_args()
    if options.confidence:
        print_confidence(options.shared, options.seed)
        return
    sets = sorted(path for path in (options.shared / "data" / "matching").iterdir() if (path / "gold").is_dir())
    wide = [path for path in sets if (path / "gold-subsumption").is_dir()]
    at_once = [path for path in sets if (path / "models").is_dir()]
    heads = [
        *(path.name for path in sets),
        *(f"{path.name} with part-of" for path in wide),
        *(f"{path.name} rows at once" for path in at_once),
        "labels",
        "cases P",
        "cases R",
    ]
    print(f"| | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
    for name, parts in PARTS.items():
        if options.only and name not in options.only:
            continue
        with configured(parts):
            figures = [
                *map(set_score, sets),
                *map(part_of_score, wide),
                *map(rows_score, at_once),
                labels_score(options.shared / "data" / "labels" / "steps.tsv", options.seed),
                *cases_score(),
            ]
        print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |", flush=True)


if __name__ == "__main__":
    main()
