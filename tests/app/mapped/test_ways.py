"""Ways as people write them."""

from __future__ import annotations

from procmap.app.mapped.ways import ways_of
from procmap.editing import Way


def test_a_line_is_a_way_with_its_condition_and_steps():
    assert ways_of("Ja: Varsle naboene; Vente på svar\n\n Nei:\nArkivere") == (
        Way(condition="Ja", steps=("Varsle naboene", "Vente på svar")),
        Way(condition="Nei"),
        Way(steps=("Arkivere",)),
    )


def test_nothing_but_separators_is_a_way_that_goes_straight_on():
    assert ways_of(" ; ;") == (Way(),)
    assert ways_of("") == ()
