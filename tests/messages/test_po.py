from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as babel_read
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from procmap.cli.catalogues import path_of
from procmap.messages.po import as_mo, catalogue, read_po

HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


def spoken(text: str) -> GNUTranslations:
    return GNUTranslations(BytesIO(as_mo(read_po(f"{HEAD}\n{text}"))))


def test_an_entry_is_found_by_its_context():
    found = spoken('msgctxt "a"\nmsgid "x"\nmsgstr "én"\n\nmsgctxt "b"\nmsgid "x"\nmsgstr "to"\n')
    assert (found.pgettext("a", "x"), found.pgettext("b", "x"), found.gettext("x")) == ("én", "to", "x")


def test_plural_forms_are_chosen_by_the_number():
    found = spoken(
        'msgctxt "a"\nmsgid "{n} thing"\nmsgid_plural "{n} things"\nmsgstr[0] "{n} ting"\nmsgstr[1] "ting"\n'
    )
    assert [found.npgettext("a", "{n} thing", "{n} things", n) for n in (0, 1, 2)] == ["ting", "{n} ting", "ting"]


@pytest.mark.parametrize(
    "entry",
    [
        '#, fuzzy\nmsgid "x"\nmsgstr "y"\n',
        '#, fuzzy, python-brace-format\nmsgid "x"\nmsgstr "y"\n',
        'msgid "x"\nmsgstr ""\n',
        '#~ msgid "x"\n#~ msgstr "y"\n',
    ],
)
def test_what_nobody_has_looked_at_is_not_used(entry):
    assert spoken(entry).gettext("x") == "x"


def test_long_texts_and_escapes():
    assert spoken('msgid ""\n"a \\"b\\" "\n"c\\\\d"\nmsgstr ""\n"e\\n"\n"f"\n').gettext('a "b" c\\d') == "e\nf"


def test_an_empty_catalogue_says_nothing():
    assert spoken("").gettext("x") == "x"


@given(st.dictionaries(st.tuples(WORDS, WORDS), WORDS, max_size=6))
def test_what_babel_writes_is_read(entries):
    made = Catalog(locale="nb", fuzzy=False)
    for (context, one), said in entries.items():
        made.add(one, said, context=context)
    content = BytesIO()
    write_po(content, made)
    found = GNUTranslations(BytesIO(as_mo(read_po(content.getvalue().decode()))))
    assert {(context, one): found.pgettext(context, one) for context, one in entries} == entries


@pytest.mark.parametrize("language", ["nb", "nn", "sv"])
def test_a_catalogue_is_read_as_babel_reads_it(language):
    found = catalogue(language)
    with path_of(language).open("rb") as file:
        for entry in babel_read(file, locale=language):
            if isinstance(entry.id, tuple):
                said = tuple(found.npgettext(entry.context, *entry.id, n) for n in (1, 2))
                assert said == entry.string
            elif entry.id:
                assert found.pgettext(entry.context, entry.id) == entry.string
