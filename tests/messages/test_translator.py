from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.messages import ENGLISH, LANGUAGES, sentence, translator
from procmap.messages.sentences import MODULES, SINGULAR, TEMPLATES
from procmap.model import Finding

NB, NN, SV = translator("nb"), translator("nn"), translator("sv")


def test_a_finding_is_a_sentence_in_every_language():
    finding = Finding(code="no-such-file", params={"source": "a.bpmn"})
    assert sentence(finding) == "a.bpmn: there is no such file. Check its name and folder."
    assert NB.sentence(finding) == "a.bpmn: filen finnes ikke. Kontroller navnet og mappen."
    assert NN.sentence(finding) == "a.bpmn: fila finst ikkje. Kontroller namnet og mappa."
    assert sentence(finding, "sv") == "a.bpmn: filen finns inte. Kontrollera namnet och mappen."


def test_translators_do_not_disturb_each_other():
    says = [translator(language) for language in LANGUAGES]
    assert [say.text("column-pair") for say in says] == ["Pair", "Par", "Par", "Par"]
    assert [say.text("no-differences") for say in reversed(says)][-1] == "No differences were found."
    assert translator("nb") is NB


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (ENGLISH, ["0 roles", "1 role", "2 roles"]),
        (NB, ["0 roller", "1 rolle", "2 roller"]),
        (NN, ["0 roller", "1 rolle", "2 roller"]),
        (SV, ["0 roller", "1 roll", "2 roller"]),
    ],
)
def test_one_thing_is_told_otherwise_than_several(say, told):
    assert [say.text("count-roles", count=count) for count in (0, 1, 2)] == told


def test_values_that_are_codes_become_words():
    params = {"first": "Motta", "second": "Svare", "agreed": "before", "found": "either-or"}
    finding = Finding(code="unanimity-broken", params=params)
    assert "kommer «Motta» før «Svare», men her kommer det som alternativ til «Svare»" in NB.sentence(finding)
    assert NB.word("severity", "warning") == "advarsel"
    assert NB.word("severity", "no such") == "no such"
    assert NN.word("no such", "warning") == "warning"


def test_labels_are_quoted_and_joined_as_the_language_does():
    params = {"labels": '"Motta", "Svare", "Sende"', "values": "A: x; B: y"}
    finding = Finding(code="difference-role", params=params)
    assert NB.sentence(finding) == "«Motta», «Svare» og «Sende» utføres av ulike roller: A: x; B: y."
    assert SV.sentence(finding) == "”Motta”, ”Svare” och ”Sende” utförs av olika roller: A: x; B: y."
    assert NB.sentence(finding.replace(params={**params, "labels": 'a" "b'})).startswith('A" "b utføres')


def test_a_step_without_a_label_is_cited_by_its_element():
    finding = Finding(code="difference-role", params={"labels": '"startEvent", "task"', "values": ""})
    assert NB.sentence(finding).startswith("Starthendelse og «task» utføres")


def test_a_sentence_is_one_line():
    finding = Finding(code="no-such-file", params={"source": "a\n\u2028b\tc"})
    assert NB.sentence(finding).startswith("a b c: filen")


def test_a_number_is_held_together():
    params = {"source": "a.bpmn", "limit": 1_000_000}
    assert "1\u00a0000\u00a0000 elementer" in NB.text("too-many-elements", **params)
    assert "1000000 elements" in ENGLISH.text("too-many-elements", **params)


def test_a_text_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        NB.text("no-such-text")


@given(st.text().filter(lambda text: "\u00a0" not in text), st.sampled_from(LANGUAGES))
def test_hostile_parameters_stay_what_they_are(label, language):
    said = translator(language).text("row-sure", percent=label)
    assert " ".join(label.split()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_said(language):
    say = translator(language)
    for code, template in TEMPLATES.items():
        fields = {field for _, field, _, _ in Formatter().parse(template) if field}
        for count in (1, 2):
            said = say.text(code, **{**dict.fromkeys(fields, "x"), "count": count})
            assert said, code
            assert "{" not in said, code


def test_a_parameter_is_a_plain_name():
    """What a template can reach is the parameters alone, never what is inside them."""
    for texts in (TEMPLATES, SINGULAR):
        for code, text in texts.items():
            for _, field, how, conversion in Formatter().parse(text):
                assert field is None or (field.isidentifier() and not conversion and "{" not in (how or "")), code


def test_no_code_has_two_texts():
    codes = [code for module in MODULES for code in module.TEMPLATES]
    assert len(codes) == len(set(codes))


def test_what_is_counted_has_a_singular():
    """A text that counts something says it for one thing too; where the number stands by itself, it needs no form."""
    counting = {code for code, text in TEMPLATES.items() if "{count}" in text}
    by_itself = {
        "not-read",
        "shape-without-place",
        "open-row",
        "open-frame",
        "too-many-for-order",
        "did-add-files-both",
    }
    by_itself |= {"did-take-confirmations-instead", "did-decide", "align-doubts", "card-lost"}
    assert counting - by_itself <= set(SINGULAR)
    assert set(SINGULAR) <= set(TEMPLATES)


def test_a_step_without_a_label_has_words_for_that():
    params = {"label": "", "having": "A", "count": 1, "of": 2, "keep": 2}
    assert NB.sentence(Finding(code="open-row", params=params)).startswith("«(uten navn)» er et steg hos A")
    finding = Finding(code="difference-role", params={"labels": '""', "values": "A: x"})
    assert SV.sentence(finding) == "”(utan namn)” utförs av olika roller: A: x."
