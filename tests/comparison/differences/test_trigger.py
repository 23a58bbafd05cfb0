from procmap.model import Trigger
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

LINE = "s(start) -> behandle -> e(end)"
NAMES = {"behandle": "Behandle søknad", "s": "Søknad mottatt", "e": "Sak avsluttet"}


def begun(organisation, text=LINE, trigger=None, **changes):
    names = NAMES | changes.pop("names", {})
    fields = {"s": {"triggers": (trigger,)}} if trigger else {}
    return party(organisation, text, names=names, changes=fields | changes)


def parts(*parties):
    return [difference.params["part"] for difference in told("trigger", *parties)]


MESSAGE, TIMER = Trigger(type="message"), Trigger(type="timer", time="P1M", time_kind="duration")


def test_a_start_that_waits_for_something_else():
    (difference,) = told("trigger", begun("A", trigger=MESSAGE), begun("B", trigger=TIMER))
    assert difference.params["part"] == "start"
    assert difference.values == {"A": "Søknad mottatt (message)", "B": "Søknad mottatt (timer)"}


def test_a_start_without_a_trigger_says_nothing_against_a_message():
    assert parts(begun("A", trigger=MESSAGE), begun("B")) == []


def test_a_start_without_a_trigger_is_another_than_a_timer():
    assert parts(begun("A", names={"s": "Noen spør"}), begun("B", trigger=TIMER, names={"s": "Noen spør"})) == ["start"]


def test_a_start_that_others_do_not_have_is_told_once():
    a = begun("A")
    b = party("B", "t(start) -> s(catch) -> behandle -> e(end)", names=NAMES | {"t": "Noen spør"})
    (difference,) = told("trigger", a, b)
    assert difference.values == {"A": "Søknad mottatt", "B": "Noen spør"}
    assert told("step_missing", a, b) == []
    assert told("type", a, b) == []


def test_a_further_start():
    b = begun("B", "s(start), t(start) -> x(xor) -> behandle -> e(end)", names={"t": "Tilsyn"})
    (difference,) = told("trigger", begun("A"), b)
    assert difference.values == {"A": "Søknad mottatt", "B": "Søknad mottatt, Tilsyn"}
    assert told("step_missing", begun("A"), b) == []


def test_a_start_without_a_name_says_nothing():
    unnamed = begun("B", names={"s": ""})
    assert parts(begun("A"), unnamed) == []
    assert told("step_missing", begun("A"), unnamed) == []


def test_a_start_without_a_name_tells_what_it_waits_for():
    (difference,) = told("trigger", begun("A", trigger=MESSAGE), begun("B", trigger=TIMER, names={"s": ""}))
    assert difference.values == {"A": "Søknad mottatt (message)", "B": "timer"}


def test_an_end_behind_a_step_that_both_have():
    a = begun("A", "s(start) -> behandle -> x(xor) -> e(end), f(end)", names={"f": "Søknaden trukket"})
    (difference,) = told("trigger", a, begun("B"))
    assert difference.params["part"] == "end"
    assert difference.severity == "info"
    assert difference.values == {"A": "Søknaden trukket", "B": None}
    assert told("step_missing", a, begun("B")) == []


def test_an_end_behind_a_step_that_others_lack_goes_with_that_step():
    a = begun("A", "s(start) -> behandle -> x(xor) -> e(end); x -> ringe -> f(end)", names={"f": "Trukket"})
    assert parts(a, begun("B")) == []
    assert [d.params["labels"] for d in told("step_missing", a, begun("B"))] == ['"ringe", "Trukket"']


def test_ends_that_nobody_shares_are_told_together():
    a = begun("A")
    b = begun("B", "s(start) -> behandle -> svare -> e(end)", names={"svare": "Skrive svar", "e": "Vedtak sendt"})
    (difference,) = told("trigger", a, b)
    assert difference.values == {"A": "Sak avsluttet", "B": "Vedtak sendt"}
    assert [missing.values for missing in told("step_missing", a, b)] == [{"A": None, "B": "Skrive svar"}]


def test_ends_behind_the_same_step_are_one_whatever_they_are_called():
    assert told("trigger", begun("A"), begun("B", names={"e": "Vedtak sendt"})) == []


def test_ends_inside_a_sub_process_are_not_told():
    inside = {"t": {"parent": "behandle"}, "u": {"parent": "behandle"}}
    a = begun("A", "s(start) -> behandle(sub) -> e(end); t(start) -> u(end)", **inside)
    assert parts(a, begun("B")) == []


def test_other_channels():
    a, b = (begun(name, s={"details": {"channel": channel}}) for name, channel in (("A", "Altinn"), ("B", "Brev")))
    (difference,) = told("trigger", a, b)
    assert difference.params["part"] == "channel"
    assert difference.values == {"A": "Altinn", "B": "Brev"}


def test_the_same_channels_in_another_order():
    a, b = (
        begun(name, s={"details": {"channel": one}}) for name, one in (("A", "E-post, brev"), ("B", "Brev og e-post"))
    )
    assert parts(a, b) == []


def test_the_channel_may_stand_at_the_step_after_a_message():
    a = begun("A", trigger=MESSAGE, behandle={"details": {"channel": "Altinn"}})
    assert parts(a, begun("B", s={"details": {"channel": "Brev"}})) == ["channel"]
    assert (
        parts(begun("A", behandle={"details": {"channel": "Altinn"}}), begun("B", s={"details": {"channel": "Brev"}}))
        == []
    )


def test_what_others_go_on_with_stands_beside_an_end():
    a = begun("A", "s(start) -> behandle -> x(xor) -> e(end), t(end)", names={"t": "Avvist"})
    b = begun("B", "s(start) -> behandle -> x(xor) -> e(end), arkivere -> f(end)", names={"f": "Sak avsluttet"})
    ends = [one for one in told("trigger", a, b) if one.params["part"] == "end"]
    assert [one.values for one in ends] == [{"A": "Avvist", "B": '\u2192 "arkivere"'}]


def test_a_way_back_where_others_end_is_told_with_the_end():
    a = begun("A", "s(start) -> behandle -> x(xor) -> e(end), t(end)", names={"t": "Avvist"})
    b = begun("B", "s(start) -> m(xor) -> behandle -> x(xor) -> e(end), m")
    assert [one.values for one in told("trigger", a, b)] == [{"A": "Avvist", "B": '\u2192 "Behandle søknad"'}]
    assert told("repeated", a, b) == []


def test_no_common_work_before_the_end():
    lines = [begun(name, f"s(start) -> behandle -> {last} -> e(end)") for name, last in zip("ABC", "xyz", strict=True)]
    (difference,) = told("trigger", *lines)
    assert difference.params["part"] == "after"
    assert difference.values["A"] == "x \u2192 Sak avsluttet"
    assert told("trigger", *lines[:2]) == []


def test_what_comes_in_at_a_start_is_a_channel_where_others_call_it_so():
    def started(organisation, **details):
        return begun(organisation, s={"triggers": (MESSAGE,), "details": details})

    a, b = started("A", channel="E-post eller brev"), started("B", documents_in=("E-post",))
    (difference,) = told("trigger", a, b)
    assert difference.values == {"A": "E-post eller brev", "B": "E-post"}
    assert told("document", a, started("B", documents_in=("Søknad",)), started("C", documents_in=("Skjema",))) == []
