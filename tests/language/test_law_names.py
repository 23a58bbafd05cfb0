import pytest

from procmap.language.law_names import law_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bhl. § 16", "barnehageloven § 16"), ("barnehagelova § 16", "barnehageloven §16"),
        ("pbl. § 21-2", "plan- og bygningsloven § 21-2"), ("Fvl § 11 a", "forvaltningslova § 11 a"),
        ("opptaksforskriften § 7", "opptaksforskrifta § 7"), ("offl. § 13", "Offentleglova § 13"),
    ],
)  # fmt: skip
def test_the_same_law_in_other_words(one, other):
    assert law_key(one, "no") == law_key(other, "no")


@pytest.mark.parametrize(
    ("one", "other"),
    [("pbl. § 21-2", "pbl. § 21-3"), ("pbl. § 21-2", "pbl. § 2-21"), ("fvl. § 17", "koml. § 17")],
)
def test_another_paragraph_or_act_is_another_law(one, other):
    assert law_key(one, "no") != law_key(other, "no")


def test_a_short_form_is_that_of_its_country():
    assert law_key("PBL 9 kap. 22 §", "sv") == law_key("plan- och bygglagen 9 kap. 22 §", "sv")
