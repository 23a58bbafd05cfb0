"""The verbs on a project instead of files: what the project holds, with what people said of it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from procmap.answers import CheckAnswer, ListAnswer
from procmap.answers.check import checked
from procmap.answers.sources import described
from procmap.formats import Document
from procmap.formats.lexicon import read_layers
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Process
from procmap.workspace.deriving import Derived, inputs_of
from procmap.workspace.parties import document_of, process_now
from procmap.workspace.project import Project, location_name
from procmap.workspace.state import State
from procmap.workspace.values import ProcessEntry


def derived_of(
    project: Project,
    service: str = "",
    *,
    lexicon: Sequence[str] = (),
    keep: int | None = None,
    override: str = "",
) -> Derived:
    """Return the results of a service of a project, as the verbs give them for files.

    `service` is its name or id; it may be left out where there is only one. `lexicon` are files of layers over the
    shipped lexicon, `keep` and `override` as for `procmap.answers.harmonise.harmonise_files`; what the project says of
    them counts where they are not given.

    Raises BadInput when there is no such service, it has fewer than two processes, or something cannot be read.
    """
    state = project.state()
    wanted = state.service_called(service)
    inputs = inputs_of(project, state, wanted.id)
    if len(inputs.picked.parties) < 2:
        raise BadInput("service-too-few", service=wanted.name)
    words = read_layers(lexicon) if lexicon else None
    return Derived(replace(inputs, lexicon=words, keep=keep, override=override or inputs.override))


def list_project(project: Project, service: str = "") -> ListAnswer:
    """Return the processes of a project, or of one service of it. Raises BadInput when one cannot be read."""
    documents = documents_of(project, service)
    return ListAnswer(processes=tuple(process for document in documents for process in described(document)))


def check_project(project: Project, service: str = "", say: Translator = ENGLISH) -> CheckAnswer:
    """Return what is wrong with the processes of a project, or of one service of it, and what was not read of them.

    Raises BadInput when one cannot be read any more.
    """
    documents = documents_of(project, service)
    return CheckAnswer(
        files=tuple(checked(document, say) for document in documents),
        processes=tuple(process for document in documents for process in described(document)),
    )


def chosen_process(project: Project, service: str = "", organisation: str = "") -> tuple[Document, Process]:
    """Return one process of a project as it is now, with its file.

    `organisation` is `NAME` or `NAME/VARIANT`; it may be left out where the service has only one process. Raises
    BadInput when there is none such, or several.
    """
    state = project.state()
    wanted = state.service_called(service)
    entries = {_whose(state, entry): entry for entry in state.processes_of(wanted.id)}
    if not organisation and len(entries) == 1:
        organisation = next(iter(entries))
    if organisation not in entries:
        code = "no-process-of" if organisation else "several-in-service"
        known = ", ".join(sorted(entries)) or "-"
        raise BadInput(code, service=wanted.name, wanted=organisation, known=known)
    entry = entries[organisation]
    return document_of(project, entry), process_now(project, state, entry)


def documents_of(project: Project, service: str = "") -> list[Document]:
    """Return the files of a project with their processes as they are now, sorted by name; one file only once.

    Files of the same name have the organisation before it, as on the command line. Raises BadInput when one cannot be
    read any more.
    """
    state = project.state()
    if not state.services:
        raise BadInput("project-empty", project=location_name(project.location))
    wanted = state.service_called(service).id if service else ""
    entries = [entry for entry in state.processes if not wanted or entry.service == wanted]
    groups: dict[tuple[str, str, str], list[ProcessEntry]] = {}
    for entry in entries:
        groups.setdefault((entry.service, entry.source, entry.source_name), []).append(entry)
    times = Counter(name for _, _, name in groups)
    found = [
        document_of(project, group[0]).replace(
            name=_whose_file(state, group[0]) if times[name] > 1 else name,
            processes=tuple(_in_order(project, state, group)),
        )
        for (_, _, name), group in groups.items()
    ]
    return sorted(found, key=lambda document: document.name)


def _in_order(project: Project, state: State, group: Iterable[ProcessEntry]) -> Iterator[Process]:
    """Yield the processes that are taken from one file, in their order there."""
    by_element = {entry.element: entry for entry in group}
    first = next(iter(by_element.values()))
    for process in document_of(project, first).processes:
        if process.id in by_element:
            yield process_now(project, state, by_element[process.id])


def _whose(state: State, entry: ProcessEntry) -> str:
    owner = state.organisation(entry.organisation).name
    return f"{owner}/{entry.variant}" if entry.variant else owner


def _whose_file(state: State, entry: ProcessEntry) -> str:
    return f"{_whose(state, entry)}={entry.source_name}"
