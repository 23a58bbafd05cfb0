"""BPMN 2.0 as a format: reading, writing anew, writing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.read import read, recognises
from procmap.formats.document import Format, Writing, Written
from procmap.model import Finding

if TYPE_CHECKING:
    from procmap.model import Diagram, Process


def write(writing: Writing) -> Written:
    """Return processes as BPMN 2.0.

    With `like`, a BPMN file that they came from, that file is edited: what did not change stays as it was, and without
    any change its bytes are returned. Otherwise, or where the file has no place for a change, a new file is made.
    """
    from procmap.formats.bpmn.edit import CannotEditError, rewrite
    from procmap.formats.bpmn.write import completed, seen_in_bpmn
    from procmap.formats.bpmn.write import write as write_anew

    processes, like = writing.processes, writing.like
    if like is not None and like.format == "bpmn":
        try:
            return Written(content=rewrite(like, processes, writing.language, writing.platform))
        except CannotEditError:
            drawn = completed(processes, writing.diagrams or like.diagrams, edited=True)
            content = write_anew(processes, drawn, writing.language, writing.platform)
            return Written(content=content, findings=(Finding(code="written-anew"), *_new_ids(processes)))
    drawn = completed(
        processes,
        writing.diagrams or (like.diagrams if like is not None else ()),
        edited=like is None or like.processes != processes,
    )
    if like is not None and like.format != "bpmn":
        drawn = seen_in_bpmn(processes, drawn)
    return Written(
        content=write_anew(processes, drawn, writing.language, writing.platform),
        findings=(*_new_ids(processes), *_new_drawings(processes, drawn)),
    )


def _new_drawings(processes: tuple[Process, ...], diagrams: tuple[Diagram, ...]) -> tuple[Finding, ...]:
    """Tell how many drawings were made anew, since those that there are cannot be completed."""
    from procmap.formats.bpmn.write import kept_drawings

    lost = len(diagrams) - len(kept_drawings(processes, diagrams)[0])
    return (Finding(code="bpmn-drawn-anew", severity="note", params={"count": lost}),) if lost else ()


def _new_ids(processes: tuple[Process, ...]) -> tuple[Finding, ...]:
    """Tell how many ids a BPMN file cannot have: numbers, or those that another process has too."""
    from procmap.formats.bpmn.ids import as_name

    seen: set[str] = set()
    changed = 0
    for element in (element for process in processes for element in process.elements()):
        if as_name(element.id) != element.id or element.id in seen:
            changed += 1
        else:
            seen.add(element.id)
    return (Finding(code="bpmn-ids-changed", severity="note", params={"count": changed}),) if changed else ()


BPMN = Format(name="bpmn", suffixes=(".bpmn", ".bpmn2", ".xml"), recognises=recognises, read=read, write=write)
