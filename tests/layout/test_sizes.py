from __future__ import annotations

from procmap.layout.sizes import LABEL_LINE, LABEL_WIDTH, element_size, label_size
from procmap.model import Activity, Annotation


def test_label_size():
    assert label_size(" ") is None
    assert label_size("ja").height == LABEL_LINE
    long = label_size("et langt navn på en hendelse som skjer når søknaden er mottatt")
    assert long.height == 4 * LABEL_LINE
    assert LABEL_WIDTH < long.width <= LABEL_WIDTH * 4 / 3 + 2


def test_tasks_are_as_narrow_as_their_words_allow():
    assert element_size(Activity(id="a", name="Motta")).width == 100
    assert element_size(Activity(id="a", name="Vurdere nabomerknader")).width == 120
    assert element_size(Activity(id="a", name="x" * 500)).width == 140


def test_annotations_grow_with_their_text():
    short, long = (element_size(Annotation(id="n", text=text)) for text in ("Frist", "Frist tre uker " * 8))
    assert short.height < long.height
