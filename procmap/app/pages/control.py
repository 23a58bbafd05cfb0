"""Internal control: controls and risks at the steps, what treats what, and what would be lost."""

from __future__ import annotations

from procmap.app import attached


def show() -> None:
    """Show the page."""
    attached.show("control", ("control", "risk"))
