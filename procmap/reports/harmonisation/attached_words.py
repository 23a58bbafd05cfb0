"""What attached values ask for, in words: the details of a control, a risk, a record rule, a ROSA level, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from procmap.formats.spreadsheet.words import FIELDS
from procmap.messages import Translator
from procmap.model import AttachedValue, Control, Note, RecordRule, Risk, RosaAssessment
from procmap.model.attached import Attached

KINDS = ("control", "risk", "rosa", "record", "note")
"""The kinds of attached values, in the order in which they are told."""


def attached_name(value: Attached) -> str:
    """Return what an attached value is called: its name, else its id."""
    return " ".join((value.name or value.id).split())


def attached_detail(value: AttachedValue, say: Translator, guarded: Callable[[str], str] | None = None) -> str:
    """Return what a value asks for as one text; empty where it says nothing but its name.

    `guarded` gives the text for an element that a control guards; without it what is guarded is left out.
    """
    told = [text for text in _parts(value, say) if text]
    if guarded is not None and value.guards:
        code = f"attached-guards-{value.position}"
        told.append(say.text(code, steps=[guarded(element) for element in value.guards]))
    return "; ".join(told)


def attached_sentence(value: AttachedValue, say: Translator, guarded: Callable[[str], str]) -> str:
    """Return a value with its name and what it asks for, in brackets."""
    detail = attached_detail(value, say, guarded)
    name = attached_name(value)
    if isinstance(value, RosaAssessment):
        return detail or name
    return f"{name} ({detail})" if detail else name


def _parts(value: AttachedValue, say: Translator) -> Iterator[str]:
    if isinstance(value, Control):
        yield from _control(value, say)
    elif isinstance(value, Risk):
        yield from _risk(value, say)
    elif isinstance(value, RosaAssessment):
        yield from _rosa(value, say)
    elif isinstance(value, RecordRule):
        yield from _record(value, say)
    else:
        yield from _note(value, say)


def _control(value: Control, say: Translator) -> Iterator[str]:
    yield from _worded(value, ("type", "mode", "frequency"), "Control", say)
    yield say.text("control-key") if value.key else ""
    yield say.text("control-blocking") if value.blocking else ""
    yield from _labelled(value, ("performer", "owner", "criterion", "evidence", "population"), say)
    yield from _listed("legal_basis", value.legal_basis, say)
    yield " ".join(value.description.split())


def _risk(value: Risk, say: Translator) -> Iterator[str]:
    labelled = ("likelihood", "impact", "residual_likelihood", "residual_impact", "cause", "consequence", "treatment")
    yield from _labelled(value, (*labelled, "owner", "category"), say)
    yield " ".join(value.description.split())


def _rosa(value: RosaAssessment, say: Translator) -> Iterator[str]:
    if value.level is not None:
        yield say.text("rosa-levels", levels=[str(value.level)], count=1)
    if value.routine is not None:
        yield say.text(f"rosa-routine-{value.routine}")
    yield " ".join(value.reason.split())


def _record(value: RecordRule, say: Translator) -> Iterator[str]:
    yield from _labelled(value, ("document_type",), say)
    yield from _worded(value, ("direction",), "RecordRule", say)
    yield from _labelled(value, ("captured",), say)
    yield say.word("registration", value.registration) if value.registration else ""
    yield say.word("disposal", value.disposal) if value.disposal else ""
    labelled = ("retention", "disposal_basis", "access", "access_basis", "system", "series", "class_code", "format")
    yield from _labelled(value, (*labelled, "quality_check", "responsible", "procedure"), say)


def _note(value: Note, say: Translator) -> Iterator[str]:
    yield FIELDS["Note.about"].word(value.about, say.language)
    yield " ".join(value.text.split()) if value.text != value.name else ""
    yield from _labelled(value, ("by",), say)


def _worded(value: Attached, fields: Iterable[str], owner: str, say: Translator) -> Iterator[str]:
    """Yield the words for fields with a fixed set of values."""
    for field in fields:
        code = getattr(value, field)
        yield FIELDS[f"{owner}.{field}"].word(code, say.language) if code else ""


def _labelled(value: Attached, fields: Iterable[str], say: Translator) -> Iterator[str]:
    for field in fields:
        text = " ".join(str(getattr(value, field)).split())
        yield say.text("detail", name=say.text(f"detail-{field}"), value=text) if text else ""


def _listed(field: str, texts: Iterable[str], say: Translator) -> Iterator[str]:
    told = [" ".join(text.split()) for text in texts if text.strip()]
    yield say.text("detail", name=say.text(f"detail-{field}"), value=", ".join(told)) if told else ""
