"""Ids made from labels, for files whose steps have none: `Registrer søknad` becomes `registrer_soknad`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from procmap.formats.free_ids import FreeIds

LONGEST = 48
"""Letters of a made id; a number is added where one is taken."""
_SPELLED = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})
_OTHER = re.compile(r"[^a-z0-9]+")


def id_of_label(label: str, otherwise: str = "step") -> str:
    """Return a label as an id: small ASCII letters, digits and underscores, valid in XML; `otherwise` if none is left.

    The same label always gives the same id.
    """
    plain = unicodedata.normalize("NFKD", label.casefold().translate(_SPELLED))
    name = _OTHER.sub("_", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("_")
    name = name[:LONGEST].rstrip("_")
    if not name:
        return otherwise
    return name if name[0].isalpha() else f"_{name}"


class LabelIds:
    """Hands out ids made from labels, none twice: the n-th of the same label gets `_n`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._ids = FreeIds(taken, mark="_")

    def new(self, label: str, otherwise: str = "step") -> str:
        """Return a free id for a label."""
        return self._ids.new(id_of_label(label, otherwise))
