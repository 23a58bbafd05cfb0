"""What the page of decisions says of a question, as texts and as HTML in which every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.comparison import NOTHING
from procmap.drawing.palette import LETTERED
from procmap.drawing.theme import THEMES, ThemeName
from procmap.messages import Translator
from procmap.model import unique
from procmap.reports.harmonisation.values import HarmonisationReport, PartyImpact
from procmap.reports.html_text import letter, said, text
from procmap.reports.telling import answer_in_words
from procmap.reports.values import MatrixReport, ReportParty, ReportRow
from procmap.workspace.agenda import Agenda, Item, proposed
from procmap.workspace.deciding import Asked, Option, RowState

SIGNS: Mapping[RowState, str] = {"proposed": "○", "confirmed": "◐", "decided": "✓", "open": "?", "conflict": "!"}
_NOTHING = ("", NOTHING)
_LOST = ("open", "retired")
_KINDS_LOST = ("control", "record", "rosa", "risk", "note")
_GREEN: Mapping[ThemeName, str] = {"light": "#1a6b34", "dark": "#6fd08c"}


@dataclass(frozen=True)
class Teller:
    """Tells questions of a service in the language of its reports; `rows`: the rows of the matrix by their ids."""

    agenda: Agenda
    report: MatrixReport
    harmonised: HarmonisationReport
    rows: Mapping[str, ReportRow]
    say: Translator

    def title(self, item: Item) -> str:
        """Return a question as one line of a list: its state as sign and word, what it is about, who does it."""
        code = "harmonise-item-of" if item.block is not None and item.block.role else "harmonise-item"
        return self.say.text(
            code,
            sign=SIGNS[item.state],
            state=self.state(item),
            title=self.subject(item.asked),
            role=item.block.role if item.block is not None else "",
        )

    def state(self, item: Item) -> str:
        """Return how far a question has come, in a word."""
        return self.say.text(f"harmonise-state-{item.state}")

    def subject(self, asked: Asked) -> str:
        """Return what a question is about, in a few words."""
        found = self._entry(asked)
        if asked.kind != "row" and found is not None:
            return found.subject
        kind = "" if asked.kind == "row" else f"{self.say.text(f'question-{asked.kind}')} "
        rows = [self.rows[row] for row in asked.rows]
        if not rows:
            return self.sentence(asked)
        more = " …" if len(rows) > _FEW else ""
        return kind + "; ".join(f"{row.number} {row.title}" for row in rows[:_FEW]) + more

    def sentence(self, asked: Asked) -> str:
        """Return the question as a sentence; of what is decided, what was chosen."""
        if asked.question is not None:
            return self.say.sentence(asked.question)
        found = self._entry(asked)
        if found is not None:
            return self.say.text("harmonise-decided", subject=found.subject, resolution=found.resolution)
        row = self.rows[asked.rows[0]]
        parties = [party.id for party in self.report.parties if row.cells[party.place].is_there]
        return self.say.text("harmonise-ask-row", label=self.say.quoted(row.title), parties=parties)

    def way(self, option: Option) -> str:
        """Return a way to answer in a word or two."""
        if option.party:
            return self.say.text("harmonise-as", party=option.party)
        word = self.say.word("choice", option.choice)
        return word[:1].upper() + word[1:]

    def proposal(self, asked: Asked) -> str:
        """Return what is proposed and why; nothing where nothing is."""
        option = proposed(asked)
        if option is None or asked.decided:
            return ""
        told = self.say.text("harmonise-proposal", choice=self.way(option))
        if asked.kind != "row" or (asked.question is not None and asked.question.code not in _TOO_FEW):
            return f"{told} {self.say.text('harmonise-why-until')}"
        counted = [party for party in self.report.parties if not party.is_reference]
        having = sum(self._has(asked, party) for party in counted)
        code = "harmonise-why-enough" if asked.question is None else "harmonise-why-few"
        return f"{told} {self.say.text(code, having=having, of=len(counted))}"

    def answers(self, asked: Asked) -> str:
        """Return the answers of all organisations as cards of the same size; nothing where they say none."""
        if not asked.answers and (asked.kind != "row" or len(asked.rows) != 1):
            return ""
        cards = (self._card(asked, party) for party in self.report.parties if not party.is_reference)
        return f'<div class="procmap answers">{"".join(cards)}</div>'

    def follows(self, impact: Iterable[PartyImpact]) -> str:
        """Return what follows from the choice: what would be lost, what is changed, what makes the result a draft.

        It scrolls by itself, also by keyboard, so that the map below stays where it is.
        """
        parts = (("lost", self.lost()), ("changes", self.changes(impact)), ("blocking", self.broken()))
        told = "".join(f"<h2>{self._text(f'harmonise-{code}')}</h2>{part}" for code, part in parts if part)
        name = self._text("harmonise-changes")
        return f'<div class="procmap follows" role="region" tabindex="0" aria-label="{name}">{told}</div>'

    def changes(self, impact: Iterable[PartyImpact]) -> str:
        """Return what is changed for each organisation."""
        return f'<section class="procmap changes">{"".join(map(self._changed, impact))}</section>'

    def laws(self) -> str:
        """Return what must hold, each with a sign and a word."""
        lines = []
        for law in self.harmonised.laws:
            told = text(self.say.text("harmonise-law", law=law.text, holds=law.holds_text))
            sign = "✓" if law.holds else "✕"
            lines.append(f'<li class="{"holds" if law.holds else "lost"}"><b aria-hidden="true">{sign}</b> {told}</li>')
        name = self._text("harmonise-laws")
        return f'<section class="procmap laws" aria-label="{name}"><ul class="signs">{"".join(lines)}</ul></section>'

    def beside(self, now: Teller) -> tuple[str, ...]:
        """Return what would be worse or better than it is `now`, as sentences: what is lost, and what must hold."""
        lost, before = self._lost_names(), now._lost_names()
        held = {law.text for law in now.harmonised.laws if law.holds}
        told = []
        for code, names in (("look-lost", lost - before), ("look-kept", before - lost)):
            if names:
                told.append(
                    self.say.text(
                        code, count=len(names), names=unique(self.say.quoted(name) for *_, name in sorted(names))
                    )
                )
        told += [
            self.say.text("look-law", law=law.text)
            for law in self.harmonised.laws
            if not law.holds and law.text in held
        ]
        return tuple(told) or (self.say.text("look-nothing"),)

    def broken(self) -> str:
        """Return what breaks laws, and what else makes the result a draft; nothing where nothing does."""
        told = [each for law in self.harmonised.laws if not law.holds for each in law.detail]
        lines = "".join(f"<li>{said(each)}</li>" for each in (*self.harmonised.title.blocking, *told))
        return f'<ul class="procmap">{lines}</ul>' if lines else ""

    def lost(self) -> str:
        """Return what is attached to steps and would be lost: controls first."""
        found = [line for line in self.harmonised.attachments if line.fate in _LOST]
        found.sort(key=lambda line: _KINDS_LOST.index(line.kind) if line.kind in _KINDS_LOST else len(_KINDS_LOST))
        if not found:
            return f'<p class="procmap holds"><b aria-hidden="true">✓</b> {self._text("harmonise-nothing-lost")}</p>'
        lines = (
            self.say.text(
                "harmonise-lost-line",
                kind=line.kind_text[:1].upper() + line.kind_text[1:],
                name=self.say.quoted(line.name or line.id),
                party=line.party.id,
                fate=line.fate_text,
            )
            for line in found
        )
        items = "".join(f'<li><b aria-hidden="true">✕</b> {said(line)}</li>' for line in lines)
        return f'<section class="procmap lost"><ul class="signs">{items}</ul></section>'

    def _has(self, asked: Asked, party: ReportParty) -> bool:
        """Tell whether an organisation has what a question is about; of what is in no row, its answer tells."""
        if asked.rows:
            return self.rows[asked.rows[0]].cells[party.place].is_there
        return bool(asked.answers.get(party.id))

    def _lost_names(self) -> set[tuple[str, str, str, str]]:
        """Return what would be lost: kind, id, whose, and name."""
        lines = self.harmonised.attachments
        return {(line.kind, line.id, line.party.id, line.name or line.id) for line in lines if line.fate in _LOST}

    def _entry(self, asked: Asked) -> _Told | None:
        found = next((entry for entry in self.harmonised.decisions if entry.id == asked.decided), None)
        return None if found is None else _Told(found.subject, found.resolution)

    def _card(self, asked: Asked, party: ReportParty) -> str:
        row = self.rows[asked.rows[0]] if asked.kind == "row" and asked.rows else None
        if row is not None:
            is_there = row.cells[party.place].is_there
            answer = "" if is_there else self.say.text("harmonise-no-step")
            answer = answer or row.cells[party.place].words
            more = "".join(self._details(row, party)) if is_there else ""
        else:
            answer = answer_in_words(asked.kind, asked.answers.get(party.id, ""), self.say)
            is_there, more = bool(answer), ""
            answer = answer or self.say.text("harmonise-no-answer")
        soft = "" if is_there else " soft"
        return (
            f'<article class="answer own{party.place % LETTERED}"><h3>{letter(party)} {text(party.id)}</h3>'
            f'<p class="told{soft}">{said(answer)}</p>{more}</article>'
        )

    def _details(self, row: ReportRow, party: ReportParty) -> Iterator[str]:
        """Yield who does the step, and what is not the same everywhere."""
        told = enumerate(row.card.fields)
        fields = [
            field
            for place, field in told
            if (place == _ROLE or (place > _ROLE and any(field.marked)))
            and (field.values[party.place] or "") not in _NOTHING
        ]
        if fields:
            yield "<dl>"
            for field in fields:
                mark = " class=marked" if field.marked[party.place] else ""
                value = field.values[party.place] or ""
                yield f"<div{mark}><dt>{text(field.heading)}:</dt> <dd>{said(value)}</dd></div>"
            yield "</dl>"

    def _changed(self, impact: PartyImpact) -> str:
        parts = "".join(
            f"<dt>{text(part.heading)}</dt>{''.join(f'<dd>{said(each)}</dd>' for each in part.sentences)}"
            for part in impact.parts
        )
        told = f"<dl>{parts}</dl>" if parts else ""
        return f"<h3>{letter(impact.party)} {text(impact.party.id)}</h3><p>{text(impact.summary)}</p>{told}"

    def _text(self, code: str) -> str:
        return text(self.say.text(code))


@dataclass(frozen=True)
class _Told:
    """A decision in words."""

    subject: str
    resolution: str


def teller(
    agenda: Agenda, report: MatrixReport, harmonised: HarmonisationReport, rows: Sequence[str], say: Translator
) -> Teller:
    """Return who tells the questions of a service; `rows` are the ids of the rows of the report."""
    return Teller(agenda, report, harmonised, dict(zip(rows, report.rows, strict=True)), say)


def looks(theme: ThemeName) -> str:
    """Return the style rules of what is good and what is bad."""
    return f"<style>.procmap {{ --lost: {THEMES[theme].lost}; --holds: {_GREEN[theme]}; }}</style>"


_TOO_FEW = ("open-row", "open-frame")
"""The questions on what too few organisations have."""
_FEW = 2
"""So many rows of a question are named in a list."""
_ROLE = 2
"""The field of a card that tells who does the step; before it stand its words and its type."""
