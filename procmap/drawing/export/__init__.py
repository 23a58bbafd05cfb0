"""Drawings as PNG and PDF: an SVG that `procmap.drawing.draw` made, on a picture, a page or several pages.

typst sets them (the extra `pdf`), with type that lies in a package: every machine gives the same bytes, without
looking at the fonts it has.
"""

from procmap.drawing.export.fonts import INSTALL, SUBSTITUTE, can_typeset, check_installed, unprintable
from procmap.drawing.export.pdf import PARTS, drawing_page, to_pdf
from procmap.drawing.export.png import to_png
from procmap.drawing.export.sheet import LegendEntry, Sheet, SheetWords, StepLine
from procmap.drawing.export.size import size_of
from procmap.drawing.export.tiling import PAPERS, Paper
from procmap.drawing.export.typesetting import to_pages

__all__ = [
    "INSTALL", "PAPERS", "PARTS", "SUBSTITUTE", "LegendEntry", "Paper", "Sheet", "SheetWords", "StepLine",
    "can_typeset", "check_installed", "drawing_page", "size_of", "to_pages", "to_pdf", "to_png", "unprintable",
]  # fmt: skip
