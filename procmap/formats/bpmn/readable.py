"""What is known of a step beyond BPMN, as lines that people read and edit: `System: Sakarkiv`.

They stand in the step's documentation, which most tools keep when they drop extension elements, between two fixed
lines. The second has a checksum, so that it can be told whether the lines were edited since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from procmap.formats import measure_texts
from procmap.formats.bpmn.metadata import xml_text
from procmap.formats.measure_texts import Language
from procmap.model import Activity, Attached, AttachedValue, Event, Process, RosaAssessment

WORDS: dict[str, dict[Language, str]] = {
    "system": {"en": "System", "nb": "System", "nn": "System", "sv": "System"},
    "documents_in": {"en": "Document in", "nb": "Dokument inn", "nn": "Dokument inn", "sv": "Handling in"},
    "documents_out": {"en": "Document out", "nb": "Dokument ut", "nn": "Dokument ut", "sv": "Handling ut"},
    "work_time": {"en": "Work time", "nb": "Arbeidstid", "nn": "Arbeidstid", "sv": "Arbetstid"},
    "lead_time": {"en": "Lead time", "nb": "Saksbehandlingstid", "nn": "Sakshandsamingstid", "sv": "Ledtid"},
    "deadline": {"en": "Deadline", "nb": "Frist", "nn": "Frist", "sv": "Tidsfrist"},
    "cost": {"en": "Cost", "nb": "Kostnad", "nn": "Kostnad", "sv": "Kostnad"},
    "legal_basis": {"en": "Legal basis", "nb": "Hjemmel", "nn": "Heimel", "sv": "Lagstöd"},
    "channel": {"en": "Channel", "nb": "Kanal", "nn": "Kanal", "sv": "Kanal"},
    "rosa": {"en": "ROSA", "nb": "ROSA", "nn": "ROSA", "sv": "ROSA"},
    "control": {"en": "Control", "nb": "Kontroll", "nn": "Kontroll", "sv": "Kontroll"},
    "risk": {"en": "Risk", "nb": "Risiko", "nn": "Risiko", "sv": "Risk"},
    "record": {"en": "Record rule", "nb": "Arkivregel", "nn": "Arkivregel", "sv": "Hanteringsanvisning"},
}
"""What a line begins with, by what it tells, in each language."""
_KEYS = {word.casefold(): key for key, words in WORDS.items() for word in words.values()}
_BEGIN = "--- procmap {language} ---"
_END = "--- procmap {checksum} ---"
_BLOCK = re.compile(r"[^\S\n]*--- procmap (en|nb|nn|sv) ---(.*?)--- procmap ([0-9a-f]{8}) ---[^\S\n]*", re.DOTALL)
_ATTACHED = ("control", "risk", "record")


class Line(NamedTuple):
    """One line: what it tells (a key of `WORDS`), and the text."""

    key: str
    text: str


class Block(NamedTuple):
    """A block in a documentation: its language, its lines, whether it is as it was written, and its checksum.

    `unknown`: lines that begin with no known word.
    """

    language: Language
    lines: tuple[Line, ...]
    untouched: bool
    checksum: str
    unknown: tuple[str, ...]


def lines_of(step: Activity | Event, attached: Iterable[AttachedValue], language: Language) -> tuple[Line, ...]:
    """Return what is known of a step; `attached` are the values attached to it."""
    details = step.details
    found: list[Line] = [Line("system", text) for text in details.systems]
    found += [Line("documents_in", text) for text in details.documents_in]
    found += [Line("documents_out", text) for text in details.documents_out]
    if details.work_time is not None:
        found.append(Line("work_time", measure_texts.duration_text(details.work_time, language)))
    if details.lead_time is not None:
        found.append(Line("lead_time", measure_texts.duration_text(details.lead_time, language)))
    if details.deadline is not None:
        found.append(Line("deadline", measure_texts.deadline_text(details.deadline, language)))
    if details.cost is not None:
        found.append(Line("cost", measure_texts.cost_text(details.cost, language)))
    found += [Line("legal_basis", text) for text in details.legal_basis]
    found += [Line("channel", details.channel)] if details.channel else []
    for value in attached:
        if isinstance(value, RosaAssessment):
            found += [Line("rosa", str(value.level))] if value.level is not None else []
        elif value.kind in _ATTACHED:
            found.append(Line(value.kind, told(value)))
    return tuple(Line(line.key, text) for line in found if (text := shown(line.text)))


def lines_by_step(process: Process, language: Language) -> dict[str, tuple[Line, ...]]:
    """Return what is known of every step, by its id."""
    attached: dict[str, list[AttachedValue]] = {}
    for value in process.attached:
        for element in value.on:
            attached.setdefault(element, []).append(value)
    return {step.id: lines_of(step, attached.get(step.id, ()), language) for step in process.steps}


def told(value: Attached) -> str:
    """Return an attached value as its line tells it: its id, and its name."""
    return shown(f"{value.id} {value.name}")


def shown(text: str) -> str:
    """Return a text as it stands in a line: on one line, and not to be taken for the end of the block."""
    return _flat(xml_text(text)).replace("--- procmap ", "-- procmap ")


def block(lines: Sequence[Line], language: Language) -> str:
    """Return lines as the block to write."""
    content = _content(lines, language)
    begin, end = _BEGIN.format(language=language), _END.format(checksum=checksum(lines, language))
    return "\n".join((begin, *content, end))


def checksum(lines: Sequence[Line], language: Language) -> str:
    """Return the checksum of lines: that of their text, whatever white space a tool makes of theirs."""
    return _checksum("\n".join(_content(lines, language)))


def _content(lines: Iterable[Line], language: Language) -> list[str]:
    return [f"{WORDS[line.key][language]}: {line.text}" for line in lines]


def _checksum(text: str) -> str:
    return hashlib.sha256(_flat(text).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def with_block(documentation: Sequence[str], lines: Sequence[Line], language: Language) -> tuple[str, ...]:
    """Return documentation with a block at its end; without lines it has none."""
    if not lines:
        return tuple(documentation)
    made = block(lines, language)
    if not documentation:
        return (made,)
    return (*documentation[:-1], f"{documentation[-1]}\n\n{made}")


def part(documentation: Iterable[str]) -> tuple[tuple[str, ...], Block | None]:
    """Return documentation without its block, and the block: the first, if there are several."""
    kept: list[str] = []
    found: Block | None = None
    for text in documentation:
        match = _BLOCK.search(text) if "--- procmap " in text else None
        if match is None:
            kept.append(text)
            continue
        found = found or _parsed(match)
        rest = f"{text[: match.start()].rstrip()}\n{text[match.end() :].lstrip()}".strip()
        kept += [rest] if rest else []
    return tuple(kept), found


def _parsed(match: re.Match[str]) -> Block:
    lines: list[Line] = []
    unknown: list[str] = []
    for raw in match[2].splitlines():
        word, colon, text = raw.partition(":")
        key = _KEYS.get(_flat(word).casefold())
        if key is not None and colon:
            lines += [Line(key, _flat(text))] if text.strip() else []
        elif raw.strip():
            unknown.append(_flat(raw))
    language: Language = match[1]  # type: ignore[assignment]
    return Block(language, tuple(lines), _checksum(match[2]) == match[3], match[3], tuple(unknown))


def _flat(text: str) -> str:
    return " ".join(text.split())


def changed_keys(was: Iterable[Line], now: Iterable[Line]) -> list[str]:
    """Return the keys whose lines are not the same, in the order of `WORDS`."""
    before, after = _by_key(was), _by_key(now)
    return [key for key in WORDS if before.get(key) != after.get(key)]


def texts(lines: Iterable[Line], key: str) -> Iterator[str]:
    """Yield the texts of the lines with a key."""
    return (line.text for line in lines if line.key == key)


def _by_key(lines: Iterable[Line]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line.text)
    return found
