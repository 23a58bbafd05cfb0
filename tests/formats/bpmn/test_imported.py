"""bpmn-js opens every diagram of what is laid out anew and written: no warning, all there, where it was put."""

from __future__ import annotations

import pytest

from procmap import formats
from procmap.formats.bpmn.write import write
from tests.conftest import SHARED
from tests.formats.bpmn.test_write import SAMPLES, has_what_the_schema_refuses, schema_errors
from tests.imported import imported

DATA = SHARED / "data"
SPREAD = [*sorted((DATA / "interop").glob("*/[BC].*.bpmn"))[::12], *sorted((DATA / "variants").rglob("*.bpmn"))[::60]]
"""Files of every size, by nearly every tool and by many people."""


@pytest.mark.npm
@pytest.mark.browser
@pytest.mark.shared
def test_bpmn_js_shows_what_was_laid_out_where_it_was_put(chromium, node_modules):
    documents = {"/".join(path.parts[-2:]): formats.read(str(path)) for path in (*SAMPLES, *SPREAD)}
    written = {name: write(document.processes) for name, document in documents.items()}
    found = dict(imported(written, chromium, node_modules))
    warned = {name: each.warnings for name, each in found.items() if each.warnings}
    sources = dict(imported({name: documents[name].source for name in warned}, chromium, node_modules))

    assert found.keys() == written.keys()
    # Some tools cite what they have not written.
    assert {name: {*warned[name]} - {*sources[name].warnings} for name in warned} == {name: set() for name in warned}
    assert {name: each.astray for name, each in found.items() if each.astray} == {}
    for name, each in found.items():
        # It draws data objects and stores by their references alone.
        data = {item.id for process in documents[name].processes for item in process.data}
        assert {*each.unseen} <= data
        assert each.elements > 0
        if not any(map(has_what_the_schema_refuses, documents[name].processes)):
            assert schema_errors(written[name]) == []


@pytest.mark.npm
@pytest.mark.browser
def test_what_is_moved_or_missing_is_found(chromium, node_modules):
    """Says of the judge that it sees what is wrong."""
    content = write(formats.read(str(SAMPLES[0])).processes).decode()
    flow = content.split('<bpmn:sequenceFlow id="')[1].split('"')[0]
    bent = content.replace(f'bpmnElement="{flow}">', f'bpmnElement="{flow}"><di:waypoint x="1" y="1"/>')
    gone = content.replace(f'bpmnElement="{flow}"', 'bpmnElement="nothing"')
    found = dict(imported({"bent": bent.encode(), "gone": gone.encode()}, chromium, node_modules))

    assert found["bent"].warnings == ()
    assert len(found["bent"].astray) == 1
    assert any("nothing" in text for text in found["gone"].warnings)
