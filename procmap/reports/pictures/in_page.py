"""The pictures of a comparison in its page: side by side, and on top of each other for as many as are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from procmap.alignment import Party
from procmap.comparison import Comparison
from procmap.messages import ENGLISH, Translator
from procmap.reports.html_text import text
from procmap.reports.pictures.overlay import overlay
from procmap.reports.pictures.side_by_side import side_by_side

MOST_STEPS = 150
"""With more steps in all, pictures would take longer than the comparison itself and be too small to read:
the page says how to draw them instead."""
_FEW = 4
_CHOSEN = (1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000)
"""In how many organisations a thing must be, for the slider of more than four organisations."""


@dataclass(frozen=True)
class Overlay:
    """What at least `at_least` organisations have, as SVG."""

    at_least: int
    svg: str


@dataclass(frozen=True)
class Pictures:
    """The pictures of a comparison as SVG; without any, `steps` is more than a page has room for.

    `of` is the number of organisations that are counted. Overlays begin with that of everything.
    """

    steps: int
    of: int
    side_by_side: str = ""
    overlays: tuple[Overlay, ...] = ()


def pictures_of(
    parties: Sequence[Party], comparison: Comparison, say: Translator = ENGLISH, service: str = ""
) -> Pictures:
    """Return the pictures for the page of a comparison of `parties`, in the language of `say`.

    `service` is what all perform, if known: the pictures are called so.
    """
    steps = sum(len(party.process.steps) for party in parties)
    counted = sum(not party.is_reference for party in parties)
    if steps > MOST_STEPS:
        return Pictures(steps, counted)
    return Pictures(
        steps,
        counted,
        side_by_side(parties, comparison, say, service=service).svg(language=say.language),
        tuple(
            Overlay(at_least, overlay(parties, comparison, at_least, say, service=service).svg(language=say.language))
            for at_least in thresholds(counted)
        ),
    )


def thresholds(counted: int) -> list[int]:
    """Return in how many of so many organisations a thing can be asked to be."""
    return list(range(1, counted + 1)) if counted <= _FEW else [each for each in _CHOSEN if each <= counted]


def pictures_section(pictures: Pictures, say: Translator) -> Iterator[str]:
    """Yield the section of a page with its pictures, as lines of HTML."""
    yield f'<section class="pictures"><h2 id="pictures">{text(say.text("heading-pictures"))}</h2>'
    if not pictures.side_by_side:
        yield f"<p>{text(say.text('pictures-too-large', steps=pictures.steps))}</p></section>"
        return
    yield f'<p class="soft">{text(say.text("pictures-about"))}</p>'
    name = say.text("pictures-side-by-side")
    yield f'<details id="side-by-side"><summary>{text(name)}</summary>'
    yield from frame("side-by-side", name, [pictures.side_by_side], say)
    yield "</details>"
    name = say.text("pictures-overlay")
    yield f'<details id="overlay"><summary>{text(name)}</summary>'
    if len(pictures.overlays) > 1:
        yield _slider(pictures, say)
    yield from frame("overlay", name, [each.svg for each in pictures.overlays], say)
    yield "</details></section>"


def frame(name: str, label: str, drawn: Iterable[str], say: Translator) -> Iterator[str]:
    """Yield pictures in a frame that scrolls, the first of them shown; with a switch to see them whole."""
    yield (
        f'<p class="script"><label><input type="checkbox" data-fits="{name}-frame"> '
        f"{text(say.text('pictures-fit'))}</label></p>"
    )
    yield f'<p class="script keys-of-picture" id="{name}-keys">{text(say.text("pictures-keys"))}</p>'
    about = f'aria-label="{text(label)}" aria-describedby="{name}-keys"'
    yield f'<div class="picture" id="{name}-frame" role="region" {about} tabindex="0">'
    for place, svg in enumerate(drawn):
        yield f"<div{' hidden' if place else ''}>{svg}</div>"
    yield "</div>"


def _slider(pictures: Pictures, say: Translator) -> str:
    """Return the slider that thins an overlay, which only a script can use: without one it is not shown."""
    chosen = [str(each.at_least) for each in pictures.overlays]
    said = text(say.text("pictures-at-least-of", k="{k}", of="{of}"))
    label = text(say.text("pictures-at-least"))
    return (
        f'<p class="script thin"><label for="at-least">{label}</label> '
        f'<input type="range" id="at-least" min="0" max="{len(chosen) - 1}" value="0" step="1" '
        f'data-of="{pictures.of}" data-chosen="{" ".join(chosen)}" data-text="{said}" '
        'data-thins="overlay-frame"> <output for="at-least"></output></p>'
    )
