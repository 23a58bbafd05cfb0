"""What versions differ in, in words: kinds of element, truth, loops and triggers are codes of the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from procmap.messages import Translator
from procmap.model import Loop
from procmap.model.elements import ActivityType, EventType, GatewayType, TriggerType

_KINDS = frozenset((*get_args(ActivityType), *get_args(EventType), *get_args(GatewayType)))
_KIND = re.compile(rf"(?<![\w.:/-])(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?![\w.:/-])")
_DEFINITIONS = frozenset((*get_args(TriggerType), *get_args(Loop.model_fields["type"].annotation)))
_NAMES = ("label", "labels")


def structure_words(shown: str, say: Translator) -> str:
    """Return what an element says, in the words of a language; what people wrote stays as it is."""
    if shown in ("yes", "no"):
        return say.word("truth", shown)
    said = shown.split("; ")
    if all(each.partition(", ")[0] in _DEFINITIONS for each in said):
        return "; ".join(_definition(each, say) for each in said)
    return _kinds(shown, say)


def name_params(params: Mapping[str, str | int], say: Translator) -> dict[str, str | int]:
    """Return the parameters that name elements: those without a name are called by their kind."""
    return {name: _kinds(str(params[name]), say) for name in _NAMES if name in params}


def _definition(shown: str, say: Translator) -> str:
    code, comma, said = shown.partition(", ")
    return f"{say.word('definition', code)}{comma}{said}"


def _kinds(shown: str, say: Translator) -> str:
    return _KIND.sub(lambda found: say.word("element", found[0]), shown)
