"""The English sentences about what tells who somebody is."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "identity-number": (
        "This looks like the identity number of a person ({shown}). Take it out: a map of the work needs none."
    ),
    "person-name": (
        'This looks like the name of a person ({shown}). Write the role instead, for example "case officer".'
    ),
    "email-address": (
        "This looks like the e-mail address of a person ({shown}). Write the role, or the address of the office, "
        "instead."
    ),
}
