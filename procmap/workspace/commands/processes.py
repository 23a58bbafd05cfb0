"""Commands on processes: bringing them in from files, changing them, taking them away."""

from __future__ import annotations

from procmap.formats import read_source
from procmap.model import BadInput, Process, to_json
from procmap.model.value import Value
from procmap.workspace.citing import follow
from procmap.workspace.command import MOST_OF_A_NAME, Command, given_name, short
from procmap.workspace.commands.organisations import organisation_called
from procmap.workspace.values import AttachedEntry, Organisation, ProcessEntry, Service
from procmap.workspace.work import Work


class Incoming(Value):
    """A process to be brought in: the bytes and name of its file, its id there, and whose way of working it is.

    `edited`: the process as people corrected it before it is kept; none: as its file has it.
    """

    organisation: str
    variant: str = ""
    source_name: str
    source: bytes
    element: str
    edited: Process | None = None


class ImportProcesses(Command):
    """Bring processes in from files. An organisation that is not there yet is added."""

    name = "import-processes"
    service: str
    incoming: tuple[Incoming, ...]

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep them all. Raises BadInput when one cannot be read, or its organisation has that variant already."""
        service = work.get(Service, self.service)
        made = [bring_in(work, service, each) for each in self.incoming]
        told: dict[str, str | int] = {"service": short(service.name), "count": len(made)}
        return {**told, "names": short(", ".join(dict.fromkeys(each.organisation for each in self.incoming)))}


class ReplaceSource(Command):
    """Bring a process in anew from a newer file. What people decided stays: it cites steps by what they are."""

    name = "replace-source"
    process: ProcessEntry
    incoming: Incoming

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put the new file in the place of the old one. Raises BadInput when it cannot be read."""
        kept = replace_source(work, self.process, self.incoming)
        return {"organisation": short(work.get(Organisation, kept.organisation).name), "file": short(kept.source_name)}


class EditProcess(Command):
    """Change a process from what it was to `now`; `step` is the label of what was changed, for history.

    What people said of its steps follows them, also where they are called otherwise now.
    """

    name = "edit-process"
    process: ProcessEntry
    before: Process
    now: Process
    step: str = ""

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it beside its file, which stays as it came."""
        edited = work.keep(to_json((self.now,)).encode())
        kept = work.put(self.process.replace(edited=edited))
        organisation = work.get(Organisation, kept.organisation).name
        follow(work, kept, organisation, self.before, self.now)
        return {"organisation": short(organisation), "step": short(self.step)}


class MoveProcess(Command):
    """Say that a process is another organisation's, or another variant."""

    name = "move-process"
    process: ProcessEntry
    organisation: str
    variant: str = ""

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put it there. Raises BadInput when that organisation has that variant already."""
        owner = organisation_called(work, self.organisation)
        variant = _variant(self.variant)
        _is_free(work, self.process.service, owner, variant, but=self.process.id)
        work.put(self.process.replace(organisation=owner.id, variant=variant))
        return {"organisation": short(owner.name), "variant": short(variant)}


class RemoveProcess(Command):
    """Take a process away. What was decided stays, and is asked again where it does not fit any more."""

    name = "remove-process"
    process: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away; undoing brings it back."""
        found = work.get(ProcessEntry, self.process)
        remove_process(work, found)
        told = work.get(Organisation, found.organisation).name
        return {"organisation": short(told), "service": short(work.get(Service, found.service).name)}


def replace_source(work: Work, process: ProcessEntry, incoming: Incoming) -> ProcessEntry:
    """Put another file in the place of a process's own. Raises BadInput when it cannot be read."""
    return work.put(process.replace(**_kept(work, incoming)))


def remove_process(work: Work, process: ProcessEntry) -> None:
    """Take a process away with what was changed of its attached values."""
    for entry in work.all(AttachedEntry, process=process.id):
        work.remove(entry)
    work.remove(process)


def bring_in(work: Work, service: Service, incoming: Incoming) -> ProcessEntry:
    """Bring a process into a service. Raises BadInput like `ImportProcesses`."""
    owner = organisation_called(work, incoming.organisation)
    variant = _variant(incoming.variant)
    _is_free(work, service.id, owner, variant)
    made = ProcessEntry(
        id=work.new_id(),
        service=service.id,
        organisation=owner.id,
        variant=variant,
        source_name=incoming.source_name,
        source="",
        element=incoming.element,
    )
    return work.put(made.replace(**_kept(work, incoming)))


def _kept(work: Work, incoming: Incoming) -> dict[str, str]:
    """Return what a record says of a file once its bytes are kept."""
    document = read_source(incoming.source, incoming.source_name)
    if not any(process.id == incoming.element for process in document.processes):
        known = ", ".join(process.id for process in document.processes[:20])
        raise BadInput("process-not-in-file", source=incoming.source_name, wanted=incoming.element, known=known)
    edited = "" if incoming.edited is None else work.keep(to_json((incoming.edited,)).encode())
    return {
        "source_name": incoming.source_name,
        "source": work.keep(incoming.source),
        "element": incoming.element,
        "edited": edited,
    }


def _variant(text: str) -> str:
    return given_name(text, "variant") if text.strip() else ""


def _is_free(work: Work, service: str, owner: Organisation, variant: str, but: str = "") -> None:
    for other in work.all(ProcessEntry, service=service, organisation=owner.id, variant=variant):
        if other.id != but:
            named = f"{owner.name}/{variant}" if variant else owner.name
            raise BadInput("process-there-already", name=named[:MOST_OF_A_NAME])
