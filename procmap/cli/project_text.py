"""Answers on projects as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from procmap.cli.text import finding_lines, shorten
from procmap.cli.understood_text import flat
from procmap.messages import ENGLISH, Translator

if TYPE_CHECKING:
    from procmap.workspace import Project
    from procmap.workspace.adding import AddAnswer
    from procmap.workspace.exchange import ExportAnswer
    from procmap.workspace.history import HistoryAnswer
    from procmap.workspace.summary import ProcessSummary, ProjectAnswer, ServiceSummary


def added_text(answer: AddAnswer, say: Translator = ENGLISH) -> str:
    """Return what was added, with warnings."""
    if answer.unread:
        return ""
    service = say.quoted(answer.service)
    lines = [say.text("service-new" if answer.is_new else "service-known", service=service)]
    for process in answer.added:
        code = "process-added-anew" if process.anew else "process-added"
        who = _whose(process.organisation, process.variant)
        steps = say.text("count-steps", count=process.steps)
        lines.append(f"  {say.text(code, organisation=who, source=process.source, steps=steps)}")
        lines += finding_lines(process.warnings, "    ", say)
    return _text(lines)


def project_text(answer: ProjectAnswer, say: Translator = ENGLISH) -> str:
    """Return what a project holds and how far it has come."""
    lines = [
        say.text("project-heading", name=say.quoted(answer.name), project=answer.project, version=answer.version),
    ]
    if not answer.services:
        lines.append(say.text("project-no-services"))
    for service in answer.services:
        lines += ["", *_service(service, say)]
    return _text(lines)


def _service(service: ServiceSummary, say: Translator) -> Iterator[str]:
    yield service.name
    if service.error is not None:
        yield f"  {service.error.text}"
    elif service.open is None:
        yield f"  {say.text('service-alone')}"
    else:
        told = {"confirmed": service.confirmed, "decided": service.decided, "open": service.open}
        yield f"  {say.text('service-state', **told)}"
    rows = [
        (
            _whose(process.organisation, process.variant),
            say.word("status", process.status),
            _size(process, say),
        )
        for process in service.processes
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    for who, status, size in rows:
        yield f"  {who.ljust(widths[0])}  {status.ljust(widths[1])}  {size}".rstrip()


def _size(process: ProcessSummary, say: Translator) -> str:
    if not process.source:
        return ""
    sizes = (
        say.text("count-steps", count=process.steps),
        say.text("count-gateways", count=process.gateways),
        shorten(process.source),
    )
    return ", ".join(sizes)


def history_text(answer: HistoryAnswer, say: Translator = ENGLISH) -> str:
    """Return the history as lines: number, day and time (UTC), what, and who where that is known."""
    width = len(str(answer.version))
    lines = []
    for entry in answer.entries:
        when = entry.at[:16].replace("T", " ")
        told = say.text("history-by", what=entry.text, who=entry.who) if entry.who else entry.text
        lines.append(f"{str(entry.number).rjust(width)}  {when}  {told}")
    return _text(lines)


def taken_text(project: Project, before: int, version: int, file: str, say: Translator = ENGLISH) -> str:
    """Return what was taken from a file: the sentence of the entry, or that it says nothing new."""
    from procmap.workspace.history import told

    if version == before:
        return _text([say.text("file-says-nothing-new", source=file)])
    entry = next(entry for entry in project.history() if entry.id == version)
    return _text([told(entry, say)])


def exported_text(answer: ExportAnswer, say: Translator = ENGLISH) -> str:
    """Return what was written, and what was masked and left in."""
    lines = [say.text("project-exported", target=answer.target, version=answer.version)]
    if answer.without_people:
        lines.append(say.text("exported-without-people" if answer.masked else "exported-without-nobody"))
        lines += finding_lines((*answer.masked, *answer.left), "  ", say)
        lines.append(say.text("exported-read-through"))
    return _text(lines)


def line(text: str) -> str:
    """Return a text as one line that no character in it can break."""
    return flat(text)


def _whose(organisation: str, variant: str) -> str:
    return f"{organisation}/{variant}" if variant else organisation


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{flat(each)}\n" for each in lines)
