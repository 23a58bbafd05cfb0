from procmap.model import Lane, MessageFlow, Pool
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

NAMES = {"s": "", "e": "", "vurdere": "Vurdere saken", "vedta": "Fatte vedtak", "kopiere": "Kopiere sak"}
LINE = "s(start) -> vurdere -> vedta -> e(end)"


def writing(organisation, *messages, text=LINE, lanes=None):
    """Return a party with messages "step > Who" or "Who > step", each named as what it goes to or comes from."""
    pools, flows = {}, []
    for number, message in enumerate(messages):
        source, target = message.split(" > ")
        for end in (source, target):
            if end[0].isupper():
                pools.setdefault(end, Pool(id=f"p-{end}", name=end))
        ids = [f"p-{end}" if end[0].isupper() else end for end in (source, target)]
        flows.append(MessageFlow(id=f"m{number}", name=f"Brev {number}", source=ids[0], target=ids[1]))
    return party(organisation, text, names=NAMES, lanes=lanes, pools=tuple(pools.values()), message_flows=tuple(flows))


def test_a_message_that_others_do_not_send():
    a, b = writing("A", "vedta > Søker", "vurdere > Nabo"), writing("B", "vedta > Søker")
    (difference,) = told("participant_message", a, b)
    assert difference.params["part"] == "sent"
    assert difference.params["partner"] == "Nabo"
    assert difference.values == {"A": "Brev 1", "B": None}  # B sends nothing at that row
    assert {place.id for place in difference.elements} == {"vurdere", "m1", "p-Nabo"}


def test_a_message_that_others_do_not_get():
    (difference,) = told(
        "participant_message", writing("A", "Søker > vurdere", "vedta > Søker"), writing("B", "vedta > Søker")
    )
    assert difference.params["part"] == "received"


def test_equal_messages_are_no_difference_whatever_the_partner_is_called():
    assert told("participant_message", writing("A", "vedta > Søker"), writing("B", "vedta > Byggherre")) == []


def test_partners_with_one_name_are_the_same():
    (difference,) = told("participant_message", writing("A", "vedta > Nabo"), writing("B", "vurdere > Nabo"))
    assert len(difference.rows) == 2
    assert difference.values == {"A": "Brev 0", "B": "Brev 0"}


def test_others_are_asked():
    some = [
        writing(name, f"vedta > {who}") for name, who in (("A", "Statsforvalteren"), ("B", "Statsforvalteren m.fl."))
    ]
    (difference,) = told("participant_message", *some, writing("C", "vedta > Brannvesenet"))
    assert difference.params["part"] == "participant"
    assert difference.values["C"] == "Brannvesenet"


def test_who_is_outside_here_and_works_there():
    a = writing("A", "vedta > Klagenemnda")
    b = writing("B", "vurdere > Søker", lanes={"Klagenemnda": "vedta"})
    outside = [d for d in told("participant_message", a, b) if d.params["part"] == "outside"]
    assert [d.values for d in outside] == [{"A": "Brev 0", "B": "Fatte vedtak"}]


def test_who_draws_no_messages_is_told_once():
    a = writing("A", "Søker > vurdere", "vedta > Søker")
    (difference,) = told("participant_message", a, writing("B"))
    assert difference.params["part"] == "not-drawn"
    assert difference.severity == "info"
    assert (difference.params["having"], difference.params["missing"]) == ("A", "B")


def test_who_does_not_have_the_row_lacks_no_message():
    a = writing("A", "vedta > Søker", "kopiere > Søker", text="s(start) -> vurdere -> kopiere -> vedta -> e(end)")
    assert told("participant_message", a, writing("B", "vedta > Søker")) == []


def test_a_step_that_says_that_it_sends_lacks_no_message():
    names = NAMES | {"sende": "Sende vedtak", "ringe": "Ringe søker"}
    text = "s(start) -> vurdere -> sende -> ringe -> e(end)"
    a, b = (
        party(name, text, names=names, pools=(Pool(id="p", name="Søker"),), message_flows=flows)
        for name, flows in (
            (
                "A",
                tuple(MessageFlow(id=f"m-{step}", source=step, target="p") for step in ("vurdere", "sende", "ringe")),
            ),
            ("B", (MessageFlow(id="m", source="vurdere", target="p"),)),
        )
    )
    assert told("participant_message", a, b) == []


def test_messages_inside_an_organisation_are_not_told():
    lane = Lane(id="l", name="Arkiv", nodes=("vedta",))
    a = writing("A", "Søker > vurdere")
    process = a.process.replace(
        lanes=(lane,), message_flows=(*a.process.message_flows, MessageFlow(id="m9", source="vurdere", target="vedta"))
    )
    assert told("participant_message", a.replace(process=process), writing("B", "Søker > vurdere")) == []


def test_no_messages_anywhere_is_no_difference():
    assert told("participant_message", writing("A"), writing("B")) == []


def test_who_gets_a_message_instead_is_told():
    a, b = writing("A", "vedta > Søker", "vedta > Nabo"), writing("B", "vedta > Søker")
    (difference,) = told("participant_message", a, b)
    assert difference.values == {"A": "Brev 1", "B": "\u2192 Søker"}
