"""Records and archive: how documents are captured, registered, kept and disposed of."""

from __future__ import annotations

from procmap.app import attached


def show() -> None:
    """Show the page."""
    attached.show("records", ("record",))
