"""BPMN 2.0 as a format: reading, writing anew, writing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.read import read, recognises
from procmap.formats.document import Document, Format, Written
from procmap.model import Finding

if TYPE_CHECKING:
    from procmap.model import Diagram, Process


def write(processes: tuple[Process, ...], diagrams: tuple[Diagram, ...], like: Document | None) -> Written:
    """Return processes as BPMN 2.0.

    With `like`, a BPMN file that they came from, that file is edited: what did not change stays as it was, and without
    any change its bytes are returned. Otherwise, or where the file has no place for a change, a new file is made.
    """
    from procmap.formats.bpmn.edit import CannotEditError, rewrite
    from procmap.formats.bpmn.write import write as write_anew

    if like is not None and like.format == "bpmn":
        try:
            return Written(content=rewrite(like, processes))
        except CannotEditError:
            content = write_anew(processes, diagrams or like.diagrams)
            return Written(content=content, findings=(Finding(code="written-anew"),))
    return Written(content=write_anew(processes, diagrams))


BPMN = Format(name="bpmn", suffixes=(".bpmn", ".bpmn2", ".xml"), recognises=recognises, read=read, write=write)
