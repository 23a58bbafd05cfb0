"""Looking at files before they are brought in: what was understood, what was not, and whose the processes may be."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from procmap.answers.check import CheckedProcess, checked
from procmap.answers.shapes import FindingAnswer
from procmap.answers.sources import organisation_of
from procmap.formats import Document, read_source
from procmap.messages import Translator
from procmap.model import BadInput, Finding, Process
from procmap.model.value import Value
from procmap.workspace.commands import Incoming
from procmap.workspace.state import State

FEW = 6
"""Of a file with more processes than that, people choose; all of fewer are proposed."""
PERSONAL = ("identity-number", "person-name", "email-address")
"""The codes of findings that tell of people."""


class Proposal(Value):
    """A process of a file, whose it may be, and what was found in it; `is_taken`: it is proposed to be kept."""

    process: Process
    organisation: str
    variant: str
    is_taken: bool
    checked: CheckedProcess

    @property
    def personal(self) -> tuple[FindingAnswer, ...]:
        """What tells of people."""
        return tuple(finding for finding in self.checked.findings if finding.code in PERSONAL)

    @property
    def other(self) -> tuple[FindingAnswer, ...]:
        """What else was found."""
        return tuple(finding for finding in self.checked.findings if finding.code not in PERSONAL)


class Looked(Value):
    """A file that was looked at: its format and program, what could not be read of it, and its processes.

    `key` tells it apart from all others. `unread`: why nothing could be read of it; then all else is empty.
    """

    key: str
    name: str
    source: bytes
    format: str = ""
    tool: str = ""
    warnings: tuple[FindingAnswer, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    unread: Finding | None = None

    @property
    def has_many(self) -> bool:
        """Whether the file has so many processes that hardly all of them belong to one service."""
        return len(self.proposals) > FEW


class Choice(Value):
    """What people say of one process of a file: it is brought in as this organisation's, as corrected or as it is."""

    name: str
    source: bytes
    process: Process
    organisation: str
    variant: str = ""
    edited: Process | None = None
    replaces: bool = False

    @property
    def called(self) -> str:
        """What is called so in a service: the organisation, with its variant."""
        return f"{self.organisation} / {self.variant}" if self.variant else self.organisation

    @property
    def incoming(self) -> Incoming:
        """The process as a command takes it."""
        return Incoming(
            organisation=self.organisation,
            variant=self.variant,
            source_name=self.name,
            source=self.source,
            element=self.process.id,
            edited=None if self.edited == self.process else self.edited,
        )


def key_of(source: bytes, name: str) -> str:
    """Return what tells a file apart from all with other bytes or another name."""
    return hashlib.sha256(name.encode("utf-8", "replace") + b"\0" + source).hexdigest()[:20]


def look_at(source: bytes, name: str, say: Translator) -> Looked:
    """Return what bytes called `name` hold; one that cannot be read says why, and raises nothing."""
    key = key_of(source, name)
    try:
        document = read_source(source, name)
        if not document.processes:
            raise BadInput("no-process", source=name)
    except BadInput as error:
        return Looked(key=key, name=name, source=source, unread=error.finding)
    file = checked(document, say)
    owners = [(_owner(document, each), each.card.variant) for each in document.processes]
    times = Counter(owners)
    is_few = len(document.processes) <= FEW
    proposals: list[Proposal] = []
    for process, owner, answer in zip(document.processes, owners, file.processes, strict=True):
        proposals.append(
            Proposal(
                process=process,
                organisation=owner[0],
                variant=(process.name or process.id) if times[owner] > 1 else owner[1],
                is_taken=is_few and (bool(process.steps) or len(document.processes) == 1),
                checked=answer,
            )
        )
    return Looked(
        key=key,
        name=name,
        source=source,
        format=file.format,
        tool=file.tool,
        warnings=file.warnings,
        proposals=tuple(proposals),
    )


def _owner(document: Document, process: Process) -> str:
    """Return whose a process may be: where nothing tells, the file, or the process itself in a file with several."""
    is_one_of_several = len(document.processes) > 1 and not process.card.organisation
    return " ".join(process.name.split()) if is_one_of_several and process.name else organisation_of(document, process)


def service_for(files: Iterable[Looked], state: State) -> str:
    """Return the service that processes belong to, as far as names tell.

    It is one that is called as they are, or that has a process from a file of the same name. In a project without
    services it is called as most of them, or as the first file. Otherwise nothing is proposed: a process in the wrong
    service is worse than a question.
    """
    taken = [(file, one) for file in files for one in file.proposals if one.is_taken]
    named = Counter(one.process.name.strip() for _, one in taken if one.process.name.strip())
    by_times = sorted(named, key=lambda name: (-named[name], name))
    known = {one.name.casefold(): one.name for one in state.services}
    for name in by_times:
        if name.casefold() in known:
            return known[name.casefold()]
    anew = {one.service for one in state.processes for file, _ in taken if one.source_name == file.name}
    if len(anew) == 1:
        return state.service(anew.pop()).name
    if state.services or not taken:
        return ""
    return by_times[0] if by_times else PurePath(taken[0][0].name).stem


def already_there(state: State, service: str, organisation: str, variant: str) -> bool:
    """Tell whether a service has a process of an organisation and variant."""
    services = {one.id for one in state.services if one.name.casefold() == service.casefold()}
    owners = {one.id for one in state.organisations if one.name == organisation}
    return any(
        one.service in services and one.organisation in owners and one.variant == variant for one in state.processes
    )


def obstacles(state: State, service: str, choices: Sequence[Choice]) -> tuple[tuple[str, dict[str, str]], ...]:
    """Return why choices cannot be kept as they are: the code of a sentence, and its parameters."""
    found: list[tuple[str, dict[str, str]]] = []
    if not choices:
        found.append(("import-none-taken", {}))
    if choices and not service:
        found.append(("import-no-service", {}))
    found += [("import-nameless", {"source": each.name}) for each in choices if not each.organisation]
    times = Counter(each.called for each in choices if each.organisation)
    found += [("import-twice", {"name": name}) for name, count in times.items() if count > 1]
    found += [
        ("import-there", {"name": each.called})
        for each in choices
        if not each.replaces and already_there(state, service, each.organisation, each.variant)
    ]
    return tuple(found)
