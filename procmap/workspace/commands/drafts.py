"""Keeping what somebody types before they say it."""

from __future__ import annotations

from typing import ClassVar

from procmap.model import BadInput
from procmap.workspace.command import Command, short
from procmap.workspace.drafts import draft_key
from procmap.workspace.values import Role, Service, Setting
from procmap.workspace.work import Work

MOST_OF_A_DRAFT = 100_000


class KeepDraft(Command):
    """Keep a text as far as it is typed, in the place of what was typed there before.

    `about` is what it is on, `field` what it is for (`reason` …). Nothing follows from it until a decision takes it up,
    so undoing passes it by: one word typed is no step.
    """

    name = "keep-draft"
    needs: ClassVar[Role] = "scribe"
    is_step: ClassVar[bool] = False
    service: str
    about: str
    field: str
    text: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it. Raises BadInput when it is too long."""
        work.get(Service, self.service)
        if len(self.text) > MOST_OF_A_DRAFT:
            raise BadInput("note-too-long", most=MOST_OF_A_DRAFT)
        key = draft_key(self.service, self.about, self.field)
        before = work.find(Setting, key)
        if (before.value if before else "") != self.text:
            work.put(Setting(id=key, version=before.version if before else 0, value=self.text))
        return {"field": self.field, "text": short(self.text)}
