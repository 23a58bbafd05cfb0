"""Metadata that a tool dropped comes back from a sidecar."""

from __future__ import annotations

from hypothesis import given

from procmap.formats.sidecar import reattach
from procmap.model import Activity, Control, Process, ProcessCard, Property, Risk, Scale, SequenceFlow, StepDetails
from procmap.model.elements import NO_DETAILS
from procmap.model.process import ELEMENT_FIELDS
from tests.canonical import canonical, with_ids
from tests.strategies import processes


def bare(process: Process) -> Process:
    """Return a process as a tool gives it back that knows nothing of procmap."""
    fields = {
        name: tuple(
            element.replace(
                properties=(), origins=(), **({"details": NO_DETAILS} if hasattr(element, "details") else {})
            )
            for element in getattr(process, name)
        )
        for name in ELEMENT_FIELDS
    }
    return process.replace(**fields, card=ProcessCard(), properties=(), attached=(), scales=(), decisions=())


DETAILS = StepDetails(systems=("Sakarkiv",), channel="brev")
KEPT = Process(
    id="P",
    name="Byggesøknad",
    card=ProcessCard(name="Byggesøknad", owner="Rådmann"),
    nodes=(
        Activity(id="a", name="Registrere", details=DETAILS),
        Activity(id="b", name="Fatte vedtak", properties=(Property(name="x", value="1"),)),
    ),
    flows=(SequenceFlow(id="f", source="a", target="b"),),
    attached=(
        Control(id="K1", name="Fire øyne", on=("a",), guards=("b",), position="before", risks=("R1",)),
        Risk(id="R1", name="Feil vedtak", on=("b",)),
    ),
    scales=(Scale(id="s"),),
)


@given(processes())
def test_what_was_dropped_comes_back(process):
    named = process.replace(nodes=tuple(n.replace(name=f"{n.name.strip()} {n.id}") for n in process.nodes))
    (again,), _ = reattach([bare(named)], [named])
    assert canonical(again).replace(card=again.card) == canonical(named).replace(card=again.card)


@given(processes())
def test_what_is_there_stays(process):
    (again,), findings = reattach([process], [bare(process)])
    assert (again, findings) == (process, ())


def test_steps_are_found_by_name_and_neighbours_where_ids_are_new():
    (again,), findings = reattach([bare(with_ids(KEPT, lambda name: f"new_{name}"))], [KEPT])
    assert [node.details for node in again.nodes] == [DETAILS, NO_DETAILS]
    assert [node.properties for node in again.nodes] == [(), KEPT.nodes[1].properties]
    assert [(value.on, value.guards) for value in again.attached] == [(("new_a",), ("new_b",)), (("new_b",), ())]
    assert (again.card, again.scales, findings) == (KEPT.card, KEPT.scales, ())


def test_a_step_that_was_only_renamed_is_found_by_its_id():
    renamed = bare(KEPT).replace(nodes=(Activity(id="a", name="Journalføre"), bare(KEPT).nodes[1]))
    (again,), findings = reattach([renamed], [KEPT])
    assert again.nodes[0] == Activity(id="a", name="Journalføre", details=DETAILS)
    assert (again.attached, findings) == (KEPT.attached, ())


def test_what_cannot_be_placed_is_told():
    changed = bare(KEPT).replace(nodes=(Activity(id="z", name="Noe annet"), KEPT.nodes[1].replace(properties=())))
    (again,), findings = reattach([changed], [KEPT])
    assert [(finding.code, finding.params.get("name")) for finding in findings] == [
        ("sidecar-unresolved", "Registrere"),
        ("sidecar-attached-unresolved", "Fire øyne"),
    ]
    assert [(value.id, value.on, value.guards) for value in again.attached] == [("K1", (), ("b",)), ("R1", ("b",), ())]


def test_the_file_is_believed_where_both_say_something():
    here = KEPT.replace(
        card=ProcessCard(name="Byggesøknad", owner="Kommunedirektør"),
        nodes=(KEPT.nodes[0].replace(details=StepDetails(systems=("Arkiv",))), KEPT.nodes[1]),
    )
    (again,), findings = reattach([here], [KEPT])
    assert again.nodes[0].details == StepDetails(systems=("Arkiv",), channel="brev")
    assert again.card.owner == "Kommunedirektør"
    assert [(finding.code, finding.params["fields"]) for finding in findings] == [
        ("sidecar-differs", "systems"),
        ("sidecar-differs", "owner"),
    ]


def test_a_value_that_is_there_is_attached_where_it_was():
    here = KEPT.replace(attached=(KEPT.attached[0].replace(on=()), KEPT.attached[1]))
    (again,), findings = reattach([here], [KEPT])
    assert again.attached == KEPT.attached
    assert findings == ()


def test_processes_are_told_apart():
    other = KEPT.replace(id="Q", name="Barnehage", card=ProcessCard(name="Barnehage", owner="Styrer"))
    made, findings = reattach([bare(other), bare(KEPT)], [KEPT, other])
    assert [process.card.owner for process in made] == ["Styrer", "Rådmann"]
    stranger = bare(KEPT).replace(id="X", name="Noe annet")
    made, findings = reattach([stranger, bare(KEPT)], [KEPT, other])
    assert (made[0], [finding.code for finding in findings]) == (stranger, ["sidecar-no-process"])
