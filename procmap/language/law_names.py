"""Citations of law: the same paragraph of the same act, by its name in Bokmål or Nynorsk or by its short form."""

from __future__ import annotations

from procmap.language.guessing import Language
from procmap.language.keys import label_key
from procmap.language.words import words

SHORT_FORMS: dict[Language, dict[str, str]] = {
    "no": {
        "alkl": "alkoholloven", "arkl": "arkivlova", "bhl": "barnehageloven", "fvl": "forvaltningsloven",
        "koml": "kommuneloven", "offl": "offentleglova", "pbl": "plan- og bygningsloven",
    },
    "sv": {
        "fl": "förvaltningslagen", "kl": "kommunallagen", "osl": "offentlighets- och sekretesslagen",
        "pbl": "plan- och bygglagen", "tf": "tryckfrihetsförordningen",
    },
}  # fmt: skip
"""Short forms in common use for the acts that municipalities cite most, as Lovdata and Svensk författningssamling have
them. One that is not here is a name of its own."""


def law_key(citation: str, language: Language) -> tuple[str, ...]:
    """Return what is equal for citations of the same law; numbers count, and so does their order."""
    known = SHORT_FORMS.get(language, {})
    return label_key(" ".join(known.get(word, word) for word in words(citation)), language)
