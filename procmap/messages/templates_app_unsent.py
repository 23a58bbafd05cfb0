"""The English texts around what is typed and not sent, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "unsent-discard": "Throw away what is typed here",
    "draft-gone": "{source}: the file is not here any more. Drop it again.",
    "draft-too-large": "{source}: the file is too large. At most {most} MB are taken.",
}
