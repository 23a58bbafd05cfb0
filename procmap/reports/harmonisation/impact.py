"""What the common process changes for each organisation, as the report tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from procmap.alignment import Party
from procmap.harmonisation import Harmonisation
from procmap.harmonisation.impact_values import Change, ChangedStep, Impact, NewStep
from procmap.messages import Translator
from procmap.model import Decision, Element
from procmap.reports.harmonisation.attached_words import attached_name
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.values import FigurePair, ImpactPart, PartyImpact
from procmap.reports.impact_words import figure_sentence, impact_figures, impact_summary
from procmap.reports.values import ReportParty

_CHANGES: tuple[Change, ...] = ("moved", "perhaps_name", "beside")


class ImpactTeller:
    """Tells what changes. `decisions`: by id."""

    def __init__(
        self,
        parties: Sequence[Party],
        shown: Sequence[ReportParty],
        *,
        paragraphs: Paragraphs,
        decisions: Mapping[str, Decision],
        say: Translator,
    ) -> None:
        self._shown = {party.id: party for party in shown}
        self._paragraphs, self._decisions, self._say = paragraphs, decisions, say
        self._steps: dict[tuple[str, str], Element] = {
            (party.id, step.id): step for party in parties for step in party.process.steps
        }
        self._place = {step: place for place, step in enumerate(paragraphs.order)}
        self._controls = {
            (party.id, value.id): attached_name(value, say)
            for party in parties
            for value in party.process.attached
            if value.kind == "control"
        }

    def tell(self, result: Harmonisation) -> Iterator[PartyImpact]:
        """Yield what changes for every organisation; parts without content are left out."""
        for impact in result.impact:
            figures = tuple(impact_figures(impact, self._say))
            new = sorted(impact.new, key=lambda each: self._place.get(each.step, len(self._place)))
            parts = {
                "new": [self._new(each, impact) for each in new if not each.open],
                "undecided": [self._new(each, impact) for each in new if each.open],
                "gone": [self._gone(impact.process, gone.step, gone.decision) for gone in impact.gone],
                "role": list(self._changed(impact, "role")),
                "system": list(self._changed(impact, "system")),
                "controls": list(self._of_controls(impact)),
                "typical": [figure_sentence(figure, self._say) for figure in figures],
            }
            yield PartyImpact(
                party=self._shown[impact.process],
                summary=impact_summary(impact, self._say),
                figures=tuple(
                    FigurePair(code=each.code, label=self._say.text(f"impact-figure-{each.code}"), before=each.before,
                               after=each.after)
                    for each in figures
                ),
                parts=tuple(
                    ImpactPart(code=code, heading=self._say.text(f"impact-part-{code}"), sentences=tuple(sentences))
                    for code, sentences in parts.items()
                    if sentences
                ),
            )  # fmt: skip

    def _new(self, new: NewStep, impact: Impact) -> str:
        role = self._paragraphs.index.role(new.step)
        step = self._paragraphs.cited(new.step).shown + (f" ({role})" if role else "")
        if new.part_of is not None:
            return self._say.text("impact-part-of-own", step=step, whole=self._step(impact.process, new.part_of))
        return step if new.on_path or new.open else self._say.text("impact-not-typical", step=step)

    def _gone(self, party: str, step: str, decision: str | None) -> str:
        return self._by_decision(self._step(party, step), decision)

    def _by_decision(self, what: str, decision: str | None) -> str:
        found = self._decisions.get(decision or "")
        reason = found.reason if found is not None else ""
        return self._say.text("impact-taken-away", what=what, decision=decision or "", reason=reason)

    def _changed(self, impact: Impact, field: str) -> Iterator[str]:
        """Yield a sentence for each pair of names, with the steps at which the one becomes the other."""
        together: dict[tuple[Change, tuple[str, ...], tuple[str, ...]], list[ChangedStep]] = defaultdict(list)
        for each in impact.changed:
            if each.field == field:
                after = each.after
                if each.change == "beside":
                    after = tuple(name for name in after if name not in each.before)
                together[each.change, each.before, after].append(each)
        for change in _CHANGES:
            for (found, before, after), steps in together.items():
                if found == change:
                    yield self._say.text(
                        f"impact-change-{change.replace('_', '-')}",
                        before=self._say.joined(before),
                        after=self._say.joined(after),
                        steps=list(dict.fromkeys(self._paragraphs.quoted(each.to) for each in steps)),
                    )

    def _of_controls(self, impact: Impact) -> Iterable[str]:
        for new in impact.controls.new:
            yield self._say.text(
                "impact-control-undecided" if new.open else "impact-control-new",
                control=self._control(new.process, new.id),
                step=self._paragraphs.cited(new.to or "").shown,
                party=new.process,
            )
        for lost in impact.controls.lost:
            yield self._by_decision(self._control(impact.process, lost.id), lost.decision)

    def _control(self, party: str, control: str) -> str:
        return self._say.quoted(self._controls.get((party, control), control))

    def _step(self, party: str, step: str) -> str:
        element = self._steps[party, step]
        name = " ".join(element.name.split())
        return self._say.quoted(name) if name else self._say.word("element", str(getattr(element, "type", "")))
