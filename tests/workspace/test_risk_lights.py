"""The light of a risk is that of its scale, and white where nothing says what it means."""

from __future__ import annotations

import pytest

from procmap.model import Risk, Scale
from procmap.model.attached import ScaleCell
from procmap.workspace.risk_lights import light_of


def scale(colour: str) -> Scale:
    return Scale(id="S", cells=(ScaleCell(likelihood="2", impact="3", colour=colour),))


RISK = Risk(id="r", likelihood="2", impact="3", scale="S")


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("#8fc98f", "green"), ("#f2d16b", "yellow"), ("#e57373", "red"), ("#FF0011", "red"), ("#ff00aa", "red"),
        ("green", "green"), ("red", "red"), ("", "white"), ("#808080", "white"), ("#ffffff", "white"),
        ("url(javascript:alert(1))", "white"), ("#12345", "white"), ("#8fc98f;}", "white"),
    ],
)  # fmt: skip
def test_a_colour_is_the_light_it_is_nearest_to(colour: str, light: str):
    assert light_of(RISK, [scale(colour)]) == light


@pytest.mark.parametrize(
    "risk",
    [
        RISK.replace(scale=""), RISK.replace(scale="T"), RISK.replace(likelihood=""), RISK.replace(impact="9"),
    ],
)  # fmt: skip
def test_what_no_scale_says_is_not_assessed(risk: Risk):
    assert light_of(risk, [scale("red")]) == "white"


def test_what_remains_has_a_light_of_its_own():
    after = RISK.replace(residual_likelihood="1", residual_impact="1")
    known = Scale(id="S", cells=(*scale("red").cells, ScaleCell(likelihood="1", impact="1", colour="#8fc98f")))
    assert light_of(after, [known]) == "red"
    assert light_of(after, [known], is_residual=True) == "green"
