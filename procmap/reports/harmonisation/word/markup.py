"""Pieces of WordprocessingML: paragraphs, lists, labelled lines and tables.

Every text is escaped, and of bounded length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from procmap.reports.harmonisation.shown import beside, plain, title
from procmap.reports.harmonisation.tables import Content, Table

_SPLIT_FROM = 900
"""Characters of a line of a table from which on it may go over to the next page."""


@dataclass(frozen=True)
class Page:
    """A kind of page, in twentieths of a point (A4): its size, and how wide its text is."""

    width: int
    height: int
    text: int
    is_landscape: bool = False


PORTRAIT = Page(11_906, 16_838, 9_638)
LANDSCAPE = Page(16_838, 11_906, 14_570, is_landscape=True)
_MARGIN = 1_134


def run(content: str, look: str = "") -> str:
    """Return text as a run; its lines are kept. `look`: the name of a character style."""
    style = f'<w:rPr><w:rStyle w:val="{look}"/></w:rPr>' if look else ""
    text = plain(content)
    lead, end = (" " if content[:1] == " " else ""), (" " if text and content[-1:] == " " else "")
    lines = f"{lead}{text}{end}".split("\n")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{style}{inner}</w:r>"


def paragraph(content: str, style: str = "") -> str:
    """Return text as a paragraph of a style."""
    return styled(run(content), style)


def styled(runs: str, style: str = "") -> str:
    """Return runs as a paragraph of a style."""
    known = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{known}{runs}</w:p>"


def heading(content: str, level: int, anchor: tuple[int, str] | None = None, *, same_page: bool = False) -> str:
    """Return a heading (1 to 6); `anchor`: the number and the name of a bookmark at it.

    One of level 1 begins a new page, unless it may stand on the `same_page`.
    """
    text = run(title(content))
    if anchor is not None:
        number, name = anchor
        text = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{text}<w:bookmarkEnd w:id="{number}"/>'
    known = f'<w:pStyle w:val="Heading{min(level, 6)}"/>'
    known += '<w:pageBreakBefore w:val="0"/>' if same_page else ""
    return f"<w:p><w:pPr>{known}</w:pPr>{text}</w:p>"


def bullets(texts: Iterable[str]) -> str:
    """Return texts as a list that is kept together."""
    items = [run(text) for text in texts]
    kept = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:keepNext/></w:pPr>'
    return "".join(f"{kept}{item}</w:p>" for item in items[:-1]) + "".join(
        styled(item, "ListBullet") for item in items[-1:]
    )


def labelled(label: str, texts: Sequence[str], style: str = "Field") -> str:
    """Return a line that begins with what it tells. Several texts stand beside each other where all are short."""
    return styled(f"{run(label, 'Strong')}<w:r><w:tab/></w:r>{run(beside(texts))}", style)


def table(told: Table, *, name: str, about: str, page: Page) -> str:
    """Return a table as wide as the page. Its first line is its head, and stands on every page.

    `name` and `about` are told to those who cannot see it.
    """
    total = sum(column.width for column in told.columns)
    widths = [page.text * column.width // total for column in told.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(column.heading, width, "TableHead") for column, width in zip(told.columns, widths, strict=True)
    )
    looks = ["TableStrong" if column.strong else "TableText" for column in told.columns]
    body = "".join(_line(line, widths, looks, place in told.marked) for place, line in enumerate(told.lines))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title(name))}/><w:tblDescription w:val={quoteattr(title(about))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
        # Word makes one table of two that follow each other without a paragraph.
        + styled("", "AfterTable")
    )


def _line(line: Sequence[Content], widths: Sequence[int], looks: Sequence[str], is_marked: bool) -> str:
    texts = ["" if content is None else str(content) for content in line]
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if sum(map(len, texts)) < _SPLIT_FROM else ""
    shade = _MARKED if is_marked else ""
    cells = "".join(_cell(text, width, look, shade) for text, width, look in zip(texts, widths, looks, strict=True))
    return f"<w:tr>{whole}{cells}</w:tr>"


_MARKED = '<w:shd w:val="clear" w:color="auto" w:fill="FFF4E5"/>'
"""The shade of marked lines; what it means stands in the line as words."""


def _cell(content: str, width: int, style: str, shade: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{paragraph(content, style)}</w:tc>'


def section(page: Page, header_id: str, footer_id: str) -> str:
    """Return what says on which kind of page all stands since the section before."""
    orient = ' w:orient="landscape"' if page.is_landscape else ""
    margins = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header_id}"/>'
        f'<w:footerReference w:type="default" r:id="{footer_id}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def section_end(page: Page, header_id: str, footer_id: str) -> str:
    """Return the last paragraph of a section that another one follows."""
    return f'<w:p><w:pPr><w:pStyle w:val="AfterTable"/>{section(page, header_id, footer_id)}</w:pPr></w:p>'


def field(instruction: str, shown: str) -> str:
    """Return a field that Word fills in, with what is shown until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'
