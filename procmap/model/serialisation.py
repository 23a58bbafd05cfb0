"""A process as JSON and back. The format has a version: earlier ones are migrated, a newer one is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import Field, ValidationError

from procmap.model.attached import AttachedValue
from procmap.model.diagram import Diagram
from procmap.model.elements import Node
from procmap.model.findings import BadInput
from procmap.model.migrations import MIGRATIONS, Migration, current_format, migrate
from procmap.model.process import Process
from procmap.model.value import Value

FORMAT = current_format()


class ModelFile(Value):
    """What a model file holds: processes, and their drawings where the source had some."""

    procmap: str = FORMAT
    processes: tuple[Process, ...] = Field(default=())
    diagrams: tuple[Diagram, ...] = ()


def to_json(processes: tuple[Process, ...], diagrams: tuple[Diagram, ...] = ()) -> str:
    """Return processes and drawings as JSON text. Fields that have their default are left out."""
    file = ModelFile(processes=processes, diagrams=diagrams)
    content: dict[str, Any] = file.model_dump(mode="json", exclude_defaults=True)
    for written, process in zip(content.get("processes", ()), processes, strict=True):
        _restore_kinds(written.get("nodes", ()), process.nodes)
        _restore_kinds(written.get("attached", ()), process.attached)
    return json.dumps({"procmap": FORMAT, **content}, ensure_ascii=False, indent=1) + "\n"


def _restore_kinds(written: Sequence[dict[str, Any]], items: Sequence[Node | AttachedValue]) -> None:
    """Put `kind` back: it is a default of its class, and what the class is known by when the file is read."""
    for fields, item in zip(written, items, strict=True):
        fields["kind"] = item.kind


def from_json(text: str | bytes, source: str = "", migrations: Sequence[Migration] = MIGRATIONS) -> ModelFile:
    """Return the content of a model file, of this version or an earlier one (see `procmap.model.migrations`).

    Raises BadInput when it is not JSON, not a model file, of a version that is not known, or has fields that do not
    fit; the finding names the place.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput("not-json", source=source, detail=str(error)) from None
    version = content.get("procmap") if isinstance(content, dict) else None
    if not isinstance(version, str) or not version.startswith("model/"):
        raise BadInput("not-a-model", source=source)
    try:
        migrated = migrate(content, migrations)
    except (LookupError, TypeError, ValueError, AttributeError) as error:  # a file that was never whole
        raise BadInput("model-field", source=source, place=version, detail=repr(error)) from None
    if migrated is None:
        raise BadInput("model-version", source=source, version=version, expected=current_format(migrations))
    try:
        return ModelFile.model_validate(migrated)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(str(part) for part in first["loc"])
        raise BadInput("model-field", source=source, place=place, detail=first["msg"]) from None
