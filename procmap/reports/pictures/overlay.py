"""Overlay: all processes on top of each other, each row drawn once, with the strokes of those who have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from procmap.alignment import Party
from procmap.comparison import Comparison, Sign
from procmap.drawing import Figure, Mark, Share
from procmap.drawing.figures import Figures
from procmap.drawing.strokes import THICK
from procmap.drawing.theme import ThemeName
from procmap.harmonisation import aligned_union
from procmap.layout import place
from procmap.messages import ENGLISH, Translator
from procmap.model import Activity, Diagram, Element, Process
from procmap.reports.marks import DRAWN
from procmap.reports.pictures import legend
from procmap.reports.pictures.gathering import gathered
from procmap.reports.pictures.joining import joined
from procmap.reports.pictures.parties import Side, process_name, sides
from procmap.reports.pictures.picture import Picture, heads, reach
from procmap.reports.pictures.questions import one_question
from procmap.reports.pictures.rows import row_number, rows_of
from procmap.reports.pictures.signs import SHOWN, badge
from procmap.reports.pictures.thinning import Owners, thinned
from procmap.reports.pictures.wrapping import wrapped

_NOT_SHOWN = ("only", "missing")
"""Signs that the letters of an overlay tell already."""


def overlay(
    parties: Sequence[Party],
    comparison: Comparison,
    at_least: int = 1,
    say: Translator = ENGLISH,
    *,
    theme: ThemeName = "light",
    walked: bool = False,
    service: str = "",
) -> Picture:
    """Return the aligned union of the processes of `parties`, laid out once.

    `comparison` is of the same parties. With `at_least` only what at least so many organisations have is drawn, and
    what falls away is bridged; reference processes are not counted. The picture does not depend on the parties' order.
    With `walked` its legend is for a picture that is walked through part by part. `service` is what all perform, if
    known: the picture is called so.
    """
    shown = sides(parties, say, theme)
    made_of = Figures(theme)
    union = _without_pool(aligned_union([side.party for side in shown], comparison.alignment))
    union, mixed = joined(union, rows_of(union, shown, comparison))
    union = one_question(gathered(union))
    owners = _owners(union, shown)
    counted = {side.place for side in shown if not side.party.is_reference}
    drawn, owners = thinned(union, owners, counted, at_least)
    named = process_name(parties, say, service)
    title = (
        say.text("picture-overlay", name=named)
        if at_least <= 1
        else say.text("picture-overlay-at-least", name=named, k=at_least)
    )
    drawn = drawn.replace(name=title)
    weights = {flow.id: 1.0 + len(owners[flow.id]) for flow in drawn.flows}
    diagram = place(drawn, weights=weights, above=heads(drawn))
    numbers = _numbers(drawn, shown, comparison)
    marks = tuple(_marks(drawn, shown, comparison, mixed, say))
    shares = tuple(_shares(drawn, owners, shown, say))
    count = len(drawn.nodes) + len(drawn.flows)
    about = say.text("picture-about-overlay", parties=[side.name for side in shown], count=count)
    corners = tuple(_row_numbers(drawn, diagram, numbers, made_of))
    made = wrapped(Picture(drawn, diagram, about, marks, shares, corners, theme, numbers))
    box = reach(made.diagram, made.figures)
    entries = _legend(shown, shares, marks, drawn, say)
    return made.headed(title, box, entries, made_of, walked=walked)


def _without_pool(union: Process) -> Process:
    """Return a union without the pool around everything; where there are several they stay."""
    if len(union.pools) != 1:
        return union
    nodes = tuple(node.replace(pool=None) for node in union.nodes)
    return union.replace(pools=(), nodes=nodes, flows=tuple(flow.replace(pool=None) for flow in union.flows))


def _owners(union: Process, shown: Sequence[Side]) -> Owners:
    """Return whose every node, flow and pool of the union is."""
    place_of = {(side.party.organisation, side.party.variant): side.place for side in shown}
    everything: Sequence[Element] = (*union.nodes, *union.flows, *union.pools)
    return {
        element.id: frozenset(place_of[origin.organisation, origin.variant] for origin in element.origins)
        for element in everything
    }


def _shares(drawn: Process, owners: Owners, shown: Sequence[Side], say: Translator) -> Iterator[Share]:
    ends = {flow.id: (flow.source, flow.target) for flow in drawn.flows}
    for element in (*drawn.nodes, *drawn.flows):
        whose = owners[element.id]
        if whose:
            names = say.joined([shown[at].name for at in sorted(whose)])
            lettered = all(owners.get(end) != whose for end in ends.get(element.id, ()))
            letters = tuple(shown[at].look.letter for at in sorted(whose))
            yield Share(element.id, tuple(sorted(whose)), len(shown), names, lettered, letters)


def _numbers(drawn: Process, shown: Sequence[Side], comparison: Comparison) -> Mapping[str, int]:
    return {key: comparison.matrix.rows[at].number for key, at in rows_of(drawn, shown, comparison).items()}


def _marks(
    drawn: Process, shown: Sequence[Side], comparison: Comparison, mixed: Set[str], say: Translator
) -> Iterator[Mark]:
    """Yield the signs of a row at its first node: what differs in it at any organisation; at `mixed`, that kinds do."""
    done: set[int] = set()
    for key, at in rows_of(drawn, shown, comparison).items():
        signs: set[Sign] = {"differs"} if key in mixed else set()
        if at not in done:
            done.add(at)
            row = comparison.matrix.rows[at]
            signs |= {sign for cell in row.cells for sign in cell.signs} | set(row.signs)
        yield from (badge(key, sign, say) for sign in SHOWN if sign in signs and sign not in _NOT_SHOWN)


def _row_numbers(drawn: Process, diagram: Diagram, numbers: Mapping[str, int], made_of: Figures) -> Iterator[Figure]:
    """Yield the number of its row in the upper right corner of each activity."""
    activities = {node.id for node in drawn.nodes if isinstance(node, Activity)}
    for shape in diagram.shapes:
        if shape.element in activities and shape.element in numbers:
            yield row_number(numbers[shape.element], shape, made_of)


def _legend(
    shown: Sequence[Side], shares: Sequence[Share], marks: Sequence[Mark], drawn: Process, say: Translator
) -> Sequence[Sequence[legend.Entry]]:
    nodes = {node.id for node in drawn.nodes}
    whole = [share for share in shares if share.element in nodes]
    lines = []
    if any(share.is_all for share in whole):
        lines.append(legend.line(say.text("legend-all"), THICK))
    if any(1 < len(share.places) < share.of for share in whole):
        lines.append(legend.strokes(say.text("legend-some"), [side.look for side in shown[:3]]))
    if any(len(share.places) == 1 < share.of for share in whole):
        alone = next(share for share in whole if len(share.places) == 1)
        lines.append(legend.line(say.text("legend-alone"), 2.0, shown[alone.places[0]].look))
    used = {mark.sign for mark in marks}
    signs = [legend.badge(DRAWN[sign], say.text(f"sign-{sign}")) for sign in SHOWN if DRAWN[sign] in used]
    return [legend.organisation(side) for side in shown], lines, signs
