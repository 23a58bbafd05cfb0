"""The sheets that people fill in: what they confirm of an alignment, and what they decide. The one table of them."""

from __future__ import annotations

from procmap.formats.spreadsheet.columns import LANGUAGES, STEPS, Column, Sheet
from procmap.formats.spreadsheet.words import Words


def _c(key: str, en: str, nb: str, nn: str, sv: str) -> Column:
    parted = {lang: tuple(words.split("|")) for lang, words in zip(LANGUAGES, (en, nb, nn, sv), strict=True)}
    return Column(key, parted, "")


_STEP = tuple(STEPS.column(key) for key in ("organisation", "variant", "step"))
_NEIGHBOURS = (
    _c("before", "step before|before", "steget før|før", "steget før|før", "steget före|före"),
    _c("after", "step after|after", "steget etter|etter", "steget etter|etter", "steget efter|efter"),
)
_WHERE = (STEPS.column("process"), _c("id", "id", "id", "id", "id"))

CONFIRMATIONS = Sheet(
    "confirmations",
    {"en": "Confirmations", "nb": "Bekreftelser", "nn": "Stadfestingar", "sv": "Bekräftelser"},
    (
        _c("group", "group", "gruppe", "gruppe", "grupp"),
        _c("proposal", "proposal", "forslag", "forslag", "förslag"),
        _c("answer", "answer", "svar", "svar", "svar"),
        *_STEP,
        STEPS.column("role"),
        *_NEIGHBOURS,
        _c("sure", "sure (%)", "sikker (%)", "sikker (%)", "säker (%)"),
        _c("why", "why", "hvorfor", "kvifor", "varför"),
        *_WHERE,
    ),
    ("group", "answer", "step"),
)
"""A line for each step. Steps of the same group belong together; `proposal`, `role`, `sure` and `why` are not read."""

DECISIONS = Sheet(
    "decisions",
    {"en": "Decisions", "nb": "Beslutninger", "nn": "Avgjerder", "sv": "Beslut"},
    (
        _c("id", "id", "id", "id", "id"),
        _c("about", "about", "gjelder", "gjeld", "gäller"),
        _c("question", "question", "spørsmål", "spørsmål", "fråga"),
        _c("today", "today", "i dag", "i dag", "i dag"),
        _c("proposal", "proposal", "forslag", "forslag", "förslag"),
        _c("choice", "answer|choice", "svar|valg", "svar|val", "svar|val"),
        _c("reason", "reason", "begrunnelse|grunn", "grunngiving|grunn", "motivering|skäl"),
        _c("text", "text|new name", "tekst|nytt navn", "tekst|nytt namn", "text|nytt namn"),
        _c("from", "whose way|from", "hvem sin måte|fra", "kven sin måte|frå", "vems sätt|från"),
        _c("where", "local at|where", "lokalt hos|hvor", "lokalt hos|kvar", "lokalt hos|var"),
        _c("condition", "condition|when", "vilkår|når", "vilkår|når", "villkor|när"),
        _c("to", "to step|to", "til steg|til", "til steg|til", "till steg|till"),
        _c("cause", "cause", "årsak", "årsak", "orsak"),
        _c("by", "decided by|by", "besluttet av|av", "avgjort av|av", "beslutat av|av"),
        _c("agreed", "agree|agreed", "enige", "samde|einige", "eniga"),
        _c("dissent", "disagree|dissent", "uenige", "usamde|ueinige", "oeniga"),
        _c("state", "state", "status|tilstand", "status|tilstand", "status|läge"),
        _c("at", "date|at", "dato", "dato", "datum"),
        _c("replaces", "replaces", "erstatter", "erstattar", "ersätter"),
        _c("steps", "steps", "steg", "steg", "steg"),
        _c("other steps", "other steps", "andre steg", "andre steg", "andra steg"),
        _c("kind", "kind", "slag", "slag", "slag"),
        _c("names", "names", "navn", "namn", "namn"),
        _c("attached", "attached id", "tilknyttet id", "tilknytt id", "anknuten id"),
    ),
    ("id", "about", "choice"),
)
"""A line for each decision and each question. Steps are cited by their numbers in CITED."""

CITED = Sheet(
    "cited",
    {"en": "Steps", "nb": "Steg", "nn": "Steg", "sv": "Steg"},
    (_c("number", "no", "nr", "nr", "nr"), *_STEP, *_NEIGHBOURS, *_WHERE),
    ("number", "step"),
)
"""The steps that decisions cite, and all others that they could cite."""

ANSWERS = Words({
    "same": "same|yes / samme|ja / same|ja / samma|ja",
    "apart": "not the same|different|no / ikke samme|ulik|nei / ikkje same|ulik|nei / inte samma|olika|nej",
    "part": "part / del / del / del",
    "whole": "whole / helhet / heilskap / helhet",
    "alone": "only here|alone / bare her|alene / berre her|åleine / bara här|ensam",
})  # fmt: skip
"""What people say of a step in its group (see `procmap.formats.people.confirming`)."""

ABOUT = Words({
    "steps": "step / steg / steg / steg",
    "order": "order / rekkefølge / rekkjefølgje / ordning",
    "presence": "always or not / alltid eller ikke / alltid eller ikkje / alltid eller inte",
    "repeat": "repetition / gjentakelse / gjentaking / upprepning",
    "names": "names / navn / namn / namn",
    "attached": "what hangs on a step / det som hører til et steg / det som høyrer til eit steg / "
                "det som hör till ett steg",
})  # fmt: skip
"""What a decision is about."""

CHOICES = Words({
    "keep": "keep / behold / ta med vidare|behald / behåll",
    "adopt": "adopt / gjør som en annen / gjer som ein annan / gör som en annan",
    "merge": "merge / slå sammen / slå saman / slå ihop",
    "redesign": "redesign / lag ny / lag ny / gör ny",
    "local": "local variant|local / lokal tilpasning / lokal tilpassing / lokal variant",
    "drop": "drop / ta bort / ta bort / ta bort",
    "move": "move / flytt / flytt / flytta",
    "before": "before / før / før / före",
    "after": "after / etter / etter / efter",
    "parallel": "parallel / parallelt / parallelt / parallellt",
    "either-or": "either-or / enten-eller / anten-eller / antingen-eller",
    "always": "always / alltid / alltid / alltid",
    "optional": "optional / valgfritt / valfritt / valfritt",
    "once": "once / én gang|en gang / éin gong|ein gong / en gång",
    "repeated": "repeated / gjentas / fleire gonger|blir gjenteke / upprepas",
})  # fmt: skip
STATES = Words({
    "proposed": "proposed / foreslått / foreslått / föreslaget",
    "agreed": "agreed / enighet|enige / semje|einigskap / enighet|eniga",
    "decided": "decided / besluttet / avgjort|vedteke / beslutat",
    "approved": "approved / godkjent / godkjend|godkjent / godkänt",
})  # fmt: skip
KINDS = Words({
    "role": "role / rolle / rolle / roll",
    "system": "system / system / system / system",
    "document": "document / dokument / dokument / handling|dokument",
    "control": "control / kontrollpunkt|kontroll / kontrollpunkt|kontroll / kontroll",
    "risk": "risk / risiko / risiko / risk",
    "rosa": "ROSA level|ROSA / servicenivå (ROSA)|ROSA / servicenivå (ROSA)|ROSA / servicenivå (ROSA)|ROSA",
    "record": "record rule|record / arkivregel / arkivregel / hanteringsanvisning",
    "note": "note / notat / notat / anteckning",
})  # fmt: skip
"""The kinds of names, and of what is attached to steps."""

CHOICES_OF: dict[str, tuple[str, ...]] = {
    "steps": ("keep", "adopt", "merge", "redesign", "local", "drop", "move"),
    "order": ("before", "after", "parallel", "either-or"),
    "presence": ("always", "optional"),
    "repeat": ("once", "repeated"),
    "names": ("merge", "keep"),
    "attached": ("keep", "move", "drop"),
}
"""The choices that a sheet offers, by what a decision is about."""
