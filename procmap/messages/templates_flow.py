"""How organisations differ in the course of their processes: order, at the same time, either-or, sometimes, again."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "difference-earlier_later-block": (
        "{labels:quoted} come earlier at {earlier} than at {later}: at the former before {others:quoted}, at the "
        "latter after."
    ),
    "difference-parallel_sequential": (
        "{labels:quoted} are done at the same time at {parallel}, and one after the other at {sequential}."
    ),
    "difference-parallel_sequential-one": (
        '"{label}" is done at the same time as {others:quoted} at {parallel}, and before or after at {sequential}.'
    ),
    "difference-parallel_sequential-branches": (
        "{labels:quoted} lie on branches that run at the same time at {parallel}. At {sequential} they come one after "
        "the other."
    ),
    "difference-either_or_both": (
        '"{label}" is never done in the same case as {others:quoted} at {either}. At {both}, both are done.'
    ),
    "difference-either_or_both-one": (
        'Each case gets "{label}" or "{other}" at {either}. At {first} it is always the former, and at {second} always '
        "the latter."
    ),
    "difference-optional": (
        "{labels:quoted}: done in every case that does not end early at {always}, and only in some cases at "
        "{sometimes}."
    ),
    "difference-repeated": (
        "{labels:quoted}: can be done again in the same case at {again}, and is done only once at {once}."
    ),
    "aspect-parallel_sequential": "At the same time, or one after the other",
    "aspect-either_or_both": "Either-or, or both",
    "aspect-optional": "Always, or only sometimes",
    "aspect-repeated": "Once, or again and again",
}
