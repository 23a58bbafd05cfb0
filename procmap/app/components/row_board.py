"""The row board: which steps of organisations stand in one row, and moving them to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any, Literal

from procmap.app.components.mounting import answered, count_event, heard, received, renderer, unanswered
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
    """What somebody has asked for: the step, and the row it is to stand in (or `ALONE`).

    `beside` are the steps that stood in that row, as the browser saw it: the row may be called otherwise meanwhile.
    """

    step: str
    row_to: str
    beside: tuple[str, ...] = ()


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
    mouse, keyboard or menu: once for each move, in their order; of several moves of one step, only the last counts.
    What it is given comes from a browser, and may be about what is no longer so. It has to keep the move: the board
    shows what the next run gives, and says so where that is not what was asked for.

    With `on_choose` a row can be chosen at its name; it is called before the script runs again with the id of a row, or
    with an empty text when somebody has left the choice. The row `chosen` is marked.
    """

    def move() -> None:
        asked = unanswered(key, "moved")
        moves = [made for each in asked if (made := _move(each)) is not None]
        for made, after in zip_longest(moves, moves[1:]):
            if on_move is not None and (after is None or after.step != made.step):
                on_move(made)

    def choose() -> None:
        count_event(key)
        row = received(key, "chosen").get("row")
        known = {"", *(each.id for each in rows)}
        if on_choose is not None and isinstance(row, str) and row in known:
            on_choose(row)

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
            "answered": list(answered(key)),
        },
        on_moved_change=move,
        on_chosen_change=choose,
    )


def _move(asked: Mapping[str, Any]) -> Move | None:
    """Return what a browser has asked for; none where that is no move."""
    step, row_to, beside = asked.get("step"), asked.get("row_to"), asked.get("beside")
    if not isinstance(step, str) or not isinstance(row_to, str) or not isinstance(beside, list):
        return None
    return Move(step, row_to, tuple(each for each in beside if isinstance(each, str)))


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
