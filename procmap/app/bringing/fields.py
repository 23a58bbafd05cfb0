"""What is said of each process before it is kept: whose it is, whether it is taken, how it was corrected.

It stands in the project as drafts of whoever has dropped the files, one form for each file.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from procmap.app import project
from procmap.app.unsent import Unsent, drafts
from procmap.model import BadInput, Process, from_json, to_json
from procmap.workspace.drafts import digest
from procmap.workspace.proposals import Choice, Looked, Proposal

SERVICE = "import-service"
FORM = ("import",)
"""The form that has the files, and the service that they are for."""
_FIELD = "import-of-"
_EDITED = "import-edited"


def form_of(opened: project.Opened, file: Looked) -> Unsent:
    """Return the form of a file."""
    return Unsent(opened, *_form(file))


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


def chosen_key(file: Looked) -> str:
    """Return the key of the choice among the processes of a file that has many."""
    return f"{_FIELD}chosen-{file.key}"


def is_taken(file: Looked, proposal: Proposal) -> bool:
    """Tell whether a process is to be kept."""
    if file.has_many:
        return proposal.process.id in st.session_state.get(chosen_key(file), ())
    return bool(st.session_state.get(key_for("take", file, proposal), proposal.is_taken))


def choices(files: Iterable[Looked]) -> tuple[Choice, ...]:
    """Return what is said of all processes that are to be kept."""
    return tuple(choice_of(file, proposal) for file in files for proposal in file.proposals if is_taken(file, proposal))


def service(proposed: str) -> str:
    """Return the service that was named."""
    return _plain(st.session_state.get(SERVICE, proposed))


def recall(opened: project.Opened, file: Looked) -> None:
    """Take up again how the processes of a file were corrected, where this window does not know it."""
    is_known = f"{_FIELD}known-{file.key}"
    if is_known in st.session_state:
        return
    found: dict[str, Process] = st.session_state.setdefault(_EDITED, {})
    texts = drafts(opened).texts(_form(file))
    for proposal in file.proposals:
        _, text = texts.get(digest(_edited_field(proposal)), ("", ""))
        if text:
            found[key_for("", file, proposal)] = from_json(text, file.name).processes[0]
    st.session_state[is_known] = True


def edited(file: Looked, proposal: Proposal) -> Process | None:
    """Return a process as it was corrected; none where it is as its file has it."""
    found: dict[str, Process] = st.session_state.setdefault(_EDITED, {})
    return found.get(key_for("", file, proposal))


def edit(opened: project.Opened, file: Looked, proposal: Proposal, now: Process | None) -> None:
    """Note how a process is corrected; nothing takes the corrections back."""
    found: dict[str, Process] = st.session_state.setdefault(_EDITED, {})
    kept, field = drafts(opened), _edited_field(proposal)
    try:
        if now is None or now == proposal.process:
            kept.forget(_form(file), field)
            found.pop(key_for("", file, proposal), None)
        else:
            kept.keep(_form(file), field, to_json((now,)))
            found[key_for("", file, proposal)] = now
    except BadInput as error:
        project.tell(error)


def forget(opened: project.Opened, files: Iterable[Looked]) -> None:
    """Forget files, and what was said of them."""
    kept = drafts(opened)
    for file in files:
        kept.forget(FORM, file.key)
        kept.forget(_form(file))
        for key in [key for key in st.session_state if str(key).startswith(_FIELD) and file.key in str(key)]:
            del st.session_state[key]
        found: dict[str, Process] = st.session_state.get(_EDITED, {})
        for key in [key for key in found if file.key in key]:
            del found[key]


def _form(file: Looked) -> tuple[str, ...]:
    return (*FORM, file.key)


def _edited_field(proposal: Proposal) -> str:
    return f"edited {proposal.process.id}"


def _plain(said: object) -> str:
    return " ".join(str(said or "").split())
