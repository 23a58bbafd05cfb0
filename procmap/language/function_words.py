"""Words that carry no meaning of their own in a label, per language.

Two lists, since they answer two questions. `SILENT` words may be left out of a label without changing what it says:
articles, "and", marks of the infinitive, the plainest prepositions. Words that turn a meaning round are *not* among
them: to and from, before and after, without, not, or ("brev til søker" is no "brev fra søker"). `TELLING` words tell in
which language a text is written, whatever they mean. Norwegian is Bokmål and Nynorsk together: one stemmer serves both.
"""

from __future__ import annotations

from procmap.language.words import word_set as _words

NEGATIONS = _words("not no non ikke ikkje ingen inga inte ej nicht kein keine")
"""Words that turn what a label says into the contrary."""

WITHOUT = _words("without uten utan uden ohne")
"""Words for what is lacking: the contrary only of a label that has it. "Four weeks without an answer" says the same as
"six weeks have gone"."""

AND = _words("and og och samt und")
"""Words between the several things that a label says."""

OR = _words("or eller oder")
"""Words between things of which one is enough."""

DIRECTIONS = _words("til fra frå till från to from after before etter før efter före innan")
"""Words that tell a direction or an order, which says little when two labels are compared by what they mean."""

LIGHT = _words(
    "form process procedure carry perform execute do make document documents information data system case skjema "
    "prosess saksbehandling gjennomføre utføre dokument opplysninger informasjon sak genomföra utföra handling "
    "uppgifter ärende proces udføre gennemføre oplysninger sag"
)
"""Words that tell little in most labels, whatever the process is about."""

LIGHT_ACTIONS = frozenset(("carry_out",))
"""Concepts of the shipped lexicon that tell little: the word after them tells what is done (`utføre kontroll`)."""

ACTORS = _words(
    "appeal_body archivist authority caseworker committee council court department employee expert head_teacher "
    "manager municipality organisation responsible service_centre teacher"
)
"""Concepts of the shipped lexicon for who acts in an office, which tells little before a verb (`leder godkjenner`)."""

SILENT: dict[str, frozenset[str]] = {
    "no": _words("å at og en ei et ein eit den det de dei av i om på for ved med som er blir vert"),
    "sv": _words("att och en ett den det de av i om på för vid med som är blir"),
    "da": _words("at og en et den det de af i om på for ved med som er bliver"),
    "en": _words("a an the and of in on for at by with is are be its their if whether about that"),
    "de": _words("der die das den dem des ein eine einen einem einer eines und im in am an auf für bei mit"),
}

TELLING: dict[str, frozenset[str]] = {
    "no": SILENT["no"] | _words("til fra frå ikke ikkje eller men etter før uten utan mot ny nye hvis dersom"),
    "sv": SILENT["sv"] | _words("till från inte ej eller men efter före utan mot ny nya om inom hos"),
    "da": SILENT["da"] | _words("til fra ikke eller men efter før uden mod ny nye hvis inden hos"),
    "en": SILENT["en"] | _words("to from not no or but after before without if new within this"),
    "de": SILENT["de"] | _words("zu zum zur von vom nicht oder aber nach vor ohne wenn neue neuen bis aus"),
}

LETTERS: dict[str, frozenset[str]] = {
    "no": frozenset("æøå"),
    "sv": frozenset("äöå"),
    "da": frozenset("æøå"),
    "en": frozenset(),
    "de": frozenset("äöü"),
}


def is_stop_word(word: str, language: str) -> bool:
    """Tell whether a word means nothing by itself: it is silent, or turns round or directs what the others say."""
    return word in SILENT[language] or word in NEGATIONS or word in DIRECTIONS
