"""Adding files to a project: whose they are is said as on the command line, and what they tell of people is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from procmap.alignment import Party
from procmap.answers.picking import parties_in, take_apart
from procmap.answers.shapes import Answer, FindingAnswer, UnreadFile, names_of, tell
from procmap.formats import Document, read
from procmap.language.privacy import personal_data
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput
from procmap.model.value import Value
from procmap.workspace.commands import AddFiles, Incoming
from procmap.workspace.project import Project
from procmap.workspace.state import State
from procmap.workspace.values import Person


class AddedProcess(Value):
    """A process that was added: whose, from which file, how many steps; what was not read of it, and what names people.

    `anew`: it took the place of an earlier one.
    """

    organisation: str
    variant: str
    source: str
    name: str
    steps: int
    anew: bool
    warnings: tuple[FindingAnswer, ...]


class AddAnswer(Answer):
    """What was added to which service; `unread`: what could not be used, then nothing was added."""

    service: str = ""
    is_new: bool = False
    added: tuple[AddedProcess, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


def add_files(
    project: Project,
    arguments: Sequence[str],
    by: Person,
    *,
    service: str = "",
    process: str = "",
    replaces: bool = False,
    are_references: bool = False,
    say: Translator = ENGLISH,
) -> AddAnswer:
    """Add the processes that arguments name (see `procmap.answers.picking`) to a service, all or none.

    `service` is its name; without one it is the service that is called as the process, else the only one, and in a
    project without services a new one called as the process. `process` is the process to take from files with several.
    `replaces` and `are_references`: see `procmap.workspace.commands.AddFiles`.

    Raises BadInput when it is not plain which service is meant, or a process is there already.
    """
    found: list[tuple[str, Document, Party]] = []
    unread: list[UnreadFile] = []
    for given in arguments:
        try:
            argument = take_apart(given)
            document = read(argument.file)
            found += ((given, document, party) for party in parties_in(document, argument, process))
        except BadInput as error:
            unread.append(UnreadFile(source=given, error=tell(error.finding, say=say)))
    times = Counter(party.id for _, _, party in found)
    for given, _, party in found:
        if times[party.id] > 1:
            twice = BadInput("equal-organisations", source=given, id=party.id)
            unread.append(UnreadFile(source=given, error=tell(twice.finding, say=say)))
    if unread:
        return AddAnswer(unread=tuple(unread))
    state = project.state()
    called = service or _service_for([(document, party) for _, document, party in found], state)
    before = {
        (state.service(one.service).name.casefold(), state.organisation(one.organisation).name, one.variant)
        for one in state.processes
    }
    incoming = tuple(_incoming(document, party) for _, document, party in found)
    project.do(AddFiles(service=called, incoming=incoming, replaces=replaces, are_references=are_references), by)
    return AddAnswer(
        service=called,
        is_new=all(one.name.casefold() != called.casefold() for one in state.services),
        added=tuple(
            _added(document, party, say, anew=(called.casefold(), party.organisation, party.variant) in before)
            for _, document, party in found
        ),
    )


def _service_for(found: list[tuple[Document, Party]], state: State) -> str:
    """Return the name of the service that processes belong to when nobody says so."""
    names = Counter(party.process.name.strip() or PurePath(document.name).stem for document, party in found)
    named = sorted(names, key=lambda name: (-names[name], name))
    known = {one.name.casefold(): one.name for one in state.services}
    for name in named:
        if name.casefold() in known:
            return known[name.casefold()]
    return state.service_called("").name if state.services else named[0]


def _incoming(document: Document, party: Party) -> Incoming:
    return Incoming(
        organisation=party.organisation,
        variant=party.variant,
        source_name=PurePath(document.name).name,
        source=document.source,
        element=party.process.id,
    )


def _added(document: Document, party: Party, say: Translator, *, anew: bool) -> AddedProcess:
    names = names_of([party.process])
    findings = (*document.findings, *personal_data(party.process))
    return AddedProcess(
        organisation=party.organisation,
        variant=party.variant,
        source=PurePath(document.name).name,
        name=party.process.name,
        steps=len(party.process.steps),
        anew=anew,
        warnings=tuple(tell(finding, names, say) for finding in findings),
    )
