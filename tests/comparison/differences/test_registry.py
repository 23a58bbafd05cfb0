from importlib import import_module
from pathlib import Path

from procmap.comparison.differences import registry
from procmap.comparison.values import DifferenceCode
from procmap.messages import sentence
from procmap.model import Finding

PARTS = {"annotation": {"only", "other"}, "structure": {"only", "other", "beyond", "redrawn"}}


def test_every_class_is_one_module_and_one_test_module():
    for code in registry.CODES:
        name = "order" if code == "earlier_later" else code
        import_module(f"procmap.comparison.differences.{name}")
        assert Path(__file__).with_name(f"test_{name}.py").exists()


def test_the_registry_has_every_code():
    assert sorted(registry.CODES) == sorted(DifferenceCode.__args__)


def test_every_class_has_a_sentence():
    params = dict.fromkeys(
        ("label", "labels", "values", "having", "missing", "others", "earlier", "later", "kind", "trait", "fields"), "x"
    )
    for code in registry.CODES:
        for part in PARTS.get(code) or {aspect.part for aspect in registry.ASPECTS if aspect.code == code} or {""}:
            assert sentence(Finding(code="-".join(filter(None, ("difference", code, part))), params=params))


def test_every_class_and_aspect_is_in_the_docs(root: Path):
    told = (root / "docs" / "comparing.md").read_text("utf-8")
    assert [code for code in registry.CODES if f"| `{code}` |" not in told] == []
