import pytest

from procmap.model import Trigger
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

TEXT = "s(start) -> vurdere -> x(xor) -> sende, arkivere -> y(xor) -> e(end)"
NAMES = {"s": "", "e": "", "vurdere": "Vurdere saken", "sende": "Sende brev", "arkivere": "Arkivere saken"}


def asked(organisation, question="", sende="", arkivere="", text=TEXT):
    drawn = party(organisation, text, names=NAMES | {"x": question})
    said = {"x>sende": sende, "x>arkivere": arkivere}
    flows = tuple(flow.replace(name=said.get(flow.id, flow.name)) for flow in drawn.process.flows)
    return drawn.replace(process=drawn.process.replace(flows=flows))


def test_other_amounts_decide():
    few = asked("A", sende="over 100 000 kr", arkivere="ellers")
    (difference,) = told("condition", few, asked("B", sende="over 500 000 kr", arkivere="ellers"))
    assert difference.params["part"] == "amount"
    assert difference.values == {"A": "over 100 000 kr / ellers", "B": "over 500 000 kr / ellers"}
    assert difference.severity == "warning"
    assert len(difference.rows) == 3
    assert {(place.process, place.id) for place in difference.elements} >= {("A", "x"), ("B", "x>sende")}


def test_the_same_amount_in_other_words_is_no_difference():
    assert told("condition", asked("A", sende="over 100 000 kr"), asked("B", sende="mer enn 100 000 kr")) == []


def test_other_things_decide():
    (difference,) = told("condition", asked("A", "Trengs dispensasjon?"), asked("B", "Klaget naboen?"))
    assert difference.params["part"] == "question"
    assert difference.severity == "note"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trengs dispensasjon?", "Treng dispensasjon?"),  # Bokmål and Nynorsk
        ("Komplett?", "Mangler noe?"),  # both ask how the check went
        ("Godkjent?", "OK?"),
        ("Trengs dispensasjon?", ""),  # one says nothing
        ("Beviljat?", "Lov beviljat?"),
        ("Søknaden avslått?", "Avslag på søknad?"),
    ],
)
def test_questions_about_the_same_are_no_difference(one, other):
    assert told("condition", asked("A", one, "Ja", "Nei"), asked("B", other, "Nei", "Ja")) == []


def test_a_further_condition():
    (difference,) = told("condition", asked("A", "Ledige plasser?"), asked("B", "Ledige plasser og flere søkere?"))
    assert difference.params["part"] == "question"


def test_words_of_two_languages_are_compared_where_the_lexicon_knows_them():
    swedish = {"vurdere": "Bedöma ärendet", "sende": "Skicka brev till den sökande", "arkivere": "Arkivera ärendet"}
    other = asked("B", "Är det frösabla?")
    names = tuple(node.replace(name=swedish.get(node.id, node.name)) for node in other.process.nodes)
    other = other.replace(process=other.process.replace(nodes=names))
    assert told("condition", asked("A", "Trengs noe spesielt?"), other) == []


def test_one_question_here_and_two_there():
    names = NAMES | {"ringe": "Ringe søker"}
    once = "s(start) -> vurdere -> x(xor) -> sende, arkivere, ringe -> e(end)"
    twice = "s(start) -> vurdere -> x(xor) -> sende, z(xor); z -> arkivere, ringe; sende, arkivere, ringe -> e(end)"
    (difference,) = told("condition", party("A", once, names=names), party("B", twice, names=names))
    assert difference.params["part"] == "questions"


def test_a_branch_here_and_none_there():
    names = NAMES | {"ringe": "Ringe søker"}
    chosen = "s(start) -> vurdere -> x(xor) -> sende -> ringe -> y(xor) -> e(end); x -> y"
    straight = "s(start) -> vurdere -> sende -> ringe -> e(end)"
    (difference,) = told("condition", party("A", chosen, names=names), party("B", straight, names=names))
    assert difference.params["part"] == "branch"
    assert difference.params["having"] == "A"
    assert difference.params["missing"] == "B"
    assert difference.params["labels"] == '"Sende brev", "Ringe søker"'


@pytest.mark.parametrize("way", ["sende", "sende -> ringe"])
def test_what_is_chosen_before_work_that_all_cases_get_is_optional_and_not_told_here(way):
    names = NAMES | {"ringe": "Ringe søker"}
    chosen = f"s(start) -> vurdere -> x(xor) -> {way} -> y(xor) -> arkivere -> e(end); x -> y"
    parties = (
        party("A", chosen, names=names),
        party("B", f"s(start) -> vurdere -> {way} -> arkivere -> e(end)", names=names),
    )
    assert told("condition", *parties) == []
    assert len(told("optional", *parties)) == 1


def test_a_way_back_here_and_none_there_is_repeated_and_not_told_here():
    back = "s(start) -> vurdere -> sende -> x(xor) -> arkivere -> e(end); x -> vurdere"
    straight = "s(start) -> vurdere -> sende -> arkivere -> e(end)"
    assert told("condition", party("A", back, names=NAMES), party("B", straight, names=NAMES)) == []


def test_a_way_that_comes_back_over_a_step_of_its_own_leads_elsewhere():
    a = party("A", "s(start) -> vurdere -> sende -> x(xor) -> arkivere -> e(end); x -> vurdere", names=NAMES)
    b = party("B", "s(start) -> vurdere -> sende -> x(xor) -> arkivere -> e(end); x -> ringe -> vurdere", names=NAMES)
    (difference,) = told("condition", a, b)
    assert difference.params["part"] == "back"


def test_a_way_back_to_another_step():
    first = "s(start) -> vurdere -> sende -> arkivere -> x(xor) -> e(end); x -> vurdere"
    second = "s(start) -> vurdere -> sende -> arkivere -> x(xor) -> e(end); x -> sende"
    (difference,) = told("condition", party("A", first, names=NAMES), party("B", second, names=NAMES))
    assert difference.params["part"] == "back"


def test_a_gateway_of_another_kind_is_not_told_here():
    together = TEXT.replace("x(xor)", "x(and)").replace("y(xor)", "y(and)")
    assert told("condition", asked("A", "Ja?"), asked("B", text=together)) == []


def test_events_that_wait_for_other_conditions():
    def waiting(organisation, condition):
        trigger = {"v": {"triggers": (Trigger(type="conditional", condition=condition),)}}
        return party(organisation, "s(start) -> v(catch) -> e(end)", names={"v": "Vente"}, changes=trigger)

    (difference,) = told("condition", waiting("A", "alle naboer har svart"), waiting("B", "gebyret er betalt"))
    assert difference.params["part"] == "event"
    assert told("condition", waiting("A", "gebyret er betalt"), waiting("B", "Gebyr betalt")) == []


def test_a_condition_on_the_flow_of_an_activity_decides_too():
    def plain(organisation, amount):
        drawn = party(organisation, "s(start) -> vurdere -> sende, arkivere -> e(end)", names=NAMES)
        flows = tuple(
            flow.replace(condition=f"sum > {amount}") if flow.id == "vurdere>sende" else flow
            for flow in drawn.process.flows
        )
        return drawn.replace(process=drawn.process.replace(flows=flows))

    (difference,) = told("condition", plain("A", 100), plain("B", 500))
    assert difference.params["part"] == "amount"


def test_a_way_out_here_and_none_there_is_another_class():
    names = NAMES | {"ringe": "Ringe søker", "f": "Trukket"}
    out = "s(start) -> vurdere -> x(xor) -> sende -> arkivere -> e(end); x -> f(end)"
    straight = "s(start) -> vurdere -> sende -> arkivere -> e(end)"
    a, b = party("A", out, names=names), party("B", straight, names=names)
    assert told("condition", a, b) == []
