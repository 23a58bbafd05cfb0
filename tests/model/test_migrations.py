"""Files of every version are read for ever: a stored sample of each, and the mechanism with a version of the test's."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from procmap.model import BadInput, from_json, to_json
from procmap.model.migrations import MIGRATIONS, current_format, migrate
from procmap.model.serialisation import FORMAT, ModelFile
from tests.model.rich import DIAGRAM, PROCESS

SAMPLES = Path(__file__).parent / "samples"
VERSIONS = range(1, len(MIGRATIONS) + 2)


def sample(version: int) -> str:
    return (SAMPLES / f"model-{version}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_version_is_read_as_the_same_process(version):
    text = sample(version)
    assert json.loads(text)["procmap"] == f"model/{version}"

    file = from_json(text)

    assert file.processes == (PROCESS,)
    assert file.diagrams == (DIAGRAM,)


def test_there_is_a_sample_of_every_version_and_no_other():
    assert sorted(path.name for path in SAMPLES.iterdir()) == sorted(f"model-{n}.json" for n in VERSIONS)
    assert f"model/{VERSIONS[-1]}" == current_format() == FORMAT


def test_the_newest_sample_is_what_is_written_today():
    assert to_json((PROCESS,), (DIAGRAM,)) == sample(VERSIONS[-1])


def test_the_newest_sample_uses_every_field():
    used: dict[type[BaseModel], set[str]] = defaultdict(set)
    for value in _values(ModelFile(processes=(PROCESS,), diagrams=(DIAGRAM,))):
        for name, field in type(value).model_fields.items():
            if field.is_required() or getattr(value, name) != field.get_default(call_default_factory=True):
                used[type(value)].add(name)

    unused = [
        f"{cls.__name__}.{name}"
        for cls in _classes(ModelFile)
        for name, field in cls.model_fields.items()
        if name not in used[cls] and not _tells_what_it_is(name, field.annotation)
    ]

    assert not unused


def _tells_what_it_is(name: str, annotation: Any) -> bool:
    """Tell whether a field is the version of a file, or the one word by which the class of a value is known."""
    return name == "procmap" or (get_origin(annotation) is Literal and len(get_args(annotation)) == 1)


def _values(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _values(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item)


def _classes(root: type[BaseModel]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    pending: list[Any] = [root]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation not in found:
                found.append(annotation)
                pending.extend(field.annotation for field in annotation.model_fields.values())
        else:
            pending.extend(part for part in get_args(annotation) if part is not Ellipsis)
    return found


# The mechanism, proved with migrations of the test's own.


def _label_to_name(content: dict[str, Any]) -> dict[str, Any]:
    """Before: a process has a `label`."""
    processes = [{"name": process["label"], "id": process["id"]} for process in content["processes"]]
    return {**content, "processes": processes}


def _title_to_id(content: dict[str, Any]) -> dict[str, Any]:
    """Before that: it has a `title` as well, and no id."""
    processes = [{"label": process["label"], "id": process["title"]} for process in content["processes"]]
    return {**content, "processes": processes}


OLD = (_title_to_id, _label_to_name)


@pytest.mark.parametrize(
    ("version", "process"),
    [(1, {"title": "P", "label": "Søknad"}), (2, {"id": "P", "label": "Søknad"}), (3, {"id": "P", "name": "Søknad"})],
)
def test_a_file_takes_every_step_from_its_version_on(version, process):
    text = json.dumps({"procmap": f"model/{version}", "processes": [process]})

    (read,) = from_json(text, migrations=OLD).processes

    assert (read.id, read.name) == ("P", "Søknad")


@pytest.mark.parametrize("version", ["model/4", "model/0", "model/01", "model/-1", "model/1.0", "model/", "model/x"])
def test_a_version_that_is_not_known_is_refused_with_the_one_that_is_read(version):
    with pytest.raises(BadInput) as refused:
        from_json(json.dumps({"procmap": version}), "a.json", migrations=OLD)

    assert refused.value.finding.code == "model-version"
    assert refused.value.finding.params == {"source": "a.json", "version": version, "expected": "model/3"}


def test_an_old_file_that_was_never_whole_is_refused_too():
    with pytest.raises(BadInput) as refused:
        from_json('{"procmap": "model/1", "processes": [{"label": "no title"}]}', migrations=OLD)

    assert refused.value.finding.code == "model-field"


def test_a_file_of_today_is_not_changed():
    content = json.loads(sample(VERSIONS[-1]))
    assert migrate(content) == content
