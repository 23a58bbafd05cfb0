"""The look of drawings, light and dark; both can be read in black and white. Colour is kept for marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

ThemeName = Literal["light", "dark"]

FONTS = "Arial, 'Liberation Sans', 'Helvetica Neue', Helvetica, 'Noto Sans', sans-serif"
THIN = 1.5
THICK = 3.5
DOUBLE_GAP = 3.0
CORNER = 10.0
BEND = 6.0


@dataclass(frozen=True)
class Theme:
    """The colours of a drawing, as `#rrggbb`.

    Text (`ink`, `faint`, `group`, `lost`) is at least 4.5:1 on `paper` and `header`, lines at least 3:1. `dashes`: of
    the outlines of nodes (`stroke-dasharray`).
    """

    paper: str
    header: str
    ink: str
    line: str
    faint: str
    group: str
    lost: str
    dashes: str | None = None

    def pale(self) -> Theme:
        """Return the theme for what is missing and shown all the same: faint, with dashed outlines."""
        return replace(self, ink=self.faint, line=self.faint, dashes="4 3")


LIGHT = Theme(
    paper="#ffffff", header="#eef1f4", ink="#1b2530", line="#3b4754", faint="#616d79", group="#5a6673", lost="#b00020"
)
DARK = Theme(
    paper="#16191d", header="#242a31", ink="#e9ecef", line="#aeb8c2", faint="#98a2ad", group="#a3adb8", lost="#ff8078"
)
THEMES: Mapping[ThemeName, Theme] = {"light": LIGHT, "dark": DARK}
