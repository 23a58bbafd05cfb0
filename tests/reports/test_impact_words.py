"""Figures before and after in words: what nobody knows is never told as nought."""

from __future__ import annotations

from decimal import Decimal

from procmap.harmonisation.impact_values import ControlImpact, Impact, PathFigures, TimeTaken
from procmap.messages import ENGLISH, translator
from procmap.model import Duration
from procmap.reports.impact_words import figure_sentence, impact_figures, impact_summary

WEEKS = Duration(amount=Decimal("1.5"), unit="weeks")


def figures(**fields: object) -> PathFigures:
    return PathFigures(steps=("a", "b", "c"), **fields)


def test_figures_without_roles_times_and_controls_are_left_out() -> None:
    impact = Impact(process="A", before=figures(), after=figures())
    assert [tuple(figure) for figure in impact_figures(impact, ENGLISH)] == [("activities", "3", "3")]
    assert impact_summary(impact, ENGLISH) == "no step is new, taken away or moved"


def test_what_is_known_of_one_side_only() -> None:
    known = figures(handoffs=1, roles_known=2, work_time=TimeTaken(total=(WEEKS,), known=1, of=3))
    impact = Impact(process="A", before=known, after=figures(work_time=TimeTaken(of=3)))
    told = {figure.code: figure for figure in impact_figures(impact, translator("nb"))}
    assert told["handoffs"].before == "1 (2 av 3 aktiviteter har rolle)"
    assert told["handoffs"].after == "ikke kjent (ingen av 3 aktiviteter har rolle)"
    assert figure_sentence(told["work-time"], translator("nb")) == (
        "Arbeidstid: 1,5 uker (1 av 3 steg har tid) før, ikke kjent (ingen av 3 steg har tid) etter."
    )


def test_all_roles_known_and_no_time_at_all() -> None:
    full = figures(handoffs=2, roles_known=3, lead_time=TimeTaken(known=1, of=1))
    controls = ControlImpact(kept=("one", "two"))
    told = {
        figure.code: figure for figure in impact_figures(Impact(process="A", before=full, controls=controls), ENGLISH)
    }
    assert told["handoffs"].before == "2"
    assert told["lead-time"].before == "0 minutes (1 of 1 step has a time)"
    assert (told["controls"].before, told["controls"].after) == ("2", "2")
