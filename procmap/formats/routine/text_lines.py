"""Plain text and Markdown as lines and tables."""

from __future__ import annotations

import re

from procmap.formats.encoding import decode_lines, decode_xml
from procmap.formats.routine.lines import Block, Line, Table, typed_marker
from procmap.model import BadInput, Finding

TAB = 4
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*([-=_*~])(?:\s*\1){2,}\s*$")
_UNDERLINE = re.compile(r"\s*(=+|-{3,})\s*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_CELL_RULE = re.compile(r"\s*:?-+:?\s*$")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")


def text_of(source: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """Return bytes as text: by their byte order mark, else UTF-8, else (also line by line) Windows-1252, which is told.

    Raises BadInput when the bytes are no text (`routine-not-text`) or are broken (`encoding-broken`).
    """
    decoded = decode_xml(source, name)
    if not is_text(decoded.text):
        raise BadInput("routine-not-text", source=name)
    if not decoded.findings:
        return decoded.text, ()
    text, other, mixed = decode_lines(source)
    if mixed:
        params: dict[str, str | int] = {"line": other[0], "count": len(other)}
        return text, (Finding(code="mixed-encoding", params=params),)
    return decoded.text, (Finding(code="routine-encoding", severity="note"),)


def could_be_routine(source: bytes) -> bool:
    """Tell whether bytes without a name are text that may be a routine, such as what somebody pasted."""
    try:
        return not source.lstrip().startswith((b"<", b"{")) and is_text(decode_xml(source, "").text)
    except BadInput:
        return False


def is_text(text: str) -> bool:
    """Tell whether a text is one: it has letters, and no control characters but blanks and line ends."""
    return _CONTROL.search(text) is None and any(map(str.isalpha, text))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the lines and tables of a text. Empty lines, and lines that only rule a page, are left out."""
    raw = _LINE_ENDS.split(text.translate(_INVISIBLE))
    lines = [line.expandtabs(TAB) for line in raw]
    blocks: list[Block] = []
    at, tied = 0, False
    while at < len(lines):
        table = _table(raw, at)
        if table:
            lined = enumerate(raw[at : at + table], at + 1)
            blocks.append(Table(at + 1, tuple((number, _cells(line)) for number, line in lined if not _is_rule(line))))
            at, tied = at + table, False
            continue
        line = lines[at]
        if not line.strip() or _RULE.match(line):
            tied = False
        elif at + 1 < len(lines) and not tied and _UNDERLINE.match(lines[at + 1]) and not typed_marker(line.strip())[0]:
            blocks.append(Line(at + 1, _clean(line), "heading", level=1 if "=" in lines[at + 1] else 2))
            at += 1
        else:
            blocks.append(_line(at + 1, line, tied=tied))
            tied = blocks[-1].kind != "heading" if isinstance(blocks[-1], Line) else False
        at += 1
    return tuple(blocks)


def _line(number: int, line: str, *, tied: bool) -> Line:
    text = line.strip()
    indent = len(line) - len(line.lstrip())
    heading = _HEADING.match(text)
    if heading:
        return Line(number, _clean(heading.group(2)), "heading", level=len(heading.group(1)))
    marker, rest = typed_marker(text)
    if marker:
        return Line(number, _clean(rest), "item", marker, indent, tied=tied)
    return Line(number, _clean(text), "text", "", indent, tied=tied)


def _clean(text: str) -> str:
    """Return a line without the marks that Markdown makes words bold with."""
    return " ".join(_EMPHASIS.sub(r"\2", text).split())


def _table(lines: list[str], at: int) -> int:
    """Return how many lines from `at` on are a table: two or more with cells between bars, or between tabs."""
    for is_row in (_is_bar_row, _is_tab_row):
        end = at
        while end < len(lines) and is_row(lines[end], first=end == at):
            end += 1
        if end - at > 1:
            return end - at
    return 0


def _is_bar_row(line: str, *, first: bool) -> bool:  # noqa: ARG001 - as the other kind is asked
    text = line.strip()
    return "|" in text.strip("|") and not typed_marker(text)[0]


def _is_tab_row(line: str, *, first: bool) -> bool:
    """Tell whether tabs part a line into cells: numbered lines and indented ones have a tab or two as well."""
    text = line.strip(" ").rstrip("\t")
    cells = text.count("\t") + 1
    if typed_marker(text)[0] or text.startswith("\t"):
        return not first and cells > 2
    return cells > 1


def _is_rule(line: str) -> bool:
    return "|" in line and all(_CELL_RULE.match(cell) for cell in line.strip().strip("|").split("|"))


def _cells(line: str) -> tuple[str, ...]:
    text = line.strip()
    if "|" in text.strip("|"):
        text = text.removeprefix("|").removesuffix("|")
        return tuple(_clean(cell) for cell in text.split("|"))
    return tuple(_clean(cell) for cell in line.strip(" \r").split("\t"))
