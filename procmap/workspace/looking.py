"""A project as it would be with decisions that nobody has taken: to see what follows from them, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model.decisions import Decision
from procmap.workspace.commands.decisions import numbered
from procmap.workspace.state import State
from procmap.workspace.values import DecisionEntry


def state_with(state: State, service: str, decisions: Iterable[Decision]) -> State:
    """Return a state with decisions on a service, numbered as the command `Decide` would number them.

    What is derived from it is therefore what is derived when they are taken as they are, and is computed once for both.
    Nothing of it is kept. Raises BadInput when a decision has an id that is taken.
    """
    entries = [one for one in state.decisions if one.service == service]
    place = max((one.place for one in entries), default=0)
    made = (
        DecisionEntry(id=f"seen-{number}", service=service, place=number, decision=decision)
        for number, decision in enumerate(numbered(decisions, {one.decision.id for one in entries}), place + 1)
    )
    return state.replace(decisions=(*state.decisions, *made))
