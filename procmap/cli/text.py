"""Answers as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.answers.check import CheckedFile
from procmap.answers.shapes import FindingAnswer, ProcessAnswer

if TYPE_CHECKING:
    from procmap.answers import CheckAnswer, ConvertAnswer, ListAnswer
    from procmap.answers.check import CheckedProcess
    from procmap.answers.draw import DrawAnswer

_SHOWN = 3
_REPEATED = 20
"""How many findings of one kind are shown, one by one, of a file or process: 100,000 lines help nobody."""
_LONGEST = 60
_FORMATS = {"bpmn": "BPMN 2.0", "json": "procmap's own JSON", "epml": "EPML"}


def list_text(answer: ListAnswer) -> str:
    """Return the processes in files as lines."""
    lines = []
    for process in answer.processes:
        lines.append(f"{process.source}")
        lines.append(f'  "{process.name}"' if process.name else f"  process {process.id}")
        lines.append(f"  {_whose(process)}: {_sizes(process)}")
    return _text(lines)


def _whose(process: ProcessAnswer) -> str:
    return f"{process.organisation}/{process.variant}" if process.variant else process.organisation


def _sizes(process: ProcessAnswer) -> str:
    roles = len({step.role for step in process.steps if step.role})
    counts = (
        (len(process.steps), "step"), (len(process.gateways), "gateway"), (len(process.flows), "flow"),
        (roles, "role"), (len(process.attached), "attached value"),
    )  # fmt: skip
    return ", ".join(count(number, word) for number, word in counts)


def check_text(answer: CheckAnswer) -> str:
    """Return what was found in the files that could be read as lines, file by file."""
    by_id = {process.id: process for process in answer.processes}
    lines: list[str] = []
    for file in answer.files:
        if isinstance(file, CheckedFile):
            lines += _file(file, by_id)
    return _text(lines)


def _file(file: CheckedFile, by_id: dict[str, ProcessAnswer]) -> Iterator[str]:
    tool = f" ({file.tool})" if file.tool else ""
    form = _FORMATS.get(file.format, file.format)
    yield file.source
    yield f"  reads as {form}{tool}, {count(len(file.processes), 'process', 'processes')}"
    yield from _findings(file.warnings, "  ")
    for process in file.processes:
        yield from _process(process, by_id[f"{file.source}#{process.id}"])


def _process(process: CheckedProcess, shown: ProcessAnswer) -> Iterator[str]:
    name = f'process "{process.name}" ({process.id})' if process.name else f"process {process.id}"
    yield f"  {name}: {_sizes(shown)}"
    yield from _findings(process.findings, "    ")
    verdict = process.soundness
    yield f"    {verdict.verdict}: {verdict.text}" if verdict.text else f"    {verdict.verdict}"


def convert_text(answer: ConvertAnswer) -> str:
    """Return what was written where."""
    lines = [f"{answer.target}: {count(answer.processes, 'process', 'processes')} written"]
    return _text([*lines, *_findings(answer.warnings, "  ")])


def draw_text(answer: DrawAnswer) -> str:
    """Return what was drawn where."""
    how = "laid out anew" if answer.laid_out else "with the coordinates of the file"
    lines = [f'{answer.target}: "{answer.process}", {how}']
    return _text([*lines, *_findings(answer.warnings, "  ")])


def _findings(findings: tuple[FindingAnswer, ...], indent: str) -> Iterator[str]:
    """Yield findings as lines, the first of each kind only; what is for information alone stands in the JSON."""
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.code] += finding.severity != "info"
        if finding.severity != "info" and shown[finding.code] <= _REPEATED:
            yield f"{indent}{_finding(finding)}"
    for code, number in shown.items():
        if number > _REPEATED:
            yield f"{indent}… and {number - _REPEATED} more of the kind {code} (--format json shows all)"


def _finding(finding: FindingAnswer) -> str:
    return f"{finding.severity}: {finding.text}{_elements(finding)}"


def _elements(finding: FindingAnswer) -> str:
    """Return the elements that a finding is about, in brackets: the first few, and how many more."""
    if not finding.elements:
        return ""
    shown = [f'{each.id} "{shorten(each.label)}"' if each.label else each.id for each in finding.elements[:_SHOWN]]
    more = f" and {len(finding.elements) - _SHOWN} more" if len(finding.elements) > _SHOWN else ""
    return f" ({'element' if len(finding.elements) == 1 else 'elements'} {', '.join(shown)}{more})"


def shorten(name: str) -> str:
    """Return a name as a line can hold it, its end cut off with an ellipsis."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def count(number: int, word: str, plural: str = "") -> str:
    """Return a number with its word: `1 step`, `2 steps`."""
    return f"{number} {word if number == 1 else plural or word + 's'}"


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
