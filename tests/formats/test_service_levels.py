import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.service_levels import LEVELS, level_in, level_text
from procmap.messages import LANGUAGES, translator


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_read_as_it_is_told(level, language):
    say = translator(language)
    told = level_text(level, say)
    assert told.startswith(f"{level} ")
    name = say.text(f"rosa-name-{level}")
    routines = say.text("rosa-levels", levels=[told], count=1)
    for text in (told, name, told.upper(), f" {level}.  {name} ", f"{level} \u2013 {name}", routines, str(level)):
        assert level_in(text) == level


def test_names_are_those_of_the_model():
    assert [level_text(level, translator("sv")) for level in LEVELS] == [
        "1 Information",
        "2 Vägledning",
        "3 Administrativ fördelning",
        "4 Rutin- och regelstyrd handläggning och beslut",
        "5 Verksamhetsspecifika förberedelser",
        "6 Värderande handläggning och beslut",
        "7 Ledningsuppgifter",
        "8 Politisk ledning och styrning",
    ]


UNCLEAR = ["", "0", "9", "12", "høy", "2 Information", "2 eller 3", "1-4", "2 weeks", "nivå", "-"]


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_clear_is_no_level(text):
    assert level_in(text) is None


@given(st.text() | st.from_regex(r"(rosa)? ?(nivå|level)? ?[0-9]?[ .):-]*\w*"))
def test_any_text_is_a_level_or_none(text):
    assert level_in(text) in (None, *LEVELS)


def test_a_long_text_is_no_level():
    assert level_in("2" + " " * 1_000_000 + "x") is None
