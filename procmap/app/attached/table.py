"""The table of what is attached: steps by organisations and the common process, as the matrix component draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from procmap.app.compared.matrix import column, signs
from procmap.drawing.signs import OUTLINES
from procmap.drawing.theme import ThemeName
from procmap.messages import Translator
from procmap.model import AttachedValue, Control, RecordRule, Risk, RosaAssessment, Scale
from procmap.reports.harmonisation.attached_words import attached_name, attached_sentence
from procmap.reports.values import ReportParty
from procmap.workspace.attaching import WHOLE, AttachedCell, AttachedLine
from procmap.workspace.risk_lights import light_of

_NEUTRAL = {"light": "#3c4249", "dark": "#c9d1d9"}
"""The colour of the common process: that of no organisation."""


def table_data(
    lines: Iterable[AttachedLine],
    parties: Sequence[ReportParty],
    scales: Sequence[Sequence[Scale]],
    *,
    opened: int,
    heading: str,
    theme: ThemeName,
    say: Translator,
) -> dict[str, Any]:
    """Return what the component draws. `scales` are those of each party, and last those of the common process."""
    own = {"colour": _NEUTRAL[theme], "bar": _NEUTRAL[theme], "mark": OUTLINES["common"]}
    common = {"letter": "", "name": say.text("at-steps-common"), **own}
    return {
        "label": heading,
        "step": say.text("column-step"),
        "missing": say.text("sign-missing"),
        "order": say.text("sign-order"),
        "opened": opened,
        "told": say.text("app-card-open", row=opened) if opened else "",
        "columns": [*(column(party, theme) for party in parties), common],
        "signs": signs(say),
        "rows": [_row(line, scales, say) for line in lines],
    }


def title(line: AttachedLine, say: Translator) -> str:
    """Return what a line is called."""
    return say.text("at-steps-whole") if line.row == WHOLE else line.title


def value_text(value: AttachedValue, say: Translator) -> str:
    """Return a value in a few words."""
    if isinstance(value, Control):
        name = attached_name(value, say)
        return f"{name} ({say.text('control-key')})" if value.key else name
    if isinstance(value, RecordRule):
        ruled = (("registration", value.registration), ("disposal", value.disposal))
        told = "; ".join(say.word(kind, word) for kind, word in ruled if word)
        return f"{attached_name(value, say)} ({told})" if told else attached_name(value, say)
    if isinstance(value, RosaAssessment):
        return attached_sentence(value, say, lambda element: element)
    return attached_name(value, say)


def _row(line: AttachedLine, scales: Sequence[Sequence[Scale]], say: Translator) -> dict[str, Any]:
    return {
        "number": line.number,
        "title": title(line, say),
        "state": "",
        "sure": "",
        "signs": [],
        "conflicts": [],
        "cells": [
            *(_cell(cell, known, say) for cell, known in zip(line.cells, scales, strict=False)),
            {**_cell(line.common, scales[-1], say), **({"roles": ""} if line.common.values else {})},
        ],
    }


def _cell(cell: AttachedCell, scales: Sequence[Scale], say: Translator) -> dict[str, Any]:
    return {
        "there": bool(cell.values),
        "times": 1,
        "roles": say.text(f"at-steps-{cell.state}") if cell.state != "nothing" else "",
        "wording": "",
        "signs": {"only": ["only"], "other": ["differs"], "missing": ["missing"]}.get(cell.state, []),
        "values": _different(_value(value, scales, say) for value in cell.values),
    }


def _value(value: AttachedValue, scales: Sequence[Scale], say: Translator) -> dict[str, str]:
    told = {"name": value_text(value, say)}
    if isinstance(value, Risk):
        light = light_of(value, scales)
        told |= {"light": light, "word": say.text(f"at-steps-light-{light}")}
    return told


def _different(told: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return what is told, each once: several organisations bring the same to the common process."""
    return list({tuple(sorted(each.items())): each for each in told}.values())
