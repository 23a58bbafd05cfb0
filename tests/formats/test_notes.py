from __future__ import annotations

from procmap.formats.notes import Notes
from procmap.model import Finding


def test_findings_in_their_order_then_what_was_not_read_by_kind():
    notes = Notes()
    notes.unread("z")
    notes.report("missing-id", "a", severity="note", id="a")
    notes.unread("b")
    notes.unread("z")

    assert notes.findings() == (
        Finding(code="missing-id", severity="note", elements=("a",), params={"id": "a"}),
        Finding(code="not-read", params={"kind": "b", "count": 1}),
        Finding(code="not-read", params={"kind": "z", "count": 2}),
    )
