"""The history of a project as a table (HTML) in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from procmap.messages import Translator
from procmap.reports.html_text import said, text
from procmap.workspace import Entry
from procmap.workspace.history import told


def history_table(entries: Iterable[Entry], say: Translator) -> str:
    """Return who did what and when, in the order given."""
    heads = "".join(f'<th scope="col">{text(say.text(f"history-{each}"))}</th>' for each in ("when", "who", "what"))
    return (
        '<div class="procmap sideways" tabindex="0" role="region" '
        f'aria-label="{text(say.text("page-project-history"))}"><table class="history">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(_rows(entries, say))}</tbody></table></div>"
    )


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
