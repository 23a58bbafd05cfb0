import re
from importlib import import_module
from pathlib import Path

from procmap.comparison.differences import registry
from procmap.comparison.values import DifferenceCode
from procmap.messages import sentence
from procmap.messages.sentences import TEMPLATES
from procmap.model import Finding


def test_every_class_is_one_module_and_one_test_module():
    for code in registry.CODES:
        name = "order" if code == "earlier_later" else code
        import_module(f"procmap.comparison.differences.{name}")
        assert Path(__file__).with_name(f"test_{name}.py").exists()


def test_the_registry_has_every_code():
    assert sorted(registry.CODES) == sorted(DifferenceCode.__args__)


def test_every_class_has_a_sentence():
    names = ("label", "labels", "values", "having", "missing", "others", "earlier", "later", "before", "partner")
    params = dict.fromkeys((*names, "stronger", "weaker"), "x")
    for code in registry.CODES:
        told = {key for key in TEMPLATES if re.fullmatch(rf"difference-{code}(-[a-z-]+)?", key)}
        assert told, code
        for key in told:
            assert sentence(Finding(code=key, params=params))


def test_every_class_and_aspect_is_in_the_docs(root: Path):
    told = (root / "docs" / "comparing.md").read_text("utf-8")
    assert [code for code in registry.CODES if f"| `{code}` |" not in told] == []
