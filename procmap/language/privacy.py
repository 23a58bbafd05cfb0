"""Where a process tells who somebody is, in any of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.language.personal import personal
from procmap.model import Finding, Process
from procmap.model.value import Value

_NOT_TEXT = frozenset(("id", "source_fingerprint", "origins", "on", "guards", "parent", "pool", "scope", "nodes"))


def personal_data(process: Process) -> tuple[Finding, ...]:
    """Return a warning for every identity number, address and name of a person in a process, element by element."""
    found: list[Finding] = []
    places: list[tuple[tuple[str, ...], Value]] = [((element.id,), element) for element in process.elements()]
    places += [(value.on[:1], value) for value in process.attached]
    places.append(((), process.card))
    for elements, value in places:
        found += _findings(elements, _texts(value))
    found += _findings((), (process.name, *process.documentation, *(item.value for item in process.properties)))
    return tuple(found)


def _findings(elements: tuple[str, ...], texts: Iterable[str]) -> Iterator[Finding]:
    told = dict.fromkeys((one.kind, one.shown) for text in texts for one in personal(text))
    for kind, shown in told:
        yield Finding(code=kind, severity="warning", elements=elements, params={"shown": shown})


def _texts(value: Value) -> Iterator[str]:
    """Yield all texts of a value and of the values in it; ids are none."""
    for field in type(value).model_fields:
        if field not in _NOT_TEXT:
            yield from _texts_of(getattr(value, field))


def _texts_of(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Value):
        yield from _texts(content)
    elif isinstance(content, tuple):
        for item in content:
            yield from _texts_of(item)
