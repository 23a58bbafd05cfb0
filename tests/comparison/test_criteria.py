from procmap.comparison.criteria import amounts, another, clauses, related, subject, wider


def about(text, language="no"):
    return subject([text], language)


def test_amounts_have_their_thousands_joined_and_their_unit():
    assert amounts(["over 100 000 kr", "3 uker", "2,5 %", "12.000"]) == {
        ("100000", "kr"), ("3", "uker"), ("2,5", ""), ("12000", ""),
    }  # fmt: skip


def test_answers_and_judgements_say_nothing():
    for text in ("Ja", "Nei, mangler", "OK?", "Godkjent?", "ellers", "mer enn 100 000 kr", ""):
        assert about(text) == frozenset(), text


def test_words_with_one_stem_or_meaning_are_related():
    assert related(about("Søknaden trukket"), about("søknader"))
    assert related(about("dispensasjon"), about("disp."))
    assert not related(about("dispensasjon"), about("nabomerknad"))


def test_another_thing_has_a_word_on_either_side():
    assert another(about("Trengs dispensasjon?"), about("Søkt om dispensasjon?"), same_language=True)
    assert not another(about("Dispensasjon?"), about("Søkt om dispensasjon?"), same_language=True)
    assert not another(about("Ja"), about("Søkt om dispensasjon?"), same_language=True)


def test_across_languages_only_known_words_are_other():
    assert not another(about("snurrebass"), about("frösabla", "sv"), same_language=False)


def test_a_wider_condition_has_a_clause_that_the_other_has_not():
    joined = clauses(["Ledige plasser og flere søkere?"], "no")
    assert len(joined) == 2
    assert wider(joined, about("Ledige plasser?"))
    assert not wider(joined, about("Ledige plasser, søkere?"))
    assert clauses(["Ja og nei"], "no") == []
