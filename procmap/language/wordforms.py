"""Forms of words: is one a verb that says what to do, a noun of an action, or what was done?

There is no full morphology here: the verbs of the lexicon, the regular endings of each language over them, and the
irregular forms that office labels have. A verb that the lexicon lacks is known by endings that only verbs have.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from procmap.language.guessing import Language
from procmap.language.layers import COLUMNS
from procmap.language.lexicon import Lexicon
from procmap.language.words import word_set, words


def _pairs(text: str) -> dict[str, str]:
    """Return infinitives by their participles, from `infinitive: participle participle; …`."""
    entries = (entry.split(":") for entry in text.split(";"))
    return {participle: infinitive.strip() for infinitive, participles in entries for participle in participles.split()}


_NOUNS: dict[Language, frozenset[str]] = {
    "no": word_set("møte klage klagen anke samtale utvalg varsel tilbud bestilling begynne"),
    "sv": word_set("möte samtal remiss samråd kallelse"),
    "da": word_set("møde klage anke samtale jobsamtale udvalg tilbud opslag hjælp"),
    "en": word_set(
        "receipt intake advice response feedback survey notice preparation inquiry enquiry delivery discovery entry"
        " recovery hearing meeting data record goods decision purchase site quality case"
    ),
    "de": frozenset(),
}
"""Nouns that end as verbs do, or stand among the forms of an action without being verbs."""
_NOUN_ENDINGS: dict[Language, tuple[str, ...]] = {
    "no": ("else", "elsen", "ing", "inga", "ingen", "sjon", "sjonen"),
    "sv": ("ning", "ningen", "ing", "ande", "andet", "ende", "else", "elsen", "tion", "tionen"),
    "da": ("else", "elsen", "ing", "ingen", "ning", "tion", "tionen"),
    "en": ("tion", "sion", "ment", "ance", "ence", "ing", "val", "sal", "sis", "ture"),
    "de": ("ung", "tion"),
}
_SHORT_INFINITIVES: dict[Language, tuple[str, ...]] = {
    "no": ("ta", "gi", "gå", "få", "se", "slå", "stå", "by", "be", "dra", "sjå"),
    "sv": ("ge", "få", "gå", "se", "be", "slå", "stå"),
    "da": ("tage", "gå", "få", "se", "slå", "stå", "by"),
    "en": (),
    "de": (),
}
"""Infinitives without the ending of most, alone or with a prefix (`motta`, `avslå`)."""
_INFINITIVE_ENDING: dict[Language, str] = {"no": "e", "sv": "a", "da": "e", "en": "", "de": "en"}
_ONLY_VERBS: dict[Language, tuple[str, ...]] = {"no": ("ere",), "sv": ("era",), "da": ("ere",), "en": (), "de": ()}
"""Endings that only verbs have."""
_IRREGULAR: dict[Language, dict[str, str]] = {
    "no": _pairs(
        "motta: mottatt motteke motteken mottekne mottas; ta: tatt teke teken; avslå: avslått avslege; gi: gitt; "
        "gje: gjeve gjeven; få: fått; skrive: skrevet skriven; innkomme: innkommet innkommen innkomen innkome; "
        "komme: kommet komen kome; legge: lagt; sette: satt sett; finne: funnet funnen; gå: gått; velge: valgt; "
        "velje: vald valt; vedta: vedtatt vedteke vedteken; oppta: opptatt opptekne; gjøre: gjort; gjere: gjort; "
        "trekke: trukket; trekkje: trekt; be: bedt; spørre: spurt; selge: solgt; avgjøre: avgjort; avgjere: avgjord"
    ),
    "sv": _pairs(
        "motta: mottagen mottaget mottagit; ta: tagen taget tagit; avslå: avslagen avslaget avslagit; "
        "ge: given gett givit; få: fått; skriva: skriven skrivet skrivit; inkomma: inkommen inkommet inkommit; "
        "komma: kommit; lägga: lagd lagt; sätta: satt; göra: gjord gjort; avgöra: avgjord avgjort; sälja: såld sålt; "
        "finna: funnen"
    ),
    "da": _pairs(
        "modtage: modtaget; tage: taget; afslå: afslået; give: givet; få: fået; skrive: skrevet; komme: kommet; "
        "indkomme: indkommet; lægge: lagt; sætte: sat; finde: fundet; gå: gået; vælge: valgt; optage: optaget; "
        "gøre: gjort; træffe: truffet; afgøre: afgjort; sælge: solgt; købe: købt; trække: trukket"
    ),
    "en": _pairs(
        "send: sent; make: made; pay: paid; write: written; take: taken; give: given; find: found; do: done; "
        "hold: held; meet: met; draw: drawn; choose: chosen; keep: kept; sell: sold; buy: bought; tell: told; "
        "build: built; bring: brought; withdraw: withdrawn"
    ),
    "de": _pairs(
        "erhalten: erhalten; eingehen: eingegangen; abschließen: abgeschlossen; genehmigen: genehmigt; "
        "ablehnen: abgelehnt; prüfen: geprüft; senden: gesendet; erstellen: erstellt; bezahlen: bezahlt"
    ),
}
"""Participles that no rule gives, and their infinitives."""
_STATES: dict[Language, frozenset[str]] = {
    "no": word_set("ferdig klar komplett ansatt tilsatt utløpt"),
    "sv": word_set("klar klart komplett färdig"),
    "da": word_set("færdig klar komplet ansat"),
    "en": word_set("complete incomplete ready overdue due available"),
    "de": word_set("fertig vollständig"),
}
"""Adjectives that tell a state as participles do."""
TELLING_STATES: dict[Language, frozenset[str]] = {
    "no": word_set("er var ble blei vart blir vert har mangler manglar foreligger ligg"),
    "sv": word_set("är var blev blir har saknas föreligger"),
    "da": word_set("er var blev bliver har mangler foreligger"),
    "en": word_set("is are was were has have been"),
    "de": word_set("ist sind wurde wird hat liegt fehlt"),
}
"""Words that tell how something is."""
_PASSIVE_ENDINGS = ("es", "as", "ås", "ast", "åast")
_DETERMINERS = frozenset(("the", "a", "an", "all", "any", "each", "its", "their", "this"))
_PARTICIPLE_ENDINGS: dict[Language, tuple[str, ...]] = {
    "no": ("et", "t", "d", "dd", "a"),
    "sv": ("t", "d", "dd", "ad", "at", "ats", "ts"),
    "da": ("et", "t"),
    "en": ("ed", "d"),
    "de": (),
}
_NO_PARTICIPLES = word_set("need feed speed proceed exceed embed seed konsert ekspert desert expert")


@lru_cache(maxsize=16)
def verbs(language: Language, lexicon: Lexicon) -> frozenset[str]:
    """Return the infinitives among the forms of the actions of a lexicon, by the first words of phrases too."""
    found: dict[str, set[tuple[str, bool]]] = {"action": set(), "object": set()}
    for concept in lexicon.concepts.values():
        for column, forms in concept.forms.items():
            if COLUMNS[column] == language:
                found[concept.kind].update((told[0], len(told) == 1) for form in forms if (told := words(form)))
    # A phrase that begins with a noun says what was done to it: "invoice sent", "faktura betalas".
    nouns = {word for word, alone in found["object"] if alone}
    firsts = {word for word, alone in found["action"] if alone or word not in nouns}
    return frozenset(word for word in firsts if _could_be_infinitive(word, language))


def _could_be_infinitive(word: str, language: Language) -> bool:
    if language == "en" and _is_english_participle(word):
        return False
    if word in _NOUNS[language] or (len(word) > 5 and word.endswith(_NOUN_ENDINGS[language])):
        return False
    return word.endswith((_INFINITIVE_ENDING[language], *_SHORT_INFINITIVES[language]))


def is_verb(word: str, language: Language, lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb that says what to do or what is being done: infinitive, imperative or present."""
    known = verbs(language, lexicon)
    if word in _NOUNS[language]:
        return False
    if word in known or (len(word) > 5 and word.endswith(_ONLY_VERBS[language])):
        return True
    return any(form in known for form in _infinitives(word, language))


def _infinitives(word: str, language: Language) -> list[str]:
    """Return what the infinitive of a word would be, were it an imperative, a present or a passive."""
    if language == "en":
        return [
            *([word[:-1]] if word.endswith("s") else []),
            *([word[:-2]] if word.endswith("es") else []),
            *([f"{word[:-3]}y"] if word.endswith("ies") else []),
        ]
    ending = _INFINITIVE_ENDING[language]
    found = [word + ending, f"{word}{word[-1:]}{ending}"]
    for suffix in ("r", "s", "er", "ar", "es", "as", "ast"):
        if word.endswith(suffix):
            bare = word[: -len(suffix)]
            found += [bare, bare + ending]
    if language == "no" and word.endswith("a"):
        found.append(f"{word[:-1]}e")  # Nynorsk has infinitives in -a
    return found


def begins_with_verb(found: Sequence[str], language: Language, lexicon: Lexicon) -> bool:
    """Tell whether the words of a label begin with what to do.

    A word that can be a noun is one before what was or is done to it: "svar mottatt", "order received", "svar sendes".
    """
    first, second = found[0], found[1] if len(found) > 1 else ""
    if not is_verb(first, language, lexicon):
        return language == "en" and second in _DETERMINERS
    done = (len(found) == 2 and is_participle(second, language, lexicon)) or is_passive(second, language, lexicon)
    is_infinitive = language != "en" and first in verbs(language, lexicon)
    return is_infinitive or not (done or second in TELLING_STATES[language])


def is_passive(word: str, language: Language, lexicon: Lexicon) -> bool:
    """Tell whether a word says in one word what is being done to something (`sendes`, `registrerast`, `skickas`)."""
    if language not in ("no", "sv", "da") or not word.endswith(_PASSIVE_ENDINGS):
        return False
    known, ending = verbs(language, lexicon), _INFINITIVE_ENDING[language]
    bare = word.removesuffix("t").removesuffix("s")
    return bare in known or f"{bare.removesuffix('a')}{ending}" in known


def is_participle(word: str, language: Language, lexicon: Lexicon) -> bool:
    """Tell whether a word says what was done (`mottatt`, `registrerad`, `approved`), or a state as these do."""
    if word in _NO_PARTICIPLES:
        return False
    if word in _IRREGULAR[language] or word in _STATES[language]:
        return True
    if language == "en":
        return _is_english_participle(word)
    if language in ("no", "da") and len(word) > 5 and word.endswith(("ert", "eret")):
        return True
    return infinitive_of(word, language, lexicon) is not None


def _is_english_participle(word: str) -> bool:
    return word in _IRREGULAR["en"] or (len(word) > 4 and word.endswith("ed") and word not in _NO_PARTICIPLES)


def infinitive_of(word: str, language: Language, lexicon: Lexicon) -> str | None:
    """Return the infinitive of a participle; None where it is none, or of a verb that the lexicon lacks."""
    known = verbs(language, lexicon)
    irregular = _IRREGULAR[language].get(word)
    if irregular is not None:
        return irregular if irregular in known else None
    ending = _INFINITIVE_ENDING[language]
    for suffix in _PARTICIPLE_ENDINGS[language]:
        bare = word.removesuffix(suffix)
        if bare == word or len(bare) < 3:
            continue
        found = next((form for form in (f"{bare}{ending}", f"{bare}{bare[-1]}{ending}") if form in known), None)
        if found is not None:
            return found
    return None


def imperative_of(word: str, language: Language, lexicon: Lexicon) -> str | None:
    """Return the infinitive of a Norwegian or Danish imperative; None where it is none, or of an unknown verb.

    Swedish has the infinitive itself for most verbs, and nouns where it would be shorter (`beslut`, `kontakt`).
    """
    if language not in ("no", "da") or len(word) < 3:
        return None
    known = verbs(language, lexicon)
    doubled = [f"{word}{word[-1]}e"] if word.endswith(("m", "n")) else []
    return next((form for form in (f"{word}e", *doubled) if form in known), None)


def is_action_noun(word: str, language: Language, lexicon: Lexicon, *, acts: bool) -> bool:
    """Tell whether a word is a noun that tells an action (`mottak`, `handläggning`); `acts`: it means an action."""
    ends = len(word) > 5 and word.endswith(_NOUN_ENDINGS[language])
    if language == "en" and word.endswith("ing") and len(word) > 5:
        return True
    if not acts:
        return False
    return ends or word in _NOUNS[language] or not is_verb(word, language, lexicon)
