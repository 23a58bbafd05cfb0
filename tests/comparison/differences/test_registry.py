import re
from importlib import import_module
from pathlib import Path

import pytest

from procmap.comparison.differences import registry
from procmap.comparison.values import DifferenceCode
from procmap.messages import sentence
from procmap.messages.sentences import TEMPLATES
from procmap.model import Finding

SERVED_BY = {"earlier_later": "order"}
"""The classes that another class's module tells too, each with that module. All others have a module of their own."""
HEADINGS = ["## What it tells", "## When it is told", "## When it is not", "## Example", "## What to do"]


def test_every_class_is_one_module_and_one_test_module():
    for code in registry.CODES:
        name = SERVED_BY.get(code, code)
        import_module(f"procmap.comparison.differences.{name}")
        assert Path(__file__).with_name(f"test_{name}.py").exists()


@pytest.mark.parametrize("code", registry.CODES)
def test_every_class_has_a_fixture(code: str):
    assert (Path(__file__).parent / "fixtures" / code / "expected.json").exists()


@pytest.mark.parametrize("code", registry.CODES)
def test_every_class_has_a_short_page_with_the_same_headings(root: Path, code: str):
    lines = (root / "docs" / "differences" / f"{code}.md").read_text("utf-8").splitlines()
    assert lines[0] == f"# {code}"
    assert [line for line in lines if line.startswith("## ")] == HEADINGS
    assert len(lines) < 60


def test_every_page_is_in_the_index_and_every_class_too(root: Path):
    folder = root / "docs" / "differences"
    linked = re.findall(r"\]\((\w+)\.md\)", (folder / "README.md").read_text("utf-8"))
    pages = [path.stem for path in folder.glob("*.md") if path.name != "README.md"]
    assert [code for code in (*pages, *registry.CODES) if linked.count(code) != 1] == []


def test_the_registry_has_every_code():
    assert sorted(registry.CODES) == sorted(DifferenceCode.__args__)


def test_every_class_has_a_sentence():
    names = (
        "label", "labels", "values", "having", "missing", "others", "earlier", "later", "parallel", "sequential",
        "either", "both", "always", "sometimes", "again", "once", "before", "partner", "stronger", "weaker", "kind",
        "trait", "fields", "inside", "other", "first", "second",
    )  # fmt: skip
    params = dict.fromkeys(names, "x")
    for code in registry.CODES:
        told = {key for key in TEMPLATES if re.fullmatch(rf"difference-{code}(-[a-z-]+)?", key)}
        assert told, code
        for key in told:
            assert sentence(Finding(code=key, params=params))


def test_every_class_and_aspect_is_in_the_docs(root: Path):
    told = (root / "docs" / "comparing.md").read_text("utf-8")
    assert [code for code in registry.CODES if f"| `{code}` |" not in told] == []
