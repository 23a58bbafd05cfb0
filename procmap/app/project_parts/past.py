"""The history of a project as a table (HTML) in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from procmap.app.tables import framed
from procmap.messages import Translator
from procmap.reports.html_text import said, text
from procmap.workspace import Entry
from procmap.workspace.history import told


def history_table(entries: Iterable[Entry], say: Translator) -> str:
    """Return who did what and when, in the order given."""
    headings = (say.text(f"history-{each}") for each in ("when", "who", "what"))
    return framed(say.text("page-project-history"), headings, _rows(entries, say), "history")


def when(at: str, say: Translator) -> str:
    """Return a time that the log keeps (UTC) as clocks here show it."""
    try:
        here = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{say.day(here.date())} {here:%H:%M}"


def _rows(entries: Iterable[Entry], say: Translator) -> Iterator[str]:
    for entry in entries:
        who = said(entry.who) if entry.who else text(say.text("history-nobody"))
        yield f"<tr><td>{text(when(entry.at, say))}</td><td>{who}</td><td>{said(told(entry, say))}</td></tr>"
