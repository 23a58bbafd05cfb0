from procmap.model import RecordRule
from tests.comparison.differences.lines import one_step, told


def ruled(organisation, *rules):
    return one_step(organisation, attached=tuple(rule.replace(on=("a",)) for rule in rules))


RULE = RecordRule(id="r", name="Vedtak", registration="yes", disposal="preserve")


def test_what_is_to_be_done_with_a_document_differs():
    (difference,) = told(
        "record_rule", ruled("A", RULE), ruled("B", RULE.replace(disposal="dispose", retention="10 år"))
    )
    assert difference.values == {"A": "Vedtak (yes; preserve)", "B": "Vedtak (yes; dispose; 10 år)"}
    assert difference.severity == "warning"


def test_the_same_basis_of_access_in_other_words_is_no_difference():
    one, other = (RULE.replace(access_basis=basis) for basis in ("offl. § 13", "offentleglova § 13"))
    assert told("record_rule", ruled("A", one), ruled("B", other)) == []


def test_another_name_is_no_difference_and_no_rules_tell_nothing():
    assert told("record_rule", ruled("A", RULE), ruled("B", RULE.replace(name="Vedtaksbrev")), ruled("C")) == []
