"""What somebody has typed and not yet said: kept as it is typed, so that nothing is lost when a page is loaded anew."""

from __future__ import annotations

import hashlib

from procmap.workspace.state import State

_HASHED = 40


def draft_key(service: str, about: str, field: str) -> str:
    """Return the name of the setting that keeps a draft: as short as a key may be, whatever it is about."""
    digest = hashlib.sha256(repr((service, about, field)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"draft-{digest[:_HASHED]}"


def draft(state: State, service: str, about: str, field: str) -> str | None:
    """Return what was typed there; None where nobody has."""
    key = draft_key(service, about, field)
    return next((one.value for one in state.settings if one.id == key), None)
