"""The marks that composition leaves on steps that are not for all."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.model import Element
from procmap.reports.harmonisation.values import CommonState

_STATES: Mapping[str, CommonState] = {"procmap:open": "open", "procmap:local": "local"}


def state_of(element: Element) -> tuple[CommonState, str]:
    """Return whether an element is for all, for some or not decided, and whose it is where it is not for all.

    Composition puts its mark before the properties that organisations gave.
    """
    first = element.properties[0] if element.properties else None
    if first is None or first.name not in _STATES:
        return "kept", ""
    return _STATES[first.name], first.value
