"""The language of the document, for screen readers and hyphenation, when somebody changes it without loading anew."""

from __future__ import annotations

from procmap.app.assets import component
from procmap.messages import LanguageCode


def set_language(language: LanguageCode) -> None:
    """Let the document of the reader say which language it is in."""
    component("document-language", "document_language.js")(
        key="document-language", data={"language": language}, height="content"
    )
