"""The traffic light of a risk: the colour that its scale gives to its likelihood and impact."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from typing import Literal

from procmap.model import Risk, Scale

Light = Literal["green", "yellow", "red", "white"]
"""White: not assessed, or not against a scale that says what it means."""

_COLOUR = re.compile(r"#([0-9a-fA-F]{6})")
_HUES: tuple[tuple[Light, float], ...] = (("red", 0.0), ("yellow", 50 / 360), ("green", 120 / 360), ("red", 1.0))


def light_of(risk: Risk, scales: Iterable[Scale], *, is_residual: bool = False) -> Light:
    """Return the light of a risk by its scale's table of colours; `is_residual`: after what was done against it.

    A colour of the table is the light whose hue is nearest.
    """
    likelihood = risk.residual_likelihood if is_residual else risk.likelihood
    impact = risk.residual_impact if is_residual else risk.impact
    for scale in scales:
        if scale.id == risk.scale:
            for cell in scale.cells:
                if (cell.likelihood, cell.impact) == (likelihood, impact):
                    return _light(cell.colour)
    return "white"


def _light(colour: str) -> Light:
    if colour in ("green", "yellow", "red"):
        return colour  # type: ignore[return-value]
    found = _COLOUR.fullmatch(colour.strip())
    if found is None:
        return "white"
    red, green, blue = (int(found[1][place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GREY:
        return "white"
    return min(_HUES, key=lambda each: abs(each[1] - hue))[0]


_GREY = 0.1
"""Colours paler than this have no hue that anybody sees."""
