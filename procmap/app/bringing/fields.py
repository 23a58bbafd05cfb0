"""What is said of each process before it is kept: whose it is, whether it is taken, how it was corrected."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from procmap.model import Process
from procmap.workspace.proposals import Choice, Looked, Proposal

SERVICE = "import-service"
_FIELD = "import-of-"
_EDITED = "import-edited"


def key_for(field: str, file: Looked, proposal: Proposal) -> str:
    """Return the key of a field of a process in a file."""
    return f"{_FIELD}{field}-{file.key}-{proposal.process.id}"


def choice_of(file: Looked, proposal: Proposal) -> Choice:
    """Return what is said of a process now."""

    def said(field: str, proposed: object) -> object:
        return st.session_state.get(key_for(field, file, proposal), proposed)

    return Choice(
        name=file.name,
        source=file.source,
        process=proposal.process,
        organisation=_plain(said("organisation", proposal.organisation)),
        variant=_plain(said("variant", proposal.variant)),
        edited=edited(file, proposal),
        replaces=bool(said("replaces", False)),
    )


def is_taken(file: Looked, proposal: Proposal) -> bool:
    """Tell whether a process is to be kept."""
    return bool(st.session_state.get(key_for("take", file, proposal), proposal.is_taken))


def choices(files: Iterable[Looked]) -> tuple[Choice, ...]:
    """Return what is said of all processes that are to be kept."""
    return tuple(choice_of(file, proposal) for file in files for proposal in file.proposals if is_taken(file, proposal))


def service(proposed: str) -> str:
    """Return the service that was named."""
    return _plain(st.session_state.get(SERVICE, proposed))


def edited(file: Looked, proposal: Proposal) -> Process | None:
    """Return a process as it was corrected; none where it is as its file has it."""
    found: dict[str, Process] = st.session_state.setdefault(_EDITED, {})
    return found.get(key_for("", file, proposal))


def edit(file: Looked, proposal: Proposal, now: Process | None) -> None:
    """Note how a process is corrected; nothing takes the corrections back."""
    found: dict[str, Process] = st.session_state.setdefault(_EDITED, {})
    if now is None or now == proposal.process:
        found.pop(key_for("", file, proposal), None)
    else:
        found[key_for("", file, proposal)] = now


def forget() -> None:
    """Forget everything that was said."""
    for key in [key for key in st.session_state if str(key).startswith((_FIELD, SERVICE, _EDITED))]:
        del st.session_state[key]


def _plain(said: object) -> str:
    return " ".join(str(said or "").split())
