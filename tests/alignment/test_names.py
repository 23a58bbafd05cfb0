from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.model import DataAssociation, DataItem, Decisions
from tests.alignment.parties import parties, party


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


def groups(*parties, kind="role", decisions=None):
    found = align(parties, decisions=decisions).names
    return {
        tuple(f"{member.process}: {member.name}" for member in group.members): (group.confidence, group.why)
        for group in found
        if group.kind == kind
    }


def lanes(organisation, **roles):
    return party(organisation, "x -> y -> z", lanes={role: steps.replace("_", " ") for role, steps in roles.items()})


def documents(organisation, *steps):
    """A line of steps, each with what goes in and what comes out."""
    changes = {
        step: {"details": {"documents_in": into, "documents_out": out}}
        for step, (into, out) in zip("xyz", steps, strict=False)
    }
    return party(organisation, "x -> y -> z", changes=changes)


def test_roles_that_do_the_same_steps_are_one_role_and_that_is_to_be_looked_at():
    a, b = lanes("A", Byggesak="x_z", Leder="y"), lanes("B", Saksbehandler="x_z", Leder="y")
    assert groups(a, b) == {
        ("A: Byggesak", "B: Saksbehandler"): (0.55, ("at-the-same-steps",)),
        ("A: Leder", "B: Leder"): (0.9, ("same-stems",)),
    }
    (doubt,) = [doubt for doubt in align([a, b]).doubts if doubt.finding.code == "names-by-steps-role"]
    assert doubt.finding.params["names"] == "Byggesak (A) = Saksbehandler (B)"


def test_one_step_in_common_can_be_chance_unless_the_names_are_related():
    a, b = lanes("A", Torget="x", Leder="y_z"), lanes("B", Kontoret="x", Leder="y_z")
    assert ("A: Torget",) in groups(a, b)
    a, b = lanes("A", Innkjøpsrådgiver="x", Leder="y_z"), lanes("B", Innkjøpsseksjonen="x", Leder="y_z")
    assert groups(a, b)["A: Innkjøpsrådgiver", "B: Innkjøpsseksjonen"] == (0.65, ("related-at-the-same-steps",))


def test_each_name_has_the_best_counterpart_and_a_group_one_name_of_each_party():
    a = lanes("A", Fakturasentral="x_y", Leder="z")
    b = lanes("B", Regnskap="x_y_z")
    assert set(groups(a, b)) == {("A: Fakturasentral", "B: Regnskap"), ("A: Leder",)}


def test_documents_with_names_that_mean_the_same_are_one_wherever_they_stand():
    a, b = documents("A", (("Tilbud",), ())), documents("B", ((), ("Tilbod",)))
    assert groups(a, b, kind="document") == {("A: Tilbud", "B: Tilbod"): (0.8, ("same-meaning",))}


def test_systems_are_not_the_same_for_what_they_are_called():
    a, b = (party(o, "x", changes={"x": {"details": {"systems": (s,)}}}) for o, s in (("A", "Arkiv"), ("B", "Journal")))
    assert set(groups(a, b, kind="system")) == {("A: Arkiv",), ("B: Journal",)}
    a = party("A", "x -> y", changes={step: {"details": {"systems": ("Fjordarkiv",)}} for step in "xy"})
    b = party("B", "x -> y", changes={step: {"details": {"systems": ("Nordsak",)}} for step in "xy"})
    assert set(groups(a, b, kind="system")) == {("A: Fjordarkiv", "B: Nordsak")}


def test_what_alone_comes_out_of_a_step_is_the_same_where_the_lexicon_does_not_know_better():
    a, b = documents("A", ((), ("Gulingen",))), documents("B", ((), ("K7",)))
    assert ("A: Gulingen", "B: K7") in groups(a, b, kind="document")
    a, b = documents("A", ((), ("Vedtak",))), documents("B", ((), ("Faktura",)))
    assert set(groups(a, b, kind="document")) == {("A: Vedtak",), ("B: Faktura",)}


def decided(choice, *members, kind="role", number="1", replaces=""):
    names = {"kind": kind, "members": [{"organisation": who, "name": name} for who, name in members]}
    return {"id": number, "about": {"names": names}, "choice": choice, "replaces": replaces}


def test_what_people_decide_on_names_goes_before_all():
    a, b = lanes("A", Byggesak="x_z", Leder="y"), lanes("B", Saksbehandler="x_z", Leder="y")
    apart = decided("keep", ("A", "Leder"), ("B", "Leder"))
    together = decided("merge", ("A", "Byggesak"), ("B", "Leder"), number="2")
    found = groups(a, b, decisions=Decisions.model_validate({"decisions": [apart, together]}))
    assert found["A: Byggesak", "B: Leder"] == (1.0, ("decided",))
    assert {("A: Leder",), ("B: Saksbehandler",)} < set(found)


def test_a_decision_that_is_replaced_counts_no_more():
    a, b = lanes("A", Leder="x_y_z"), lanes("B", Leder="x_y_z")
    entries = [
        decided("keep", ("A", "Leder"), ("B", "Leder")),
        decided("merge", ("A", "Leder"), ("B", "Leder"), number="2", replaces="1"),
    ]
    assert set(groups(a, b, decisions=Decisions.model_validate({"decisions": entries}))) == {("A: Leder", "B: Leder")}


@given(parties(), st.randoms(use_true_random=False))
def test_names_are_grouped_whatever_the_order_of_parties(some, chance):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert align(shuffled).names == align(some).names
    for group in align(some).names:
        assert 0 < group.confidence <= 1
        assert (len(group.members) > 1) == bool(group.why)
