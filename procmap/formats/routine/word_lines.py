"""The body of a Word document as lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.routine.lines import Block, Line, Table, typed_marker
from procmap.formats.routine.word_styles import Style, W, heading_level
from procmap.formats.routine.word_text import ParagraphReader, Unread, plain_text

if TYPE_CHECKING:
    from lxml import etree

    from procmap.formats.routine.word_numbering import Numbering
    from procmap.formats.routine.word_styles import Styles

_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag")
"""What may lie around paragraphs, tables, rows and cells without being one."""
_ELSEWHERE = (f"{W}altChunk", f"{W}subDoc")


class BodyReader:
    """Reads the body of a document once, from its beginning: numbers are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, unread: Unread) -> None:
        self._styles = styles
        self._numbering = numbering
        self._unread = unread
        self._paragraphs = ParagraphReader(styles, unread)
        self._line = 0

    def blocks(self, body: etree._Element) -> tuple[Block, ...]:
        """Return the lines and tables of a body, in their order."""
        blocks: list[Block] = []
        for element in _inside(body):
            if element.tag == f"{W}p":
                blocks += self._lines(element)
            elif element.tag == f"{W}tbl":
                blocks.append(self._table(element))
            elif element.tag in _ELSEWHERE:
                self._unread.count("word-other-file")
        return tuple(blocks)

    def _lines(self, paragraph: etree._Element) -> list[Line]:
        self._line += 1
        style = self._styles.of_paragraph(paragraph)
        text = self._paragraphs.read(paragraph, style, self._line)
        if style.name.casefold().startswith("toc "):
            self._unread.tell("word-contents", text, "info", line=self._line)
            return []
        level = heading_level(style)
        if level is not None:
            return [Line(self._line, " ".join(text.split()), "heading", level=level)] if text.strip() else []
        first, *more = text.split("\n")
        lines = [self._first(first, style)]
        indent = next((line.indent for line in lines if line is not None), 0) + 1
        lines += (self._further(each, indent) for each in more)
        return [line for line in lines if line is not None]

    def _first(self, text: str, style: Style) -> Line | None:
        indent = style.indent
        if style.num_id is not None and self._numbering.is_list(style.num_id):
            level = style.num_level or 0
            marker = self._numbering.next(style.num_id, level)
            if indent is None:
                indent = self._numbering.indent(style.num_id, level)
            return Line(self._line, _flat(text), "item", marker, 3 * level if indent is None else indent)
        return self._typed(text, (indent or 0) + len(text) - len(text.lstrip()), style, tied=False)

    def _further(self, text: str, indent: int) -> Line | None:
        return self._typed(text, indent + len(text) - len(text.lstrip()), Style(), tied=True)

    def _typed(self, text: str, indent: int, style: Style, *, tied: bool) -> Line | None:
        """Return a line whose marker, if any, is typed; a style for lists makes an item without one, too."""
        if not text.strip():
            return None
        marker, rest = typed_marker(text.strip())
        if not marker and style.name.casefold().startswith("list bullet"):
            marker = "-"
        if marker:
            return Line(self._line, _flat(rest), "item", marker, indent, tied=tied)
        return Line(self._line, _flat(text), "text", "", indent, tied=tied)

    def _table(self, table: etree._Element) -> Table:
        first = self._line + 1
        rows: list[tuple[str, ...]] = []
        for row in _inside(table):
            if row.tag != f"{W}tr":
                continue
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._unread.tell("word-deleted", plain_text(row), "note", line=self._line + 1)
                continue
            rows.append(self._row(row, rows[-1] if rows else ()))
        return Table(first, tuple(enumerate(rows, 1)))

    def _row(self, row: etree._Element, above: tuple[str, ...]) -> tuple[str, ...]:
        cells: list[str] = []
        for cell in _inside(row):
            if cell.tag != f"{W}tc":
                continue
            text = self._cell(cell)
            properties = cell.find(f"{W}tcPr")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            if merged is not None and merged.get(f"{W}val", "continue") != "restart" and not text:
                text = above[len(cells)] if len(cells) < len(above) else ""
                if text:
                    self._unread.count("word-merged-cell", "info")
            span = None if properties is None else properties.find(f"{W}gridSpan")
            width = "1" if span is None else span.get(f"{W}val", "1")
            cells += [text] + [""] * (min(int(width), 63) - 1 if width.isdecimal() else 0)
        return tuple(cells)

    def _cell(self, cell: etree._Element) -> str:
        texts: list[str] = []
        for element in _inside(cell):
            if element.tag == f"{W}p":
                # A number alone is the text of its cell.
                texts += (line.text or line.marker.strip("-") for line in self._lines(element))
            elif element.tag == f"{W}tbl":
                self._unread.tell("word-nested-table", plain_text(element), line=self._line)
        return "\n".join(text for text in texts if text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _inside(parent: etree._Element) -> list[etree._Element]:
    """Return the children of an element, those of mere wrappers (content controls, insertions) in their place."""
    found: list[etree._Element] = []
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag in _AROUND:
            waiting += reversed(element)
        elif isinstance(element.tag, str):
            found.append(element)
    return found
