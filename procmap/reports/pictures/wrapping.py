"""Long pictures broken into lines, as text and music are: what does not fit on a screen in one line goes on below.

Pools, lanes and groups begin anew in every line. A flow that is cut ends with its arrow at the right border, and goes
on from the left border one line further down. Every line is only as high as what is in it needs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from procmap.drawing import Figure, Mark, Share, svg
from procmap.layout.sizes import HEADER
from procmap.model import (
    Association,
    Bounds,
    DataAssociation,
    Diagram,
    Edge,
    Element,
    Group,
    Lane,
    MessageFlow,
    Node,
    Point,
    Pool,
    Process,
    SequenceFlow,
    Shape,
)
from procmap.reports.pictures.crowding import crowded
from procmap.reports.pictures.folding import Fold
from procmap.reports.pictures.picture import Picture, labels_of, reach

SCREEN = (1920.0, 1080.0)
"""What a projector shows, in pixels."""
_MOST_LINES = 8
_WORTH = 1.15
_BETWEEN = 44.0
_MARGIN = 18.0
_SEARCHED = 0.35
_PER_EDGE = 60.0
_Line = SequenceFlow | MessageFlow | DataAssociation | Association
_CUT = (Pool, Lane, Group)


def wrapped(picture: Picture, insets: Set[str] = frozenset()) -> Picture:
    """Return a picture in as many lines as show it largest on a screen; the same where one line does.

    Its figures go along; those that belong to a whole line have to be made afterwards. `insets` are pools that are
    drawn only where something stands in them.
    """
    room = reach(picture.diagram, picture.figures)
    if room.width <= 0:
        return picture
    plain = _Lines.of(picture, room, 1, insets)
    others = [_Lines.of(picture, room, count, insets) for count in range(2, _most_lines(room) + 1)]
    best = max([plain, *others], key=lambda lines: (round(lines.scale, 6), -len(lines.folds)))
    chosen = best if best.scale > _WORTH * plain.scale else plain
    if len(chosen.folds) == 1 and not chosen.folds[0].cuts and not insets:
        return picture
    return _Wrapping(picture, chosen, insets).picture()


def scale_on_screen(picture: Picture) -> float:
    """Return how large a screen shows a picture as a whole: 1 is its own size, and the most."""
    room = reach(picture.diagram, picture.figures)
    return min(SCREEN[0] / max(room.width, 1), SCREEN[1] / max(room.height, 1), 1.0)


def line_of(pool: str, element: str) -> bool:
    """Tell whether a shape is that of a pool or lane in one of the lines."""
    return element == pool or element.startswith(f"{pool}/")


def _most_lines(room: Bounds) -> int:
    """Return the most lines in which a picture may be shown larger: more would be higher than wide."""
    return min(_MOST_LINES, 1 + int(room.width / SCREEN[0] * 2))


@dataclass(frozen=True)
class _Lines:
    """The borders of lines, from left to right, and what is taken out of the height of each."""

    room: Bounds
    borders: tuple[float, ...]
    folds: tuple[Fold, ...]

    @classmethod
    def of(cls, picture: Picture, room: Bounds, count: int, insets: Set[str]) -> _Lines:
        borders = (room.x, *_cuts(picture, room, count), room.x + room.width)
        return cls(room, borders, tuple(crowded(picture, room, borders, insets)))

    @property
    def scale(self) -> float:
        """How large a screen shows them: 1 is their own size, and the most."""
        count = len(self.folds)
        width = max(end - start for start, end in pairwise(self.borders)) + (HEADER + _MARGIN) * (count > 1)
        height = sum(fold.height for fold in self.folds) + (count - 1) * _BETWEEN
        return min(SCREEN[0] / max(width, 1), SCREEN[1] / max(height, 1), 1.0)


def _cuts(picture: Picture, room: Bounds, count: int) -> list[float]:
    """Return where to cut, from left to right: through no shape or name, and through few edges."""
    elements = {element.id: element for element in picture.process.elements()}
    boxes = [shape.bounds for shape in picture.diagram.shapes if not isinstance(elements.get(shape.element), _CUT)]
    boxes += labels_of(picture.diagram)
    boxes += [figure.box for figure in picture.figures]
    free = _free([(box.x - 8, box.x + box.width + 8) for box in boxes], room.x, room.x + room.width)
    crossed = _Crossed(picture.diagram)
    cuts: list[float] = []
    for number in range(1, count):
        wanted = room.x + room.width * number / count
        near = room.width / count * _SEARCHED
        places = [
            at
            for start, end in free
            for at in ({start, (start + end) / 2, end} if end - start > 1 else {start})
            if abs(at - wanted) <= near and (not cuts or at > cuts[-1] + 1)
        ]
        if places:
            cuts.append(min(places, key=lambda at: (_PER_EDGE * crossed.at(at) + abs(at - wanted), at)))
    return cuts


def _free(taken: list[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    at = left
    for start, end in sorted(taken):
        if start > at:
            found.append((at, start))
        at = max(at, end)
    return [*found, (at, right)] if at < right else found


class _Crossed:
    """How many parts of edges run over an upright line."""

    def __init__(self, diagram: Diagram) -> None:
        parts = [pair for edge in diagram.edges for pair in pairwise(edge.waypoints)]
        self._starts = sorted(min(one.x, other.x) for one, other in parts)
        self._ends = sorted(max(one.x, other.x) for one, other in parts)

    def at(self, x: float) -> int:
        return bisect_left(self._starts, x) - bisect_right(self._ends, x)


class _Wrapping:
    def __init__(self, picture: Picture, lines: _Lines, insets: Set[str]) -> None:
        self._picture = picture
        self._insets = insets
        room = lines.room
        self._borders = lines.borders
        self._folds = lines.folds
        heights = accumulate((fold.height + _BETWEEN for fold in lines.folds), initial=room.y)
        self._tops = list(heights)
        self._elements = {element.id: element for element in picture.process.elements()}
        outer = [shape.bounds for shape in picture.diagram.shapes if self._is_cut(shape.element)]
        self._left = min((box.x for box in outer), default=room.x)
        inset = max((box.x + HEADER for box in outer), default=room.x) - self._left
        self._start = self._left + inset + (_MARGIN if outer else 0)
        widths = [end - start for start, end in pairwise(self._borders)]
        self._right = max([self._borders[1], *(self._start + width for width in widths[1:])])
        if outer:
            self._right += _MARGIN / 2
        self._made: dict[str, list[Element]] = {}
        """New elements by the one of which they are a part."""
        self._part_at: dict[tuple[str, int], str] = {}
        self._lines: dict[str, int] = {}
        self._inside = self._reaches()
        """From where to where what lies in a pool reaches, line by line."""

    def picture(self) -> Picture:
        diagram = self._picture.diagram
        shapes = tuple(each for shape in diagram.shapes for each in self._shape(shape))
        edges = tuple(each for edge in diagram.edges for each in self._edge(edge))
        shares = tuple(each for share in self._picture.shares for each in self._share(share))
        marks = tuple(each for mark in self._picture.marks for each in self._mark(mark))
        return replace(
            self._picture,
            process=self._process(),
            diagram=diagram.replace(shapes=shapes, edges=edges),
            marks=marks,
            shares=shares,
            figures=tuple(self._figure(figure) for figure in self._picture.figures),
        )

    def _process(self) -> Process:
        process = self._picture.process
        changes = {}
        for field in ("pools", "lanes", "flows", "message_flows", "data_associations", "groups", "associations"):
            items: Sequence[Element] = getattr(process, field)
            changes[field] = tuple(each for item in items for each in self._made.get(item.id, [item]))
        nodes = tuple(node.replace(pool=self._pool(node)) for node in process.nodes)
        return process.replace(nodes=nodes, **changes)

    def _pool(self, node: Node) -> str | None:
        """Return the part of its pool that a node stands in."""
        line = self._lines.get(node.id, 0)
        return None if node.pool is None else self._part_at.get((node.pool, line), node.pool)

    def _reaches(self) -> dict[tuple[str, int], tuple[float, float]]:
        members = (*self._picture.process.nodes, *self._picture.process.flows)
        pools = {member.id: member.pool for member in members if member.pool in self._insets}
        found: dict[tuple[str, int], tuple[float, float]] = {}

        def add(pool: str, line: int, start: float, end: float) -> None:
            left, right = found.get((pool, line), (start, end))
            found[pool, line] = (min(left, start), max(right, end))

        for shape in self._picture.diagram.shapes:
            pool = pools.get(shape.element)
            line = self._line(shape.bounds.x + shape.bounds.width / 2)
            for box in filter(None, (shape.bounds, shape.label)) if pool else ():
                add(pool or "", line, self._moved(box, line).x, self._moved(box, line).x + box.width)
        for edge in self._picture.diagram.edges:
            pool = pools.get(edge.element)
            for line, way in self._pieces(edge.waypoints) if pool else ():
                add(pool or "", line, min(point.x for point in way), max(point.x for point in way))
        return found

    def _is_cut(self, element: str) -> bool:
        return isinstance(self._elements.get(element), _CUT)

    # -- places ----------------------------------------------------------------------------------------------------

    def _line(self, x: float) -> int:
        return min(max(bisect_right(self._borders, x) - 1, 0), len(self._borders) - 2)

    def _shift(self, line: int) -> float:
        """Return how far to the right what stands in a line is moved."""
        return 0.0 if line == 0 else self._start - self._borders[line]

    def _y(self, y: float, line: int) -> float:
        return self._tops[line] + self._folds[line].at(y)

    def _moved(self, box: Bounds, line: int) -> Bounds:
        return box.replace(x=box.x + self._shift(line), y=self._y(box.y, line))

    def _label(self, label: Bounds | None, line: int) -> Bounds | None:
        return None if label is None else self._moved(label, line)

    # -- what is drawn ---------------------------------------------------------------------------------------------

    def _shape(self, shape: Shape) -> Iterator[Shape]:
        box = shape.bounds
        if not self._is_cut(shape.element):
            line = self._line(box.x + box.width / 2)
            self._lines[shape.element] = line
            yield shape.replace(bounds=self._moved(box, line), label=self._label(shape.label, line))
            return
        element = self._elements[shape.element]
        first, last = self._line(box.x), self._line(box.x + box.width - 1)
        made = []
        for line in range(first, last + 1):
            part = element.replace(id=_part(element.id, line - first))
            top, bottom = self._y(box.y, line), self._y(box.y + box.height, line)
            left = box.x if line == 0 or isinstance(element, Pool | Lane) else self._start
            right = (
                self._right if isinstance(element, Pool | Lane) or line < last else self._moved(box, line).x + box.width
            )
            if element.id in self._insets:
                inside = self._inside.get((element.id, line))
                if inside is None:
                    continue
                left = max(left, inside[0] - HEADER - _MARGIN)
                right = min(right, inside[1] + _MARGIN)
            made.append(part)
            self._part_at[element.id, line] = part.id
            yield shape.replace(
                element=part.id,
                bounds=Bounds(x=left, y=top, width=right - left, height=bottom - top),
                label=self._label(shape.label, line),
            )
        self._made[element.id] = made

    def _edge(self, edge: Edge) -> Iterator[Edge]:
        pieces = list(self._pieces(edge.waypoints))
        element = self._elements.get(edge.element)
        if len(pieces) < 2 or element is None:
            line = pieces[0][0] if pieces else 0
            yield edge.replace(
                waypoints=tuple(pieces[0][1]) if pieces else edge.waypoints, label=self._label(edge.label, line)
            )
            return
        labelled = 0
        if edge.label is not None:
            line = self._line(edge.label.x + edge.label.width / 2)
            labelled = next((at for at, piece in enumerate(pieces) if piece[0] == line), 0)
        made = []
        for number, (line, way) in enumerate(pieces):
            changes: dict[str, object] = {"id": _part(edge.element, number)}
            if number != labelled:
                changes["name"] = ""
            if number and isinstance(element, SequenceFlow):
                changes |= {"default": False, "condition": ""}
            part = element.replace(**changes)
            made.append(part)
            label = self._label(edge.label, line) if number == labelled else None
            yield edge.replace(element=part.id, waypoints=tuple(way), label=label)
        self._made[edge.element] = made

    def _pieces(self, way: Sequence[Point]) -> Iterator[tuple[int, list[Point]]]:
        """Yield the parts of a way, line by line, from border to border."""
        if not way:
            return
        line = self._line(way[0].x)
        piece = [self._at(way[0], line)]
        for one, other in pairwise(way):
            while self._line(other.x) != line:
                step = 1 if self._line(other.x) > line else -1
                border = self._borders[line + 1] if step > 0 else self._borders[line]
                share = (border - one.x) / (other.x - one.x)
                y = one.y + (other.y - one.y) * min(max(share, 0.0), 1.0)
                piece.append(self._border(y, line, right=step > 0))
                yield line, piece
                line += step
                piece = [self._border(y, line, right=step < 0)]
            piece.append(self._at(other, line))
        yield line, piece

    def _at(self, point: Point, line: int) -> Point:
        return Point(x=point.x + self._shift(line), y=self._y(point.y, line))

    def _border(self, y: float, line: int, *, right: bool) -> Point:
        x = self._right if right else self._start - _MARGIN * (self._start > self._left)
        return Point(x=x, y=self._y(y, line))

    def _share(self, share: Share) -> Iterator[Share]:
        made = self._made.get(share.element)
        yield from [share] if made is None else [replace(share, element=part.id) for part in made]

    def _mark(self, mark: Mark) -> Iterator[Mark]:
        """Yield a mark; its outline at every part of what was cut, its badge at the first."""
        yield mark
        if mark.pattern:
            for part in self._made.get(mark.element, ())[1:]:
                yield Mark(part.id, pattern=mark.pattern, colour=mark.colour)

    def _figure(self, figure: Figure) -> Figure:
        line = self._line(figure.box.x + figure.box.width / 2)
        x, y = self._shift(line), self._y(figure.box.y, line) - figure.box.y
        if not (x or y):
            return figure
        moved = f"translate({svg.number(x)} {svg.number(y)})"
        return replace(figure, content=svg.group([figure.content], transform=moved), box=self._moved(figure.box, line))


def _part(element: str, number: int) -> str:
    return element if number == 0 else f"{element}/{number + 1}"
