"""What the routine tells of a step: role, systems, documents, times, legal basis, and what is attached to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from procmap.alignment.facts import Facts
from procmap.formats import measure_texts
from procmap.formats.spreadsheet.words import LETTERS, TRIGGERS
from procmap.messages import Translator
from procmap.model import Activity, AttachedValue, Event, Step, Trigger, unique
from procmap.reports.harmonisation.attached_words import KINDS, attached_sentence
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.values import RoutineField


class StepFields:
    """Tells what is known of the steps of the common process."""

    def __init__(self, paragraphs: Paragraphs, say: Translator) -> None:
        self._paragraphs, self._say = paragraphs, say
        process = paragraphs.index.process
        self._facts = Facts(process)
        self._attached: dict[str, list[AttachedValue]] = defaultdict(list)
        for value in process.attached:
            for element in value.on:
                self._attached[element].append(value)
        self._pools = {pool.id: pool.name for pool in process.pools if pool.process is None}
        self._frames = [(group.name, frozenset(group.members)) for group in process.groups if group.name.strip()]

    def of(self, step: Step) -> tuple[RoutineField, ...]:
        """Return what is told of a step, in the order in which it is told; what is not known is left out."""
        found = (RoutineField(code=code, heading="", values=tuple(unique(texts))) for code, texts in self._told(step))
        return tuple(
            field.replace(heading=self._say.text(f"routine-field-{field.code}")) for field in found if any(field.values)
        )

    def whole(self) -> tuple[RoutineField, ...]:
        """Return what is attached to the process as a whole."""
        process = self._paragraphs.index.process
        values = [value for value in process.attached if not value.on]
        by_kind = ((kind, tuple(self._sentence(value) for value in values if value.kind == kind)) for kind in KINDS)
        return tuple(
            RoutineField(code=kind, heading=self._say.text(f"routine-field-{kind}"), values=texts)
            for kind, texts in by_kind
            if texts
        )

    def _told(self, step: Step) -> Iterator[tuple[str, Iterable[str]]]:
        details, language = step.details, self._say.language
        yield "trigger", [self._trigger(trigger) for trigger in step.triggers] if isinstance(step, Event) else ()
        yield "responsible", (f"{entry.role} ({LETTERS.word(entry.letter, language)})" for entry in details.responsible)
        yield "system", self._facts.systems(step)
        yield "channel", [details.channel] if details.channel else ()
        yield "documents_in", self._facts.documents_in(step)
        yield "documents_out", self._facts.documents_out(step)
        yield "messages", self._messages(step)
        yield "called", [step.called] if isinstance(step, Activity) and step.called else ()
        yield "loop", self._loop(step)
        yield "legal_basis", (" ".join(text.split()) for text in details.legal_basis)
        yield "deadline", [measure_texts.deadline_text(details.deadline, language)] if details.deadline else ()
        yield "work_time", [measure_texts.duration_text(details.work_time, language)] if details.work_time else ()
        yield "lead_time", [measure_texts.duration_text(details.lead_time, language)] if details.lead_time else ()
        yield "cost", [measure_texts.cost_text(details.cost, language)] if details.cost else ()
        for kind in KINDS:
            yield kind, [self._sentence(value) for value in self._attached[step.id] if value.kind == kind]
        yield "frame", (name for name, members in self._frames if step.id in members)

    def _sentence(self, value: AttachedValue) -> str:
        return attached_sentence(value, self._say, self._paragraphs.quoted)

    def _trigger(self, trigger: Trigger) -> str:
        word = TRIGGERS.word(trigger.type, self._say.language)
        time = measure_texts.duration(trigger.time) if trigger.time_kind == "duration" else None
        told = measure_texts.duration_text(time, self._say.language) if time else trigger.time
        named = " ".join((trigger.name or told or trigger.condition).split())
        return f"{word}: {named}" if named else word

    def _messages(self, step: Step) -> Iterator[str]:
        for flow in self._paragraphs.index.process.message_flows:
            name = " ".join((flow.name or flow.message).split())
            sends = flow.source == step.id
            if not sends and flow.target != step.id:
                continue
            partner = self._pools.get(flow.target if sends else flow.source) or self._say.text("partner-unnamed")
            code = f"routine-{'sends' if sends else 'receives'}{'-named' if name else ''}"
            yield self._say.text(code, partner=partner, message=self._say.quoted(name))

    def _loop(self, step: Step) -> Iterator[str]:
        if isinstance(step, Activity) and step.loop is not None:
            condition = " ".join((step.loop.condition or step.loop.cardinality).split())
            word = self._say.text(f"routine-loop-{step.loop.type}")
            yield f"{word} ({condition})" if condition else word
