from procmap.alignment import Member, align
from tests.alignment.parties import party


def rows(*parties):
    """Return the rows of several steps as sets of PARTY:STEP, with their confidence."""
    alignment = align(parties)
    return {
        frozenset(f"{member.process}:{member.step}" for member in row.steps): row.confidence
        for row in alignment.rows
        if len(row.steps) > 1
    }


def test_equal_words_make_a_row_whatever_the_type():
    a = party("A", "s(start) -> b", names={"s": "Søknad mottatt"})
    b = party("B", "x(catch) -> y", names={"x": "søknad  MOTTATT"})
    assert rows(a, b) == {frozenset({"A:s", "B:x"}): 0.95}


def test_equal_stems_make_a_row_less_surely():
    a = party("A", "a", names={"a": "Kontrollere søknaden"})
    b = party("B", "b", names={"b": "Kontrollerer søknad"})
    alignment = align([a, b])
    assert [row.confidence for row in alignment.rows] == [0.9]
    assert [link.why[0].code for link in alignment.links] == ["same-stems"]


def test_stems_are_those_of_a_language_that_one_of_the_two_is_written_in():
    english = party("A", "a; b; c", names={"a": "Reviewing the case", "b": "Hold a hearing", "c": "Not in the list"})
    norwegian = party("B", "a; b", names={"a": "Review case", "b": "Sende brev til søker"})
    assert rows(english, norwegian) == {frozenset({"A:a", "B:a"}): 0.9}


def test_a_start_is_not_an_end_though_the_words_are_equal():
    a = party("A", "s(start) -> t", names={"s": "Ferdig"})
    b = party("B", "s -> e(end)", names={"e": "Ferdig"})
    assert rows(a, b) == {}


def test_steps_drawn_as_often_in_each_process_belong_together_in_turn():
    text = "s(start) -> x -> m -> y -> e(end)"
    names = {"s": "S", "e": "E", "m": "Midt", "x": "Sende brev", "y": "Sende brev"}
    found = rows(party("A", text, names=names), party("B", text, names=names))
    assert found[frozenset({"A:x", "B:x"})] == 0.7
    assert found[frozenset({"A:y", "B:y"})] == 0.7


def test_steps_drawn_more_often_here_than_there_are_put_together_and_asked():
    a = party("A", "s(start) -> x -> m -> y", names={"s": "", "x": "Sende brev", "y": "Sende brev"})
    b = party("B", "s -> x", names={"s": "Annet", "x": "Sende brev"})
    alignment = align([a, b])
    assert [doubt.finding.code for doubt in alignment.doubts] == ["unequal-times"]
    (row,) = [row for row in alignment.rows if len(row.steps) > 1]
    assert row.confidence == 0.6
    assert row.steps == (
        Member(process="A", step="x"),
        Member(process="A", step="y"),
        Member(process="B", step="x"),
    )


def test_the_only_start_and_end_without_names_belong_together():
    text = "_s(start) -> {} -> _e(end)"
    found = rows(party("A", text.format("a")), party("B", text.format("b")))
    assert found == {frozenset({"A:_s", "B:_s"}): 0.8, frozenset({"A:_e", "B:_e"}): 0.8}


def test_unnamed_ends_of_which_there_are_several_are_left_alone():
    a = party("A", "_s(start) -> x(xor) -> _e(end), _f(end)")
    b = party("B", "_s(start) -> b -> _e(end)")
    assert rows(a, b) == {frozenset({"A:_s", "B:_s"}): 0.8}


def test_unnamed_starts_of_different_triggers_are_left_alone():
    message = {"_s": {"triggers": ({"type": "message"},)}}
    a = party("A", "_s(start) -> a", changes=message)
    assert rows(a, party("B", "_s(start) -> b")) == {}


def test_unnamed_steps_in_the_middle_have_no_counterpart():
    assert rows(party("A", "a -> _x -> b"), party("B", "c -> _x -> d")) == {}
