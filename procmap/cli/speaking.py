"""Which language a command speaks: as `--lang` says, else as the environment says; JSON is in English by default."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

from procmap.messages import LanguageCode, Translator, language_of, language_of_environment, translator

OPTION = "--lang"


def speaker(wanted: LanguageCode | None, *, for_machines: bool = False) -> Translator:
    """Return who speaks in a command whose option `--lang` is `wanted`."""
    if wanted is None:
        wanted = "en" if for_machines else language_of_environment(os.environ)
    return translator(wanted)


def speaker_before_parsing(arguments: Sequence[str]) -> Translator:
    """Return who speaks of a command line as a whole, in help and in errors: its last `--lang` is believed."""
    said = [after for option, after in pairwise(arguments) if option == OPTION]
    said += [argument.removeprefix(f"{OPTION}=") for argument in arguments if argument.startswith(f"{OPTION}=")]
    return speaker(next((language for tag in reversed(said) if (language := language_of(tag))), None))
