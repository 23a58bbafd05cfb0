"""A picture in a Word document: DrawingML in a paragraph (ECMA-376 part 1, 20.4)."""

from __future__ import annotations

import struct
from xml.sax.saxutils import quoteattr

from procmap.model import BadInput
from procmap.reports.harmonisation.shown import title
from procmap.reports.harmonisation.values import Drawing
from procmap.reports.harmonisation.word.markup import Page
from procmap.reports.harmonisation.word.package import PICTURE_ID

_EMU = 635
"""English metric units in a twentieth of a point."""
_MOST_WIDE = 6_000
"""Pixels from side to side: more are not seen on a page, and make the file large."""
_BESIDE = 4_000
"""Twentieths of a point of a page's height that margins and headings take."""
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"


def painted(drawing: Drawing) -> bytes:
    """Return a drawing as PNG; nothing where that cannot be made (the extra `pdf` is not installed)."""
    from procmap.drawing.export import size_of, to_png

    try:
        return to_png(drawing.svg, scale=min(2.0, _MOST_WIDE / max(size_of(drawing.svg))))
    except BadInput:
        return b""


def picture(content: bytes, described: str, page: Page) -> str:
    """Return a PNG as a paragraph, as large as the page; `described` is told to those who cannot see it."""
    wide, high = struct.unpack(">II", content[16:24])
    share = min(page.text / wide, (page.height - _BESIDE) / high)
    size = f'cx="{round(wide * share * _EMU)}" cy="{round(high * share * _EMU)}"'
    name = f'id="1" name="image1.png" descr={quoteattr(title(described))}'
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{_MAIN}/wordprocessingDrawing"><wp:extent {size}/><wp:docPr {name}/>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/picture"><pic:pic xmlns:pic="{_MAIN}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{PICTURE_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
