"""How organisations differ in what their processes do: at the same time, either-or, only sometimes, again and again."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "difference-parallel_sequential": (
        "{labels} are done at the same time at {parallel}, and one after the other at {sequential}."
    ),
    "difference-parallel_sequential-one": (
        '"{label}" is done at the same time as {others} at {parallel}, and before or after at {sequential}.'
    ),
    "difference-parallel_sequential-branches": (
        "{labels} are spread over branches that run at the same time at {parallel}. At {sequential} they come one "
        "after the other."
    ),
    "difference-either_or_both": (
        'At {either}, no case has both "{label}" and {others}. At {both}, a case can have both.'
    ),
    "difference-optional": (
        "{labels}: done in every case that does not end early at {always}, and only in some at {sometimes}."
    ),
    "difference-repeated": "{labels}: can be done again in the same case at {again}, and only once at {once}.",
    "aspect-parallel_sequential": "At the same time or one after the other",
    "aspect-either_or_both": "Either-or, or both",
    "aspect-optional": "Always or sometimes",
    "aspect-repeated": "Once or again",
}
