"""`draw`: one process as SVG, from the model, coordinates and marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from procmap.drawing import artifacts, containers, edges, nodes, strokes, svg, theme
from procmap.drawing.extent import Extent
from procmap.drawing.figures import Figure, Layer
from procmap.drawing.lettering import Taken, letter_spot
from procmap.drawing.marks import BADGE, Mark, badges, colour_of, rings
from procmap.drawing.scene import Scene
from procmap.drawing.strokes import Share
from procmap.layout.places import data_label
from procmap.model import (
    Activity,
    Annotation,
    Bounds,
    DataItem,
    Diagram,
    Edge,
    Element,
    Event,
    Gateway,
    Group,
    Lane,
    Pool,
    Process,
    Shape,
)

MARGIN = 12.0
_FAINT = 0.35
LETTERS = 16.0
"""Height of a line of letters, and what is between it and a shape."""
LETTERS_GAP = 3.0
LEAST_LETTERS = 56.0
"""Letters are shown in at least this width."""


def draw(
    process: Process,
    diagram: Diagram,
    marks: Sequence[Mark] = (),
    *,
    shares: Sequence[Share] = (),
    figures: Sequence[Figure] = (),
    language: str = "und",
) -> str:
    """Return the SVG of a process as `diagram` places it, with marks.

    `shares` say whose elements are, where the picture is one of several organisations; `figures` are what stands in it
    beside the elements. `language` is the BCP 47 tag of the labels. What has no place in the diagram is not drawn, nor a shape or edge of
    something that is not in the process: `procmap.drawing.undrawn` tells which. No colour, font or script is
    loaded from anywhere; the SVG has no ids, so that several can stand in one page.
    """
    return _Painter(Scene(process, diagram), marks, shares, figures).paint(language)


class _Painter:
    def __init__(self, scene: Scene, marks: Sequence[Mark], shares: Sequence[Share], figures: Sequence[Figure]) -> None:
        self._scene = scene
        self._shares = {share.element: share for share in shares}
        self._figures = figures
        self._taken = Taken()
        self._extent = Extent()
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._marks[mark.element].append(mark)
        self._badges: list[str] = []

    def paint(self, language: str) -> str:
        scene = self._scene
        layers = [
            *self._figured("under"),
            *(self._shape(shape, self._container) for shape in scene.containers),
            *(self._edge(edge) for edge in scene.edges),
            *(self._shape(shape, self._leaf) for shape in scene.leaves),
            *(self._shape(shape, self._leaf) for shape in scene.guests),
            *(self._shape(shape, self._leaf) for shape in scene.groups),
            *(self._edge_label(edge) for edge in scene.edges),
            *self._edge_letters(),
            *self._badges,
            *self._figured("over"),
        ]
        box = self._extent.box(MARGIN)
        name = scene.process.name or scene.diagram.name or scene.process.id
        paper = svg.tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=theme.PAPER)
        view = " ".join(svg.number(value) for value in (box.x, box.y, box.width, box.height))
        return svg.tag(
            "svg",
            svg.title(name),
            paper,
            *layers,
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            lang=language,
            viewBox=view,
            width=box.width,
            height=box.height,
            font_family=theme.FONTS,
        )

    def _figured(self, layer: Layer) -> Iterator[str]:
        for figure in self._figures:
            if figure.layer == layer:
                self._extent.add(figure.box)
                yield figure.content

    # -- shapes ----------------------------------------------------------------------------------------------------

    def _shape(self, shape: Shape, paint: Callable[[Element, Shape], str]) -> str:
        element = self._scene.element(shape.element)
        own = self._marks.get(shape.element, ())
        box = shape.bounds
        outlines, reach = rings(own, box, round_=isinstance(element, Event))
        self._extent.add(box, reach + theme.THICK)
        pins, room = badges(own, box.x + box.width / 2, box.y - reach)
        if room is not None:
            self._extent.add(room)
            self._badges.append(svg.group([pins], data_element=shape.element))
        ghost = any(mark.sign == "missing" for mark in own)
        return svg.group(
            [outlines, paint(element, shape), self._strokes(element, shape)],
            data_element=shape.element,
            opacity=_FAINT if ghost else None,
        )

    def _strokes(self, element: Element, shape: Shape) -> str:
        """Return the strokes of those who have a shape; their letters come over all lines."""
        share = self._shares.get(shape.element)
        if share is None:
            return ""
        box = shape.bounds
        top = box.y + box.height + LETTERS_GAP
        if isinstance(element, Activity):
            # Inside, at the foot: under a task there may be no room before the badges of the next.
            top = box.y + box.height - LETTERS - (nodes.MARKER if nodes.is_marked(element) else 0)
        elif isinstance(element, Event):
            badged = any(mark.sign != "none" or mark.letter for mark in self._marks.get(shape.element, ()))
            top = box.y - LETTERS - (BADGE / 2 if badged else 0)
        room_wide = max(box.width - LETTERS, LEAST_LETTERS)
        on_line = isinstance(element, Gateway)
        written, room = strokes.letters(share, box.x + box.width / 2, top, room_wide, plated=on_line)
        self._extent.add(room)
        self._taken.add(room)
        self._taken.add(box)
        self._taken.add(shape.label)
        self._badges.append(written)
        return strokes.outline(share, element, box)

    def _container(self, element: Element, shape: Shape) -> str:
        if isinstance(element, Pool):
            return containers.pool(element, shape, empty=element.id not in self._scene.filled)
        if isinstance(element, Lane):
            return containers.lane(element, shape)
        if isinstance(element, Activity):
            return nodes.activity(element, shape, expanded=True)
        return ""

    def _leaf(self, element: Element, shape: Shape) -> str:
        if isinstance(element, Activity):
            return nodes.activity(element, shape, expanded=False)
        if isinstance(element, Event):
            self._extent.add(nodes.outer_label_box(element.name, shape, above=False))
            return nodes.event(element, shape)
        if isinstance(element, Gateway):
            self._extent.add(nodes.outer_label_box(element.name, shape, above=True))
            return nodes.gateway(element, shape)
        if isinstance(element, DataItem):
            self._extent.add(nodes.outer_label_box(data_label(element), shape, above=False))
            return artifacts.data_item(element, shape)
        if isinstance(element, Annotation):
            return artifacts.annotation(element, shape)
        return artifacts.frame(element, shape) if isinstance(element, Group) else ""

    # -- edges -----------------------------------------------------------------------------------------------------

    def _edge(self, edge: Edge) -> str:
        way = edges.cleaned(edge.waypoints)
        for point in way:
            self._extent.add(Bounds(x=point.x, y=point.y, width=0, height=0))
        style = self._scene.style(edge.element)
        share = self._shares.get(edge.element)
        if share is not None:
            style = strokes.style(share, style)
        own = self._marks.get(edge.element, ())
        parts = []
        for mark in own:
            if mark.pattern:
                under = edges.Style(theme.DASHES[mark.pattern], colour=colour_of(mark), width=4.5)
                parts.append(edges.edge(way, under))
                break
        middle = edges.middle(way)
        pins, room = badges(own, middle.x, middle.y + BADGE / 2 + 2)
        if room is not None:
            self._extent.add(room)
            self._badges.append(svg.group([pins], data_element=edge.element))
        if share is not None and share.names:
            parts.append(svg.title(share.names))
        return svg.group([*parts, edges.edge(way, style)], data_element=edge.element)

    def _edge_label(self, edge: Edge) -> str:
        name = self._scene.edge_name(edge.element)
        box = edges.name_box(name, edge, edges.cleaned(edge.waypoints))
        if box is None:
            return ""
        self._extent.add(box)
        self._taken.add(box)
        return edges.label(name, box)

    def _edge_letters(self) -> Iterator[str]:
        """Yield the letters at lines, where they cover no shape, name or other letters as far as that can be."""
        for edge in self._scene.edges:
            share = self._shares.get(edge.element)
            if share is None or share.is_plain:
                continue
            width, height = strokes.letters_size(share, LEAST_LETTERS)
            at = letter_spot(edges.cleaned(edge.waypoints), width, height, self._taken)
            written, room = strokes.letters(share, at.x, at.y - height / 2, LEAST_LETTERS, plated=True)
            self._taken.add(room)
            self._extent.add(room)
            yield written
