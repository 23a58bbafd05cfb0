"""How drawings look to people who see colours otherwise, and in black and white.

    python benchmarks/colour_vision.py IN.svg OUT.svg --as deuteranopia|protanopia|grey

Drawings name their colours as `#rrggbb` alone (procmap.drawing), so that the colours of the text can be exchanged. The
matrices are those of Machado, Oliveira and Fernandes (2009), A Physiologically-based Model for Simulation of Color
Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15(6), for severity 1.0; they hold for
linear RGB. Grey is the relative luminance of WCAG 2.2 (ITU-R BT.709).
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Literal, get_args

Sight = Literal["deuteranopia", "protanopia", "grey"]
SIGHTS: tuple[Sight, ...] = get_args(Sight)
Colour = tuple[float, float, float]

_LUMINANCE = (0.2126, 0.7152, 0.0722)
MATRICES: dict[Sight, tuple[Colour, Colour, Colour]] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "grey": (_LUMINANCE, _LUMINANCE, _LUMINANCE),
}
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


def seen(svg: str, sight: Sight) -> str:
    """Return a drawing with its colours as they are seen."""
    return _HEX.sub(lambda found: seen_colour(found[0], sight), svg)


def seen_colour(colour: str, sight: Sight) -> str:
    """Return a colour `#rrggbb` as it is seen."""
    linear = _linear(colour)
    shown = (sum(part * value for part, value in zip(row, linear, strict=True)) for row in MATRICES[sight])
    return "#" + "".join(f"{round(255 * _coded(min(max(value, 0.0), 1.0))):02x}" for value in shown)


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    first, second = (
        sum(part * value for part, value in zip(_LUMINANCE, _linear(each), strict=True)) for each in (colour, other)
    )
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _linear(colour: str) -> Colour:
    """Return the parts of a colour of sRGB as linear light (IEC 61966-2-1)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    )
    return red, green, blue


def _coded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--as", dest="sight", choices=SIGHTS, default="deuteranopia")
    given = parser.parse_args()
    given.target.write_text(seen(given.source.read_text(encoding="utf-8"), given.sight), encoding="utf-8")
