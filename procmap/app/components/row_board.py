"""The row board: which steps of organisations stand in one row, and moving them to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from procmap.app.components.mounting import count_event, heard, received, renderer
from procmap.drawing.lines import STROKES
from procmap.drawing.palette import Look

ALONE = ""
"""The row that a step is moved to when it is to have a row of its own."""
HEIGHT = 640
"""The height of the frame of a board, in pixels of CSS."""
Tone = Literal["", "confirmed", "sure", "likely", "unsure", "conflict"]
"""How a sign is coloured; its word says the same."""


@dataclass(frozen=True)
class BoardColumn:
    """An organisation: its id on the board, its name, and how it looks in a light and in a dark app."""

    id: str
    name: str
    light: Look
    dark: Look


@dataclass(frozen=True)
class BoardRow:
    """A row: its id on the board, the number and name that it is called by, and words on its state (may be empty).

    `sign` is drawn before the state: strokes in a square of 16 by 16, as the path of an SVG.
    """

    id: str
    number: int
    name: str
    state: str = ""
    sign: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class BoardStep:
    """A step: its id, which no other on the board has, its column and row, its label, and what is below it (a role).

    A `hint` says why the card stands out.
    """

    id: str
    column: str
    row: str
    label: str
    note: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Move:
    """What somebody has asked for: the step, the row it stands in, and the row it is to stand in (or `ALONE`)."""

    step: str
    row_from: str
    row_to: str


@dataclass(frozen=True)
class BoardWords:
    """What a board says, in the language of its reader.

    `{step}`, `{row}`, `{organisation}` stand for a label, a row and an organisation in the texts of cards and messages.
    """

    name: str
    rows: str
    alone: str
    alone_hint: str
    keys: str
    choose: str
    move_to: str
    move: str
    move_alone: str
    card: str
    chosen: str
    lifted: str
    over: str
    over_alone: str
    moved: str
    moved_alone: str
    stays: str
    refused: str


def row_board(
    columns: Sequence[BoardColumn],
    rows: Sequence[BoardRow],
    steps: Sequence[BoardStep],
    *,
    key: str,
    words: BoardWords,
    height: int | str = HEIGHT,
    chosen: str = "",
    on_move: Callable[[Move], None] | None = None,
    on_choose: Callable[[str], None] | None = None,
) -> None:
    """Show a board with a column for each organisation, a line for each row, and a card for each step.

    `key` names the board on its page. `height` is a number of pixels, or a length of CSS. Steps of columns or rows that
    the board has not are not shown. `on_move` is called before the script runs again, when somebody has moved a card by
    mouse, keyboard or menu. It has to keep the move: the board shows what the next run gives, and says so where that is
    not what was asked for.

    With `on_choose` a row can be chosen at its name; it is called before the script runs again with the id of a row, or
    with an empty text when somebody has left the choice. The row `chosen` is marked.
    """

    def move() -> None:
        count_event(key)
        asked = received(key, "moved")
        step = next((each for each in steps if each.id == asked.get("step")), None)
        row_to = asked.get("row_to")
        if on_move is not None and step is not None and isinstance(row_to, str) and _can_move(step, row_to):
            on_move(Move(step.id, step.row, row_to))

    def choose() -> None:
        count_event(key)
        row = received(key, "chosen").get("row")
        known = {"", *(each.id for each in rows)}
        if on_choose is not None and isinstance(row, str) and row in known:
            on_choose(row)

    def _can_move(step: BoardStep, row_to: str) -> bool:
        if row_to == ALONE:
            return any(each.row == step.row and each.id != step.id for each in steps)
        return row_to != step.row and any(row.id == row_to for row in rows)

    renderer("row_board")(
        key=key,
        data={
            "columns": [_column(each) for each in columns],
            "rows": [[each.id, each.number, each.name, each.state, each.sign, each.tone] for each in rows],
            "steps": [[each.id, each.column, each.row, each.label, each.note, each.hint] for each in steps],
            "height": height,
            "chosen": chosen,
            "choosable": on_choose is not None,
            "words": {name.replace("_", "-"): text for name, text in asdict(words).items()},
            "heard": heard(key),
        },
        on_moved_change=move,
        on_chosen_change=choose,
    )


def _column(column: BoardColumn) -> dict[str, object]:
    stroke = STROKES[column.light.pattern]
    return {
        "id": column.id,
        "name": column.name,
        "letter": column.light.letter,
        "dashes": list(stroke.dashes),
        "double": stroke.double,
        "light": column.light.colour,
        "dark": column.dark.colour,
    }
