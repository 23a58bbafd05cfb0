"""The common process as numbered text: one paragraph for each step, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.formats.spreadsheet.words import FIELDS
from procmap.messages import Translator
from procmap.model import Element, Gateway, Process, Step, unique
from procmap.reports.harmonisation.marks import state_of
from procmap.reports.harmonisation.onward import Onward
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.step_fields import StepFields
from procmap.reports.harmonisation.values import Routine, RoutineField, RoutineParagraph


def routine(paragraphs: Paragraphs, letters: Mapping[str, str], say: Translator) -> Routine:
    """Return the common process as a routine. `letters`: by the ids of the parties, in their order."""
    process = paragraphs.index.process
    fields, onward = StepFields(paragraphs, say), Onward(paragraphs, say)

    def paragraph(node_id: str) -> RoutineParagraph:
        node = paragraphs.index.nodes[node_id]
        state, of = state_of(node)
        lead, ways = onward.after(node_id)
        return RoutineParagraph(
            number=paragraphs.number[node_id],
            depth=paragraphs.depth[node_id],
            element=node_id,
            kind="choice" if isinstance(node, Gateway) else "step",
            title=paragraphs.title(node_id),
            kind_text=say.word("element", str(getattr(node, "type", ""))),
            role=paragraphs.index.role(node_id),
            state=state,
            state_text=say.text(f"routine-{state}", parties=of) if state != "kept" else "",
            parties=_parties(node, letters),
            description=tuple(text for text in map(str.strip, node.documentation) if text),
            before=onward.before(node_id),
            fields=fields.of(node) if isinstance(node, Step) else (),
            lead=lead,
            onward=ways,
        )

    return Routine(
        facts=(*_facts(process, say), *fields.whole()),
        begins=_begins(paragraphs, say),
        paragraphs=tuple(paragraph(node) for node in paragraphs.order),
    )


def _parties(element: Element, letters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the letters of those that an element comes from, in the order of all letters."""
    ids = {f"{one.organisation}/{one.variant}" if one.variant else one.organisation for one in element.origins}
    return tuple(letter for party, letter in letters.items() if party in ids)


def _begins(paragraphs: Paragraphs, say: Translator) -> tuple[str, ...]:
    """Return where the work can begin, where that is at several paragraphs."""
    graph = paragraphs.graph
    first = [node for node in paragraphs.order if paragraphs.depth[node] == 0 and not graph.predecessors(node)]
    if len(first) < 2:
        return ()
    return (say.text("routine-begins", steps=[paragraphs.quoted(node) for node in first]),)


def _facts(process: Process, say: Translator) -> Iterator[RoutineField]:
    """Yield what the process card tells."""
    card = process.card
    told: dict[str, tuple[str, ...]] = {
        "value": (card.value,),
        "trigger": (card.trigger,),
        "result": (card.result,),
        "recipient": (card.recipient,),
        "owner": (card.owner,),
        "leader": (card.leader,),
        "stakeholders": tuple(
            f"{each.name} ({FIELDS['Stakeholder.role'].word(each.role, say.language)})" for each in card.stakeholders
        ),
        "systems": card.systems,
        "legal_basis": card.legal_basis,
        "description": tuple(text.strip() for text in process.documentation),
    }
    for code, values in told.items():
        texts = tuple(unique(text for text in values if text.strip()))
        if texts:
            yield RoutineField(code=code, heading=say.text(f"process-{code}"), values=texts)
