"""The log of the decisions, and the minutes: the same decisions as a meeting keeps them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from procmap.alignment import Party
from procmap.behaviour import References
from procmap.harmonisation import Harmonisation
from procmap.messages import Translator
from procmap.model import Decision, Decisions, RosaAssessment, StepReference, unique
from procmap.model.decisions import DecisionState
from procmap.reports.harmonisation.attached_words import attached_name
from procmap.reports.harmonisation.decision_words import about_kind, cited_steps, resolution, subject
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.values import (
    Cited,
    DecisionDissent,
    DecisionEntry,
    Meeting,
    MinutesItem,
    Standing,
)


class DecisionLog:
    """Tells decisions. Several may have the same id in a file that people wrote; each is told."""

    def __init__(
        self, parties: Sequence[Party], result: Harmonisation, paragraphs: Paragraphs, say: Translator
    ) -> None:
        self._parties, self._result, self._paragraphs, self._say = parties, result, paragraphs, say
        self._to = {(entry.process, entry.step): entry.to for entry in result.trace}
        self._of_decision: dict[str, list[str]] = defaultdict(list)
        decided = [(entry.decision, entry.to) for entry in result.trace]
        decided += [(fate.decision, fate.to) for fate in result.carried]
        for decision, to in decided:
            if decision is not None and to is not None:
                self._of_decision[decision].append(to)
        self._references = {party.id: References(party.process) for party in parties}
        self._why_not: dict[str, list[str]] = defaultdict(list)
        for finding in result.notes:
            if "decision" in finding.params:
                self._why_not[str(finding.params["decision"])].append(say.sentence(finding))

    def entries(self, decisions: Decisions) -> tuple[DecisionEntry, ...]:
        """Return all decisions, the oldest first."""
        ordered = sorted(decisions.decisions, key=lambda decision: decision.at)
        return tuple(self._entry(number, decision) for number, decision in enumerate(ordered, start=1))

    def _entry(self, number: int, decision: Decision) -> DecisionEntry:
        say = self._say
        standing: Standing = "counts"
        if decision.id not in self._result.newest:
            standing = "replaced"
        elif decision.id in self._why_not:
            standing = "not-applied"
        kind, names = about_kind(decision), decision.about.names
        return DecisionEntry(
            number=number,
            id=decision.id,
            about=kind,
            about_text=say.text(f"aspect-{names.kind}" if names is not None else f"about-{kind}"),
            subject=subject(decision, self._attached_name(decision), self._called, say),
            choice=decision.choice,
            choice_text=say.word("choice", decision.choice),
            resolution=resolution(decision, self._called, say),
            reason=decision.reason,
            cause=decision.cause,
            by=decision.by,
            agreed=decision.agreed,
            dissent=tuple(DecisionDissent(organisation=one.organisation, why=one.why) for one in decision.dissent),
            state=decision.state,
            state_text=say.text(f"decision-state-{decision.state}"),
            at=self._day(decision.at),
            replaces=decision.replaces,
            standing=standing,
            standing_text=say.text(f"standing-{standing}"),
            why_not=" ".join(self._why_not[decision.id]) if standing == "not-applied" else "",
            to=self._cited(decision) if standing == "counts" else (),
        )

    def _cited(self, decision: Decision) -> tuple[Cited, ...]:
        """Return the common steps that a decision is about."""
        found = list(self._of_decision.get(decision.id, ()))
        if decision.choice != "move":
            found += [to for reference in cited_steps(decision) if (to := self._common(reference)) is not None]
        return tuple(self._paragraphs.cited(element) for element in unique(found))

    def _common(self, reference: StepReference) -> str | None:
        """Return the element of the common process that a cited step became; None where there is none."""
        for party in self._parties:
            if (party.organisation, party.variant) == (reference.organisation, reference.variant):
                step = self._references[party.id].resolve(reference)
                to = self._to.get((party.id, step)) if step is not None else None
                if to is not None:
                    return to
        return None

    def _called(self, reference: StepReference) -> str:
        """Return what a cited step is called in the common process, else as the decision cites it."""
        to = self._common(reference)
        named = self._paragraphs.cited(to).title if to in self._paragraphs.number and to is not None else ""
        return named or reference.label

    def _attached_name(self, decision: Decision) -> str:
        """Return what the value that a decision is about is called; a ROSA level may have no name."""
        about = decision.about.attached
        if about is None:
            return ""
        organisation = about.step.organisation if about.step is not None else ""
        for party in self._parties:
            for value in party.process.attached if organisation in ("", party.organisation) else ():
                if (value.kind, value.id) == (about.kind, about.id):
                    return (
                        "" if isinstance(value, RosaAssessment) and not value.name else attached_name(value, self._say)
                    )
        return about.id

    def _day(self, at: str) -> str:
        """Return the day of a time as the language writes it; a text that is no time as it is."""
        try:
            return self._say.day(date.fromisoformat(at[:10]))
        except ValueError:
            return at


def minutes(entries: Iterable[DecisionEntry], say: Translator) -> tuple[Meeting, ...]:
    """Return decisions by the days on which they were made; items are numbered from 1 through all of them."""
    by_day: dict[str, list[DecisionEntry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.at].append(entry)
    meetings = []
    for day, made in by_day.items():
        items = tuple(
            MinutesItem(
                number=entry.number,
                heading=f"{entry.about_text}: {entry.subject}",
                sentences=tuple(_sentences(entry, say)),
                decision=entry,
            )
            for entry in made
        )
        heading = say.text("minutes-of", day=day) if day else say.text("minutes-undated")
        meetings.append(Meeting(heading=heading, date=day, by=_by(made), items=items))
    return tuple(meetings)


_MINUTED: Mapping[DecisionState, str] = {
    "proposed": "minutes-proposed",
    "agreed": "minutes-agreed-on",
    "decided": "minutes-decided",
    "approved": "minutes-approved",
}


def _by(entries: Iterable[DecisionEntry]) -> tuple[str, ...]:
    return tuple(unique(entry.by for entry in entries if entry.by))


def _sentences(entry: DecisionEntry, say: Translator) -> Iterator[str]:
    yield say.text(_MINUTED[entry.state], resolution=entry.resolution)
    if entry.reason:
        yield say.text("minutes-reason", reason=_ended(entry.reason))
    if entry.cause:
        yield say.text("minutes-cause", cause=_ended(entry.cause))
    if entry.agreed:
        yield say.text("minutes-in-favour", parties=entry.agreed)
    for one in entry.dissent:
        code = "minutes-dissent" if one.why else "minutes-dissent-plain"
        yield say.text(code, party=one.organisation, why=_ended(one.why))
    if entry.standing != "counts":
        yield entry.why_not or entry.standing_text


def _ended(text: str) -> str:
    """Return a text with a mark at its end, so that the next sentence does not run into it."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def by_id(decisions: Decisions) -> Mapping[str, Decision]:
    """Return decisions by their ids."""
    return {decision.id: decision for decision in decisions.decisions}
