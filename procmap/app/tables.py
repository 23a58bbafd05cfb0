"""Tables as HTML in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.reports.html_text import said, text


def table(label: str, headings: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table that the keyboard can scroll; the first column names the row."""
    lines = (
        f'<tr><th scope="row">{said(row[0])}</th>{"".join(f"<td>{said(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return framed(label, headings, lines)


def framed(label: str, headings: Iterable[str], lines: Iterable[str], kind: str = "") -> str:
    """Return a table that the keyboard can scroll, of rows that are HTML already; `kind` is its class."""
    head = "".join(f'<th scope="col">{text(heading)}</th>' for heading in headings)
    told = f' class="{kind}"' if kind else ""
    return (
        f'<div class="procmap sideways" tabindex="0" role="region" aria-label="{text(label)}">'
        f"<table{told}><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )
