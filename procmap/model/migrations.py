"""What makes a model file of an earlier version one of the next. Works on plain JSON, before it becomes values.

Whoever changes what a model file looks like adds a function at the end of MIGRATIONS, which makes the version: the
format of today is one more than the list is long. Functions are never changed again, so they use nothing but the
standard library: the classes of the model move on, and what an old file looked like does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the content of a file of one version, and returns it as a file of the next would have it."""

MIGRATIONS: tuple[Migration, ...] = ()
"""In order: the first takes a file from version 1 to version 2. Empty: there is only one version so far."""

_VERSION = re.compile(r"model/([1-9][0-9]{0,5})")


def current_format(migrations: Sequence[Migration] = MIGRATIONS) -> str:
    """Return the name of the newest version: what the key `procmap` of a file says."""
    return f"model/{len(migrations) + 1}"


def migrate(content: dict[str, Any], migrations: Sequence[Migration] = MIGRATIONS) -> dict[str, Any] | None:
    """Return the content of a model file as the newest version has it; None when its version is no known one.

    The file says its version in its key `procmap`.
    """
    found = _VERSION.fullmatch(str(content.get("procmap")))
    if found is None or int(found.group(1)) > len(migrations) + 1:
        return None
    for change in migrations[int(found.group(1)) - 1 :]:
        content = change(content)
    return {**content, "procmap": current_format(migrations)}
