"""The command `procmap` with all its commands: an explicit list, in the order in which help shows them."""

from procmap.cli import reading, templating, comparing, harmonising, drawing, project, opening, lexicon, demonstrating  # noqa: I001 - help has this order
from procmap.cli.app import app

__all__ = [
    "app", "comparing", "demonstrating", "drawing", "harmonising", "lexicon", "opening", "project", "reading",
    "templating",
]  # fmt: skip
