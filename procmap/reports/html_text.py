"""Pieces of pages of HTML: text escaped, signs, and how an organisation looks."""

from __future__ import annotations

import re
from html import escape

from procmap.comparison import Sign
from procmap.drawing.lines import PATTERNS, STROKES, Stroke
from procmap.drawing.palette import COLOURS, LETTERED
from procmap.drawing.theme import THEMES
from procmap.messages import Translator
from procmap.reports.values import ReportCell, ReportParty

_BEAD = 3.0
_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def text(content: str) -> str:
    """Return text for HTML; characters that HTML has no place for become U+FFFD."""
    return escape(_NOT_IN_HTML.sub("\ufffd", content))


def said(content: str) -> str:
    """Return text by others, kept apart from what is around it: writing from right to left must not turn that round."""
    return f"<bdi>{text(content)}</bdi>"


def sign(which: Sign, say: Translator) -> str:
    """Return the drawing of a sign, which has its word as its name."""
    return named_sign(which, text(say.text(f"sign-{which}")))


def cell_sign(which: Sign, cell: ReportCell, say: Translator) -> str:
    """Return the word of a sign in a cell; that of service levels tells the level too."""
    if which == "level" and cell.level:
        return say.text("sign-level-told", level=cell.level)
    return say.text(f"sign-{which}")


def named_sign(which: Sign, name: str) -> str:
    """Return the drawing of a sign under a name (HTML)."""
    return f'<svg class="sign" role="img"><title>{name}</title><use href="#sign-{which}"/></svg>'


def letter(party: ReportParty) -> str:
    """Return the letter of an organisation in its frame."""
    return f'<b class="letter own{party.place % LETTERED}">{party.letter}</b>'


def line(party: ReportParty) -> str:
    """Return the line of an organisation: its colour and its pattern."""
    place = party.place % LETTERED
    stroke = STROKES[PATTERNS[place]]
    lines: tuple[tuple[float, float, tuple[float, ...]], ...] = ((4, 4, stroke.dashes),)
    if stroke.double:
        lines = ((2, 2, stroke.dashes), (6, 2, stroke.dashes))
    elif stroke.on:
        lines = ((4, 1.6, ()), (4, 7, _seen(stroke)))
    paths = "".join(
        f'<path d="M0 {height:g}h48" stroke-width="{width:g}"'
        + (f' stroke-dasharray="{" ".join(f"{each:g}" for each in dashes)}"/>' if dashes else "/>")
        for height, width, dashes in lines
    )
    return f'<svg class="line own{place}" viewBox="0 0 48 8" aria-hidden="true">{paths}</svg>'


def party_styles(parties: int) -> str:
    """Return the style rules that give organisations their colours, and columns of the matrix those and patterns."""
    used = range(min(parties, LETTERED))
    light, dark = ("".join(f"--own{place}: {COLOURS[theme][place]}; " for place in used) for theme in THEMES)
    own = "".join(f".own{place} {{ --own: var(--own{place}); }}\n" for place in used)
    # The first column of the matrix holds the steps, so that of the first organisation is the second.
    columns = "".join(
        f".matrix tr > :nth-child({LETTERED}n + {place + 2}) {{ --own: var(--own{place}); --bar: {bar(place)}; }}\n"
        for place in used
    )
    return (
        f":root {{ --parties: {parties}; {light}}}\n{own}{columns}"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"
    )


def bar(place: int) -> str:
    """Return the pattern of an organisation's line as a background that runs downwards (CSS); `--own` is its colour."""
    stroke = STROKES[PATTERNS[place]]
    stops, at = [], 0.0
    for number, length in enumerate(_seen(stroke) if stroke.on else stroke.dashes):
        colour = "transparent" if number % 2 else "var(--own)"
        stops.append(f"{colour} {at:g}px {at + length:g}px")
        at += length
    run = f"repeating-linear-gradient({', '.join(stops)})" if stops else "linear-gradient(var(--own), var(--own))"
    if stroke.on:
        return f"{run}, linear-gradient(var(--own), var(--own)) center / 2px 100% no-repeat"
    return f"{run} left / 2px 100% no-repeat, {run} right / 2px 100% no-repeat" if stroke.double else run


def _seen(stroke: Stroke) -> tuple[float, ...]:
    """Return what lies on a line and the gaps between, without round ends: a bead is as long as its ends were."""
    return tuple(max(length, _BEAD) if number % 2 == 0 else length for number, length in enumerate(stroke.on))
