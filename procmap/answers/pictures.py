"""`draw --as`: several processes in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from procmap.answers.align import Aligned, align_files, check_steps
from procmap.answers.compare import compare_aligned
from procmap.answers.printing import USUAL, Print, check_picture, picture
from procmap.answers.shapes import Answer, FindingAnswer, UnreadFile, tell
from procmap.formats import write_bytes
from procmap.formats.files import check_target
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput

if TYPE_CHECKING:
    from procmap.comparison import Comparison
    from procmap.drawing.theme import ThemeName
    from procmap.reports.pictures import Picture

MOST_STEPS = 2000
"""Of all processes in a picture together: it takes some seconds, and is wider than a wall."""
Arrangement = Literal["side-by-side", "overlay"]


class PictureAnswer(Answer):
    """What was drawn of whom, and where to; `unread`: what could not be used, then nothing was drawn."""

    target: str
    parties: tuple[str, ...] = ()
    rows: int = 0
    warnings: tuple[FindingAnswer, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


def draw_rows(
    arguments: Sequence[str],
    target: str,
    arrangement: Arrangement,
    *,
    at_least: int | None = None,
    confirm: str = "",
    process: str = "",
    printed: Print = USUAL,
    theme: ThemeName = "light",
    force: bool = False,
    say: Translator = ENGLISH,
) -> PictureAnswer:
    """Draw the processes that `arguments` cite as one picture into the file `target`: SVG, PNG or PDF.

    `at_least` is in how many organisations a thing must be to stay in an overlay, `confirm` a file of what people said
    of the alignment, `theme` for a light or a dark background.

    Raises procmap.model.BadInput when the options do not fit, the processes have more than MOST_STEPS steps in all, or
    the target cannot be written.
    """
    _check(target, arrangement, at_least, printed, theme, force=force)
    aligned = align_files(arguments, process=process, confirm=confirm, say=say, most_steps=MOST_STEPS)
    return draw_compared(
        aligned,
        compare_aligned(aligned),
        target,
        arrangement,
        at_least=at_least,
        printed=printed,
        theme=theme,
        force=force,
        say=say,
    )


def draw_compared(
    aligned: Aligned,
    comparison: Comparison | None,
    target: str,
    arrangement: Arrangement,
    *,
    at_least: int | None = None,
    printed: Print = USUAL,
    theme: ThemeName = "light",
    force: bool = False,
    say: Translator = ENGLISH,
) -> PictureAnswer:
    """Draw what was aligned and compared like `draw_rows`. Raises procmap.model.BadInput like it."""
    _check(target, arrangement, at_least, printed, theme, force=force)
    if comparison is None:
        return PictureAnswer(target=target, unread=aligned.picked.unread)
    drawn = picture_of(aligned, comparison, arrangement, at_least=at_least or 1, theme=theme, say=say)
    svg = drawn.svg(language=say.language)
    made = picture(
        target, drawn.process, drawn.diagram, drawn.marks, printed=printed, svg=svg, bare=drawn.bare, say=say
    )
    write_bytes(target, made.content, force=force)
    return PictureAnswer(
        target=target,
        parties=tuple(party.id for party in aligned.parties),
        rows=len(comparison.matrix.rows),
        warnings=tuple(tell(finding, say=say) for finding in made.findings),
    )


def _check(
    target: str, arrangement: Arrangement, at_least: int | None, printed: Print, theme: ThemeName, *, force: bool
) -> None:
    """Refuse what could not be drawn or written, before anything is computed. Raises BadInput."""
    check_picture(target, printed, theme)
    check_target(target, force=force)
    if at_least is not None and arrangement != "overlay":
        raise BadInput("draw-option-needs-as", option="--at-least", how="overlay")


def picture_of(
    aligned: Aligned,
    comparison: Comparison,
    arrangement: Arrangement,
    *,
    at_least: int = 1,
    theme: ThemeName = "light",
    say: Translator = ENGLISH,
) -> Picture:
    """Return the picture of what was aligned and compared.

    Raises procmap.model.BadInput when they have more than MOST_STEPS steps in all, or nothing is in `at_least`
    organisations because there are not so many.
    """
    check_steps(aligned.parties, MOST_STEPS)
    from procmap.reports.pictures import overlay, side_by_side

    if arrangement == "side-by-side":
        return side_by_side(aligned.parties, comparison, say, theme=theme, service=aligned.picked.service)
    count = sum(not party.is_reference for party in aligned.parties)
    if at_least > count:
        raise BadInput("draw-at-least-too-many", at_least=at_least, of=count)
    return overlay(aligned.parties, comparison, at_least, say, theme=theme, service=aligned.picked.service)
