"""The processes of a service as they are now: of their files, changed by people, with what people attached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from procmap.alignment import Party
from procmap.behaviour import References
from procmap.formats import Document, read_source, unmodelled
from procmap.model import AttachedValue, BadInput, Process, from_json
from procmap.workspace.state import State
from procmap.workspace.values import AttachedEntry, ProcessEntry

if TYPE_CHECKING:
    from procmap.workspace.project import Project

_ATTACHED: TypeAdapter[AttachedValue] = TypeAdapter(AttachedValue)


def document_of(project: Project, entry: ProcessEntry) -> Document:
    """Return the file that a process came from. Raises BadInput when it cannot be read any more."""
    return read_source(project.content(entry.source), entry.source_name)


def imported(project: Project, entry: ProcessEntry) -> Process:
    """Return a process as its file has it. Raises BadInput when it cannot be read any more."""
    document = document_of(project, entry)
    for process in document.processes:
        if process.id == entry.element:
            return process
    raise BadInput("process-not-in-file", source=entry.source_name, wanted=entry.element, known="")


def drawn_process(project: Project, entry: ProcessEntry) -> Process:
    """Return a process as it is drawn: as people changed it, else as its file has it; attached values as there."""
    if not entry.edited:
        return imported(project, entry)
    return from_json(project.content(entry.edited), entry.source_name).processes[0]


def process_now(project: Project, state: State, entry: ProcessEntry) -> Process:
    """Return a process as it counts: with its organisation, variant, and what people attached."""
    process = drawn_process(project, entry)
    changed = [one for one in state.attached if one.process == entry.id]
    owner = state.organisation(entry.organisation).name
    return with_attached(process, changed).replace(
        card=process.card.replace(organisation=owner, variant=entry.variant),
    )


def with_attached(process: Process, changed: Iterable[AttachedEntry]) -> Process:
    """Return a process with attached values as people changed them.

    A value whose step is not found any more stays with the process as a whole, so that it is not lost.
    """
    by_key = {(one.kind, one.value_id): one for one in changed}
    if not by_key:
        return process
    references = References(process)
    there = {element.id for element in process.elements()}
    made: list[AttachedValue] = []
    for value in process.attached:
        entry = by_key.pop((value.kind, value.id), None)
        if entry is None:
            made.append(value)
        elif not entry.is_removed:
            made.append(_placed(entry, references, there, value.on))
    made += [_placed(entry, references, there, ()) for entry in by_key.values() if not entry.is_removed]
    return process.replace(attached=tuple(made))


def _placed(entry: AttachedEntry, references: References, there: set[str], before: tuple[str, ...]) -> AttachedValue:
    value = _ATTACHED.validate_python(entry.content)
    found = references.resolve(entry.step) if entry.step is not None else None
    # One that stood on several steps stays on them; `step` only says which of them was looked at. What is no step (a
    # document, a lane) cannot be cited: a value that is moved to no step stays on it.
    others = tuple(each for each in before if each not in references.steps)
    on = before if found in before else (found,) if found is not None else others
    return value.replace(on=on, guards=tuple(each for each in value.guards if each in there))


def parties_of(project: Project, state: State, service: str) -> tuple[tuple[Party, str], ...]:
    """Return the parties of a service with what each came from, sorted by what the parties are called.

    Raises BadInput when a process cannot be read any more.
    """
    found: list[tuple[Party, str]] = []
    for entry in state.processes_of(service):
        owner = state.organisation(entry.organisation)
        party = Party(
            organisation=owner.name,
            variant=entry.variant,
            process=process_now(project, state, entry),
            is_reference=owner.is_reference,
            letter=owner.letter,
        )
        found.append((party, entry.source_name))
    several = {one.organisation for one, _ in found}
    if len(several) < len(found):  # variants are compared by all that their files say
        found = [_with_all(project, state, service, party, source) for party, source in found]
    return tuple(sorted(found, key=lambda one: one[0].id))


def _with_all(project: Project, state: State, service: str, party: Party, source: str) -> tuple[Party, str]:
    for entry in state.processes_of(service):
        if state.organisation(entry.organisation).name == party.organisation and entry.variant == party.variant:
            return party.replace(unmodelled=tuple(unmodelled(document_of(project, entry)).items())), source
    return party, source
