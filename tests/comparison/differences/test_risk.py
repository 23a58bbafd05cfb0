from procmap.model import Risk
from tests.comparison.differences.lines import one_step, told


def risky(organisation, *risks, on="a"):
    attached = tuple(risk.replace(on=(on,)) for risk in risks)
    return one_step(organisation, text="a -> b", attached=attached)


LATE = Risk(id="r", name="Fristen oversittes", likelihood="4", impact="3")


def test_a_risk_seen_here_and_not_there():
    first = told("risk", risky("A", LATE), risky("B", LATE, on="b"))[0]
    assert first.values == {"A": "Fristen oversittes (4 \u00d7 3)", "B": None}


def test_a_risk_judged_otherwise():
    (difference,) = told("risk", risky("A", LATE), risky("B", LATE.replace(impact="5")))
    assert difference.values["B"] == "Fristen oversittes (4 \u00d7 5)"
    assert difference.params["part"] == "judged"


def test_the_same_risk_in_other_words_is_judged_otherwise():
    other = LATE.replace(name="Frist blir oversittet", impact="5")
    (difference,) = told("risk", risky("A", LATE), risky("B", other))
    assert difference.params["part"] == "judged"


def test_another_risk_is_not_the_same_judged_otherwise():
    (difference,) = told(
        "risk", risky("A", LATE), risky("B", LATE.replace(name="Brevet går til feil nabo", impact="5"))
    )
    assert "part" not in difference.params


def test_equal_judgements_and_no_risks_at_all_are_no_difference():
    assert told("risk", risky("A", LATE), risky("B", LATE), risky("C")) == []
