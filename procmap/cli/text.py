"""Answers as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.answers.check import CheckedFile
from procmap.answers.shapes import FindingAnswer, ProcessAnswer
from procmap.answers.sources import format_name
from procmap.cli.understood_text import flat, understood_lines
from procmap.messages import ENGLISH, Translator

if TYPE_CHECKING:
    from procmap.answers import CheckAnswer, ConvertAnswer, ListAnswer
    from procmap.answers.check import CheckedProcess
    from procmap.answers.draw import DrawAnswer
    from procmap.answers.pictures import PictureAnswer

_SHOWN = 3
_REPEATED = 20
"""How many findings of one kind are shown, one by one, of a file or process: 100,000 lines help nobody."""
_LONGEST = 60


def list_text(answer: ListAnswer, say: Translator = ENGLISH) -> str:
    """Return the processes in files as lines."""
    lines = []
    for process in answer.processes:
        lines.append(f"{process.source}")
        name = say.quoted(process.name) if process.name else say.text("process-unnamed", id=process.id)
        lines.append(f"  {name}")
        lines.append(f"  {_whose(process)}: {_sizes(process, say)}")
    return _text(lines)


def _whose(process: ProcessAnswer) -> str:
    return f"{process.organisation}/{process.variant}" if process.variant else process.organisation


def _sizes(process: ProcessAnswer, say: Translator) -> str:
    roles = len({step.role for step in process.steps if step.role})
    counts = {
        "steps": len(process.steps), "gateways": len(process.gateways), "flows": len(process.flows),
        "roles": roles, "attached": len(process.attached),
    }  # fmt: skip
    return ", ".join(say.text(f"count-{what}", count=number) for what, number in counts.items())


def check_text(answer: CheckAnswer, say: Translator = ENGLISH) -> str:
    """Return what was found in the files that could be read as lines, file by file."""
    by_id = {process.id: process for process in answer.processes}
    lines: list[str] = []
    for file in answer.files:
        if isinstance(file, CheckedFile):
            lines += _file(file, by_id, say)
    return _text(lines)


def _file(file: CheckedFile, by_id: dict[str, ProcessAnswer], say: Translator) -> Iterator[str]:
    tool = f" ({file.tool})" if file.tool else ""
    form = f"{format_name(file.format, say)}{tool}"
    yield file.source
    yield f"  {say.text('reads-as', format=form, processes=say.text('count-processes', count=len(file.processes)))}"
    yield from finding_lines(file.warnings, "  ", say)
    for process in file.processes:
        yield from _process(process, by_id[f"{file.source}#{process.id}"], say)
        yield from understood_lines(file.understood, "    ", process.id)


def _process(process: CheckedProcess, shown: ProcessAnswer, say: Translator) -> Iterator[str]:
    name = say.text("process-named" if process.name else "process-unnamed", id=process.id, name=process.name)
    yield f"  {name}: {_sizes(shown, say)}"
    yield from finding_lines(process.findings, "    ", say)
    verdict = say.word("verdict", process.soundness.verdict)
    yield f"    {verdict}: {process.soundness.text}" if process.soundness.text else f"    {verdict}"


def convert_text(answer: ConvertAnswer, say: Translator = ENGLISH) -> str:
    """Return what was written where."""
    lines = [say.text("written", target=answer.target, count=answer.processes)]
    if answer.sidecar:
        lines.append(say.text(f"sidecar-{answer.sidecar.replace(' ', '-')}"))
    return _text([*lines, *understood_lines(answer.understood, "  "), *finding_lines(answer.warnings, "  ", say)])


def draw_text(answer: DrawAnswer, say: Translator = ENGLISH) -> str:
    """Return what was drawn where."""
    code = "drawn-anew" if answer.laid_out else "drawn-as-in-file"
    lines = [say.text(code, target=answer.target, process=answer.process)]
    return _text([*lines, *finding_lines(answer.warnings, "  ", say)])


def rows_drawn_text(answer: PictureAnswer, say: Translator = ENGLISH) -> str:
    """Return what was drawn of several processes, and where."""
    drawn = say.text("drawn-rows", target=answer.target, parties=answer.parties, count=answer.rows)
    return _text([drawn, *finding_lines(answer.warnings, "  ", say)])


def finding_lines(findings: tuple[FindingAnswer, ...], indent: str, say: Translator) -> Iterator[str]:
    """Yield findings as lines, the first of each kind only; what is for information alone stands in the JSON."""
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.code] += finding.severity != "info"
        if finding.severity != "info" and shown[finding.code] <= _REPEATED:
            yield f"{indent}{_finding(finding, say)}"
    for code, number in shown.items():
        if number > _REPEATED:
            yield f"{indent}{say.text('more-of-kind', count=number - _REPEATED, code=code)}"


def _finding(finding: FindingAnswer, say: Translator) -> str:
    return f"{say.word('severity', finding.severity)}: {finding.text}{_elements(finding, say)}"


def _elements(finding: FindingAnswer, say: Translator) -> str:
    """Return the elements that a finding is about, in brackets: the first few, and how many more."""
    if not finding.elements:
        return ""
    told = ", ".join(
        f"{each.id} {say.quoted(shorten(each.label))}" if each.label else each.id for each in finding.elements[:_SHOWN]
    )
    more = len(finding.elements) - _SHOWN
    if more > 0:
        told = say.text("more-elements", elements=told, count=more)
    return f" {say.text('about-elements', elements=told, count=len(finding.elements))}"


def shorten(name: str) -> str:
    """Return a name as a line can hold it, its end cut off with an ellipsis."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _text(lines: list[str]) -> str:
    return "".join(f"{flat(line)}\n" for line in lines)
