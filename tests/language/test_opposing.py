"""Labels that can never be the same step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.layers import concepts_of, layer_of_text
from procmap.language.lexicon import core, layered
from procmap.language.opposing import antonyms, opposed
from procmap.language.said import said


@pytest.mark.parametrize(
    ("one", "other", "language", "are"),
    [
        ("Godkjenne søknad", "Avslå søknad", "no", True),
        ("Godkjenning av søknad", "Søknad avslått", "no", True),
        ("Sende faktura", "Motta faktura", "no", True),
        ("Sende avslag", "Sende godkjenning", "no", False),
        ("Sende avslag", "Ekspedere avslag", "no", False),
        ("Søknaden er komplett", "Søknaden er ikke komplett", "no", True),
        ("Søknaden er ikkje komplett", "Søknaden er ikke komplett", "no", False),
        ("4 uker uten svar", "6 uker er gått", "no", False),
        ("Sende med vedlegg", "Sende uten vedlegg", "no", True),
        ("Bevilja ansökan", "Avslå ansökan", "sv", True),
        ("Skicka med bilaga", "Skicka utan bilaga", "sv", True),
        ("Godkende ansøgning", "Afslå ansøgning", "da", True),
        ("Approve application", "Reject application", "en", True),
        ("Compliant", "Non-compliant", "en", True),
        ("Send letter", "Receive letter", "en", True),
        ("Send invoice", "Issue invoice", "en", False),
    ],
)
def test_only_main_actions_and_negations_are_opposed(one, other, language, are):
    first, second = said(one, language, core()), said(other, language, core())
    assert opposed(first, second, core()) == are
    assert opposed(second, first, core()) == are


def test_what_is_opposed_to_a_concept_is_opposed_to_those_below_it():
    rows = "id\tkind\tbroader\tcontrast\tnb\ngive\taction\t\t\tgi\ntake\taction\t\tgive\tta\ngrab\taction\ttake\n"
    lexicon = layered([concepts_of(layer_of_text(rows, "rows"), {})])
    assert antonyms(frozenset(["grab"]), frozenset(["give"]), lexicon)
    assert not antonyms(frozenset(["grab"]), frozenset(["take"]), lexicon)
    assert not antonyms(frozenset(["grab", "give"]), frozenset(["give"]), lexicon)


def test_concepts_that_go_in_circles_or_cite_nothing_do_no_harm():
    rows = "id\tkind\tbroader\tcontrast\tnb\na\taction\tb\tc\tgi\nb\taction\ta\t\tta\nd\taction\tnone\t\tse\n"
    lexicon = layered([concepts_of(layer_of_text(rows, "rows"), {})])
    assert not antonyms(frozenset(["a"]), frozenset(["d"]), lexicon)


@given(st.sets(st.sampled_from(sorted(core().concepts))), st.sets(st.sampled_from(sorted(core().concepts))))
def test_antonyms_go_both_ways(one, other):
    assert antonyms(frozenset(one), frozenset(other), core()) == antonyms(frozenset(other), frozenset(one), core())


@given(st.text(max_size=40))
def test_no_label_is_opposed_to_itself(label):
    found = said(label, "no", core())
    assert not opposed(found, found, core())
