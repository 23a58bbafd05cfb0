"""What two versions of one file differ in: bpmn-js-differ beside procmap.

For each pair of files: what bpmn-js-differ reports (layout left out), and how much of it procmap reports, with the
files as they are, and with all element ids of the newer one changed; and how much of it bpmn-js-differ itself still
reports then. A report is met where a difference of a fitting class cites the element (or, of an attribute of a step,
its row). Needs node and packages of npm:

    npm install --no-save bpmn-js-differ@3.2 bpmn-moddle@10 camunda-bpmn-moddle@8 zeebe-bpmn-moddle@2
    python -m benchmarks.versions FOLDER [FOLDER …]

A FOLDER holds pairs: `before` and `after`, or `old` and `new`, somewhere in names that are otherwise the same. The
fixtures of bpmn-js-differ are in the folder test/fixtures of its repository; pairs of our own, one for each thing that
can change, in tests/comparison/versions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from procmap.alignment import align
from procmap.answers.picking import pick
from procmap.comparison import Difference, compare
from procmap.formats.bpmn.names import MODEL

_AGES = {"before": "after", "old": "new"}
_PRESENCE = {
    "step_missing", "split_merged", "structure", "annotation", "document", "system", "participant_message", "order",
    "earlier_later", "parallel_sequential", "either_or_both", "optional", "repeated", "condition", "trigger", "wording",
    "role",
}  # fmt: skip
"""The classes that tell that something is there and not there, or has become something else."""
_TELLS = {
    "$type": {"type", "structure:type", *_PRESENCE - {"structure", "wording", "role"}},
    "name": {"wording", "condition", "role", "system", "document", "structure:name", "structure:process_name"},
    "sourceRef": {"structure:ends", "structure:only", *_PRESENCE - {"structure", "wording", "role"}},
    "eventDefinitions": {
        "trigger", "type", "deadline", "condition", "partly_corresponding", "structure:triggers", "structure:beyond",
    },
    "conditionExpression": {"condition", "structure:condition"},
    "default": {"condition", "structure:default", "structure:only"},
    "documentation": {"annotation"},
    "loopCharacteristics": {"repeated", "structure:loop", "structure:beyond"},
    "attachedToRef": {"structure:attached_to"},
    "cancelActivity": {"partly_corresponding", "structure:interrupting"},
    "isForCompensation": {"structure:for_compensation"},
    "calledElement": {"structure:called"},
    "dataObjectRef": {"structure:refers_to", "structure:only"},
    "dataState": {"structure:state"},
    "isCollection": {"structure:collection"},
    "processRef": {"structure:process", "structure:only", "structure:id"},
    "laneSets": {"structure:only"},
    "artifacts": {"annotation", "structure:only", "structure:ends"},
}  # fmt: skip
"""The classes (and parts or traits of `structure`) that can tell of an attribute; any other: `structure:beyond`."""
_TELLS["targetRef"] = _TELLS["sourceRef"]
_TELLS["timeDuration"] = _TELLS["timeDate"] = _TELLS["timeCycle"] = _TELLS["eventDefinitions"]


@dataclass(frozen=True)
class Report:
    """One thing that bpmn-js-differ reports: which element of which file, and the attribute that changed."""

    what: str
    side: str
    element: str
    attribute: str = ""
    part: str = ""


def pairs(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Yield the name and the files of each pair in a folder."""
    for newer in sorted(folder.rglob("*.bpmn")):
        for old, new in _AGES.items():
            if re.search(rf"(?<![a-z]){new}(?![a-z])", newer.name):
                name = re.sub(rf"(?<![a-z]){new}(?![a-z])", old, newer.name)
                older = newer.with_name(name)
                if older.exists():
                    title = newer.relative_to(folder).with_suffix("").as_posix()
                    yield re.sub(rf"[-./]?{new}$", "", title), older, newer


def exchanged(folder: Path, model: str) -> Iterator[tuple[str, Path, Path]]:
    """Yield a model of the interchange test suite of the BPMN MIWG beside what each tool made of it."""
    for made in sorted(folder.glob(f"*/{model}*.bpmn")):
        if made.parent.name != "Reference":
            kind = made.stem.removeprefix(model).strip("-.") or "import"
            yield f"{made.parent.name}, {kind}", folder / "Reference" / f"{model}.bpmn", made


def differ(packages: str, files: list[tuple[Path, Path]]) -> list[list[Report]]:
    """Return what bpmn-js-differ reports of each pair of files."""
    script = Path(__file__).with_name("bpmn_differ.mjs")
    listed = [str(each) for pair in files for each in pair]
    ran = subprocess.run(["node", script, packages, *listed], check=True, capture_output=True, text=True)
    return [list(_reports(told)) for told in json.loads(ran.stdout)]


def _reports(told: dict[str, dict[str, object]]) -> Iterator[Report]:
    yield from (Report("removed", "old", element) for element in told["removed"])
    yield from (Report("added", "new", element) for element in told["added"])
    for element, attributes in told["changed"].items():
        for attribute in attributes or [{"name": "", "old": None, "new": None}]:
            # What stands in a list of its own is not counted as added or removed: a data object, an annotation.
            side = "old" if attribute["old"] and not attribute["new"] else "new"
            yield Report("changed", side, element, attribute["name"], attribute[side] or "")


def renamed(source: bytes, seed: str) -> tuple[bytes, dict[str, str]]:
    """Return a BPMN file with other ids for all elements of BPMN, and the new ids by the old ones."""
    root = etree.fromstring(source)
    ids = {
        element.get("id"): "x" + hashlib.sha256(f"{seed}{element.get('id')}".encode()).hexdigest()[:12]
        for element in root.iter(f"{{{MODEL}}}*")
        if element.get("id")
    }
    for element in root.iter(etree.Element):
        foreign = not str(element.tag).startswith(("{http://www.omg.org/spec/BPMN", "{http://www.omg.org/spec/DD"))
        for name, value in element.attrib.items():
            if value in ids and name != "name" and not foreign:
                element.set(name, ids[value])
        text = (element.text or "").strip()
        if text in ids and str(element.tag).startswith(f"{{{MODEL}}}") and etree.QName(element).localname != "text":
            element.text = ids[text]
    return etree.tostring(root), ids


def procmap_tells(older: Path, newer: Path) -> tuple[list[Difference], dict[tuple[str, str], set[str]]]:
    """Return the differences, and for each element what it can be met by: its own id, and that of its row."""
    picked = pick([f"V/1old={older}", f"V/2new={newer}"])
    if picked.unread:
        raise SystemExit(f"{older}, {newer}: {picked.unread[0].error.text}")
    alignment = align(picked.parties)
    rows: dict[tuple[str, str], set[str]] = {}
    for row in alignment.rows:
        for member in row.steps:
            rows[member.process, member.step] = {row.id}
    for party in picked.parties:  # a pool stands for the process that is drawn in it
        for pool in party.process.pools:
            rows[party.id, pool.id] = {f"{party.id}#{pool.process}"}
    return list(compare(picked.parties, alignment).differences), rows


def met(report: Report, told: list[Difference], rows: dict[tuple[str, str], set[str]], ids: dict[str, str]) -> set[int]:
    """Return the numbers of the differences that tell what a report says."""
    party = "V/1old" if report.side == "old" else "V/2new"
    elements = {report.element, report.part} if report.part else {report.element}
    if report.side == "new":
        elements = {ids.get(element, element) for element in elements}
    return {
        number
        for number, difference in enumerate(told)
        if _fits(report, difference, bool(ids)) and any(_about(difference, party, each, rows) for each in elements)
    }


def _about(difference: Difference, party: str, element: str, rows: dict[tuple[str, str], set[str]]) -> bool:
    if any(place.process == party and place.id == element for place in difference.elements):
        return True
    return bool(rows.get((party, element), set()) & set(difference.rows))


def _fits(report: Report, difference: Difference, by_words: bool) -> bool:
    part = str(difference.params.get("part", ""))
    said = {difference.code, f"{difference.code}:{part}", f"{difference.code}:{difference.params.get('trait', '')}"}
    if report.what != "changed":
        return bool(said & _PRESENCE)
    if not report.attribute:
        return True
    steps = [step for step in re.split(r"[.\[\]]+", report.attribute) if step and not step.isdigit()]
    if by_words and said & {"step_missing", "structure:only"}:
        return True  # what has other words and another id too is told as gone, and as new
    first = next((step for step in steps if step != "processRef"), "processRef")
    if first in ("properties", "ioSpecification", "flowElements"):
        return bool(said & {"structure:beyond", "structure:only", "document", "system"})
    return bool(said & _TELLS.get(first, {"structure:beyond"}))


def _line(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def again(report: Report, reports: Collection[Report], ids: Mapping[str, str]) -> bool:
    """Tell whether a report is made of the pair with other ids, too: of the same element, and of the same attribute."""
    element, part = (ids.get(each, each) if report.side == "new" else each for each in (report.element, report.part))
    return replace(report, element=element, part=part) in reports


def measure(folders: list[Path], packages: str, seed: str, model: str = "") -> tuple[str, list[str]]:
    """Return the table, and a line for each report that procmap does not meet."""
    listed = [pair for folder in folders for pair in (exchanged(folder, model) if model else pairs(folder))]
    lines = [
        _line(
            "files", "added", "removed", "changed", "procmap, as is", "ids changed", "differ, ids changed", "besides"
        ),
        "|---|---|---|---|---|---|---|---|",
    ]
    lost: list[str] = []
    sums = [0] * 8
    with tempfile.TemporaryDirectory() as folder:
        others = []
        for number, (_, _, newer) in enumerate(listed):
            content, ids = renamed(newer.read_bytes(), seed)
            others.append((Path(folder) / f"{number}.bpmn", ids))
            others[-1][0].write_bytes(content)
        files = [(older, newer) for _, older, newer in listed]
        reported = differ(
            packages, files + [(older, other) for (older, _), (other, _) in zip(files, others, strict=True)]
        )
        of_others = reported[len(listed) :]
        for (name, older, newer), reports, (other, ids), anew in zip(
            listed, reported[: len(listed)], others, of_others, strict=True
        ):
            found = []
            besides = 0
            for place, (file, changed) in enumerate(((newer, {}), (other, ids))):
                told, rows = procmap_tells(older, file)
                hits = [met(report, told, rows, changed) for report in reports]
                found.append(sum(map(bool, hits)))
                lost += [
                    f"{name}, {'ids changed' if place else 'as is'}: {report.what} {report.element} {report.attribute}"
                    for report, hit in zip(reports, hits, strict=True)
                    if not hit
                ]
                if place == 0:
                    besides = len(told) - len(set().union(*hits))
            found.append(sum(again(report, anew, ids) for report in reports))
            kinds = [sum(report.what == what for report in reports) for what in ("added", "removed", "changed")]
            lines.append(_line(name, *kinds, *(f"{each} of {len(reports)}" for each in found), besides))
            sums = [a + b for a, b in zip(sums, (*kinds, *found, besides, len(reports)), strict=True)]
    *kinds, as_is, by_words, by_differ, besides, total = sums
    counted = (f"{each} of {total}" for each in (as_is, by_words, by_differ))
    lines.append(_line(f"**{len(listed)} pairs**", *kinds, *counted, besides))
    return "\n".join(lines), lost


def main() -> None:
    parser = argparse.ArgumentParser(description="Versions of one file: bpmn-js-differ beside procmap.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--packages", default=".", help="the folder that has node_modules")
    parser.add_argument(
        "--model", default="", help="compare what the tools in a folder of the BPMN MIWG made of a model"
    )
    parser.add_argument("--seed", default="1", help="what the changed ids are made of")
    arguments = parser.parse_args()
    table, lost = measure(arguments.folders, arguments.packages, arguments.seed, arguments.model)
    print(table)
    for line in lost:
        print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
