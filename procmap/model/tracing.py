"""Where elements come from and what became of them: references, origins, fates."""

from __future__ import annotations

from typing import Literal

from procmap.model.value import Text, Value


class StepReference(Value):
    """A step, cited so that it can be found again after the file was edited or the ids were made anew.

    `before` and `after` are the labels of the neighbouring steps, gateways passed over.
    """

    organisation: Text = ""
    variant: Text = ""
    process: Text = ""
    step: Text = ""
    label: Text = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Origin(Value):
    """The element of an organisation's process that an element of a composed process comes from."""

    organisation: str
    variant: str = ""
    process: str = ""
    element: str
    label: str = ""


class Fate(Value):
    """What became of an attached value in a composed process: `to` is an element id, null when it was retired."""

    kind: str
    id: str
    process: str
    fate: Literal["carried", "moved", "retired", "open"]
    to: str | None = None
    decision: str | None = None
