"""What a command is: a named change of a project, with who may do it."""

from __future__ import annotations

from typing import ClassVar

from procmap.model import BadInput
from procmap.model.value import Value
from procmap.workspace.values import Role
from procmap.workspace.work import Work, plain

MOST_OF_A_NAME = 200
"""Letters of a name that people give to an organisation, a service or a variant."""

_TOLD = 80


class Command(Value):
    """A change of a project. Its fields are what it needs to know; `apply` makes it.

    `name` is what the log calls it: `did-NAME` is the code of the sentence that history shows. `needs`: the role that
    may do it. `is_step`: whether undoing goes through it; else it is only noted, and undoing passes it by.
    """

    name: ClassVar[str]
    needs: ClassVar[Role] = "scribe"
    is_step: ClassVar[bool] = True

    def apply(self, work: Work) -> dict[str, str | int]:
        """Make the change, and return what the sentence of history tells of it.

        Raises BadInput when it cannot be done; then nothing is changed.
        """
        raise NotImplementedError


def given_name(name: str, field: str) -> str:
    """Return a name without blanks around it. Raises BadInput when nothing is left, or too much."""
    made = " ".join(plain(name).split())
    if not made:
        raise BadInput("name-empty", field=field)
    if len(made) > MOST_OF_A_NAME:
        raise BadInput("name-too-long", field=field, most=MOST_OF_A_NAME)
    return made


def short(text: str) -> str:
    """Return a text as history tells it: one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _TOLD else line[: _TOLD - 1] + "…"
