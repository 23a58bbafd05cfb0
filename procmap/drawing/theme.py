"""The look of drawings: light, and readable in black and white. Colour is kept for marks."""

from __future__ import annotations

FONTS = "Arial, 'Liberation Sans', 'Helvetica Neue', Helvetica, 'Noto Sans', sans-serif"
INK = "#1b2530"
LINE = "#3b4754"
FAINT = "#7b8794"
PAPER = "#ffffff"
HEADER_FILL = "#eef1f4"
GROUP_INK = "#5a6673"
LOST = "#b00020"

THIN = 1.5
THICK = 3.5
DOUBLE_GAP = 3.0
CORNER = 10.0
BEND = 6.0

DASHES = {"solid": None, "dashed": "7 4", "dotted": "1.5 3.5", "dash-dot": "9 3.5 1.5 3.5"}
"""The line patterns of marks, as `stroke-dasharray`."""
