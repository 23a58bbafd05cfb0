"""Painting a process as SVG: BPMN shapes from model + coordinates + marks.

A drawing knows nothing of differences, controls or rows: whoever asks for one says by marks what is to stand out.
"""

from procmap.drawing.draw import draw
from procmap.drawing.figures import Figure
from procmap.drawing.legend import legend
from procmap.drawing.marks import Mark
from procmap.drawing.scene import diagrams_of, undrawn
from procmap.drawing.signs import SIGNS, Sign
from procmap.drawing.strokes import Share

__all__ = ["SIGNS", "Figure", "Mark", "Share", "Sign", "diagrams_of", "draw", "legend", "undrawn"]
