"""What the languages call themselves."""

from __future__ import annotations

from procmap.messages import LanguageCode

NAMES: dict[LanguageCode, str] = {"en": "English", "nb": "Bokmål", "nn": "Nynorsk", "sv": "Svenska"}
