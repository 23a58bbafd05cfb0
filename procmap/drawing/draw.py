"""`draw`: one process as SVG, from the model, coordinates and marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from procmap.drawing import artifacts, containers, edges, lines, nodes, svg
from procmap.drawing.extent import Extent
from procmap.drawing.figures import Figure
from procmap.drawing.lettering import Taken, beside_line, letter_spot
from procmap.drawing.letters import HEIGHT
from procmap.drawing.marks import Mark, badges, colour_of, edge_room, guest_room, node_room, outlines, stands_above
from procmap.drawing.reading import followers, passages
from procmap.drawing.scene import Scene
from procmap.drawing.strokes import RING, Share, Strokes
from procmap.drawing.theme import FONTS, THEMES, THICK, Theme, ThemeName
from procmap.drawing.words import Words, kind_of
from procmap.layout.places import data_label
from procmap.messages import language_of, translator
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
    MessageFlow,
    Pool,
    Process,
    Shape,
)

MARGIN = 12.0
_LETTERS_GAP = 3.0
"""Between a shape and letters below it."""
_LEAST_LETTERS = 118.0
"""Letters are shown in at least this width: room for nine, since lines of ten are hard to tell apart in grey."""


def draw(
    process: Process,
    diagram: Diagram,
    marks: Sequence[Mark] = (),
    *,
    shares: Sequence[Share] = (),
    figures: Sequence[Figure] = (),
    rows: Mapping[str, int] | None = None,
    about: str = "",
    language: str = "und",
    theme: ThemeName = "light",
) -> str:
    """Return the SVG of a process as `diagram` places it, with marks.

    `shares` say whose elements are, where the picture is one of several organisations; `figures` are what stands in it
    beside the elements, made for the same theme; `rows` has the numbers of the rows that elements stand for,
    written as `data-row` of what is read of them; `about` tells what is to be seen, before how much of what there is.

    `language` is the BCP 47 tag of the drawing: what it shows is said to screen readers in this language if procmap
    speaks it, else in English. What has no place in the diagram is not drawn, nor a shape or edge of something that is
    not in the process: `procmap.drawing.undrawn` tells which. No colour, font or script is loaded from anywhere; the
    SVG has no ids and classes, so that several can stand in one page. Every group of an element has its id as
    `data-element` and its kind as `data-type`; small pictures in it say with `data-icon` what they are. What is drawn
    of an element in other layers names it in `data-label-of`, `data-letters-of`; what is read of a container, whose
    shape lies below all, in `data-area-of`.
    """
    return _Painter(
        Scene(process, diagram), marks, shares=shares, figures=figures, rows=rows or {}, language=language, theme=theme
    ).paint(about)


class _Painter:
    def __init__(
        self,
        scene: Scene,
        marks: Sequence[Mark],
        *,
        shares: Sequence[Share],
        figures: Sequence[Figure],
        rows: Mapping[str, int],
        language: str,
        theme: ThemeName,
    ) -> None:
        self._scene = scene
        self._shares = {share.element: share for share in shares}
        self._figures = figures
        self._rows = rows
        self._strokes = Strokes(theme)
        self._taken = Taken()
        self._language = language
        self._theme = THEMES[theme]
        self._extent = Extent()
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._marks[mark.element].append(mark)
        self._words = Words(scene.process, scene.elements, translator(language_of(language) or "en"), self._marks)
        self._shapes = {
            shape.element: shape for shape in (*scene.containers, *scene.leaves, *scene.guests, *scene.groups)
        }
        self._expanded = {shape.element for shape in scene.containers}
        self._badges: list[str] = []

    def paint(self, about: str) -> str:
        scene = self._scene
        names_of_edges = [self._edge_label(edge) for edge in scene.edges]  # first: letters at shapes leave them free
        # What is painted first lies below. Containers and lines are told by what is read, and not read themselves.
        layers = [
            *(self._shape(shape) for shape in scene.containers),
            _unread(map(self._edge, scene.edges)),
            *self._passages(),
            _unread(names_of_edges),
            _unread(self._edge_letters()),
            _unread(self._badges),
            *self._figured(),
        ]
        box = self._extent.box(MARGIN)
        names = (scene.process.name, scene.diagram.name, scene.process.id)
        name = next((name for name in names if svg.escape(name).strip()), "BPMN")
        paper = svg.tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=self._theme.paper)
        view = " ".join(svg.number(value) for value in (box.x, box.y, box.width, box.height))
        return svg.tag(
            "svg",
            svg.title(name),
            svg.tag("desc", svg.escape(" ".join(filter(None, (about, self._words.description()))))),
            paper,
            *layers,
            xmlns="http://www.w3.org/2000/svg",
            role="graphics-document",
            lang=self._language,
            viewBox=view,
            width=box.width,
            height=box.height,
            font_family=FONTS,
        )

    def _figured(self) -> Iterator[str]:
        for figure in self._figures:
            self._extent.add(figure.box)
            yield figure.content

    def _passages(self) -> list[str]:
        found: list[str] = []
        for pool, inside in passages(self._scene):
            ends = followers(inside)
            parts = [self._read(element, following) for element, following in zip(inside, ends, strict=True)]
            if pool is None or not parts:
                found += parts if pool is None else [self._read(pool, "")]
            else:
                found.append(svg.group(parts, role="graphics-object", aria_label=self._words.label(pool)))
        return found

    def _read(self, element: Element, following: str) -> str:
        """Return an element as one thing with its words; of a container, which is painted already, only its area."""
        shape = self._shapes[element.id]
        is_container = element.id in self._expanded
        label = self._words.label(element, following=following, closed=self._is_closed(element))
        share = self._shares.get(element.id)
        label = "; ".join(filter(None, (label, share.names if share else "")))
        box = shape.bounds
        area = svg.tag(
            "rect", x=box.x, y=box.y, width=box.width, height=box.height, fill="none", data_area_of=element.id
        )
        painted = area if is_container else self._shape(shape)
        row = self._rows.get(element.id)
        return svg.group([painted], role="graphics-symbol", aria_label=label, data_row=row)

    def _is_closed(self, element: Element) -> bool:
        return isinstance(element, Activity) and nodes.is_collapsed(element, expanded=element.id in self._expanded)

    # -- shapes ----------------------------------------------------------------------------------------------------

    def _shape(self, shape: Shape) -> str:
        element = self._scene.element(shape.element)
        own = self._marks.get(shape.element, ())
        box = shape.bounds
        around, reach = outlines(own, box, self._theme, _outline_of(element))
        self._extent.add(box, reach + THICK)
        label = self._label_box(element, shape)
        self._extent.add(label)
        host = self._shapes.get(element.attached_to or "") if isinstance(element, Event) else None
        if host:
            room = guest_room(own, box, reach, host.bounds)
        else:
            room = node_room(own, box, reach, label, has_foot=isinstance(element, Event))
        self._add_badges(shape.element, own, room)
        theme = self._theme.pale() if any(mark.sign == "missing" for mark in own) else self._theme
        painted = self._painted(element, shape, theme)
        strokes = self._shared(element, shape, label)
        # Browsers would read the text inside a symbol after its words.
        kind = kind_of(element)
        return svg.group([around, painted, strokes], data_element=shape.element, data_type=kind, aria_hidden="true")

    def _shared(self, element: Element, shape: Shape, label: Bounds | None) -> str:
        """Return the strokes of those who have a shape; their letters come over all lines."""
        share = self._shares.get(shape.element)
        if share is None:
            return ""
        box = shape.bounds
        top = box.y + box.height + _LETTERS_GAP
        if isinstance(element, Activity):
            # Inside, at the foot: under a task there may be no room before the badges of the next.
            top = box.y + box.height - HEIGHT - 2 - (nodes.MARKER if nodes.is_marked(element) else 0)
        elif isinstance(element, Event):
            room = node_room(self._marks.get(shape.element, ()), box, 0, label, has_foot=True)
            if stands_above(label, box):
                foot = box.y + box.height + RING
                top = (foot if room is None else max(room.y + room.height, foot)) + 1
            else:
                top = (box.y - RING if room is None else min(room.y, box.y - RING)) - HEIGHT - 1
        wide = max(box.width - HEIGHT, _LEAST_LETTERS)
        middle = box.x + box.width / 2
        on_line = isinstance(element, Gateway)
        if on_line:
            own = Bounds(x=middle, y=top, width=self._strokes.letters_size(share, wide)[0], height=HEIGHT)
            middle = beside_line(own, self._taken)
        written, room = self._strokes.letters(share, middle, top, wide, plated=on_line)
        for taken in (room, box, label):
            self._taken.add(taken)
        self._extent.add(room)
        if written:
            self._badges.append(svg.group([written], data_letters_of=shape.element))
        return self._strokes.outline(share, element, box)

    def _painted(self, element: Element, shape: Shape, theme: Theme) -> str:
        expanded = shape.element in self._expanded
        if isinstance(element, Pool):
            return containers.pool(element, shape, theme, empty=element.id not in self._scene.filled)
        if isinstance(element, Lane):
            return containers.lane(element, shape, theme)
        if isinstance(element, Activity):
            start = self._scene.start(element.id)
            return nodes.activity(element, shape, theme, expanded=expanded, start=start)
        if isinstance(element, Event):
            return nodes.event(element, shape, theme)
        if isinstance(element, Gateway):
            return nodes.gateway(element, shape, theme)
        if isinstance(element, DataItem):
            return artifacts.data_item(element, shape, theme)
        if isinstance(element, Annotation):
            return artifacts.annotation(element, shape, theme)
        return artifacts.frame(element, shape, theme) if isinstance(element, Group) else ""

    def _label_box(self, element: Element, shape: Shape) -> Bounds | None:
        """Return the box of a label outside its shape."""
        if isinstance(element, Event | Gateway):
            return nodes.outer_label_box(element.name, shape, above=isinstance(element, Gateway))
        if isinstance(element, Group):
            return artifacts.group_label_box(element, shape)
        return nodes.outer_label_box(data_label(element), shape, above=False) if isinstance(element, DataItem) else None

    def _add_badges(self, key: str, marks: Sequence[Mark], room: Bounds | None) -> None:
        if room is None:
            return
        self._extent.add(room)
        drawn = badges(marks, room, self._theme, self._words.badge)
        self._badges.append(svg.group([drawn], data_element=key, data_type="badges"))

    # -- edges -----------------------------------------------------------------------------------------------------

    def _edge(self, edge: Edge) -> str:
        way = edges.cleaned(edge.waypoints)
        for point in way:
            self._extent.add(Bounds(x=point.x, y=point.y, width=0, height=0))
        element = self._scene.element(edge.element)
        own = self._marks.get(edge.element, ())
        parts = []
        for mark in own:
            if mark.pattern:
                colour = colour_of(mark, self._theme)
                parts.append(
                    lines.patterned("path", mark.pattern, colour, self._theme.paper, line_width=4.5, d=edges.bent(way))
                )
                break
        style = self._scene.style(edge.element)
        share = self._shares.get(edge.element)
        parts.append(edges.edge(way, self._strokes.style(share, style) if share else style, self._theme))
        kind = edge.message_visible or ("initiating" if isinstance(element, MessageFlow) and element.message else None)
        if kind:
            parts.append(edges.letter(way, kind, self._theme))
        self._add_badges(edge.element, own, edge_room(own, edges.middle(way)))
        return svg.group(parts, data_element=edge.element, data_type=kind_of(element))

    def _edge_label(self, edge: Edge) -> str:
        name = self._scene.edge_name(edge.element)
        box = edges.name_box(name, edge, edges.cleaned(edge.waypoints))
        if box is None:
            return ""
        self._extent.add(box)
        self._taken.add(box)
        return svg.group([edges.label(name, box, self._theme)], data_label_of=edge.element)

    def _edge_letters(self) -> Iterator[str]:
        """Yield the letters at lines, where they cover no shape, name or other letters as far as that can be."""
        for edge in self._scene.edges:
            share = self._shares.get(edge.element)
            if share is None or share.is_plain:
                continue
            width, height = self._strokes.letters_size(share, _LEAST_LETTERS)
            at = letter_spot(edges.cleaned(edge.waypoints), width, height, self._taken)
            written, room = self._strokes.letters(share, at.x, at.y - height / 2, _LEAST_LETTERS, plated=True)
            self._taken.add(room)
            self._extent.add(room)
            yield svg.group([written], data_letters_of=edge.element)


def _outline_of(element: Element) -> Literal["box", "circle", "diamond"]:
    return "circle" if isinstance(element, Event) else "diamond" if isinstance(element, Gateway) else "box"


def _unread(parts: Iterable[str]) -> str:
    content = "".join(parts)
    return svg.group([content], aria_hidden="true") if content else ""
