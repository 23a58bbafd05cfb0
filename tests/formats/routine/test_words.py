import pytest

from procmap.formats.routine import words
from procmap.formats.routine.grammar import branch, jump, prop, role, start, stop, tail


def test_no_word_opens_two_kinds_of_branches():
    everything = [word for each in words.BRANCHES.values() for word in each]
    assert len(everything) == len(set(everything))


def test_words_are_written_as_they_are_compared():
    tables = (*words.BRANCHES.values(), words.ABOUT, words.STEPS_PART, words.STARTS, words.STOPS)
    for word in (word for table in tables for word in table):
        assert words.plain(word) == word


def test_the_words_stand_in_the_documentation(root):
    page = (root / "docs" / "routines.md").read_text(encoding="utf-8").casefold()
    tables = (*words.BRANCHES.values(), words.JUMPS, words.STOPS, words.STARTS, words.ABOUT, words.STEPS_PART)
    assert [word for word in (*(word for table in tables for word in table), *further()) if word not in page] == []


def further():
    return [word for more in words.FURTHER.values() for word in more]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hvis noe mangler: Send brev", ("if", "noe mangler", "Send brev")),
        ("Dersom noe mangler: gå til 3", ("if", "noe mangler", "gå til 3")),
        ("viss noko manglar: Send brev", ("if", "noko manglar", "Send brev")),
        ("om något saknas: Begär komplettering", ("if", "något saknas", "Begär komplettering")),
        ("if anything is missing: Ask", ("if", "anything is missing", "Ask")),
        ("hvis kl. 12:00 er passert: Steng", ("if", "kl. 12:00 er passert", "Steng")),
        ("hvis noe mangler, gå til 3", ("if", "noe mangler", "gå til 3")),
        ("hvis noe mangler → 3", ("if", "noe mangler", "→ 3")),
        ("hvis avslag avslutt", ("if", "avslag", "avslutt")),
        ("ellers hvis klage: gå til 3", ("if", "klage", "gå til 3")),
        ("hvis noe mangler:", ("if", "noe mangler", "")),
        ("ellers: Arkiver", ("else", "ellers", "Arkiver")),
        ("I annet fall: Arkiver", ("else", "i annet fall", "Arkiver")),
        ("annars gå till 4", ("else", "annars", "gå till 4")),
        ("samtidig: Varsle naboer", ("meanwhile", "", "Varsle naboer")),
        ("samstundes: Varsle naboar", ("meanwhile", "", "Varsle naboar")),
    ],
)
def test_branches(text, expected):
    found = branch(text)
    assert found is not None
    assert (found.word, found.condition, found.rest) == expected


@pytest.mark.parametrize(
    "text", ["Hvis noe mangler, send brev", "Omtal saken: kort", "ellers er alt i orden", "samtidig"]
)
def test_what_is_no_branch(text):
    assert branch(text) is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("gå til 7", "7"), ("Gå til punkt 7.", "7"), ("gå tillbaka till steg 3", "3"), ("go back to step 2", "2"),
        ("→ 3.1", "3.1"), ("-> 3a", "3a"), ("gå til «Kontroller søknaden»", "Kontroller søknaden"), ("Arkiver", ""),
    ],
)  # fmt: skip
def test_jumps(text, target):
    assert jump(text) == target


@pytest.mark.parametrize(
    ("text", "name"),
    [("avslutt", ""), ("Avslutt.", ""), ("slutt: Vedtak sendt", "Vedtak sendt"), ("avsluta", ""), ("end", "")],
)
def test_ends(text, name):
    assert stop(text) == name


@pytest.mark.parametrize("text", ["Avslutt saken", "Slutten av dagen: tøm postkassa", "endre planen"])
def test_a_step_that_begins_as_an_end_does(text):
    assert stop(text) is None


def test_start():
    assert start("Start: Søknad mottatt") == "Søknad mottatt"
    assert start("Startskudd: Logg inn") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send brev, gå til 7", ("Send brev", "7", False)),
        ("Send brev og gå til punkt 7.", ("Send brev", "7", False)),
        ("Send brev (gå til 3.1)", ("Send brev", "3.1", False)),
        ("Send brev → 4", ("Send brev", "4", False)),
        ("Send avslag og avslutt", ("Send avslag", "", True)),
        ("Send avslag. Avslutt.", ("Send avslag", "", True)),
        ("Gå til befaring", ("Gå til befaring", "", False)),
        ("Avslutt møtet og gå til lunsj", ("Avslutt møtet og gå til lunsj", "", False)),
    ],
)
def test_what_a_step_ends_with(text, expected):
    found = tail(text)
    assert (found.text, found.target, found.stop) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saksbehandler: Registrer søknaden", ("Saksbehandler", "Registrer søknaden")),
        ("Leder for teknisk drift: Godkjenn", ("Leder for teknisk drift", "Godkjenn")),
        ("Når alle svar er kommet inn fra partene: Vurder", ("", "Når alle svar er kommet inn fra partene: Vurder")),
        ("Saksbehandler:", ("", "Saksbehandler:")),
        ("Møt kl. 12:30 i resepsjonen", ("", "Møt kl. 12:30 i resepsjonen")),
        ("12: Registrer", ("", "12: Registrer")),
    ],
)
def test_roles(text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("frist: 3 uker", ("deadline", "3 uker")), ("Heimel: fvl. § 11", ("legal basis", "fvl. § 11")),
        ("handling  ut: Beslut", ("documents out", "Beslut")), ("ROSA: 3", ("ROSA", "3")),
        ("dokument ut:", ("documents out", "")),
        ("Saksbehandler: Registrer", None), ("frist", None),
    ],
)  # fmt: skip
def test_properties(text, expected):
    found = prop(text)
    assert (found and (found[0].key, found[1])) == expected
