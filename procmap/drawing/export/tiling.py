"""How a picture lies on paper: on one page, or on tiles to glue together. Lengths in points (1/72 inch)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from procmap.layout.sizes import LABEL_TYPE, TASK_TYPE
from procmap.model import BadInput

Paper = Literal["a4", "a3"]
PAPERS: tuple[Paper, ...] = ("a4", "a3")

MM = 72 / 25.4
_SIDES: dict[Paper, tuple[float, float]] = {"a4": (210 * MM, 297 * MM), "a3": (297 * MM, 420 * MM)}
"""The short and the long side of sheets (ISO 216)."""

SMALLEST = 6.5
"""The smallest type of a picture in points. The letter x of FiraGO is then 1.21 mm high; 1.2 mm is the least that EU
Regulation 1169/2011, article 13, lets food labels have, and is read at arm's length. Only letters in badges, which are
bold capitals, are smaller."""
LEAST_SCALE = SMALLEST / min(LABEL_TYPE, TASK_TYPE - 2)
"""Points for a unit; long names of steps are set two units smaller than short ones (procmap.drawing.nodes)."""
NATURAL_SCALE = 72 / 96
"""Points for a unit of a drawing at its natural size: 96 units are an inch."""
MOST_SCALE = 1.2
"""Small pictures are not blown up beyond this: labels of about 13 points."""

MARGIN = 11 * MM
HEAD = 13 * MM
FOOT = 7 * MM
TILE_HEAD = 9 * MM
TILE_FOOT = 5 * MM
OVERLAP = 10 * MM
MOST_TILES = 150


@dataclass(frozen=True)
class Frame:
    """A page, and the room for the picture on it: left and top of the room, its width and height."""

    width: float
    height: float
    left: float
    top: float
    room_width: float
    room_height: float

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies across."""
        return self.width > self.height

    def fitting(self, width: float, height: float) -> float:
        """Return how many points a unit has at most for a picture of that many units to lie in the room."""
        return min(self.room_width / width, self.room_height / height)


@dataclass(frozen=True)
class Tile:
    """A part of a picture on a page of its own: its row and column from 0, and where it begins in the picture."""

    row: int
    column: int
    x: float
    y: float

    @property
    def mark(self) -> str:
        """What the tile is called: a letter for the row, a number for the column."""
        return f"{_letters(self.row)}{self.column + 1}"


@dataclass(frozen=True)
class Plan:
    """How a picture is printed: points for a unit of it, the page, and the tiles (none when it is on one page).

    `rows` and `columns` count tiles, each of which shows `window_width` by `window_height` points of the picture.
    """

    scale: float
    frame: Frame
    tiles: tuple[Tile, ...] = ()
    rows: int = 1
    columns: int = 1
    window_width: float = 0.0
    window_height: float = 0.0

    def at(self, row: int, column: int) -> str:
        """Return the mark of the tile at a place; nothing where there is none."""
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return self.tiles[row * self.columns + column].mark if inside else ""


def page_frame(paper: Paper, *, landscape: bool, below: float, head: float = HEAD) -> Frame:
    """Return a page with its head and foot, and `below` left free under the picture (for a legend)."""
    short, long = _SIDES[paper]
    width, height = (long, short) if landscape else (short, long)
    room = height - 2 * MARGIN - head - FOOT - below
    return Frame(width, height, MARGIN, MARGIN + head, width - 2 * MARGIN, room)


def best_frame(width: float, height: float, paper: Paper, below: dict[bool, float]) -> Frame:
    """Return the page, across or upright, on which a picture gets larger; `below` as in `plan`."""
    frames = [page_frame(paper, landscape=across, below=below[across]) for across in (True, False)]
    return max(frames, key=lambda frame: frame.fitting(width, height))


def plan(
    width: float,
    height: float,
    paper: Paper,
    *,
    below: dict[bool, float],
    tile: bool = False,
    scale: float | None = None,
) -> Plan:
    """Return how a picture of `width` by `height` units is printed.

    On one page, as large as it gets but no larger than MOST_SCALE, where its type then has SMALLEST points at least;
    else on tiles, as large as fills the fewest. `tile`: on tiles at its natural size, even where it would fit one
    page in small; `scale`: at this many times its natural size. `below`: the height of what stands under it, on pages
    that lie across (True) and on upright ones.

    Raises BadInput when that takes more than MOST_TILES tiles.
    """
    best = best_frame(width, height, paper, below)
    fits = best.fitting(width, height)
    if scale is not None:
        wanted = scale * NATURAL_SCALE
        if not tile and wanted <= fits:
            return Plan(wanted, best)
        return _tiled(width, height, paper, wanted, fill=False)
    if tile and fits < NATURAL_SCALE:
        return _tiled(width, height, paper, NATURAL_SCALE, fill=False)
    if fits >= LEAST_SCALE:
        return Plan(min(fits, MOST_SCALE), best)
    return _tiled(width, height, paper, LEAST_SCALE, fill=True)


def _tiled(width: float, height: float, paper: Paper, scale: float, *, fill: bool) -> Plan:
    """Return the plan with the fewest tiles; `fill`: as large as as many tiles hold, up to the natural size.

    All tiles show as much of the picture: the last of a row would else be nearly empty, with a step cut in two.
    """
    frames = [page_frame(paper, landscape=across, below=TILE_FOOT, head=TILE_HEAD) for across in (True, False)]
    counts = [(_count(frame.room_height, height * scale), _count(frame.room_width, width * scale)) for frame in frames]
    chosen = min(range(len(frames)), key=lambda place: (counts[place][0] * counts[place][1], place))
    frame, (rows, columns) = frames[chosen], counts[chosen]
    if rows * columns > MOST_TILES:
        raise BadInput("too-many-tiles", pages=rows * columns, most=MOST_TILES)
    if fill:
        wide = (columns * (frame.room_width - OVERLAP) + OVERLAP) / width
        high = (rows * (frame.room_height - OVERLAP) + OVERLAP) / height
        scale = max(scale, min(wide, high, NATURAL_SCALE))
    wide = _window(columns, width * scale)
    high = _window(rows, height * scale)
    tiles = tuple(
        Tile(row, column, column * (wide - OVERLAP), row * (high - OVERLAP))
        for row in range(rows)
        for column in range(columns)
    )
    return Plan(scale, frame, tiles, rows, columns, wide, high)


def _window(count: int, length: float) -> float:
    """Return how much of a length each of its tiles shows."""
    return (length + (count - 1) * OVERLAP) / count


def _count(room: float, length: float) -> int:
    """Return how many pages of `room` a length takes, each over the one before by OVERLAP."""
    return max(1, math.ceil((length - OVERLAP) / (room - OVERLAP) - 1e-9))


def _letters(place: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1 …"""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
