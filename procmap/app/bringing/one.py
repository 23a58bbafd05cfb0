"""One process of a file before it is kept: whose it is, what was understood of it, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from procmap.answers.shapes import FindingAnswer
from procmap.answers.understood import WRITTEN_BY_PEOPLE, table_of
from procmap.app import project
from procmap.app.bringing import correcting
from procmap.app.bringing.fields import choice_of, chosen_key, edited, form_of, is_taken, key_for
from procmap.app.safe import markdown
from procmap.app.tables import table
from procmap.app.unsent import PAUSE, Unsent
from procmap.messages import Translator
from procmap.model import Process
from procmap.workspace.proposals import Looked, Proposal, already_there
from procmap.workspace.state import State

MOST = 20
"""So many findings of one process are shown."""
MOST_ROWS = 500
"""So many steps are shown."""


def chosen(opened: project.Opened, file: Looked, say: Translator) -> list[Proposal]:
    """Show the choice among the many processes of a file, and return those that were chosen."""
    names = {each.process.id: each.process.name or each.process.id for each in file.proposals}
    key = chosen_key(file)
    st.multiselect(
        markdown(say.text("import-choose")),
        list(names),
        format_func=lambda each: names[each],
        placeholder=say.text("import-choose-help"),
        **form_of(opened, file).field("chosen", [], key=key, among=names),
    )
    return [each for each in file.proposals if is_taken(file, each)]


def show(opened: project.Opened, file: Looked, proposal: Proposal, service: str, say: Translator) -> None:
    """Show the process; `service` is the name of the service that it is to go to."""
    process, state = edited(file, proposal) or proposal.process, opened.state
    form = form_of(opened, file)
    with st.container(border=True, key=key_for("box", file, proposal)):
        _whose(form, file, proposal, state, say)
        choice = choice_of(file, proposal)
        if is_taken(file, proposal) and already_there(state, service, choice.organisation, choice.variant):
            st.checkbox(
                markdown(say.text("import-replace", name=choice.called)),
                **_field(form, "replaces", False, file, proposal),
            )
        st.markdown(markdown(_counts(process, say, is_edited=process is not proposal.process)))
        _verdict(proposal, say)
        if proposal.personal:
            st.warning("  \n".join(_sentences(proposal.personal, say)))
        _findings(file, proposal, say)
        with st.expander(markdown(say.text("import-understood")), expanded=file.format in WRITTEN_BY_PEOPLE):
            _understood(process, say)
        with st.expander(markdown(say.text("import-correct")), expanded=form.has_kept(key_for("step", file, proposal))):
            correcting.show(opened, file, proposal, say)


def _whose(form: Unsent, file: Looked, proposal: Proposal, state: State, say: Translator) -> None:
    """Show whether the process is taken, and whose it is."""
    columns = st.columns([4, 3, 3], vertical_alignment="bottom")
    name = proposal.process.name
    if file.has_many:
        columns[0].markdown(f"**{markdown(name or proposal.process.id)}**")
    else:
        columns[0].checkbox(
            markdown(say.text("import-take", name=name) if name else say.text("import-take-unnamed")),
            **_field(form, "take", proposal.is_taken, file, proposal),
        )
    known = dict.fromkeys((proposal.organisation, *(one.name for one in state.organisations)))
    columns[1].selectbox(
        markdown(say.text("import-organisation")),
        [each for each in known if each],
        accept_new_options=True,
        **_field(form, "organisation", proposal.organisation or None, file, proposal),
    )
    columns[2].text_input(
        markdown(say.text("import-variant")),
        placeholder=say.text("import-variant-help"),
        live=PAUSE,
        **_field(form, "variant", proposal.variant, file, proposal),
    )


def _field(form: Unsent, name: str, now: object, file: Looked, proposal: Proposal) -> dict[str, Any]:
    key = key_for(name, file, proposal)
    return form.field(key, now, key=key)


def _counts(process: Process, say: Translator, *, is_edited: bool) -> str:
    """Return what a process has: steps, roles, attached values."""
    times = Counter(value.kind for value in process.attached)
    roles = len({lane.name for lane in process.lanes if lane.name})
    parts = [say.text("import-steps", count=len(process.steps)), say.text("count-roles", count=roles)]
    parts += [
        say.text("import-attached", kind=say.word("attached", kind), number=times[kind]) for kind in sorted(times)
    ]
    if is_edited:
        parts.append(say.text("import-edited"))
    return " · ".join(parts)


def _understood(process: Process, say: Translator) -> None:
    """Show the steps as a table; rows cite each other by number, so that ids tell nothing more."""
    found = table_of(process, say.language)
    kept = [place for place, column in enumerate(found.columns) if column != "id"]
    rows = [[row[place] for place in kept] for row in found.rows[:MOST_ROWS]]
    st.html(table(say.text("import-understood"), [found.headings[place] for place in kept], rows))
    if len(found.rows) > MOST_ROWS:
        st.markdown(markdown(say.text("import-more-steps", count=len(found.rows) - MOST_ROWS)))


def _verdict(proposal: Proposal, say: Translator) -> None:
    """Show whether the process can run."""
    sound = proposal.checked.soundness
    if sound.verdict == "unsound":
        st.warning(markdown(sound.text))
    else:
        st.markdown(markdown(say.text(f"import-verdict-{sound.verdict}")))


def _findings(file: Looked, proposal: Proposal, say: Translator) -> None:
    """Show what was not understood of the file, and what is wrong with the process."""
    found = (*file.warnings, *proposal.other)
    if not found:
        return
    with st.expander(markdown(say.text("import-findings", count=len(found)))):
        st.markdown("\n".join(f"- {line}" for line in _sentences(found, say)))


def _sentences(found: Sequence[FindingAnswer], say: Translator) -> list[str]:
    lines = [_sentence(each, say) for each in found[:MOST]]
    if len(found) > MOST:
        lines.append(markdown(say.text("import-more-findings", count=len(found) - MOST)))
    return lines


def _sentence(found: FindingAnswer, say: Translator) -> str:
    place = next((each.label for each in found.elements if each.label.strip()), "")
    return markdown(say.text("import-at", place=place, finding=found.text) if place else found.text)
