"""Side by side: a band for each organisation, the same step under the same step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.alignment import Party
from procmap.comparison import Cell, Comparison, MatrixRow, Sign
from procmap.drawing import Figure, Mark
from procmap.drawing.figures import Figures, plate_width
from procmap.drawing.nodes import MARKER, is_marked
from procmap.drawing.theme import ThemeName
from procmap.layout import place
from procmap.messages import ENGLISH, Translator
from procmap.model import Activity, Bounds, Diagram, Index, Point, Shape
from procmap.reports.marks import DRAWN
from procmap.reports.pictures import legend
from procmap.reports.pictures.bands import band, bands, insets
from procmap.reports.pictures.crossing import crossing_flows
from procmap.reports.pictures.outsiders import before_guests, envelopes, post_of
from procmap.reports.pictures.parties import Side, process_name, sides
from procmap.reports.pictures.picture import Picture, reach
from procmap.reports.pictures.rows import Tier, row_title, tiers
from procmap.reports.pictures.signs import SHOWN, badge
from procmap.reports.pictures.spots import free_spot
from procmap.reports.pictures.wrapping import line_of, wrapped

_HEAD_TYPE = 12.0
_HEAD_LINE = 15.0
_HEAD_LINES = 3
_ROLE_TYPE = 10.0
_ROLE_ROOM = 14.0
_LEAST_COLUMN = 90.0
_PLATE = 20.0
_CONFLICTS = 40.0
_GAP = (70.0, 34.0)
_BRACKET_ABOVE = 15.0
_MAIN = 4.0
"""How much it counts that the main way on stays in its row: over wide columns it is found again more easily."""


def side_by_side(
    parties: Sequence[Party],
    comparison: Comparison,
    say: Translator = ENGLISH,
    *,
    theme: ThemeName = "light",
    walked: bool = False,
    service: str = "",
) -> Picture:
    """Return the picture of the processes of `parties`, one band each, the columns being the rows of the matrix.

    `comparison` is of the same parties. The picture does not depend on their order. With `walked` its legend is for a
    picture that is walked through part by part. `service` is what all perform, if known: the picture is called so.
    """
    shown = sides(parties, say, theme)
    name = say.text("picture-side-by-side", name=process_name(parties, say, service))
    return _SideBySide(shown, comparison, name, say, theme=theme).picture(walked=walked)


@dataclass(frozen=True)
class _Column:
    """A row of the matrix and where its steps stand, in every band."""

    row: MatrixRow
    left: float
    right: float


class _SideBySide:
    def __init__(
        self, shown: Sequence[Side], comparison: Comparison, name: str, say: Translator, *, theme: ThemeName
    ) -> None:
        self._theme: ThemeName = theme
        self._figures = Figures(theme)
        self._sides = shown
        self._side = {side.party.id: side for side in shown}
        self._rows = comparison.matrix.rows
        self._say = say
        self._process = bands(shown, name)
        weights = {flow.id: _MAIN for flow in self._process.flows}
        self._diagram: Diagram = place(self._process, columns=self._numbers(), weights=weights)
        self._shapes = _shapes(self._diagram)
        self._columns = list(self._placed(self._shapes))

    def _numbers(self) -> dict[str, int]:
        """Return the column of every step; steps of one cell stand in columns beside each other."""
        numbers: dict[str, int] = {}
        first = 0
        for row in self._rows:
            for cell in row.cells:
                for place_in_cell, step in enumerate(cell.steps):
                    numbers[self._side[cell.process].id(step)] = first + place_in_cell
            first += max((len(cell.steps) for cell in row.cells), default=0)
        return numbers

    def _placed(self, shapes: Mapping[str, Shape]) -> Iterator[_Column]:
        for row in self._rows:
            boxes = [shape.bounds for cell in row.cells for shape in self._drawn(cell, shapes)]
            if not boxes:
                continue
            left, right = min(box.x for box in boxes), max(box.x + box.width for box in boxes)
            spare = max(_LEAST_COLUMN - (right - left), 0) / 2
            yield _Column(row, left - spare, right + spare)

    def _drawn(self, cell: Cell, shapes: Mapping[str, Shape]) -> list[Shape]:
        side = self._side[cell.process]
        return [shapes[side.id(step)] for step in cell.steps if side.id(step) in shapes]

    def picture(self, *, walked: bool) -> Picture:
        """Return the whole picture, its legend as `legend.heading` has it."""
        marks = tuple(self._marks())
        drawn = (*self._heads(), *self._roles(), *self._post(), *self._brackets())
        about = self._say.text(
            "picture-about-side-by-side", parties=[side.name for side in self._sides], count=len(self._rows)
        )
        rows = self._row_numbers()
        whole = Picture(self._process, self._diagram, about, marks, (), drawn, self._theme, rows)
        made = wrapped(whole, insets(self._sides))
        made = made.with_figures([*self._letters(made.diagram), *self._gaps(made)])
        box = reach(made.diagram, made.figures)
        return made.headed(self._process.name, box, self._legend(), self._figures, walked=walked)

    def _row_numbers(self) -> dict[str, int]:
        return {
            self._side[cell.process].id(step): row.number
            for row in self._rows
            for cell in row.cells
            for step in cell.steps
        }

    def _marks(self) -> Iterator[Mark]:
        for row in self._rows:
            for cell in row.cells:
                if cell.steps:
                    first = self._side[cell.process].id(cell.steps[0])
                    yield from (badge(first, sign, self._say) for sign in SHOWN if sign in cell.signs)
        yield from self._crossings()

    def _crossings(self) -> Iterator[Mark]:
        """Yield a bold line under each flow between rows that others have in another order."""
        conflicts = {row.number: set(row.conflicts) for row in self._rows}
        for side in self._sides:
            row_of = {
                step: row.number
                for row in self._rows
                for cell in row.cells
                if cell.process == side.party.id
                for step in cell.steps
            }
            for flow in crossing_flows(side.party.process, row_of, conflicts):
                yield Mark(side.id(flow.id), pattern="solid")

    # -- what stands beside the steps ------------------------------------------------------------------------------

    def _heads(self) -> Iterator[Figure]:
        """Yield the numbers and labels of the rows above their columns; where columns overlap, above one another."""
        top = min((shape.bounds.y for shape in self._shapes.values()), default=0.0)
        height = _HEAD_LINE * (_HEAD_LINES + 1) + 6
        placed = tiers([Tier(column.left, column.right) for column in self._columns])
        for column, tier in zip(self._columns, placed, strict=True):
            y = top - 8 - height * (tier + 1)
            wide = column.right - column.left
            number = Bounds(x=column.left, y=y, width=wide, height=_HEAD_LINE)
            yield self._figures.caption(str(column.row.number), number, _HEAD_TYPE + 2, bold=True)
            yield from self._conflicts(column, y)
            label = Bounds(x=column.left, y=y + _HEAD_LINE + 2, width=wide, height=_HEAD_LINE * _HEAD_LINES)
            title = row_title(column.row, self._say)
            yield self._figures.caption(title, label, _HEAD_TYPE, lines=_HEAD_LINES, tone="line", top=True)

    def _conflicts(self, column: _Column, y: float) -> Iterator[Figure]:
        """Yield beside the number of a row those of the rows that some have in another order."""
        if not column.row.conflicts:
            return
        word = self._say.text("sign-order")
        x = (column.left + column.right) / 2 + 14
        yield self._figures.picture("order", word, Point(x=x, y=y + 1), 13)
        numbers = ", ".join(map(str, column.row.conflicts))
        room = Bounds(x=x + 16, y=y, width=max(column.right - x - 16, _CONFLICTS), height=_HEAD_LINE)
        yield self._figures.caption(numbers, room, _HEAD_TYPE - 1, anchor="start", tone="line")

    def _letters(self, diagram: Diagram) -> Iterator[Figure]:
        """Yield the letter of each organisation on its band, and its line down the left border, in every line."""
        for side in self._sides:
            own = [band(side), *sorted(insets([side]))]
            for shape in diagram.shapes:
                if any(line_of(each, shape.element) for each in own):
                    box = shape.bounds
                    x = box.x - 5
                    way = (Point(x=x, y=box.y), Point(x=x, y=box.y + box.height))
                    yield self._figures.rule(way, side.look.colour, side.look.pattern, 6)
                    left = x - 8 - plate_width(side.look, _PLATE)
                    yield self._figures.plate(side.look, left, box.y, _PLATE)

    def _roles(self) -> Iterator[Figure]:
        """Yield who does each activity as a small line at its foot."""
        for side in self._sides:
            index = Index(side.party.process)
            own = {node.id: shape for node in side.party.process.nodes if (shape := self._shapes.get(side.id(node.id)))}
            beside = before_guests(side.party.process, own)
            for node in side.party.process.nodes:
                shape = self._shapes.get(side.id(node.id))
                role = index.role(node.id)
                if shape is None or not role or not isinstance(node, Activity):
                    continue
                box = shape.bounds
                y = box.y + box.height - _ROLE_ROOM - (MARKER if is_marked(node) else 0)
                width = min(box.x + box.width - 4, beside.get(node.id, box.x + box.width)) - box.x - 4
                room = Bounds(x=box.x + 4, y=y, width=width, height=_ROLE_ROOM - 2)
                yield self._figures.caption(role, room, _ROLE_TYPE, tone="group")

    def _post(self) -> Iterator[Figure]:
        """Yield whom steps write to and hear from outside."""
        around = {pool.id for pool in self._process.pools}
        for side in self._sides:
            process = side.party.process
            shapes = {node.id: shape for node in process.nodes if (shape := self._shapes.get(side.id(node.id)))}
            yield from envelopes(process, (self._diagram, shapes), around, self._figures, self._say)

    def _gaps(self, made: Picture) -> Iterator[Figure]:
        """Yield an empty cell with a dash wherever an organisation has no step in a row."""
        word = self._say.text("legend-gap")
        shapes = _shapes(made.diagram)
        before = {node.id: node.pool or "" for node in self._process.nodes}
        after = {node.id: node.pool or "" for node in made.process.nodes}
        for column in self._placed(shapes):
            one = next(self._side[cell.process].id(step) for cell in column.row.cells for step in cell.steps)
            line = after[one][len(before[one]) :]
            for cell in column.row.cells:
                key = f"{band(self._side[cell.process])}{line}"
                if cell.steps or key not in shapes:
                    continue
                middle = (column.left + column.right) / 2
                around = shapes[key].bounds
                room = Bounds(x=middle - _GAP[0] / 2, y=around.y, width=_GAP[0], height=around.height)
                yield self._figures.gap(free_spot(made.diagram, key, room, _GAP[1]), word)

    def _brackets(self) -> Iterator[Figure]:
        """Yield a bracket over the steps of an organisation that stand in one row."""
        word = self._say.text("legend-split")
        for row in self._rows:
            for cell in row.cells:
                drawn = self._drawn(cell, self._shapes)
                if len(drawn) > 1:
                    left = min(shape.bounds.x for shape in drawn)
                    right = max(shape.bounds.x + shape.bounds.width for shape in drawn)
                    top = min(shape.bounds.y for shape in drawn) - _BRACKET_ABOVE
                    yield self._figures.bracket(left, right, top, 5, word=word)

    def _legend(self) -> Sequence[Sequence[legend.Entry]]:
        cells = [cell for row in self._rows for cell in row.cells]
        used: set[Sign] = {sign for cell in cells for sign in cell.signs if cell.steps}
        if any(row.conflicts for row in self._rows):
            used.add("order")
        signs = [legend.badge(DRAWN[sign], self._say.text(f"sign-{sign}")) for sign in SHOWN if sign in used]
        post = [each for side in self._sides for each in post_of(side.party.process).values()]
        if any(each.to for each in post):
            signs.append(legend.message(self._say.text("legend-message-to"), is_sent=True))
        if any(each.of for each in post):
            signs.append(legend.message(self._say.text("legend-message-of"), is_sent=False))
        if insets(self._sides):
            signs.append(legend.collapsed(self._say.text("legend-inside")))
        if any(len(cell.steps) > 1 for cell in cells):
            signs.append(legend.badge("split", self._say.text("legend-split")))
        if not all(cell.steps for cell in cells):
            signs.append(legend.gap(self._say.text("legend-gap")))
        return [legend.organisation(side) for side in self._sides], signs


def _shapes(diagram: Diagram) -> Mapping[str, Shape]:
    return {shape.element: shape for shape in diagram.shapes}
