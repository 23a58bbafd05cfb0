import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.label_ids import LabelIds, id_of_label


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Registrer søknad", "registrer_soknad"),
        ("  Gå på befaring, §21 ", "ga_pa_befaring_21"),
        ("Ärendet återkallas", "arendet_aterkallas"),
        ("3. purring", "_3_purring"),
        ("申請", "step"),
        ("", "step"),
    ],
)
def test_an_id_says_what_the_label_says(label, expected):
    assert id_of_label(label) == expected


def test_equal_labels_get_numbers_in_order():
    ids = LabelIds(["send_brev"])
    assert [ids.new("Send brev"), ids.new("Send brev"), ids.new("Arkiver")] == ["send_brev_2", "send_brev_3", "arkiver"]


@given(st.lists(st.text(max_size=80), max_size=30))
def test_ids_are_valid_and_never_given_twice(labels):
    ids = LabelIds()
    given_out = [ids.new(label) for label in labels]
    assert len(set(given_out)) == len(given_out)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", each) for each in given_out)
