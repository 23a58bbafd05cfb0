"""Drawings as PNG and PDF: an SVG that `procmap.drawing.draw` made, on a picture, a page or several pages.

typst sets them (the extra `pdf`), with type that lies in a package: every machine gives the same bytes, without
looking at the fonts it has.
"""

from procmap.drawing.export.fonts import SUBSTITUTE, unprintable
from procmap.drawing.export.pdf import to_pdf
from procmap.drawing.export.png import to_png
from procmap.drawing.export.sheet import LegendEntry, Sheet, SheetWords, StepLine
from procmap.drawing.export.tiling import PAPERS, Paper

__all__ = [
    "PAPERS", "SUBSTITUTE", "LegendEntry", "Paper", "Sheet", "SheetWords", "StepLine", "to_pdf", "to_png",
    "unprintable",
]  # fmt: skip
