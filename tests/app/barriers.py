"""What axe finds on pages of the app, and what of it is Streamlit's own: all exceptions, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Broken = tuple[str, str, str]
"""A rule of axe that is broken, the part of the page, and how it begins."""


@dataclass(frozen=True)
class Excepted:
    """What is passed over: a rule of axe, the part as axe names it, a page on which it is found, and why."""

    rule: str
    target: str
    page: str
    why: str


OF_STREAMLIT = (
    Excepted(
        "presentation-role-conflict",
        "['section']",
        "import",
        "Streamlit's place to drop files is a section that is to be no part of the page, and takes the keyboard.",
    ),
)
"""To shrink, never to grow: a test fails when one is no longer needed."""


def broken(page: Any, within: str = "") -> set[Broken]:
    """Return the rules that a page breaks (or the part of it that a selector names), but for the exceptions."""
    return but_for_exceptions(found(page, within))


def but_for_exceptions(rules: set[Broken]) -> set[Broken]:
    """Return rules that are broken without what is Streamlit's own."""
    excepted = {(each.rule, each.target) for each in OF_STREAMLIT}
    return {each for each in rules if each[:2] not in excepted}


def found(page: Any, within: str = "") -> set[Broken]:
    """Return all that axe finds."""
    from axe_playwright_python.sync_playwright import Axe

    context = {"include": [[within]]} if within else None
    violations = Axe().run(page, context=context).response["violations"]
    return {(rule["id"], str(node["target"]), node["html"][:150]) for rule in violations for node in rule["nodes"]}
