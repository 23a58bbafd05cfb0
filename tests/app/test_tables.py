"""Tables as HTML."""

from __future__ import annotations

from procmap.app.tables import table


def test_every_text_is_escaped():
    made = table('"<b>', ["<i>"], [["<img src=x onerror=alert(1)>", "&"]])
    assert "<img" not in made
    assert "<i>" not in made
    assert 'aria-label="&quot;&lt;b&gt;"' in made
    assert made.count("<tr>") == 2
