"""`draw`: one process as a picture."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from procmap.answers.picking import pick_one
from procmap.answers.printing import USUAL, Print, check_picture, picture
from procmap.answers.shapes import Answer, FindingAnswer, names_of, tell
from procmap.formats import write_bytes
from procmap.messages import ENGLISH, Translator

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
    The coordinates are those of the file where one of its diagrams shows the process whole; else it is laid out anew.
    Raises procmap.model.BadInput when the process is not one, the picture cannot be made as it is asked for, or the
    target cannot be written.
    """
    check_picture(target, printed)
    document, chosen = pick_one(argument, process)
    diagram, laid_out = diagram_for(chosen, document.diagrams)
    source = PurePath(document.name).name
    made = picture(target, chosen, diagram, printed=printed, theme=theme, say=say, source=source)
    write_bytes(target, made.content, force=force)
    names = names_of(document.processes)
    return DrawAnswer(
        source=argument,
        target=target,
        process=chosen.name or chosen.id,
        laid_out=laid_out,
        warnings=tuple(tell(finding, names, say) for finding in (*document.findings, *made.findings)),
    )


def diagram_for(process: Process, diagrams: tuple[Diagram, ...]) -> tuple[Diagram, bool]:
    """Return the first diagram that shows a process whole, else a new one; and whether it is new."""
    from procmap.drawing import undrawn
    from procmap.layout import place

    for diagram in diagrams:
        if not undrawn(process, [diagram]):
            return diagram, False
    return place(process), True
