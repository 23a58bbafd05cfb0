import re
import shutil

import pytest

from procmap.cli import catalogues
from procmap.messages import LANGUAGES

OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.fixture
def copies(tmp_path, monkeypatch):
    """Return the folder of copies of the catalogues, which the tool works on."""
    for language in OTHERS:
        shutil.copyfile(catalogues.path_of(language), tmp_path / f"{language}.po")
    monkeypatch.setattr(catalogues, "path_of", lambda language: tmp_path / f"{language}.po")
    return tmp_path


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_lacks_nothing(language):
    assert not list(catalogues.problems(language)), "see CONTRIBUTING.md, Texts and translations"


def test_keeping_the_catalogues_changes_nothing_in_what_is_whole(copies):
    before = {language: (copies / f"{language}.po").read_text("utf-8") for language in OTHERS}
    assert catalogues.main(["update"]) == 0
    assert {language: (copies / f"{language}.po").read_text("utf-8") for language in OTHERS} == before


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('msgstr "Ulikheter"', 'msgstr ""', "heading-differences: 'Differences' is not translated"),
        ('msgstr "Ulikheter"', 'msgstr "Differences"', "heading-differences: 'Differences' is as in English"),
        ('msgstr "Ulikheter"', 'msgstr "Forskjeller"', "'Differences' has the word 'forskjeller'"),
        ('msgstr "Ulikheter"', 'msgstr "Ulikskapar"', "'Differences' has the word 'ulikskapar'"),
        ('msgstr "Ulikheter"', 'msgstr "Ulikheter {x}"', "'Differences' has other parameters: 'Ulikheter {x}'"),
        ('msgctxt "heading-differences"', 'msgctxt "heading"', "heading-differences: 'Differences' is not in the"),
        ('msgctxt "heading-differences"', 'msgctxt "heading"', "heading: 'Differences' is no text any more"),
        ('msgctxt "heading-differences"', '#, fuzzy\nmsgctxt "heading-differences"', "'Differences' has changed, and"),
        ('msgstr[1] "{count} roller"', 'msgstr[1] ""', "count-roles: '{count} role' is not translated"),
        ('msgstr[1] "{count} roller"', 'msgstr[1] "roller"', "count-roles: '{count} role' has other parameters"),
    ],
)
def test_what_is_wrong_is_said(copies, capsys, was, becomes, complaint):
    path = copies / "nb.po"
    text = path.read_text("utf-8")
    assert text.count(was) == 1
    path.write_text(text.replace(was, becomes), "utf-8")
    assert catalogues.main(["check"]) == 1
    assert complaint in capsys.readouterr().out


def test_a_text_that_was_changed_keeps_its_translation_to_be_looked_at(copies):
    path = copies / "nb.po"
    path.write_text(path.read_text("utf-8").replace('msgid "Differences"', 'msgid "Diferences"'), "utf-8")
    catalogues.update("nb")
    assert re.search(
        r'#, fuzzy\nmsgctxt "heading-differences"\nmsgid "Differences"\nmsgstr "Ulikheter"', path.read_text("utf-8")
    )


def test_a_new_text_is_put_in_and_an_old_one_taken_out(copies):
    path = copies / "nb.po"
    path.write_text(path.read_text("utf-8").replace('msgctxt "heading-differences"', 'msgctxt "old"'), "utf-8")
    catalogues.update("nb")
    text = path.read_text("utf-8")
    assert 'msgctxt "heading-differences"\nmsgid "Differences"\nmsgstr ""' in text
    assert 'msgctxt "old"' not in text


def test_help_is_shown_for_anything_else(capsys):
    assert catalogues.main(["mend"]) == 2
    assert "update" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nn", "Dette finnes ikke.", ["finnes", "ikke"]),
        ("nn", "Dette finst ikkje.", []),
        ("nb", "Dette er ikkje ein ulikskap.", ["ikkje", "ein", "ulikskap"]),
        ("sv", "Filen finnes ikke, og navnet er feil.", ["finnes", "ikke", "og", "navnet", "er"]),
        ("sv", "Kör procmap check med --process NAMN på fil.bpmn.", []),
        ("nb", "{label} i en gateway", ["gateway"]),
        ("nb", "Kjør procmap harmonise", []),
    ],
)
def test_the_term_base_forbids_words(language, text, found):
    assert list(catalogues.forbidden_in(text, language)) == found


def test_the_tables_are_whole():
    terms = catalogues.rows("terms.tsv", head=True)
    assert terms[0] == ["code", "meaning", "en", *OTHERS, *(f"not_{language}" for language in OTHERS)]
    assert all(len(row) == len(terms[0]) for row in terms)
    assert len({row[0] for row in terms}) == len(terms)
    known = {text.one if text.context == "help" else text.context for text in catalogues.texts()}
    for code, languages, reason in catalogues.rows("same.tsv"):
        assert code in known
        assert set(languages.split()) <= set(OTHERS)
        assert reason


@pytest.mark.parametrize("language", OTHERS)
def test_no_term_is_forbidden_in_its_own_language(language):
    head, *terms = catalogues.rows("terms.tsv", head=True)
    column = head.index(language)
    assert {row[0]: list(catalogues.forbidden_in(row[column], language)) for row in terms} == {
        row[0]: [] for row in terms
    }
