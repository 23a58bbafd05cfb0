"""Parties from one line of text, and many of them at random, for tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from procmap.alignment import Party
from procmap.model import Lane, Process, ProcessCard
from procmap.model.process import ELEMENT_FIELDS
from tests.behaviour.builders import process

LABELS = (
    "Motta søknad", "Mottar søknaden", "Kontrollere søknad", "Kontroller søknaden", "Sende brev",
    "Sende brev til søker", "Fatte vedtak", "Vedtak fattes", "Slutt", "", "-",
)  # fmt: skip


def party(
    organisation: str,
    text: str,
    *,
    names: Mapping[str, str] | None = None,
    lanes: Mapping[str, str] | None = None,
    variant: str = "",
    is_reference: bool = False,
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    **fields: Any,
) -> Party:
    """Return a party with the process that `text` draws (see `tests.behaviour.builders`).

    `names`: node → label (others are called as their ids, with spaces for "_"; "_…" has no label); `lanes`: name of a
    lane → ids of its nodes, parted by spaces; `fields`: further fields of the process.
    """
    drawn = process(text)
    nodes = tuple(
        node.replace(
            name=(names or {}).get(node.id, "" if node.id.startswith("_") else node.id.replace("_", " ")),
            **(changes or {}).get(node.id, {}),
        )
        for node in drawn.nodes
    )
    made = tuple(
        Lane(id=f"Lane_{number}", name=name, nodes=tuple(held.split()))
        for number, (name, held) in enumerate((lanes or {}).items())
    )
    card = ProcessCard(organisation=organisation, variant=variant)
    whole = drawn.replace(nodes=nodes, lanes=made, card=card, **fields)
    return Party(organisation=organisation, variant=variant, process=whole, is_reference=is_reference)


_CITING = {"id", "parent", "pool", "attached_to", "source", "target", "node", "refers_to"}
_CITING_LISTS = {"nodes", "sources", "on", "guards"}


def with_other_ids(process: Process, other: Callable[[str], str]) -> Process:
    """Return a process that differs in its element ids only."""

    def renamed(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        changed = {}
        for key, content in value.items():
            if key in _CITING and isinstance(content, str):
                changed[key] = other(content) if content else content
            elif key in _CITING_LISTS:
                changed[key] = [other(one) for one in content]
            else:
                changed[key] = content
        return changed

    fields = process.model_dump()
    for field in (*ELEMENT_FIELDS, "attached"):
        fields[field] = [renamed(value) for value in fields[field]]
    return Process.model_validate(fields)


@st.composite
def processes(draw: st.DrawFn) -> Process:
    """Draw a small process, sound or not: steps with labels of a small store, in a line with ways round and back."""
    size = draw(st.integers(1, 6))
    kinds = draw(st.lists(st.sampled_from(("task", "task", "catch", "end", "start")), min_size=size, max_size=size))
    chain = "s(start) -> " + " -> ".join(f"n{number}({kind})" for number, kind in enumerate(kinds)) + " -> e(end)"
    extra = draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=2))
    text = "; ".join([chain, *(f"n{a} -> n{b}" for a, b in extra if a != b)])
    drawn = process(text)
    labels = st.sampled_from(LABELS)
    nodes = tuple(node.replace(name=draw(labels) if node.id.startswith("n") else "") for node in drawn.nodes)
    roles = draw(st.lists(st.sampled_from(("Saksbehandler", "Arkiv")), min_size=1, max_size=2, unique=True))
    lanes = tuple(
        Lane(id=f"Lane_{place}", name=role, nodes=tuple(node.id for node in nodes[place :: len(roles)]))
        for place, role in enumerate(roles)
    )
    return drawn.replace(nodes=nodes, lanes=lanes)


@st.composite
def parties(draw: st.DrawFn, least: int = 2, most: int = 4) -> list[Party]:
    """Draw some parties, two of them perhaps variants of one organisation."""
    size = draw(st.integers(least, most))
    names = [("Askvik", ""), ("Bjørnes", ""), ("Bjørnes", "nett"), ("Dalen", "")]
    return [Party(organisation=name, variant=variant, process=draw(processes())) for name, variant in names[:size]]
