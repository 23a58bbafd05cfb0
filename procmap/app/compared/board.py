"""Rows as the board shows them: words, signs and colours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from procmap.alignment import Member
from procmap.app.compared.aligned import AlignedRow, AlignedRows, key_of
from procmap.app.components import BoardColumn, BoardRow, BoardStep, Tone
from procmap.drawing.palette import look
from procmap.drawing.signs import OUTLINES
from procmap.messages import Translator

_SIGNS: Mapping[Tone, str] = {
    "confirmed": OUTLINES["confirmed"],
    "sure": "M3 13.5V10M8 13.5V6.5M13 13.5V3",
    "likely": "M3 13.5V10M8 13.5V6.5M13 13.5V13.4",
    "unsure": OUTLINES["question"],
    "conflict": OUTLINES["conflict"],
}
"""A dot for what is confirmed, as everywhere; else three bars, two, or a question mark."""


def state_of(one: AlignedRow) -> str:
    """Return the end of the code of what a row's state is called: state, how sure, and whether it is of one alone."""
    if one.state != "proposed":
        return one.state
    return f"{one.sure}-alone" if len(one.parties) == 1 and len(one.row.steps) == 1 else one.sure


def board_columns(rows: AlignedRows, say: Translator) -> tuple[BoardColumn, ...]:
    """Return a column for each party; a reference is told to be one."""
    count = len(rows.parties)
    return tuple(
        BoardColumn(
            id=party.id,
            name=say.text("align-reference", name=party.id) if party.is_reference else party.id,
            light=look(place, count),
            dark=look(place, count, "dark"),
        )
        for place, party in enumerate(rows.parties)
    )


def board_rows(rows: AlignedRows, shown: Iterable[AlignedRow], say: Translator) -> tuple[BoardRow, ...]:
    """Return these rows, each with its state as words, sign and colour."""
    return tuple(_row(rows, one, say) for one in shown)


def _row(rows: AlignedRows, one: AlignedRow, say: Translator) -> BoardRow:
    tone: Tone = one.sure if one.state == "proposed" else one.state
    state = say.text(f"align-state-{state_of(one)}")
    return BoardRow(one.row.id, one.number, rows.title(one, say), state, _SIGNS[tone], tone)


def board_steps(
    rows: AlignedRows, shown: Iterable[AlignedRow], changed: Collection[Member], say: Translator
) -> tuple[BoardStep, ...]:
    """Return the steps of these rows with who does them; a step that nobody has put into its row says so.

    `changed` are steps that have just come to stand with others, without anybody saying so.
    """
    hint = say.text("align-by-itself")
    return tuple(
        BoardStep(
            id=key_of(member),
            column=member.process,
            row=one.row.id,
            label=rows.label(member, say),
            note=rows.roles(member),
            hint=hint if member in one.by_themselves or member in changed else "",
        )
        for one in shown
        for member in one.row.steps
    )
