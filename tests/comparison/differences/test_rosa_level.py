from procmap.model import RosaAssessment
from tests.comparison.differences.lines import one_step, told


def levelled(organisation, level):
    return one_step(organisation, attached=(RosaAssessment(id="r", on=("a",), level=level),))


def test_other_levels():
    (difference,) = told("rosa_level", levelled("A", 4), levelled("B", 5), one_step("C"))
    assert difference.values == {"A": "4", "B": "5", "C": None}
    assert ("A", "r") in [(place.process, place.id) for place in difference.elements]


def test_equal_levels_and_levels_not_assessed_are_no_difference():
    assert told("rosa_level", levelled("A", 4), levelled("B", 4), levelled("C", None)) == []
