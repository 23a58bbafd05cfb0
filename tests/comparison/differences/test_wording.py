import pytest

from procmap.behaviour import make_reference
from procmap.model import Confirmations
from tests.alignment.parties import party
from tests.comparison.differences.lines import told


def differences(*labels, rows=(), **fields):
    """Return what is told of parties A, B, … whose steps are confirmed to be the same, step by step."""
    of_rows = rows or [labels]
    parties = [
        party(
            "ABC"[place],
            " -> ".join(f"x{row}" for row in range(len(of_rows))),
            names={f"x{row}": each[place] for row, each in enumerate(of_rows)},
            **{key: value[place] for key, value in fields.items()},
        )
        for place in range(len(of_rows[0]))
    ]
    same = tuple(
        tuple(make_reference(of.process, f"x{row}", of.organisation, "") for of in parties)
        for row in range(len(of_rows))
    )
    return told("wording", *parties, confirmations=Confirmations(same=same))


def test_other_words_for_the_same_step():
    (difference,) = differences("Fatte vedtak", "Avgjøre saken")
    assert difference.values == {"A": "Fatte vedtak", "B": "Avgjøre saken"}
    assert difference.severity == "info"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sende brev", "Sender brevet"),
        ("Journalføre søknaden", "Journalføring av søknad"),
        ("Sende på høring", "Send på høyring"),
        ("Vurdere og godkjenne", "Godkjenne og vurdere"),
        ("Søknad mottatt", "Søknaden kommer inn"),
        ("Søknad er motteke", "Motta søknad"),
        ("Varsle søker", "Varsle søkjaren"),
        ("Behandle klage", "Klagebehandling"),
        ("Beslutning på delegasjon", "Delegasjonsbeslutning"),
        ("Planlegging av barnehageår", "Barnehageåret skal planlegges"),
        ("Vurdere saksbehandler", "Vurder sakshandsamar"),
        ("Sende brev til søker", "Sende brev søker"),
    ],
)
def test_endings_order_spelling_and_nynorsk_are_no_difference(one, other):
    assert differences(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "terms"),
    [
        ("Føre venteliste", "Føre søkerliste", ("venteliste", "søkerliste")),
        ("Registrere søknaden", "Journalføre søknad", ("Registrere", "Journalføre")),
        ("Sende vedtaket til søker", "Ekspedere vedtak til søker", ("Sende", "Ekspedere")),
        ("Vente på svar", "Vente på supplering fra søker", ("svar", "supplering fra søker")),
        (
            "Sende vedtak til søker",
            "Ekspedere vedtak til nabo",
            ("Sende vedtak til søker", "Ekspedere vedtak til nabo"),
        ),
        ("Brev til søker", "Brev fra søker", ("til", "fra")),
    ],
)
def test_only_the_words_that_differ_are_shown(one, other, terms):
    (difference,) = differences(one, other)
    assert tuple(difference.values.values()) == terms


def test_what_is_added_is_shown_with_the_whole_label():
    (difference,) = differences("Skrive vedtak", "Skrive utkast til vedtak")
    assert difference.values == {"A": "Skrive vedtak", "B": "Skrive utkast til vedtak"}


def test_what_and_joins_is_shown_with_the_whole_label():
    (difference,) = differences("Vurdere og avvise", "Returnere og rydde")
    assert difference.values == {"A": "Vurdere og avvise", "B": "Returnere og rydde"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sjekke vedlegg", "Kontrollere vedlegg"),
        ("Godkjenne og signere", "Godkjenne svarbrev"),
        ("Sette opp liste for barnehagene", "Rangere etter kriteriene"),
        ("Gi ferdigattest", "Befaring og ferdigattest"),
        ("Arkivere", "Rense og arkivere"),
        ("Sjekke rammeavtale", "Sjekke avtale"),
    ],
)
def test_other_words_without_a_fixed_meaning_more_work_and_what_is_only_nearer_are_style(one, other):
    assert differences(one, other) == []


def test_or_is_not_and():
    (difference,) = differences("Kreditnota og ny faktura", "Kreditnota eller ny faktura")
    assert difference.values == {"A": "Kreditnota og ny faktura", "B": "Kreditnota eller ny faktura"}


def test_ends_are_told_elsewhere():
    parties = [party(each, "a -> x(end)", names={"x": name}) for each, name in (("A", "Avvist"), ("B", "Returnert"))]
    same = (tuple(make_reference(of.process, "x", of.organisation, "") for of in parties),)
    assert told("wording", *parties, confirmations=Confirmations(same=same)) == []


def test_a_term_that_recurs_beside_other_words_is_told_once():
    rows = [("Opprette rekvisisjon", "Fylle ut skjema"), ("Godkjenne rekvisisjon", "Godkjenne kjøpet")]
    (difference,) = differences(rows=rows)
    assert len(difference.rows) == 2


def test_who_uses_the_same_word_is_not_marked():
    (difference,) = differences("Sende vedtaket", "Send vedtak", "Ekspedere vedtak")
    assert difference.values == {"A": "Sende", "B": "Sende", "C": "Ekspedere"}
    assert difference.marks == ("C",)


def test_a_pair_of_terms_that_recurs_is_told_once():
    rows = [
        ("Kontrollere søknad", "Kontroller meldingen"),
        ("Behandle søknaden", "Behandle melding"),
        ("Arkivere søknad", "Arkivere melding"),
    ]
    (difference,) = differences(rows=rows)
    assert difference.values == {"A": "søknad", "B": "meldingen"}
    assert len(difference.rows) == 3


def test_the_names_of_own_roles_and_systems_are_told_elsewhere():
    lanes = ({"Postmottak": "x0"}, {"Arkiv": "x0"})
    assert differences("Registrere søknad hos Postmottak", "Registrere søknad hos Arkiv", lanes=lanes) == []


def test_numbers_in_the_name_of_a_timer_are_told_as_its_time():
    parties = [
        party(
            name,
            "a(catch)",
            names={"a": f"{weeks} uker uten svar"},
            changes={"a": {"triggers": ({"type": "timer", "time": f"P{weeks}W", "time_kind": "duration"},)}},
        )
        for name, weeks in (("A", 4), ("B", 6))
    ]
    same = (tuple(make_reference(of.process, "a", of.organisation, "") for of in parties),)
    assert told("wording", *parties, confirmations=Confirmations(same=same)) == []
    assert len(told("deadline", *parties, confirmations=Confirmations(same=same))) == 1


def test_whom_there_is_no_label_of_tells_nothing():
    assert differences("", "Avgjøre saken") == []


def test_a_label_that_is_a_whole_text_is_compared_as_a_whole():
    text = " ".join(f"ord{number}" for number in range(2000))
    assert differences(f"Søknad {text}", f"Søknaden {text}") == []
    (difference,) = differences(text, f"{text} til")
    assert difference.values == {"A": text, "B": f"{text} til"}
