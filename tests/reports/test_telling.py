import pytest

from procmap.comparison import NOTHING, Difference
from procmap.messages import ENGLISH, translator
from procmap.reports.telling import difference_finding

NB = translator("nb")


def told(code, values, part="", say=NB):
    shown = "; ".join(f"{party}: {value or NOTHING}" for party, value in values.items())
    params = {"labels": '"Motta"', "values": shown, **({"part": part} if part else {})}
    return difference_finding(Difference(code=code, severity="note", params=params, rows=("r",), values=values), say)


@pytest.mark.parametrize(
    ("shown", "english", "norwegian"),
    [
        ("1 week", "1 week", "1 uke"),
        ("3 weeks", "3 weeks", "3 uker"),
        ("1.5 hours", "1.5 hours", "1,5 timer"),
        ("0.5 working-days", "0.5 working days", "0,5 virkedager"),
        ("20000 minutes", "20,000 minutes", "20\u00a0000 minutter"),
        ("3 days, 4 weeks", "3 days, 4 weeks", "3 dager, 4 uker"),
        ("before 3 weeks have gone", "before 3 weeks have gone", "before 3 weeks have gone"),
        ("R/P1Y", "R/P1Y", "R/P1Y"),
        ("1 month + 15 days", "1 month and 15 days", "1 måned og 15 dager"),
        ("every 10 minutes x 3", "3 times, 10 minutes apart", "3 ganger med 10 minutter mellom hver"),
        ("every 1 month x \u2013", "again and again, 1 month apart", "gang på gang med 1 måned imellom"),
    ],
)
def test_lengths_of_time_are_in_words(shown, english, norwegian):
    values = {"A": shown, "B": "1 month"}
    assert told("deadline", values, "deadline", ENGLISH).params["values"] == f"A: {english}; B: 1 month"
    assert told("deadline", values, "deadline").params["values"] == f"A: {norwegian}; B: 1 måned"


def test_kinds_of_step_are_told_as_what_they_say_of_the_work():
    values = {"A": "manualTask, userTask", "B": "endEvent"}
    shown = "A: utføres for hånd og utføres i et system; B: avslutter prosessen"
    assert told("type", values).params["values"] == shown


def test_levels_are_in_words():
    assert told("rosa_level", {"A": "2", "B": "3, 5"}).params["values"] == (
        "A: nivå 2 Veiledning; B: nivå 3 Administrativ fordeling og 5 Fagspesifikke forberedelser"
    )
    assert told("rosa_level", {"A": "2", "B": "3, 7"}, say=ENGLISH).params["values"] == (
        "A: level 2 Guidance; B: levels 3 Administrative distribution and 7 Management tasks"
    )


def test_words_and_labels_are_quoted():
    assert told("wording", {"A": "søknad", "B": "melding"}).params["values"] == "A: «søknad»; B: «melding»"
    values = {"A": '"Motta", "Registrere"', "B": '"Innkomst"'}
    assert told("split_merged", values).params["values"] == "A: «Motta» og «Registrere»; B: «Innkomst»"


def test_a_value_that_ends_with_a_full_stop_ends_the_sentence():
    difference = told("document", {"A": "Søknad", "B": "Tilleggsdok."}, "in")
    assert NB.sentence(difference) == "Ulike dokumenter går inn i «Motta»: A: Søknad; B: Tilleggsdok."


def test_who_tells_the_same_is_told_together():
    values = {"A": "1 week", "B": "2 weeks", "C": "1 week"}
    assert told("deadline", values, "deadline").params["values"] == "A og C: 1 uke; B: 2 uker"


@pytest.mark.parametrize(
    ("shown", "norwegian"),
    [
        ("Søknad (yes; preserve; 10 år)", "Søknad (skal journalføres; bevares; 10 år)"),
        ("Søknad (no)", "Søknad (skal ikke journalføres)"),
        ("Søknad (assess; assess)", "Søknad (journalføring vurderes; kassasjon vurderes)"),
        ("Søknad (dispose; 5 år)", "Søknad (kasseres; 5 år)"),
        ("Søknad (10 år)", "Søknad (10 år)"),
        ("Søknad, Vedtak (no; dispose)", "Søknad, Vedtak (skal ikke journalføres; kasseres)"),
        ("Søknad (yes to all)", "Søknad (yes to all)"),
    ],
)
def test_what_record_rules_ask_for_is_in_words(shown, norwegian):
    assert told("record_rule", {"A": shown, "B": "x"}).params["values"] == f"A: {norwegian}; B: x"


def test_a_party_that_has_nothing_there_is_told_as_having_none():
    found = told("record_rule", {"A": "Søknad (yes)", "B": None})
    assert found.params["values"] == "A: Søknad (skal journalføres); B: ingen"


def test_a_party_that_tells_nothing_is_not_told():
    values = {"A": "1 week", "B": "2 weeks"}
    difference = Difference(
        code="deadline", severity="note", rows=("r",), values={**values, "C": None},
        params={"labels": '"Motta"', "values": "A: 1 week; B: 2 weeks", "part": "deadline"},
    )  # fmt: skip
    assert difference_finding(difference, NB).params["values"] == "A: 1 uke; B: 2 uker"


def test_what_people_wrote_stays_as_it_is():
    assert told("role", {"A": "3 weeks", "B": "task"}).params["values"] == "A: 3 weeks; B: task"


@pytest.mark.parametrize(
    ("text", "norwegian"),
    [("A", "A"), ("A, B", "A og B"), ("A, B, C, D", "A, B og C, D"), ("B, A", "B, A"), ("X", "X"), ("", "")],
)
def test_parties_are_a_list(text, norwegian):
    difference = Difference(
        code="step_missing", severity="note", rows=("r",), values=dict.fromkeys(["A", "B", "C, D"]),
        params={"label": "Motta", "having": text, "missing": "B"},
    )  # fmt: skip
    assert difference_finding(difference, NB).params == {"label": "Motta", "having": norwegian, "missing": "B"}
