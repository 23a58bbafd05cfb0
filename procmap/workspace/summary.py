"""How far a project has come: every service by organisation, with what is decided and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from procmap.answers.shapes import Answer, FindingAnswer, tell
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Gateway, Process, StepReference
from procmap.model.decisions import About, Decision
from procmap.model.value import Value
from procmap.workspace.deriving import Derived, Deriver
from procmap.workspace.parties import process_now
from procmap.workspace.project import NAME, Project, location_name
from procmap.workspace.state import State
from procmap.workspace.values import ProcessEntry, Service

Status = Literal["not-mapped", "mapped", "compared", "decided", "approved"]
"""How far an organisation's way of performing a service has come.

Mapped: its process is there. Compared: people have said of steps of it how they stand to those of others (confirmed,
a cause, a decision). Decided: no open question is about it. Approved: the common process is agreed on.
"""


class OrganisationSummary(Value):
    """An organisation of the project; a reference counts in no majority."""

    name: str
    letter: str
    is_reference: bool


class ProcessSummary(Value):
    """One organisation's way of performing a service, and how far it has come.

    Where nothing is mapped, `source` is empty and the sizes are 0; `open` is the number of questions about it.
    """

    organisation: str
    variant: str = ""
    status: Status
    name: str = ""
    source: str = ""
    steps: int = 0
    gateways: int = 0
    open: int = 0


class ServiceSummary(Value):
    """A service: who is responsible, what is decided and open, and each organisation's process.

    `open` is null where nothing can be compared yet; `error` says what cannot be read.
    """

    id: str
    name: str
    owner: str
    recipient: str
    next_workshop: str
    gain: str
    plan_goals: str
    approved: bool
    confirmed: int
    decided: int
    open: int | None
    processes: tuple[ProcessSummary, ...]
    error: FindingAnswer | None = None


class ProjectAnswer(Answer):
    """What a project holds: `version` is the number of its last change."""

    project: str
    name: str
    version: int
    organisations: tuple[OrganisationSummary, ...] = ()
    services: tuple[ServiceSummary, ...] = ()


def project_answer(project: Project, deriver: Deriver, say: Translator = ENGLISH) -> ProjectAnswer:
    """Return what a project holds and how far it has come; what follows from its services comes from `deriver`."""
    state = project.state()
    organisations = sorted(state.organisations, key=lambda one: (one.place, one.name))
    return ProjectAnswer(
        project=location_name(project.location),
        name=state.setting(NAME),
        version=state.version,
        organisations=tuple(
            OrganisationSummary(name=one.name, letter=one.letter, is_reference=one.is_reference)
            for one in organisations
        ),
        services=tuple(service_summary(project, state, service, deriver, say) for service in state.services),
    )


def service_summary(
    project: Project, state: State, service: Service, deriver: Deriver | None, say: Translator = ENGLISH
) -> ServiceSummary:
    """Return how far a service has come. A process that cannot be read any more is told of as `error`.

    Without a `deriver` nothing is computed: what is open is not known then.
    """
    error, derived = None, None
    entries: list[tuple[ProcessEntry, Process | None]] = []
    try:
        entries = [(entry, process_now(project, state, entry)) for entry in state.processes_of(service.id)]
        if deriver is not None and len(entries) > 1:
            derived = deriver.derived(project, state, service.id)
    except BadInput as problem:
        error = tell(problem.finding, say=say)
        entries = [(entry, None) for entry in state.processes_of(service.id)]
    asked = _asked(derived)
    return ServiceSummary(
        **service.model_dump(include=set(ServiceSummary.model_fields) & set(Service.model_fields)),
        confirmed=sum(one.service == service.id for one in state.confirmations),
        decided=sum(one.service == service.id for one in state.decisions),
        open=None if derived is None else len(asked),
        processes=tuple(_processes(state, service, entries, asked, is_compared=derived is not None)),
        error=error,
    )


def _processes(
    state: State,
    service: Service,
    entries: list[tuple[ProcessEntry, Process | None]],
    asked: list[frozenset[str]],
    *,
    is_compared: bool,
) -> Iterator[ProcessSummary]:
    """Yield a summary for each process, and one for each organisation that has none; in the order of organisations."""
    said = _said_of(state, service)
    for owner in sorted(state.organisations, key=lambda one: (one.place, one.name)):
        own = sorted((pair for pair in entries if pair[0].organisation == owner.id), key=lambda pair: pair[0].variant)
        if not own and not owner.is_reference:
            yield ProcessSummary(organisation=owner.name, status="not-mapped")
        for entry, process in own:
            key = f"{owner.name}/{entry.variant}" if entry.variant else owner.name
            about = sum(key in who for who in asked)
            status: Status = "mapped"
            if service.approved:
                status = "approved"
            elif is_compared and not about:
                status = "decided"
            elif is_compared and key in said:
                status = "compared"
            yield ProcessSummary(
                organisation=owner.name,
                variant=entry.variant,
                status=status,
                name=process.name if process else "",
                source=entry.source_name,
                steps=len(process.steps) if process else 0,
                gateways=sum(isinstance(node, Gateway) for node in process.nodes) if process else 0,
                open=about,
            )


def _asked(derived: Derived | None) -> list[frozenset[str]]:
    """Return for each open question the ids of the processes that it is about."""
    result = derived.harmonised.result if derived is not None else None
    if result is None:
        return []
    everybody = frozenset(party.id for party in derived.aligned.parties) if derived is not None else frozenset()
    return [_parties_in(question.about) or everybody for question in result.open]


def _parties_in(about: About) -> frozenset[str]:
    """Return the ids of the processes whose steps or names are cited; names are cited without a variant."""
    found = {_party(step) for step in _steps(about)}
    if about.names is not None:
        found |= {member.organisation for member in about.names.members}
    return frozenset(found)


def _steps(about: About) -> Iterator[StepReference]:
    for group in (about.steps, *(about.order or ()), about.presence, about.within, about.repeat):
        yield from group or ()
    if about.attached is not None and about.attached.step is not None:
        yield about.attached.step


def _said_of(state: State, service: Service) -> frozenset[str]:
    """Return the ids of the processes of whose steps people have said something that compares them with others."""
    decisions: list[Decision] = [one.decision for one in state.decisions if one.service == service.id]
    steps = [step for one in state.confirmations if one.service == service.id for step in one.steps]
    steps += [step for one in state.causes if one.service == service.id for step in one.steps]
    about = [_parties_in(decision.about) for decision in decisions]
    return frozenset(map(_party, steps)).union(*about)


def _party(step: StepReference) -> str:
    return f"{step.organisation}/{step.variant}" if step.variant else step.organisation
