"""A drawing as the content of a file: SVG, PNG or PDF, as its name ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from procmap.drawing import Mark, draw
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Diagram, Finding, Process

if TYPE_CHECKING:
    from procmap.drawing.export import Paper
    from procmap.drawing.theme import ThemeName
    from procmap.reports.pictures.picture import Bare

PICTURES = (".svg", ".png", ".pdf")
"""What the files that pictures are written to end with."""


@dataclass(frozen=True)
class Print:
    """How a picture is printed: the paper, on tiles or not, and how many times its natural size (None: as it fits)."""

    paper: Paper | None = None
    tile: bool = False
    scale: float | None = None


USUAL = Print()


class Picture(NamedTuple):
    """The content of a file with a picture, and what should be known of it."""

    content: bytes
    findings: tuple[Finding, ...] = ()


def check_picture(target: str, printed: Print = USUAL, theme: ThemeName = "light") -> None:
    """Refuse a target that no picture is written to, or options that do not fit it, before anything is done.

    Raises BadInput; also when typst is not installed (PNG, PDF).
    """
    ending = PurePath(target).suffix.lower()
    if ending not in PICTURES:
        raise BadInput("unknown-target", target=target, known=", ".join(PICTURES))
    given = {
        "--paper": (printed.paper is not None, (".pdf",)),
        "--tile": (printed.tile, (".pdf",)),
        "--scale": (printed.scale is not None, (".png", ".pdf")),
        "--theme dark": (theme == "dark", (".svg", ".png")),
    }
    for option, (is_given, endings) in given.items():
        if is_given and ending not in endings:
            raise BadInput("option-of-endings", target=target, option=option, known=", ".join(endings))
    if ending != ".svg":
        from procmap.drawing.export import check_installed

        check_installed()


def picture(
    target: str,
    process: Process,
    diagram: Diagram,
    marks: Sequence[Mark] = (),
    *,
    printed: Print = USUAL,
    theme: ThemeName = "light",
    svg: str = "",
    bare: Callable[..., Bare] | None = None,
    say: Translator = ENGLISH,
    source: str = "",
    draft: str = "",
) -> Picture:
    """Return the drawing of a process as the content of the file `target`; `svg` is that drawing, if it was made.

    `bare` gives it without the legend that it has within it (see `procmap.reports.pictures.picture.Picture.bare`).
    A PDF has a legend, a foot with `source` and `draft`, and the steps as a table, in the language of `say`; it is
    for white paper, and has no dark theme.

    Raises BadInput as `check_picture` does, and when the picture is too large.
    """
    check_picture(target, printed, theme)
    ending = PurePath(target).suffix.lower()
    svg = svg or draw(process, diagram, marks, language=say.language, theme=theme)
    if ending == ".svg":
        return Picture(svg.encode("utf-8"))
    from procmap.drawing.export import SUBSTITUTE, to_pdf, to_png, unprintable
    from procmap.drawing.svg import written

    lost = unprintable(written(svg))
    params: dict[str, str | int] = {"count": lost, "shown": SUBSTITUTE}
    findings = (Finding(code="characters-replaced", severity="note", params=params),) if lost else ()
    if ending == ".png":
        return Picture(to_png(svg, scale=printed.scale), findings)
    from procmap.reports.picture_sheet import picture_sheet

    sheet = picture_sheet(process, diagram, svg, marks, say=say, source=source, draft=draft)
    in_parts = None
    if bare is not None:
        without = bare(language=say.language)
        plain = picture_sheet(process, diagram, svg, say=say, source=source, draft=draft)
        in_parts = without.svg, replace(plain, legend=(*without.legend, *plain.legend))
    pages = to_pdf(svg, sheet, paper=printed.paper or "a4", tile=printed.tile, scale=printed.scale, in_parts=in_parts)
    return Picture(pages, findings)
