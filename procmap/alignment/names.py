"""Names of roles, systems and documents that several parties use: the same stems, the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from procmap.alignment.facts import Facts
from procmap.alignment.values import NameGroup, NameKind, NameMember, Party
from procmap.language import guess_language, label_key

KINDS: tuple[NameKind, ...] = ("role", "system", "document")


def names_of(parties: Sequence[Party]) -> tuple[NameGroup, ...]:
    """Return every name of a role, system or document in exactly one group, by kind, then by label.

    Names are taken for the same when their stems are, in the language that most labels of all parties are written in.
    """
    language = guess_language(step.name for party in parties for step in party.process.steps)
    groups: list[NameGroup] = []
    for kind in KINDS:
        of_key: dict[tuple[str, ...], list[tuple[Party, str]]] = defaultdict(list)
        for party in parties:
            for name in sorted(set(_names(party, kind))):
                of_key[label_key(name, language) or (name,)].append((party, name))
        made = [_group(kind, used) for used in of_key.values()]
        groups += sorted(made, key=lambda group: (group.label, group.members[0].process, group.members[0].name))
    return tuple(groups)


def _names(party: Party, kind: NameKind) -> Iterable[str]:
    facts = Facts(party.process)
    for step in party.process.steps:
        if kind == "role":
            yield from facts.roles(step)
        elif kind == "system":
            yield from facts.systems(step)
        else:
            yield from facts.documents_in(step)
            yield from facts.documents_out(step)


def _group(kind: NameKind, used: list[tuple[Party, str]]) -> NameGroup:
    counted = [entry for entry in used if not entry[0].is_reference] or used
    organisations: dict[str, set[str]] = defaultdict(set)
    for party, name in counted:
        organisations[name].add(party.organisation)
    label = min(organisations, key=lambda name: (-len(organisations[name]), len(name), name))
    members = sorted((NameMember(process=party.id, name=name) for party, name in used), key=_by_content)
    return NameGroup(kind=kind, label=label, members=tuple(members))


def _by_content(member: NameMember) -> tuple[str, str]:
    return (member.process, member.name)
