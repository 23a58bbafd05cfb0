"""Service level (ROSA): who can do each step, from information to political leadership."""

from __future__ import annotations

from procmap.app import attached


def show() -> None:
    """Show the page."""
    attached.show("rosa", ("rosa",))
