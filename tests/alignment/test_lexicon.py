"""What words mean reaches the matchers with the evidence."""

from __future__ import annotations

from procmap.alignment.evidence import Evidence
from procmap.language import Lexicon, core


def test_the_evidence_holds_the_lexicon():
    own = Lexicon([])
    assert Evidence([], own).lexicon is own
    assert Evidence([]).lexicon is core()
