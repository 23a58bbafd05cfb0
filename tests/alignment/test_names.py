from procmap.alignment import align
from procmap.model import DataAssociation, DataItem
from tests.alignment.parties import party


def test_every_name_is_in_one_group_and_equal_stems_are_the_same():
    details = {"a": {"details": {"systems": ("eByggesak",), "documents_out": ("Vedtaket",)}}}
    named = {"a": "Behandle søknad"}
    a = party("A", "a", names=named, lanes={"Saksbehandler": "a"}, changes=details)
    b = party(
        "B", "a", names=named, lanes={"saksbehandleren": "a"}, changes={"a": {"details": {"documents_in": ("Vedtak",)}}}
    )
    found = {
        (group.kind, group.label, tuple((m.process, m.name) for m in group.members)) for group in align([a, b]).names
    }
    assert found == {
        ("role", "Saksbehandler", (("A", "Saksbehandler"), ("B", "saksbehandleren"))),
        ("system", "eByggesak", (("A", "eByggesak"),)),
        ("document", "Vedtak", (("A", "Vedtaket"), ("B", "Vedtak"))),
    }


def test_data_that_is_drawn_counts_stores_as_systems():
    drawn = party(
        "A",
        "a",
        data=(
            DataItem(id="o", name="Søknad"),
            DataItem(id="r", type="dataObjectReference", refers_to="o"),
            DataItem(id="d", name="Arkivet", type="dataStoreReference"),
        ),
        data_associations=(
            DataAssociation(id="x", type="input", node="a", sources=("r",)),
            DataAssociation(id="y", type="output", node="a", target="d"),
        ),
    )
    assert {(group.kind, group.label) for group in align([drawn]).names} == {
        ("document", "Søknad"),
        ("system", "Arkivet"),
    }
