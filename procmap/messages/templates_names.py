"""The English sentences about names of roles and documents that are taken for the same."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "names-by-steps-role": (
        "{count} roles have names of their own in each organisation and are taken for the same, since they do the same "
        "steps: {names}. Look whether they are."
    ),
    "names-by-steps-document": (
        "{count} documents have names of their own in each organisation and are taken for the same, since they go into "
        "the same steps or come out of them: {names}. Look whether they are."
    ),
}
SINGULAR: dict[str, str] = {
    "names-by-steps-role": (
        "{count} role has a name of its own in each organisation and is taken for the same, since it does the same "
        "steps: {names}. Look whether it is."
    ),
    "names-by-steps-document": (
        "{count} document has a name of its own in each organisation and is taken for the same, since it goes into the "
        "same steps or comes out of them: {names}. Look whether it is."
    ),
}
