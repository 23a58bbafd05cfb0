"""What is to be said of attached values so far: differences, what would be lost, what lacks; as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.alignment import Party
from procmap.messages import Translator
from procmap.model import AttachedValue
from procmap.reports.harmonisation.attached_words import attached_name
from procmap.reports.telling import difference_finding
from procmap.workspace.attaching import AttachedKind, Attaching


def findings(
    attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the sentences under the heading of each part, the gravest part first; parts without any are left out."""
    parts = (
        ("at-steps-would-be-lost", tuple(_lost(attaching, kinds, say))),
        ("at-steps-without-control", tuple(_untreated(attaching, kinds, say))),
        ("at-steps-at-no-step", tuple(_loose(attaching, kinds, say))),
        ("heading-differences", tuple(_differences(attaching, kinds, say))),
        ("at-steps-key-controls", tuple(_keys(attaching, kinds, say))),
    )
    return tuple((say.text(code), sentences) for code, sentences in parts if sentences)


def _lost(attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator) -> Iterator[str]:
    for finding in attaching.blocking(kinds):
        yield say.sentence(finding)
    for kind in kinds:
        for fate, value, party in attaching.fates(kind):
            told = _told(value, party, say)
            if fate.fate == "retired":
                yield say.text("at-steps-retired", decision=fate.decision or "", **told)
            else:
                yield say.text("at-steps-undecided", **told)


def _differences(attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator) -> Iterator[str]:
    for kind in kinds:
        for difference in attaching.differences(kind):
            yield say.sentence(difference_finding(difference, say))


def _loose(attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator) -> Iterator[str]:
    for kind in kinds:
        for value, party in attaching.loose(kind):
            yield say.text("at-steps-loose", **_told(value, party, say))


def _untreated(attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator) -> Iterator[str]:
    for risk, party in attaching.untreated() if "risk" in kinds else ():
        yield say.text("at-steps-untreated", **_told(risk, party, say))


def _keys(attaching: Attaching, kinds: Sequence[AttachedKind], say: Translator) -> Iterator[str]:
    for control, party in attaching.key_controls() if "control" in kinds else ():
        yield say.text("at-steps-key", **_told(control, party, say))


def _told(value: AttachedValue, party: Party, say: Translator) -> dict[str, str]:
    return {"kind": value.kind, "name": say.quoted(attached_name(value, say)), "party": party.id}
