"""Ten files as we draw them and as bpmn-js draws them: the same elements, markers and labels."""

from __future__ import annotations

import pytest

from procmap.drawing import diagrams_of, draw
from procmap.formats import read
from procmap.layout import place
from procmap.model import Trigger, replace_element
from tests.drawing.shown import FILES, by_bpmn_js, by_us, path_of


def test_a_drawing_that_shows_something_else_is_found(root):
    process = read(str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")).processes[0]
    shown = by_us(draw(process, place(process)))
    first = process.nodes[0]
    others = (
        replace_element(process, first.replace(name="Noe annet")),
        replace_element(process, first.replace(triggers=(Trigger(type="signal"),))),
        process.replace(nodes=process.nodes[1:]),
    )
    for other in others:
        assert by_us(draw(other, place(process))) != shown


@pytest.mark.shared
@pytest.mark.npm
@pytest.mark.browser
def test_the_same_elements_markers_and_labels(shared, root, tmp_path, chromium, node_modules):
    files, ours = {}, {}
    for name in FILES:
        path = path_of(name, shared, root)
        files[name] = path.read_bytes()
        document = read(str(path))
        (process,) = document.processes
        (diagram, *_) = diagrams_of(process, document.diagrams)
        ours[name] = by_us(draw(process, diagram))
    theirs = by_bpmn_js(files, tmp_path, chromium, node_modules)
    for name in FILES:
        differing = {
            key: (ours[name].get(key), theirs[name].get(key))
            for key in sorted({*ours[name], *theirs[name]})
            if ours[name].get(key) != theirs[name].get(key)
        }
        assert differing == {}, name
    assert sum(map(len, ours.values())) > 500
