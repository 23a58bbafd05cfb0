"""The common process, with what each organisation changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from procmap.alignment import Party
from procmap.comparison import Comparison
from procmap.drawing import Figure, Mark, Sign
from procmap.drawing.figures import Figures, Tag
from procmap.drawing.letters import HEIGHT
from procmap.drawing.marks import BADGE, stands_above
from procmap.drawing.nodes import MARKER, is_marked
from procmap.drawing.theme import ThemeName
from procmap.harmonisation import Harmonisation
from procmap.layout import place
from procmap.messages import ENGLISH, Translator
from procmap.model import Activity, Diagram, Element, Process, SequenceFlow, Shape
from procmap.reports.harmonisation.marks import state_of
from procmap.reports.pictures import legend
from procmap.reports.pictures.changes import Gone, StepChanges, gone_rows, step_changes
from procmap.reports.pictures.laneless import place_without_lanes, roles
from procmap.reports.pictures.parties import Side, sides
from procmap.reports.pictures.picture import Picture, heads, reach
from procmap.reports.pictures.rows import rows_of
from procmap.reports.pictures.wrapping import scale_on_screen, wrapped

_TAG_ROOM = 14.0
_TAG_LEAST = 72.0
_READABLE = 0.6
"""The least scale on a screen at which labels of 12 can be read from some rows back."""
_KEPT = 16
"""Drawings that are kept."""
_GHOST, _GHOST_WAY = "gone", "gone-way"


def common(
    parties: Sequence[Party],
    comparison: Comparison,
    result: Harmonisation,
    say: Translator = ENGLISH,
    *,
    theme: ThemeName = "light",
) -> Picture:
    """Return the picture of the common process of `result`, with marks of what is new, moved, reworded, gone or open.

    `comparison` and `result` are of the same parties. What a decision took away is a ghost behind what it follows
    today. Only the flow is drawn; where lanes would make it too small on a screen, roles stand in the steps. The
    picture does not depend on the parties' order.
    """
    shown = sides(parties, say, theme)
    made_of = Figures(theme)
    gone = list(gone_rows(result, shown, comparison))
    name = " ".join(result.common.name.split()) or say.text("report-column-process")
    title = say.text("picture-common", name=name)
    haunted = _with_ghosts(_flow_of(result.common), gone).replace(name=title)
    changes = step_changes(result, shown)
    marks = (*_ghost_marks(gone, shown, say), *_marks(result, haunted, shown, say))
    rows = {key: comparison.matrix.rows[at].number for key, at in rows_of(haunted, shown, comparison).items()}
    rows |= {f"{_GHOST}:{at}": row.number for at, row in enumerate(gone, start=1)}
    about = say.text("picture-about-common", parties=[side.name for side in shown], count=len(result.common.steps))

    def drawn(diagram: Diagram, *, has_lanes: bool) -> Picture:
        plain = _unhaunted(Picture(haunted, diagram, about, marks, theme=theme, rows=rows), made_of)
        at_head = () if has_lanes else roles(haunted, diagram, made_of)
        return wrapped(plain.with_figures([*_tags(plain, changes, shown, say, made_of), *at_head]))

    made = drawn(_placed(haunted, has_lanes=True), has_lanes=True)
    if haunted.lanes and scale_on_screen(made) < _READABLE:
        without = drawn(_placed(haunted, has_lanes=False), has_lanes=False)
        made = max(made, without, key=scale_on_screen)
    entries = _legend(shown, changes, marks, say)
    return made.headed(title, reach(made.diagram, made.figures), entries, made_of)


@lru_cache(maxsize=_KEPT)
def _placed(process: Process, *, has_lanes: bool) -> Diagram:
    """Return where a process is drawn; kept, because many decisions change nothing of what is drawn."""
    return place(process, above=heads(process)) if has_lanes else place_without_lanes(process)


def _unhaunted(picture: Picture, made_of: Figures) -> Picture:
    """Return a picture with faint lines in place of the flows to what is gone."""
    ways = [edge for edge in picture.diagram.edges if edge.element.startswith(_GHOST_WAY)]
    under = [made_of.rule(edge.waypoints, made_of.theme.faint, "dotted", 1.2) for edge in ways]
    gone = {edge.element for edge in ways}
    flows = tuple(flow for flow in picture.process.flows if flow.id not in gone)
    edges = tuple(edge for edge in picture.diagram.edges if edge.element not in gone)
    process, diagram = picture.process.replace(flows=flows), picture.diagram.replace(edges=edges)
    return replace(picture, process=process, diagram=diagram, figures=tuple(under))


def _flow_of(process: Process) -> Process:
    """Return a process without what is not its flow: outside participants, messages, documents, texts, groups, log.

    A picture of changes is of steps; `procmap draw` shows the common process with all that it has.
    """
    return process.replace(
        pools=tuple(pool for pool in process.pools if pool.process is not None),
        message_flows=(),
        data=(),
        data_associations=(),
        annotations=(),
        associations=(),
        groups=(),
        decisions=(),
    )


def _with_ghosts(process: Process, gone: Sequence[Gone]) -> Process:
    """Return the common process with the steps that are gone, each behind what it follows today."""
    index = {node.id: node for node in process.nodes}
    ghosts, ways = [], []
    lane_of: dict[str, list[str]] = {}
    for number, row in enumerate(gone, start=1):
        before = index.get(row.after or "")
        ghost = Activity(id=f"{_GHOST}:{number}", name=row.label, pool=before and before.pool)
        if before is not None:
            ghost = ghost.replace(parent=before.parent)
            way = f"{_GHOST_WAY}:{number}"
            ways.append(SequenceFlow(id=way, source=before.id, target=ghost.id, parent=before.parent, pool=before.pool))
            lane_of.setdefault(before.id, []).append(ghost.id)
        elif process.pools:
            ghost = ghost.replace(pool=next((pool.id for pool in process.pools if pool.process), None))
        ghosts.append(ghost)
    lanes = tuple(
        lane.replace(nodes=(*lane.nodes, *(ghost for node in lane.nodes for ghost in lane_of.get(node, ()))))
        for lane in process.lanes
    )
    return process.replace(nodes=(*process.nodes, *ghosts), flows=(*process.flows, *ways), lanes=lanes)


def _ghost_marks(gone: Sequence[Gone], shown: Sequence[Side], say: Translator) -> Iterator[Mark]:
    for number, row in enumerate(gone, start=1):
        key = f"{_GHOST}:{number}"
        parties = [shown[at].name for at in row.places]
        yield Mark(key, sign="missing", text=say.text("picture-gone-for", parties=parties))
        if row.loses_control:
            yield Mark(key, sign="control-lost", text=say.text("badge-control-lost"))
        for at in row.places:
            yield Mark(key, letter=shown[at].look.letter, colour=shown[at].look.colour, text=shown[at].name)


def _marks(result: Harmonisation, process: Process, shown: Sequence[Side], say: Translator) -> Iterator[Mark]:
    """Yield at each step whether it is not decided or for some only, and whether a control stands there."""
    with_control = {element for value in result.common.attached if value.kind == "control" for element in value.on}
    for node in process.nodes:
        state, _ = state_of(node)
        parties = [side.name for side in shown if side.place in _places(node, shown)]
        if state == "open":
            yield Mark(node.id, sign="question", text=say.text("picture-open-for", parties=parties))
        if state == "local":
            for at in sorted(_places(node, shown)):
                word = say.text("picture-local-for", parties=[shown[at].name])
                yield Mark(node.id, letter=shown[at].look.letter, colour=shown[at].look.colour, text=word)
        if node.id in with_control:
            yield Mark(node.id, sign="control", text=say.text("badge-control"))


def _places(element: Element, shown: Sequence[Side]) -> set[int]:
    of = {(side.party.organisation, side.party.variant): side.place for side in shown}
    return {of[origin.organisation, origin.variant] for origin in element.origins}


def _tags(
    picture: Picture, changes: Mapping[str, StepChanges], shown: Sequence[Side], say: Translator, made_of: Figures
) -> Iterator[Figure]:
    """Yield at the foot of each step what it changes, and for whom; above events, or below them."""
    shapes: Mapping[str, Shape] = {shape.element: shape for shape in picture.diagram.shapes}
    badged = {mark.element for mark in picture.marks}
    for step in picture.process.steps:
        told = changes.get(step.id)
        shape = shapes.get(step.id)
        found = [
            Tag(sign, say.text(code, parties=[shown[at].name for at in places]), tuple(shown[at].look for at in places))
            for sign, code, places in (_told(told) if told else ())
            if places
        ]
        if not found or shape is None:
            continue
        box = shape.bounds
        if isinstance(step, Activity):
            top = box.y + box.height - _TAG_ROOM - 2 - (MARKER if is_marked(step) else 0)
        elif stands_above(shape.label, box):
            top = box.y + box.height + (BADGE if step.id in badged else 2)
        else:
            top = box.y - HEIGHT - (BADGE if step.id in badged else 0)
        yield made_of.tags(found, box.x + box.width / 2, top, max(box.width - 8, _TAG_LEAST))


def _told(told: StepChanges) -> Sequence[tuple[Sign, str, Sequence[int]]]:
    return (
        ("only", "picture-new-for", told.new),
        ("moved", "picture-moved-for", told.moved),
        ("differs", "picture-worded-for", told.worded),
    )


def _legend(
    shown: Sequence[Side], changes: Mapping[str, StepChanges], marks: Sequence[Mark], say: Translator
) -> Sequence[Sequence[legend.Entry]]:
    told: Sequence[tuple[Sign, str, bool]] = (
        ("only", "legend-new", any(change.new for change in changes.values())),
        ("moved", "legend-moved", any(change.moved for change in changes.values())),
        ("differs", "legend-worded", any(change.worded for change in changes.values())),
    )
    signs = [legend.badge(sign, say.text(code)) for sign, code, is_used in told if is_used]
    used = {mark.sign for mark in marks}
    signs += [legend.badge(sign, say.text(code)) for sign, code in _MARK_WORDS.items() if sign in used]
    if any(mark.letter and not mark.element.startswith(_GHOST) for mark in marks):
        local = shown[0].look
        signs.append(legend.letter(local, say.text("legend-local")))
    return [legend.organisation(side) for side in shown], signs


_MARK_WORDS: Mapping[Sign, str] = {
    "question": "legend-open", "missing": "legend-gone", "control": "badge-control",
    "control-lost": "badge-control-lost",
}  # fmt: skip
