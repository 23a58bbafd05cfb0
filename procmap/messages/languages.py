"""The languages that procmap speaks, and which of them somebody wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

LanguageCode = Literal["en", "nb", "nn", "sv"]
"""English, Bokmål, Nynorsk, Swedish (ISO 639-1)."""

LANGUAGES: tuple[LanguageCode, ...] = get_args(LanguageCode)
NAMES: Mapping[LanguageCode, str] = {"en": "English", "nb": "Bokmål", "nn": "Nynorsk", "sv": "Svenska"}
"""What the languages call themselves."""
_ALSO: dict[str, LanguageCode] = {"no": "nb"}
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = ("C", "POSIX")


def language_of(tag: str) -> LanguageCode | None:
    """Return the language of a tag such as `nn`, `nb-NO` or `sv_SE.UTF-8`; None for one that procmap does not speak."""
    primary = tag.strip().replace("_", "-").partition(".")[0].partition("@")[0].partition("-")[0].lower()
    return next((language for language in LANGUAGES if language == primary), _ALSO.get(primary))


def language_of_environment(environment: Mapping[str, str]) -> LanguageCode:
    """Return the language that environment variables ask for, English where they ask for none that procmap speaks.

    PROCMAP_LANG comes first; then what gettext reads: the locale (LC_ALL, LC_MESSAGES, LANG: the first that is set),
    before which LANGUAGE, a list of languages, goes unless the locale is plain C
    (https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html).
    """
    wanted = language_of(environment.get("PROCMAP_LANG", ""))
    if wanted:
        return wanted
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "C")
    if locale.partition(".")[0] in _NO_LANGUAGE:
        return "en"
    listed = [tag for tag in environment.get("LANGUAGE", "").split(":") if tag]
    return next(filter(None, map(language_of, [*listed, locale])), "en")
