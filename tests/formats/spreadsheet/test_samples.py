"""Every sample as a spreadsheet, and from there as BPMN: nothing changes on the way but ids that nobody gave."""

from __future__ import annotations

import pytest

from procmap.formats import read, read_source, write
from procmap.model import Gateway, Process, SequenceFlow
from tests.canonical import canonical, with_ids
from tests.conftest import ROOT

SAMPLES = sorted(path for path in (ROOT / "bpmn_samples").glob("*/*.*") if path.suffix != ".json")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv"])
def test_a_sample_as_a_spreadsheet_and_as_bpmn(path, language):
    processes = read(str(path)).processes
    sheet = read_source(write(processes, "x.xlsx", language=language).content, "x.xlsx")
    drawn = read_source(write(sheet.processes, "x.bpmn", language=language).content, "x.bpmn")
    assert drawn.findings == ()
    for one, like in zip(drawn.processes, sheet.processes, strict=True):
        again = canonical(one)
        assert canonical(like) == (again if again == canonical(like) else canonical(renamed(one, like)))


def renamed(process: Process, like: Process) -> Process:
    """Return a process whose unnamed gateways and flows have the ids of those of another, in their order."""
    made = {
        one.id: other.id
        for one, other in zip(process.elements(), like.elements(), strict=True)
        if isinstance(other, SequenceFlow) or (isinstance(other, Gateway) and not other.name)
    }
    return with_ids(process, lambda name: made.get(name, name))
