from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.hyphens import SHORTEST, hyphen_place
from procmap.layout.text import wrap


@pytest.mark.parametrize(
    ("word", "most", "divided"),
    [
        ("saksbehandlingsfrist", 16, "saksbehandlings"),
        ("byggesaksbehandler", 12, "byggesaks"),
        ("Dokumentasjonsplikt", 16, "Dokumentasjons"),
        ("virksomhetsstyring", 15, "virksomhets"),
        ("informationshanteringsplan", 15, "informations"),
        ("nabovarsel", 6, "nabo"),
        ("kontrollere", 8, "kontrol"),
    ],
)
def test_words_are_divided_at_joints_then_between_syllables(word, most, divided):
    assert word[: hyphen_place(word, most)] == divided


@pytest.mark.parametrize("word", ["", "ja", "strengt", "12345678", "www.kommune.no", "İİİİİİİİ", "受付受付受付"])
def test_what_has_no_place_for_a_hyphen(word):
    assert hyphen_place(word, 10) == 0


@given(st.text(alphabet="abdefghiklmnoprstuvyæøå", max_size=40), st.integers(0, 40))
def test_letters_stay_on_both_sides(word, most):
    at = hyphen_place(word, most)
    assert at == 0 or SHORTEST <= at <= min(most, len(word) - SHORTEST)


@given(st.text(max_size=60), st.floats(20, 200))
def test_what_is_seen_as_one_character_stays_whole(text, width):
    family, accent, flag = "👩‍👧", "e\u0301\u0302", "🇳🇴"
    for whole in (family, accent, flag):
        lines = wrap(whole * 30 + text.replace("\u0301", ""), width, 12, 40).lines
        starts = [line[0] for line in lines[1:]]
        assert not {"\u200d", "\u0301", "\u0302", "👧", "🇴"}.intersection(starts)
