"""`draw`: one process as a picture."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from procmap.answers.picking import pick_one
from procmap.answers.printing import USUAL, Print, check_picture, picture
from procmap.answers.shapes import Answer, FindingAnswer, names_of, tell
from procmap.formats import Document, write_bytes
from procmap.formats.files import check_target
from procmap.messages import ENGLISH, Translator
from procmap.model import Finding

if TYPE_CHECKING:
    from procmap.drawing.theme import ThemeName
    from procmap.model import Diagram, Process


class DrawAnswer(Answer):
    """What was drawn, where to, and whether the file's own coordinates could be used."""

    source: str
    target: str
    process: str
    laid_out: bool
    warnings: tuple[FindingAnswer, ...] = ()


def draw_file(
    argument: str,
    target: str,
    *,
    process: str = "",
    theme: ThemeName = "light",
    printed: Print = USUAL,
    force: bool = False,
    say: Translator = ENGLISH,
) -> DrawAnswer:
    """Draw the process that `argument` (FILE, FILE#ID or FILE#NAME) means into the file `target`: SVG, PNG or PDF.

    `theme`: for a light or a dark background. The drawing tells screen readers in the language of `say` what it shows.
    The coordinates are those of the file; what its diagram leaves out is placed beside the rest. Without a diagram the
    process is laid out.
    Raises procmap.model.BadInput when the process is not one, the picture cannot be made as it is asked for, or the
    target cannot be written.
    """
    check_picture(target, printed, theme)
    check_target(target, force=force)
    document, chosen = pick_one(argument, process)
    return draw_chosen(document, chosen, target, source=argument, theme=theme, printed=printed, force=force, say=say)


def draw_chosen(
    document: Document,
    chosen: Process,
    target: str,
    *,
    source: str,
    theme: ThemeName = "light",
    printed: Print = USUAL,
    force: bool = False,
    say: Translator = ENGLISH,
) -> DrawAnswer:
    """Draw a process of a document like `draw_file`; `source` is what the answer calls it.

    Raises procmap.model.BadInput like `draw_file`.
    """
    check_picture(target, printed, theme)
    check_target(target, force=force)
    diagram, laid_out = diagram_for(chosen, document.diagrams)
    name = PurePath(document.name).name
    made = picture(target, chosen, diagram, printed=printed, theme=theme, say=say, source=name)
    write_bytes(target, made.content, force=force)
    findings = (*document.findings, *made.findings)
    if not laid_out:
        findings = (*findings, *_completed(chosen, document.diagrams, diagram))
    names = names_of([*document.processes, chosen])
    return DrawAnswer(
        source=source,
        target=target,
        process=chosen.name or chosen.id,
        laid_out=laid_out,
        warnings=tuple(tell(finding, names, say) for finding in findings),
    )


def diagram_for(process: Process, diagrams: tuple[Diagram, ...]) -> tuple[Diagram, bool]:
    """Return the drawing of a process, and whether it is new.

    That is the first diagram that shows it whole; else the one that leaves out least, with what it lacks placed beside
    the rest; else, where there is none, or what lies in a closed sub-process is drawn elsewhere, a new one.
    """
    from procmap.drawing import diagrams_of
    from procmap.layout import complete, place

    left_out = [(diagram, _missing(process, diagram)) for diagram in diagrams_of(process, diagrams)]
    whole = next((diagram for diagram, missing in left_out if not missing), None)
    if whole is not None:
        return whole, False
    if not left_out:
        return place(process), True
    best, missing = min(left_out, key=lambda pair: len(pair[1]))
    if any(set(missing) - set(others) for _, others in left_out):
        return place(process), True
    return complete(process, best, place, loose=()), False


def _missing(process: Process, diagram: Diagram) -> tuple[str, ...]:
    from procmap.drawing import undrawn

    return tuple(element for finding in undrawn(process, [diagram]) for element in finding.elements)


def _completed(process: Process, diagrams: tuple[Diagram, ...], drawn: Diagram) -> tuple[Finding, ...]:
    """Tell how many elements the drawing of the file did not show."""
    known = set(_missing(process, drawn))
    missing = [key for key in min((_missing(process, other) for other in diagrams), key=len) if key not in known]
    if not missing:
        return ()
    return (
        Finding(code="drawing-completed", severity="note", elements=tuple(missing), params={"count": len(missing)}),
    )
