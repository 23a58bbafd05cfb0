"""What attached values ask for, in words: the details of a control, a risk, a record rule, a ROSA level, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from procmap.formats.service_levels import level_text
from procmap.formats.spreadsheet.words import FIELDS
from procmap.messages import Translator
from procmap.model import AttachedValue, Control, Note, RecordRule, Risk, RosaAssessment
from procmap.model.attached import Attached

KINDS = ("control", "risk", "rosa", "record", "note")
"""The kinds of attached values, in the order in which they are told."""


def attached_name(value: AttachedValue, say: Translator) -> str:
    """Return what an attached value is called: its name, else its id; a ROSA level without a name by what it is."""
    name = " ".join(value.name.split())
    return name or (say.word("attached", value.kind) if isinstance(value, RosaAssessment) else value.id)


def attached_detail(value: AttachedValue, say: Translator) -> str:
    """Return all that a value asks for as one text; empty where it says nothing but its name."""
    return _together((*_parts(value, say), " ".join(getattr(value, "description", "").split())))


def attached_sentence(value: AttachedValue, say: Translator, guarded: Callable[[str], str]) -> str:
    """Return a value with what is to be known to do the work: its name, and the rest in brackets.

    `guarded` gives the text for an element that a control guards.
    """
    parts = [*_parts(value, say, brief=True)]
    if value.guards:
        parts.append(say.text(f"attached-guards-{value.position}", steps=[guarded(each) for each in value.guards]))
    told, name = _together(parts), attached_name(value, say)
    if isinstance(value, RosaAssessment):
        return told or name
    return f"{name} ({told})" if told else name


def _together(parts: Iterable[str]) -> str:
    """Return parts as one text; what people wrote as a sentence loses its full stop."""
    return "; ".join(part.removesuffix(".") for part in parts if part)


def _parts(value: AttachedValue, say: Translator, *, brief: bool = False) -> Iterator[str]:
    """Yield what a value asks for, part by part; `brief`: only what is to be known to do the work."""
    if isinstance(value, Control):
        yield from _control(value, say, brief=brief)
    elif isinstance(value, Risk):
        yield from _labelled(value, ("treatment",) if brief else _OF_RISK, say)
    elif isinstance(value, RosaAssessment):
        yield say.text("rosa-levels", levels=[level_text(value.level, say)], count=1) if value.level is not None else ""
        if not brief:
            yield say.text(f"rosa-routine-{value.routine}") if value.routine is not None else ""
            yield " ".join(value.reason.split())
    elif isinstance(value, RecordRule):
        yield from _record(value, say, brief=brief)
    else:
        yield from _note(value, say, brief=brief)


_OF_RISK = (
    "likelihood", "impact", "residual_likelihood", "residual_impact", "cause", "consequence", "treatment", "owner",
    "category",
)  # fmt: skip


def _control(value: Control, say: Translator, *, brief: bool) -> Iterator[str]:
    yield from _worded(value, ("type",) if brief else ("type", "mode", "frequency"), "Control", say)
    yield say.text("control-key") if value.key else ""
    yield say.text("control-blocking") if value.blocking else ""
    more = () if brief else ("owner", "population")
    yield from _labelled(value, ("performer", "criterion", "evidence", *more), say)
    if not brief:
        yield from _listed("legal_basis", value.legal_basis, say)


def _record(value: RecordRule, say: Translator, *, brief: bool) -> Iterator[str]:
    if not brief:
        yield from _labelled(value, ("document_type",), say)
        yield from _worded(value, ("direction",), "RecordRule", say)
    yield from _labelled(value, ("captured",), say)
    yield say.word("registration", value.registration) if value.registration else ""
    yield say.word("disposal", value.disposal) if value.disposal else ""
    yield from _labelled(value, ("retention", "access", "system", *(() if brief else _OF_RECORD)), say)


_OF_RECORD = (
    "disposal_basis", "access_basis", "series", "class_code", "format", "quality_check", "responsible", "procedure",
)  # fmt: skip


def _note(value: Note, say: Translator, *, brief: bool) -> Iterator[str]:
    if not brief:
        yield FIELDS["Note.about"].word(value.about, say.language)
    yield " ".join(value.text.split()) if value.text != value.name else ""
    yield from () if brief else _labelled(value, ("by",), say)


def _worded(value: Attached, fields: Iterable[str], owner: str, say: Translator) -> Iterator[str]:
    """Yield the words for fields with a fixed set of values."""
    for field in fields:
        code = getattr(value, field)
        yield FIELDS[f"{owner}.{field}"].word(code, say.language) if code else ""


def _labelled(value: Attached, fields: Iterable[str], say: Translator) -> Iterator[str]:
    for field in fields:
        text = " ".join(str(getattr(value, field)).split())
        yield f"{say.text(f'detail-{field}')}: {text}" if text else ""


def _listed(field: str, texts: Iterable[str], say: Translator) -> Iterator[str]:
    told = [" ".join(text.split()) for text in texts if text.strip()]
    yield f"{say.text(f'detail-{field}')}: {', '.join(told)}" if told else ""
