"""Who somebody is, found in texts. The numbers are made up; those of Norway are of the kind kept for tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.personal import _FIRST_WEIGHTS, _SECOND_WEIGHTS, personal
from procmap.language.privacy import personal_data
from procmap.model import Activity, Control, Lane, Process, ProcessCard, StepDetails


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.shown) for one in personal(text)]


def norwegian(first_nine: str) -> str | None:
    """Return a number with its check digits, None where it has none."""
    digits = [int(digit) for digit in first_nine]
    for weights in (_FIRST_WEIGHTS[:-1], _SECOND_WEIGHTS[:-1]):
        control = -sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11
        if control == 10:
            return None
        digits.append(control)
    return "".join(map(str, digits))


@given(st.dates(), st.integers(0, 999), st.sampled_from((0, 40, 80)), st.sampled_from((0, 40)))
def test_norwegian_numbers_are_found_in_any_text(day, individual, month_added, day_added):
    number = norwegian(f"{day.day + day_added:02}{day.month + month_added:02}{day.year % 100:02}{individual:03}")
    if number is not None:
        assert found(f"Gjelder {number[:6]} {number[6:]}.") == [("identity-number", f"{number[:6]}*****")]
        assert found(f"fnr{number}")[:1] == [("identity-number", f"{number[:6]}*****")]
        wrong = f"{number[:10]}{(int(number[10]) + 1) % 10}"
        assert found(f"Sak {wrong}") == []


@pytest.mark.parametrize("text", ["811228-9874", "19811228-9874", "198112289874", "811288-9871"])
def test_swedish_numbers_are_found(text):
    assert [kind for kind, _ in found(f"Ärende {text} inkom")] == ["identity-number"]


@pytest.mark.parametrize(
    "text",
    [
        "Kontonummer 1234.56.78903", "Saksnummer 2024/12345", "Telefon 55 55 55 55", "Frist 01.02.2025 kl 12",
        "Org.nr. 974 760 673", "811228-9875", "12345678901", "2024-01-01", "K-kode L42 &13",
    ],
)  # fmt: skip
def test_other_numbers_are_not(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kari Nordmann godkjenner", "Kari N."),
        ("Sendes til Ole Petter Hansen.", "Ole H."),
        ("Anne-Marie Berg", "Anne B."),
        ("Godkänns av Björn Åkesson", "Björn Å."),
    ],
)
def test_names_of_persons_are_found(text, shown):
    assert found(text) == [("person-name", shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Olav Tryggvasons gate 4", "Maria Plass", "Saksbehandler Byggesak", "Johan Svendsens vei", "Registrere Søknad",
        "Martin Luther skole", "Den Norske Kirke", "Kari", "Sakarkiv Elements", "Jens Bjelkes gate", "Dag Fem",
    ],
)  # fmt: skip
def test_places_and_other_words_are_no_persons(text):
    assert found(text) == []


def test_addresses_of_persons_are_found_and_not_those_of_offices():
    assert found("Send til kari.nordmann@fjordvik.example") == [("email-address", "k…@fjordvik.example")]
    assert found("Send til postmottak@fjordvik.example") == []


@given(st.text())
def test_any_text_can_be_looked_at(text):
    for one in personal(text):
        assert 0 <= one.start < len(text)


def test_a_process_is_looked_at_in_all_its_texts():
    process = Process(
        id="P",
        card=ProcessCard(owner="Kari Nordmann"),
        lanes=(Lane(id="L", name="Ola Nordmann", nodes=("a",)),),
        nodes=(
            Activity(id="a", name="Ring kari.nordmann@fjordvik.example", documentation=("Spør Kari Nordmann",)),
            Activity(id="Kari Nordmann", details=StepDetails(channel="Ola Nordmann")),
        ),
        attached=(Control(id="K", on=("a",), evidence="signert av Nils Hansen, Nils Hansen"),),
    )
    assert [(finding.code, finding.elements, finding.params["shown"]) for finding in personal_data(process)] == [
        ("person-name", ("L",), "Ola N."),
        ("email-address", ("a",), "k…@fjordvik.example"),
        ("person-name", ("a",), "Kari N."),
        ("person-name", ("Kari Nordmann",), "Ola N."),
        ("person-name", ("a",), "Nils H."),
        ("person-name", (), "Kari N."),
    ]


def test_the_samples_name_nobody(root):
    from procmap.formats import read

    for path in sorted((root / "bpmn_samples").rglob("*.bpmn")):
        for process in read(str(path)).processes:
            assert personal_data(process) == ()
